import { sql } from 'kysely'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { mayPlanAbsence } from '#features/people/domain/authority.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { isStaff } from '#features/people/domain/person.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { announceChange } from './announce-change.ts'
import { type By, found, idOf, mustBeAllowed, refuse, subjectFrom } from './judged.ts'
import { recordChange } from './store/changes.ts'
import { findPerson, type PersonRow } from './store/persons.ts'
import { type AbsenceRow, endAbsence as endRow, findAbsences, insertAbsence } from './store/teams.ts'

export type GivenAbsence = { readonly from: Instant; readonly until: Instant; readonly reason: string | null }

/** The reason is kept out of the record of changes: it may be private, and the record is read by others. */
export async function planAbsence(tx: Tx, by: By, personId: string, given: GivenAbsence): Promise<AbsenceRow[]> {
  await mustBePlannedBy(tx, by, personId)
  const { from, until, reason } = given
  if (until <= from) refuse('until-before-from')
  const id = newId()
  await insertAbsence(tx, personId, { id, from, until, reason })
  await recordChange(tx, { by: idOf(by), what: 'absence-planned', subject: personId, after: { id, from, until } })
  await announceChange(tx, personId)
  return findAbsences(tx, personId)
}

export async function endAbsence(tx: Tx, by: By, personId: string, id: string): Promise<AbsenceRow[]> {
  await mustBePlannedBy(tx, by, personId)
  const absence = found((await findAbsences(tx, personId)).find((one) => one.id === id))
  await endRow(tx, personId, id)
  await recordChange(tx, {
    by: idOf(by),
    what: 'absence-ended',
    subject: personId,
    before: { id, from: absence.from, until: absence.until },
  })
  await announceChange(tx, personId)
  return findAbsences(tx, personId)
}

/** A requester does not learn who else exists: for them, anyone else is not found. */
async function mustBePlannedBy(tx: Tx, by: By, personId: string): Promise<PersonRow> {
  const person = await findPerson(tx, personId)
  const mayLookAround = by === 'tierwise' || by.personId === personId || isStaff(by)
  const subject = found(mayLookAround ? person : null)
  mustBeAllowed(by, (actor: PersonActor) => mayPlanAbsence(actor, subjectFrom(subject)))
  return subject
}

export type PlannedAbsence = { readonly personId: string; readonly from: Instant; readonly until: Instant }

/** When these people are away in a period, without why. */
export async function absencesBetween(
  tx: Tx,
  personIds: readonly string[],
  from: Instant,
  until: Instant,
): Promise<readonly PlannedAbsence[]> {
  const { rows } = await sql<PlannedAbsence>`
    select person_id as "personId", from_at as "from", until_at as "until" from absences
    where org_id = ${tx.orgId} and person_id = any(${personIds}::uuid[])
      and from_at < ${until} and until_at > ${from}`.execute(tx.db)
  return rows
}
