import { normalEmail } from '#features/people/domain/email.ts'
import { type Claims, type Identity, identityOf } from '#features/people/domain/identity.ts'
import { normalName } from '#features/people/domain/text.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { found, must, refuse } from './judged.ts'
import { beginSignIn, type Browser } from './sign-in.ts'
import { recordChange } from './store/changes.ts'
import { claimIdentity, findIdentityOwner, findLinkById, useLinkRow, withdrawLinks } from './store/credentials.ts'
import { findOrganisation } from './store/organisations.ts'
import { findPerson, insertPerson, type PersonRow } from './store/persons.ts'
import type { ProviderRow, ProviderSignInRow } from './store/providers.ts'

/** An ID token that the library has checked. */
export type Answered = { readonly claims: Claims }

/** Does what was begun: link to oneself, accept a link, or sign in. */
export async function settle(
  tx: Tx,
  provider: ProviderRow,
  begun: ProviderSignInRow,
  { claims }: Answered,
  browser: Browser,
): Promise<{ readonly goTo: string; readonly token: string | null }> {
  const identity = must(identityOf(claims, provider.tenants))
  if (begun.personId !== null) {
    await own(tx, identity, begun.personId)
    return { goTo: begun.returnTo, token: null }
  }
  const person =
    begun.linkId === null ? await known(tx, provider, identity, claims) : await accept(tx, identity, begun.linkId)
  if (person.disabledAt !== null) refuse('provider-refused')
  return { goTo: begun.returnTo, token: await beginSignIn(tx, person, 'provider', browser) }
}

/** Whoever was linked before; somebody new only where the provider may bring requesters in. */
async function known(tx: Tx, provider: ProviderRow, identity: Identity, claims: Claims): Promise<PersonRow> {
  const owner = await findIdentityOwner(tx, identity)
  if (owner !== null) return found(await findPerson(tx, owner))
  if (!provider.createsRequesters) return refuse('provider-unknown-person')
  return addFromProvider(tx, identity, claims)
}

/** An address that somebody has already is never enough: it says where mail goes, not who signs in. */
async function addFromProvider(tx: Tx, identity: Identity, claims: Claims): Promise<PersonRow> {
  const address = [claims['email'], claims['preferred_username']].find(
    (one) => typeof one === 'string' && one.includes('@'),
  )
  const email = typeof address === 'string' && claims['email_verified'] !== false ? normalEmail(address) : null
  if (email === null) return refuse('provider-unknown-person')
  const given = claims['name']
  const name = (typeof given === 'string' ? normalName(given) : null) ?? email.slice(0, 120)
  const { language } = await findOrganisation(tx)
  const id = newId()
  const person = { id, name, email, language, groups: [], roles: ['requester' as const] }
  if (!(await insertPerson(tx, person))) refuse('provider-unknown-person')
  await recordChange(tx, { by: null, what: 'person-added', subject: id, after: person })
  await own(tx, identity, id)
  return found(await findPerson(tx, id))
}

async function accept(tx: Tx, identity: Identity, linkId: string): Promise<PersonRow> {
  const link = (await findLinkById(tx, linkId)) ?? refuse('link-not-valid')
  if (link.personId === null || !(await useLinkRow(tx, linkId))) return refuse('link-not-valid')
  await own(tx, identity, link.personId)
  await withdrawLinks(tx, ['invitation', 'password-reset'], link.personId)
  await recordChange(tx, {
    by: link.personId,
    what: 'link-used',
    subject: link.personId,
    after: { kind: link.kind },
  })
  return found(await findPerson(tx, link.personId))
}

/** One account at a provider belongs to one person, whoever was first. */
async function own(tx: Tx, identity: Identity, personId: string): Promise<void> {
  const before = await findIdentityOwner(tx, identity)
  if (before === personId) return
  if (before !== null || (await claimIdentity(tx, identity, personId)) !== personId)
    refuse('identity-of-somebody-else')
  await recordChange(tx, { by: personId, what: 'identity-linked', subject: personId, after: { ...identity } })
}
