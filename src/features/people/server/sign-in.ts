import { normalEmail } from '#features/people/domain/email.ts'
import { judgePassword } from '#features/people/domain/password.ts'
import type { SignInAnswer } from '#features/people/contract/views.ts'
import { lacksSecondFactor, type SignInMeans } from '#features/people/domain/second-factor.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Transactions, type Tx } from '#platform/database/transaction.ts'
import type { SignedIn } from './signed-in.ts'
import { onlyOrganisation } from './actions.ts'
import { found, must, refuse } from './judged.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import { mustBeFresh } from './prove.ts'
import { factorsOf } from './second-factor.ts'
import type { PeopleServices } from './services.ts'
import { recordChange } from './store/changes.ts'
import { findPasswordHash, putPasswordHash } from './store/credentials.ts'
import { findOrganisation, organisationBySlug } from './store/organisations.ts'
import { findPerson, findPersonByEmail, type PersonRow, updatePerson } from './store/persons.ts'
import { deleteHalfSignInsOf, findFactors, insertHalfSignIn } from './store/second-factors.ts'
import { deleteSignInByToken, deleteSignInsOf, insertSignIn } from './store/sign-ins.ts'
import { countAttempt, forgetAttempts } from './throttle.ts'
import { newToken, type Token } from './tokens.ts'
import { meView } from './views.ts'

/** The browser that signs in. */
export type Browser = {
  readonly address: string
  readonly userAgent: string
  /** The sign-in it had before; it ends. */
  readonly before: Token | null
}

/** The organisation with this short name, or the only one. */
export async function organisationFor(platform: Transactions, slug: string | undefined): Promise<string | null> {
  return slug === undefined
    ? onlyOrganisation(platform)
    : organisationBySlug(platform.database, slug.toLowerCase())
}

/** Same answer and same time, whether the organisation, the address or the password is wrong. */
export async function signInWithPassword(
  platform: Transactions,
  given: { readonly organisation?: string | undefined; readonly email: string; readonly password: string },
  browser: Browser,
): Promise<Entering> {
  const orgId = await organisationFor(platform, given.organisation)
  const email = normalEmail(given.email)
  if (orgId === null || email === null) {
    await isPassword(given.password, null)
    return refuse('sign-in-failed')
  }
  const attempt = { orgId, email, address: browser.address }
  await countAttempt(platform, attempt)
  const known = await inOrganisation(platform, orgId, async (tx) => {
    const person = await findPersonByEmail(tx, email)
    return { person, hash: await findPasswordHash(tx, person?.id ?? orgId) }
  })
  const isRight = await isPassword(given.password, known.hash)
  const { person } = known
  if (!isRight || !person || person.disabledAt !== null) return refuse('sign-in-failed')
  return inOrganisation(platform, orgId, async (tx) => {
    await forgetAttempts(tx, attempt)
    return enter(tx, person, 'password', browser)
  })
}

/** Who has a second factor is asked for it; the token is then that of a half sign-in, and good for nothing else. */
export type Entering = { readonly answer: SignInAnswer; readonly token: string; readonly isHalf: boolean }

export const halfLastsMinutes = 10

/** After a right password, or a link with which one was chosen. */
export async function enter(
  tx: Tx,
  person: PersonRow,
  means: 'password' | 'link',
  browser: Browser,
): Promise<Entering> {
  const secondFactor = factorsOf(await findFactors(tx, person.id))
  if (secondFactor.length > 0) {
    const half = newToken(tx.orgId)
    const expiresAt = new Date(Date.parse(tx.now) + halfLastsMinutes * 60_000).toISOString()
    await insertHalfSignIn(tx, { id: newId(), personId: person.id, tokenHash: half.hash, means, expiresAt })
    return { answer: { me: null, secondFactor }, token: half.text, isHalf: true }
  }
  const token = await beginSignIn(tx, person, means, browser)
  const { secondFactorFor } = await findOrganisation(tx)
  const lacks = lacksSecondFactor(secondFactorFor, { roles: person.roles, means, has: false })
  return {
    answer: { me: await meView(tx, person, { lacksSecondFactor: lacks }), secondFactor: [] },
    token,
    isHalf: false,
  }
}

/** Always a fresh token: one that was planted in the browser before is worth nothing. Returns what goes in the cookie. */
export async function beginSignIn(
  tx: Tx,
  person: PersonRow,
  means: SignInMeans,
  browser: Browser,
): Promise<string> {
  if (browser.before?.orgId === tx.orgId) await deleteSignInByToken(tx, browser.before.hash)
  const token = newToken(tx.orgId)
  await insertSignIn(tx, {
    id: newId(),
    personId: person.id,
    tokenHash: token.hash,
    means,
    userAgent: browser.userAgent.slice(0, 300),
  })
  if (person.joinedAt === null) await updatePerson(tx, person.id, { joinedAt: tx.now })
  return token.text
}

/** Ends every other sign-in: whoever knew the old password is out. */
export async function changeOwnPassword(
  platform: Transactions,
  services: PeopleServices,
  signedIn: SignedIn,
  given: { readonly current: string | null; readonly wanted: string },
  address: string,
): Promise<void> {
  const { orgId, personId } = signedIn
  const before = await inOrganisation(platform, orgId, async (tx) => {
    const hash = await findPasswordHash(tx, personId)
    // A first password is a new way in: nobody who finds an open browser gives themselves one.
    if (hash === null) await mustBeFresh(tx, signedIn)
    return { person: found(await findPerson(tx, personId)), hash }
  })
  if (before.hash !== null) {
    const attempt = { orgId, email: before.person.email, address }
    await countAttempt(platform, attempt)
    if (!(await isPassword(given.current ?? '', before.hash))) refuse('sign-in-failed')
    await inOrganisation(platform, orgId, (tx) => forgetAttempts(tx, attempt))
  }
  const password = await acceptedPassword(platform, services, orgId, before.person, given.wanted)
  const hash = await hashPassword(password)
  await inOrganisation(platform, orgId, async (tx) => {
    await putPasswordHash(tx, personId, hash)
    await deleteSignInsOf(tx, personId, signedIn.signInId)
    await deleteHalfSignInsOf(tx, personId)
    await recordChange(tx, { by: personId, what: 'password-changed', subject: personId })
  })
}

/** The password as it is hashed, if it is good enough. */
export async function acceptedPassword(
  platform: Transactions,
  services: PeopleServices,
  orgId: string,
  person: { readonly name: string; readonly email: string },
  wanted: string,
): Promise<string> {
  const { name: organisation } = await inOrganisation(platform, orgId, findOrganisation)
  const password = must(judgePassword(wanted, { name: person.name, email: person.email, organisation }))
  if (services.isLeaked && (await services.isLeaked(password))) refuse('password-leaked')
  return password
}
