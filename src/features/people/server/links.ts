import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { type By, found, idOf, mustBeAllowed, refuse } from './judged.ts'
import { mayAdminister } from '#features/people/domain/authority.ts'
import type { PeopleServices } from './services.ts'
import { recordChange } from './store/changes.ts'
import { insertLink, type LinkKind, withdrawLinks } from './store/credentials.ts'
import { findOrganisation } from './store/organisations.ts'
import { findPerson, type PersonRow } from './store/persons.ts'
import { newToken } from './tokens.ts'

const lastsHours: Record<LinkKind, number> = { administrator: 72, invitation: 14 * 24, 'password-reset': 2 }

export type MadeLink = { readonly address: string; readonly expiresAt: Instant; readonly mailed: boolean }

export async function makeAdministratorLink(tx: Tx, baseUrl: string): Promise<string> {
  const { address } = await makeLink(tx, baseUrl, { kind: 'administrator', personId: null, by: 'tierwise' })
  return address
}

/** For somebody who was added but never signed in. */
export async function invite(
  tx: Tx,
  platform: Platform,
  services: PeopleServices,
  by: By,
  personId: string,
): Promise<MadeLink> {
  mustBeAllowed(by, mayAdminister)
  const person = found(await findPerson(tx, personId))
  if (person.disabledAt !== null) refuse('person-disabled')
  if (person.joinedAt !== null) refuse('already-joined')
  const link = await makeLink(tx, platform.baseUrl, { kind: 'invitation', personId, by })
  return { ...link, mailed: await mailLink(tx, platform, services, person, 'invitation', link.address) }
}

/** Made by an administrator, who hands it over; it is mailed too when mail is set up. */
export async function makePasswordReset(
  tx: Tx,
  platform: Platform,
  services: PeopleServices,
  by: PersonActor,
  personId: string,
): Promise<MadeLink> {
  mustBeAllowed(by, mayAdminister)
  const person = found(await findPerson(tx, personId))
  if (person.disabledAt !== null) refuse('person-disabled')
  const link = await makeLink(tx, platform.baseUrl, { kind: 'password-reset', personId, by })
  return { ...link, mailed: await mailLink(tx, platform, services, person, 'password-reset', link.address) }
}

/**
 * Asked for by whoever says to have this address: the link goes to that mailbox only. An earlier link keeps working, or
 * anybody could take it away from them; using one ends the others.
 */
export async function mailPasswordReset(
  tx: Tx,
  platform: Platform,
  services: PeopleServices,
  person: PersonRow,
): Promise<void> {
  if (person.disabledAt !== null || !(await services.mail.isSetUp(tx))) return
  const link = await makeLink(tx, platform.baseUrl, {
    kind: 'password-reset',
    personId: person.id,
    by: 'tierwise',
  })
  await mailLink(tx, platform, services, person, 'password-reset', link.address)
}

async function makeLink(
  tx: Tx,
  baseUrl: string,
  { kind, personId, by }: { readonly kind: LinkKind; readonly personId: string | null; readonly by: By },
): Promise<{ readonly address: string; readonly expiresAt: Instant }> {
  if (by !== 'tierwise' || kind !== 'password-reset') await withdrawLinks(tx, [kind], personId)
  const token = newToken(tx.orgId)
  const expiresAt = new Date(Date.parse(tx.now) + lastsHours[kind] * 3_600_000).toISOString()
  await insertLink(tx, { id: newId(), kind, personId, tokenHash: token.hash, madeBy: idOf(by), expiresAt })
  await recordChange(tx, {
    by: idOf(by),
    what: 'link-made',
    subject: personId ?? tx.orgId,
    after: { kind, expiresAt },
  })
  return { address: `${baseUrl}/welcome#${token.text}`, expiresAt }
}

async function mailLink(
  tx: Tx,
  platform: Platform,
  { mail }: PeopleServices,
  person: PersonRow,
  kind: 'invitation' | 'password-reset',
  address: string,
): Promise<boolean> {
  if (!(await mail.isSetUp(tx))) return false
  const { name: organisation } = await findOrganisation(tx)
  const say = (part: string) =>
    platform.translate(person.language, `people:mail.${kind}.${part}`, {
      name: person.name,
      organisation,
      address,
    })
  await mail.send(platform, tx, {
    to: person.email,
    name: person.name,
    language: person.language,
    subject: say('subject'),
    text: say('text'),
  })
  return true
}
