import { sql } from 'kysely'
import { inOrder, practisedRoles, type Role } from '#features/people/domain/person.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Transactions, type Tx } from '#platform/database/transaction.ts'
import type { SignedIn } from './signed-in.ts'
import { refuse } from './judged.ts'
import { insertOrganisation, type OrganisationRow, practiceOrganisationId } from './store/organisations.ts'
import { findPersonByEmail, findPersons, insertPerson, type PersonRow } from './store/persons.ts'
import { putMirrored, removeOtherMemberships } from './store/practice.ts'
import { setPractising } from './store/sign-ins.ts'
import {
  findTeams,
  insertCertification,
  insertTeam,
  putMembership,
  renameTeam,
  type TeamRow,
} from './store/teams.ts'

export { practiceOrganisationId, realOrganisation } from './store/organisations.ts'

/** Those of an organisation who are mirrored in its practice. */
export type Staff = { readonly teams: readonly TeamRow[]; readonly persons: readonly PersonRow[] }

/** Everybody who is in a team now, with the teams. */
export async function staffOf(tx: Tx): Promise<Staff> {
  const inTeam = sql`p.disabled_at is null and exists (select from memberships t
    where t.org_id = p.org_id and t.person_id = p.id)`
  return { teams: await findTeams(tx), persons: await findPersons(tx, inTeam) }
}

/** The organisation in which the people of `home` practise; made when there is none. */
export async function practiceOrganisationFor(platform: Transactions, home: OrganisationRow): Promise<string> {
  const known = await inOrganisation(platform, home.id, practiceOrganisationId)
  if (known !== null) return known
  const id = newId()
  const { name, language, timeZone } = home
  const slug = `practice-${id.slice(-12)}`
  const isNew = await inOrganisation(platform, id, (tx) =>
    insertOrganisation(tx, { name, slug, language, timeZone, practiceOf: home.id }),
  )
  if (isNew) return id
  // Somebody else was first.
  const made = await inOrganisation(platform, home.id, practiceOrganisationId)
  if (made === null) throw new Error('A practice organisation is neither new nor known')
  return made
}

/**
 * Makes the people of the practice organisation those of the real one, under the same ids: who works where, and everybody certified for
 * the tiers of their teams. Their addresses stay behind: nothing of practice can reach them by mail.
 */
export async function mirrorStaff(
  tx: Tx,
  { teams, persons }: Staff,
  tiersOf: (team: string) => readonly number[],
): Promise<void> {
  for (const { key, name } of teams)
    if (!(await insertTeam(tx, { key, name }))) await renameTeam(tx, { key, name })
  for (const person of persons) {
    await putMirrored(tx, {
      id: person.id,
      name: person.name,
      email: `${person.id}@practice.invalid`,
      language: person.language,
      theme: person.theme,
      roles: inOrder(person.roles.filter((role) => practisedRoles.includes(role))),
    })
    for (const { team, isLead } of person.teams) await putMembership(tx, { team, personId: person.id, isLead })
    await removeOtherMemberships(
      tx,
      person.id,
      person.teams.map(({ team }) => team),
    )
    for (const tier of new Set(person.teams.flatMap(({ team }) => tiersOf(team))))
      await certifyForPractice(tx, person.id, tier)
  }
}

/** Lets somebody practise in a tier that they do not work in. */
export async function joinForPractice(tx: Tx, personId: string, place: { team: string; tier: number }) {
  const [person] = await findPersons(tx, sql`p.id = ${personId}`)
  if (!person) return
  if (!person.teams.some(({ team }) => team === place.team))
    await putMembership(tx, { team: place.team, personId, isLead: false })
  await certifyForPractice(tx, personId, place.tier)
}

/** Somebody who is only there to practise with, known by a made-up address. Gives their id. */
export async function practicePartner(
  tx: Tx,
  given: {
    readonly name: string
    readonly email: string
    readonly language: 'nl' | 'en'
    readonly works: null | { readonly team: string; readonly tier: number }
  },
): Promise<string> {
  const { name, email, language, works } = given
  const known = await findPersonByEmail(tx, email)
  const id = known?.id ?? newId()
  const roles: readonly Role[] = works ? ['requester', 'agent'] : ['requester']
  if (!known) await insertPerson(tx, { id, name, email, language, groups: [], roles })
  if (works) await joinForPractice(tx, id, works)
  return id
}

/** From now on this sign-in acts in the practice organisation. A program practises nothing. */
export async function beginPractising(tx: Tx, signedIn: SignedIn): Promise<void> {
  if (signedIn.by === 'api-token') refuse('not-allowed')
  await setPractising(tx, signedIn.signInId, tx.now)
}

export async function endPractising(tx: Tx, signedIn: SignedIn): Promise<void> {
  await setPractising(tx, signedIn.signInId, null)
}

async function certifyForPractice(tx: Tx, personId: string, tier: number): Promise<void> {
  const [person] = await findPersons(tx, sql`p.id = ${personId}`)
  const has = person?.certifications.some((one) => one.tier === tier && one.from <= tx.now && one.until === null)
  if (!has)
    await insertCertification(tx, { id: newId(), personId, tier, from: tx.now, until: null, override: null })
}
