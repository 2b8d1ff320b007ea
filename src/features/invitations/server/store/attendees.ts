import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { KnownAttendee, Sending } from '../../domain/mailing.ts'
import type { Answer } from '../../domain/reply.ts'

export type AttendeeRow = KnownAttendee & {
  readonly invitationId: string
  readonly answer: Answer | null
  readonly answeredAt: Instant | null
  readonly answerStamp: Instant | null
}

export async function attendeesOf(tx: Tx, invitationIds: readonly string[]): Promise<AttendeeRow[]> {
  if (invitationIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('calendar_attendees')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('invitation_id', 'in', [...invitationIds])
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    invitationId: row.invitation_id,
    personId: row.person_id,
    address: row.address,
    required: row.required,
    state: row.state,
    sequence: row.sequence,
    answer: row.answer,
    answeredAt: row.answered_at,
    answerStamp: row.answer_stamp,
  }))
}

/** Writes down what goes to somebody. Whoever is withdrawn has answered nothing any more. */
export async function saveSending(tx: Tx, invitationId: string, sending: Sending): Promise<void> {
  const isAsked = sending.method === 'REQUEST'
  const state = isAsked ? ('invited' as const) : ('withdrawn' as const)
  const { address, required, sequence } = sending
  await tx.db
    .insertInto('calendar_attendees')
    .values({
      org_id: tx.orgId,
      invitation_id: invitationId,
      person_id: sending.personId,
      address,
      required,
      state,
      sequence,
      sent_at: tx.now,
    })
    .onConflict((on) =>
      on.columns(['org_id', 'invitation_id', 'person_id']).doUpdateSet({
        address,
        required,
        state,
        sequence,
        sent_at: tx.now,
      }),
    )
    .execute()
}

export async function withdraw(tx: Tx, invitationId: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  await tx.db
    .updateTable('calendar_attendees')
    .set({ state: 'withdrawn' })
    .where('org_id', '=', tx.orgId)
    .where('invitation_id', '=', invitationId)
    .where('person_id', 'in', [...personIds])
    .execute()
}

/** Earlier answers are about something else: of everybody, or of these. */
export async function forgetAnswers(
  tx: Tx,
  invitationId: string,
  of: 'everybody' | readonly string[],
): Promise<void> {
  if (of !== 'everybody' && of.length === 0) return
  const who = of === 'everybody' ? sql`true` : sql`person_id = any(${[...of]}::uuid[])`
  await sql`delete from calendar_occurrence_answers
    where org_id = ${tx.orgId} and invitation_id = ${invitationId} and ${who}`.execute(tx.db)
  await sql`update calendar_attendees set answer = null, answered_at = null, answer_stamp = null
    where org_id = ${tx.orgId} and invitation_id = ${invitationId} and answer is not null and ${who}`.execute(
    tx.db,
  )
}

export type OccurrenceAnswer = {
  readonly invitationId: string
  readonly personId: string
  readonly occurrence: Instant
  readonly answer: Answer
  readonly answeredAt: Instant
  readonly answerStamp: Instant | null
}

export async function occurrenceAnswers(tx: Tx, invitationIds: readonly string[]): Promise<OccurrenceAnswer[]> {
  if (invitationIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('calendar_occurrence_answers')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('invitation_id', 'in', [...invitationIds])
    .orderBy('occurrence')
    .execute()
  return rows.map((row) => ({
    invitationId: row.invitation_id,
    personId: row.person_id,
    occurrence: row.occurrence,
    answer: row.answer,
    answeredAt: row.answered_at,
    answerStamp: row.answer_stamp,
  }))
}

type Given = {
  readonly personId: string
  readonly answer: Answer
  readonly occurrence: Instant | null
  readonly stamp: Instant | null
}

export async function saveAnswer(tx: Tx, invitationId: string, given: Given): Promise<void> {
  const said = { answer: given.answer, answered_at: tx.now, answer_stamp: given.stamp }
  if (given.occurrence === null) {
    await tx.db
      .updateTable('calendar_attendees')
      .set(said)
      .where('org_id', '=', tx.orgId)
      .where('invitation_id', '=', invitationId)
      .where('person_id', '=', given.personId)
      .execute()
    return
  }
  await tx.db
    .insertInto('calendar_occurrence_answers')
    .values({
      org_id: tx.orgId,
      invitation_id: invitationId,
      person_id: given.personId,
      occurrence: given.occurrence,
      ...said,
    })
    .onConflict((on) => on.columns(['org_id', 'invitation_id', 'person_id', 'occurrence']).doUpdateSet(said))
    .execute()
}
