import { mayAdminister, mayChangeRoles, mayDisable } from '#features/people/domain/authority.ts'
import { normalEmail } from '#features/people/domain/email.ts'
import { inOrder, type Language, type Role, type Theme } from '#features/people/domain/person.ts'
import { normalName } from '#features/people/domain/text.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { announceChange } from './announce-change.ts'
import { type By, found, idOf, mustBeAllowed, refuse, subjectFrom } from './judged.ts'
import { recordChange } from './store/changes.ts'
import { withdrawLinks } from './store/credentials.ts'
import { findOrganisation, lockOrganisation } from './store/organisations.ts'
import {
  countOtherAdministrators,
  findPerson,
  findPersonByEmail,
  insertPerson,
  type PersonChange,
  type PersonRow,
  updatePerson,
} from './store/persons.ts'
import { deleteApiTokensOf, deleteSignInsOf } from './store/sign-ins.ts'
import { clearLeads } from './store/teams.ts'
import { setMembership } from './teams.ts'

export type GivenPerson = {
  readonly name: string
  readonly email: string
  readonly language?: Language | undefined
  readonly roles: readonly Role[]
  readonly teams?: readonly string[] | undefined
  readonly groups?: readonly string[] | undefined
}

/** Adds somebody; they sign in with an invitation, or at a provider. */
export async function addPerson(tx: Tx, by: By, given: GivenPerson): Promise<PersonRow> {
  mustBeAllowed(by, mayAdminister)
  const email = normalEmail(given.email) ?? refuse('email-not-valid')
  const name = normalName(given.name) ?? refuse('name-not-valid')
  const language = given.language ?? (await findOrganisation(tx)).language
  const id = newId()
  const roles = inOrder(given.roles)
  const groups = groupNames(given.groups ?? [])
  if (!(await insertPerson(tx, { id, name, email, language, groups, roles }))) refuse('email-taken')
  await recordChange(tx, {
    by: idOf(by),
    what: 'person-added',
    subject: id,
    after: { name, email, language, roles, groups },
  })
  for (const team of given.teams ?? []) await setMembership(tx, by, { team, personId: id, isLead: false })
  await announceChange(tx, id)
  return found(await findPerson(tx, id))
}

export type GivenPersonChange = {
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly language?: Language | undefined
  readonly theme?: Theme | undefined
  readonly roles?: readonly Role[] | undefined
  readonly groups?: readonly string[] | undefined
}

/** What an administrator changes about anyone. */
export async function changePerson(tx: Tx, by: By, id: string, given: GivenPersonChange): Promise<PersonRow> {
  mustBeAllowed(by, mayAdminister)
  const person = await lockedPerson(tx, id)
  const roles = given.roles === undefined ? undefined : inOrder(given.roles)
  if (roles) {
    const others = await countOtherAdministrators(tx, id)
    mustBeAllowed(by, (actor) => mayChangeRoles(actor, subjectFrom(person), roles, others))
    if (!roles.includes('lead')) await clearLeads(tx, id)
  }
  const email = given.email === undefined ? undefined : (normalEmail(given.email) ?? refuse('email-not-valid'))
  if (email !== undefined && email !== person.email && (await findPersonByEmail(tx, email))) refuse('email-taken')
  const groups = given.groups === undefined ? undefined : groupNames(given.groups)
  return save(tx, by, person, { ...ownChange(given), email, groups, roles })
}

/** What people may change about themselves: how they are called and how they see Tierwise. */
export async function changeSelf(
  tx: Tx,
  by: Exclude<By, 'tierwise'>,
  given: Pick<GivenPersonChange, 'name' | 'language' | 'theme'>,
): Promise<PersonRow> {
  const person = found(await findPerson(tx, by.personId))
  return save(tx, by, person, ownChange(given))
}

function ownChange({ name, language, theme }: GivenPersonChange): PersonChange {
  return { name: name === undefined ? undefined : (normalName(name) ?? refuse('name-not-valid')), language, theme }
}

/** Ends what is open: sign-ins, API tokens and links; listening pages are closed within seconds. */
export async function disablePerson(tx: Tx, by: By, id: string): Promise<PersonRow> {
  const person = await lockedPerson(tx, id)
  const others = await countOtherAdministrators(tx, id)
  mustBeAllowed(by, (actor) => mayDisable(actor, subjectFrom(person), others))
  if (person.disabledAt !== null) return person
  await endEverything(tx, id)
  await withdrawLinks(tx, ['invitation', 'password-reset'], id)
  return save(tx, by, person, { disabledAt: tx.now }, 'person-disabled')
}

export async function enablePerson(tx: Tx, by: By, id: string): Promise<PersonRow> {
  mustBeAllowed(by, mayAdminister)
  const person = await lockedPerson(tx, id)
  return person.disabledAt === null ? person : save(tx, by, person, { disabledAt: null }, 'person-enabled')
}

export async function signOutEverywhere(tx: Tx, by: By, id: string): Promise<void> {
  mustBeAllowed(by, mayAdminister)
  found(await findPerson(tx, id))
  await endEverything(tx, id)
  await recordChange(tx, { by: idOf(by), what: 'signed-out-everywhere', subject: id })
}

async function endEverything(tx: Tx, id: string): Promise<void> {
  await deleteSignInsOf(tx, id)
  await deleteApiTokensOf(tx, id)
}

async function lockedPerson(tx: Tx, id: string): Promise<PersonRow> {
  await lockOrganisation(tx)
  return found(await findPerson(tx, id))
}

/** Writes and records only what differs. */
async function save(
  tx: Tx,
  by: By,
  person: PersonRow,
  change: PersonChange,
  what = 'person-changed',
): Promise<PersonRow> {
  const differing = Object.entries(change).filter(
    ([name, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(person[name as keyof PersonRow]),
  )
  if (differing.length === 0) return person
  const after = Object.fromEntries(differing)
  await updatePerson(tx, person.id, after)
  const before = Object.fromEntries(differing.map(([name]) => [name, person[name as keyof PersonRow]]))
  await recordChange(tx, { by: idOf(by), what, subject: person.id, before, after })
  await announceChange(tx, person.id)
  return found(await findPerson(tx, person.id))
}

function groupNames(groups: readonly string[]): string[] {
  return [...new Set(groups.map((group) => normalName(group) ?? refuse('name-not-valid')))]
}
