import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** Something that became of a cause; `by` is null where Tierwise did it itself. */
export type CauseStep = { readonly by: string | null } & (
  | { readonly what: 'added' | 'taken-out'; readonly ticketId: string }
  | { readonly what: 'closed'; readonly openTickets: number }
  | { readonly what: 'reopened'; readonly reason: string }
)

/** How many of the latest steps are read. */
const mostSteps = 500

export async function addSteps(tx: Tx, causeId: string, steps: readonly CauseStep[]): Promise<void> {
  if (steps.length === 0) return
  await tx.db
    .insertInto('triage_cause_course')
    .values(
      steps.map((step) => ({
        org_id: tx.orgId,
        id: newId(),
        cause_id: causeId,
        at: tx.now,
        by_person: step.by,
        what: step.what,
        ticket_id: 'ticketId' in step ? step.ticketId : null,
        open_tickets: step.what === 'closed' ? step.openTickets : null,
        reason: step.what === 'reopened' ? step.reason : null,
      })),
    )
    .execute()
}

export type StoredStep = {
  readonly at: Instant
  readonly by: string | null
  readonly what: CauseStep['what']
  readonly ticketId: string | null
  readonly openTickets: number | null
  readonly reason: string | null
}

/** What became of it, the latest first. */
export function stepsOf(tx: Tx, causeId: string): Promise<readonly StoredStep[]> {
  return tx.db
    .selectFrom('triage_cause_course')
    .select(['at', 'by_person as by', 'what', 'ticket_id as ticketId', 'open_tickets as openTickets', 'reason'])
    .where('org_id', '=', tx.orgId)
    .where('cause_id', '=', causeId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostSteps)
    .execute()
}

/** Which of these Tierwise may add by itself: they have no cause, and nobody took them out of this one. */
export async function newcomersTo(
  { db, orgId }: Tx,
  causeId: string,
  ticketIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select found.id from unnest(${[...ticketIds]}::uuid[]) as found (id)
    where not exists (select from triage_cause_tickets member where member.org_id = ${orgId} and member.ticket_id = found.id)
      and not exists (
        select from triage_cause_course step
        where step.org_id = ${orgId} and step.cause_id = ${causeId} and step.ticket_id = found.id and step.what = 'taken-out')
    order by found.id`.execute(db)
  return rows.map(({ id }) => id)
}
