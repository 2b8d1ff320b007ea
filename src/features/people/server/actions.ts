import { sql } from 'kysely'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { normalEmail } from '#features/people/domain/email.ts'
import type { Language, Person, Role } from '#features/people/domain/person.ts'
import { isSlug, normalName, slugOf } from '#features/people/domain/text.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Transactions, type Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import { actorFrom, refuse } from './judged.ts'
import { makeAdministratorLink } from './links.ts'
import { recordChange } from './store/changes.ts'
import {
  findOrganisation,
  insertOrganisation,
  organisationBySlug,
  organisationIds as allOrganisationIds,
  type OrganisationRow,
} from './store/organisations.ts'
import { findPerson, findPersonByEmail, findPersons, insertPerson } from './store/persons.ts'
import { findTeams } from './store/teams.ts'

export type { OrganisationRow }
export { recordChange } from './store/changes.ts'
export { endCertification, giveCertification } from './certifications.ts'
export {
  beginPractising,
  endPractising,
  joinForPractice,
  mirrorStaff,
  practiceOrganisationFor,
  practiceOrganisationId,
  practicePartner,
  realOrganisation,
  staffOf,
} from './practice.ts'
export { absencesBetween } from './absences.ts'
export {
  directoryPersons,
  disableRequesters,
  enableRequesters,
  renameRequesters,
} from './directory-people.ts'
export {
  addRequesters,
  bringBackRequesters,
  personsByEmails,
  setGroups,
  withdrawRequesters,
} from './requesters.ts'

/** A person as other features may know them; `absent` at the moment of the transaction. */
export type KnownPerson = Person & { readonly absent: boolean }

/** Everything the rules need to judge what this person may do, in one query. A disabled person may do nothing. */
export async function actorOf(tx: Tx, personId: string): Promise<PersonActor> {
  const person = await findPerson(tx, personId)
  if (!person) throw new NotFound()
  return actorFrom(person)
}

export async function personById(tx: Tx, id: string): Promise<KnownPerson | null> {
  return findPerson(tx, id)
}

/** Also finds disabled people; null for what is no address. */
export async function personByEmail(tx: Tx, address: string): Promise<KnownPerson | null> {
  const email = normalEmail(address)
  return email === null ? null : findPersonByEmail(tx, email)
}

export async function personsByIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
  if (ids.length === 0) return new Map()
  const persons = await findPersons(tx, sql`p.id = any(${[...new Set(ids)]}::uuid[])`)
  return new Map(persons.map((person) => [person.id, person]))
}

/** The names of people here that are among these, however they are capitalised. */
export async function namesAmong({ db, orgId }: Tx, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const wanted = names.map((name) => name.toLowerCase())
  const { rows } = await sql<{ name: string }>`select distinct name from persons
    where org_id = ${orgId} and lower(name) = any(${wanted}::text[])`.execute(db)
  return rows.map(({ name }) => name)
}

/**
 * Makes somebody who asks for help known. When the address is known already, that person is returned unchanged, so that
 * mail can never change who somebody is.
 */
export async function addRequester(
  tx: Tx,
  given: { readonly name: string; readonly email: string; readonly language?: Language | undefined },
): Promise<KnownPerson> {
  const email = normalEmail(given.email) ?? refuse('email-not-valid')
  const [known, organisation] = await Promise.all([findPersonByEmail(tx, email), findOrganisation(tx)])
  if (known) return known
  const language = given.language ?? organisation.language
  const id = newId()
  const name = normalName(given.name) ?? email.slice(0, 120)
  const roles: Role[] = ['requester']
  const isNew = await insertPerson(tx, { id, name, email, language, groups: [], roles })
  const after = { name, email, language, roles }
  const [person] = await Promise.all([
    findPersonByEmail(tx, email),
    isNew && recordChange(tx, { by: null, what: 'person-added', subject: id, after }),
  ])
  if (!person) throw new Error('A requester who was just added is not there')
  return person
}

export type TeamMember = KnownPerson & { readonly isLead: boolean; readonly actor: PersonActor }

/** The members of a team who can sign in, by name. */
export async function membersOf(tx: Tx, team: string): Promise<TeamMember[]> {
  const persons = await findPersons(
    tx,
    sql`p.disabled_at is null and exists (select from memberships t
      where t.org_id = p.org_id and t.person_id = p.id and t.team_key = ${team})`,
    sql`order by p.name collate "C", p.id`,
  )
  return persons.map((person) => {
    const actor = actorFrom(person)
    return { ...person, isLead: actor.leads.includes(team), actor }
  })
}

/** The names of all teams, by key. */
export async function teamNames(
  tx: Tx,
): Promise<ReadonlyMap<string, { readonly nl: string; readonly en: string }>> {
  return new Map((await findTeams(tx)).map(({ key, name }) => [key, name]))
}

export async function leadsOf(tx: Tx, team: string): Promise<TeamMember[]> {
  return (await membersOf(tx, team)).filter((member) => member.isLead)
}

/** Everyone with this role who is not disabled, by name. */
export async function personsWithRole(tx: Tx, role: Role): Promise<KnownPerson[]> {
  return findPersons(
    tx,
    sql`p.disabled_at is null and ${role} = any(p.roles)`,
    sql`order by p.name collate "C", p.id`,
  )
}

/** The same, as the rules judge what they may do. */
export async function actorsWithRole(tx: Tx, role: Role): Promise<PersonActor[]> {
  const persons = await findPersons(tx, sql`p.disabled_at is null and ${role} = any(p.roles)`)
  return persons.map(actorFrom)
}

export async function organisationOf(tx: Tx): Promise<OrganisationRow> {
  return findOrganisation(tx)
}

/** The ids of all organisations, oldest first: for schedulers, which then work for one at a time. */
export async function organisationIds(platform: Pick<Transactions, 'database'>): Promise<string[]> {
  return allOrganisationIds(platform.database)
}

export type NewOrganisation = {
  readonly name: string
  readonly slug?: string | undefined
  readonly language: Language
  readonly timeZone: string
}

/**
 * A new organisation, with a link for its first administrator. `whenCreated` runs in the same transaction: what other
 * features need to be there from the first minute (the starter plan).
 */
export async function createOrganisation(
  platform: Transactions & { readonly baseUrl: string },
  given: NewOrganisation,
  whenCreated: (tx: Tx, organisation: OrganisationRow) => Promise<void>,
): Promise<{ readonly organisation: OrganisationRow; readonly administratorLink: string }> {
  const name = normalName(given.name) ?? refuse('name-not-valid')
  const slug = given.slug ?? slugOf(name)
  if (!isSlug(slug)) refuse('name-not-valid')
  if (!isTimeZone(given.timeZone)) refuse('time-zone-unknown')
  return inOrganisation(platform, newId(), async (tx) => {
    const { language, timeZone } = given
    if (!(await insertOrganisation(tx, { name, slug, language, timeZone }))) refuse('slug-taken')
    await recordChange(tx, {
      by: null,
      what: 'organisation-created',
      subject: tx.orgId,
      after: { name, slug, language, timeZone },
    })
    const organisation = await findOrganisation(tx)
    await whenCreated(tx, organisation)
    return { organisation, administratorLink: await makeAdministratorLink(tx, platform.baseUrl) }
  })
}

/**
 * A new one-time link with which whoever holds it becomes administrator; earlier ones no longer work. For the command
 * line: whoever can run it has the machine. `organisation` is a short name; needed when there is more than one.
 */
export async function createAdminLink(
  platform: Transactions & { readonly baseUrl: string },
  organisation?: string,
): Promise<string> {
  const orgId = await organisationNamed(platform, organisation)
  if (orgId === null) throw new NotFound()
  return inOrganisation(platform, orgId, (tx) => makeAdministratorLink(tx, platform.baseUrl))
}

/** The organisation with this short name; without one, the only organisation there is. */
export async function organisationNamed(
  platform: Pick<Transactions, 'database'>,
  slug: string | undefined,
): Promise<string | null> {
  return slug === undefined ? onlyOrganisation(platform) : organisationBySlug(platform.database, slug)
}

/** The organisation, where there is exactly one; null otherwise. */
export async function onlyOrganisation(platform: Pick<Transactions, 'database'>): Promise<string | null> {
  const [first, second] = await allOrganisationIds(platform.database)
  return first !== undefined && second === undefined ? first : null
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
