import { normalEmail } from '#features/people/domain/email.ts'
import type { Language } from '#features/people/domain/person.ts'
import { inOrder } from '#features/people/domain/person.ts'
import { normalName } from '#features/people/domain/text.ts'
import type { LinkView } from '#features/people/contract/views.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Transactions, type Tx } from '#platform/database/transaction.ts'
import { found, refuse } from './judged.ts'
import { hashPassword } from './password-hash.ts'
import type { PeopleServices } from './services.ts'
import { acceptedPassword, type Browser, enter, type Entering } from './sign-in.ts'
import { recordChange } from './store/changes.ts'
import { findLink, type LinkRow, putPasswordHash, useLinkRow, withdrawLinks } from './store/credentials.ts'
import { findOrganisation } from './store/organisations.ts'
import { findPerson, findPersonByEmail, insertPerson, type PersonRow, updatePerson } from './store/persons.ts'
import { findProviders } from './store/providers.ts'
import { deleteHalfSignInsOf } from './store/second-factors.ts'
import { deleteSignInsOf } from './store/sign-ins.ts'
import { readToken } from './tokens.ts'

type Opened = { readonly orgId: string; readonly link: LinkRow; readonly person: PersonRow | null }

/** Every link that does not work gets the same answer: wrong, used, expired, withdrawn, or of somebody disabled. */
export async function openLink(platform: Transactions, text: string): Promise<Opened> {
  const token = readToken(text) ?? refuse('link-not-valid')
  return inOrganisation(platform, token.orgId, async (tx) => {
    const link = (await findLink(tx, token.hash)) ?? refuse('link-not-valid')
    const person = link.personId === null ? null : await findPerson(tx, link.personId)
    if (person?.disabledAt) refuse('link-not-valid')
    return { orgId: token.orgId, link, person }
  })
}

/** Looking does not use it up: mail scanners and previews look too. */
export async function lookAtLink(platform: Transactions, text: string): Promise<LinkView> {
  const { orgId, link, person } = await openLink(platform, text)
  return inOrganisation(platform, orgId, async (tx) => {
    const { slug, name, language } = await findOrganisation(tx)
    const providers = link.kind === 'administrator' ? [] : (await findProviders(tx)).filter((one) => one.enabled)
    return {
      kind: link.kind,
      organisation: { slug, name, language },
      person: person && { name: person.name, email: person.email, language: person.language },
      providers: providers.map((one) => ({ id: one.id, name: one.name })),
    }
  })
}

export type LinkUse = {
  readonly link: string
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly language?: Language | undefined
  readonly password: string
}

/** Chooses a password and signs in. What is wrong with the input is told before the link is used up. */
export async function useLink(
  platform: Transactions,
  services: PeopleServices,
  given: LinkUse,
  browser: Browser,
): Promise<Entering> {
  const { orgId, link, person } = await openLink(platform, given.link)
  const name = given.name === undefined ? person?.name : normalName(given.name)
  const email = person ? person.email : normalEmail(given.email ?? '')
  if (!name) return refuse('name-not-valid')
  if (!email) return refuse('email-not-valid')
  const hash = await hashPassword(
    await acceptedPassword(platform, services, orgId, { name, email }, given.password),
  )
  return inOrganisation(platform, orgId, async (tx) => {
    if (!(await useLinkRow(tx, link.id))) refuse('link-not-valid')
    const { language } = given
    const before =
      link.kind === 'administrator' ? await administratorFor(tx, { name, email, language }) : found(person)
    await updatePerson(tx, before.id, { language, ...(link.kind === 'password-reset' ? {} : { name }) })
    await putPasswordHash(tx, before.id, hash)
    await deleteSignInsOf(tx, before.id)
    await deleteHalfSignInsOf(tx, before.id)
    await withdrawLinks(tx, ['invitation', 'password-reset'], before.id)
    await recordChange(tx, { by: before.id, what: 'link-used', subject: before.id, after: { kind: link.kind } })
    const after = found(await findPerson(tx, before.id))
    return enter(tx, after, 'link', browser)
  })
}

/** Whoever holds the link becomes administrator: somebody new, or the person with this address. */
async function administratorFor(
  tx: Tx,
  given: { readonly name: string; readonly email: string; readonly language: Language | undefined },
): Promise<PersonRow> {
  const known = await findPersonByEmail(tx, given.email)
  if (known) {
    const roles = inOrder([...known.roles, 'administrator'])
    await updatePerson(tx, known.id, { roles, disabledAt: null })
    await recordChange(tx, {
      by: null,
      what: 'person-changed',
      subject: known.id,
      before: { roles: known.roles },
      after: { roles },
    })
    return known
  }
  const id = newId()
  const language = given.language ?? (await findOrganisation(tx)).language
  const person = {
    id,
    name: given.name,
    email: given.email,
    language,
    groups: [],
    roles: inOrder(['administrator', 'requester']),
  }
  await insertPerson(tx, person)
  await recordChange(tx, { by: null, what: 'person-added', subject: id, after: person })
  return found(await findPerson(tx, id))
}
