import type { Selectable } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { BridgeProposalsTable } from '#platform/database/schema.generated.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Why } from '../../domain/meeting.ts'

export type Proposal = {
  readonly id: string
  readonly reason: 'bounce-cap' | 'burst'
  /** What makes it this one: `ticket:…`, `code:…`. */
  readonly about: string
  readonly why: Why
  readonly proposedAt: Instant
  readonly seenAt: Instant
  readonly state: 'open' | 'called' | 'let-be' | 'over'
  readonly ticketIds: readonly string[]
}

async function proposalsFrom(
  tx: Tx,
  rows: readonly Selectable<BridgeProposalsTable>[],
): Promise<readonly Proposal[]> {
  if (rows.length === 0) return []
  const tickets = await tx.db
    .selectFrom('bridge_proposal_tickets')
    .select(['proposal_id', 'ticket_id'])
    .where('org_id', '=', tx.orgId)
    .where(
      'proposal_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('ticket_id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    reason: row.reason,
    about: row.about,
    why: row.why as Why,
    proposedAt: row.proposed_at,
    seenAt: row.seen_at,
    state: row.state,
    ticketIds: tickets.flatMap((one) => (one.proposal_id === row.id ? one.ticket_id : [])),
  }))
}

const proposals = (tx: Tx) => tx.db.selectFrom('bridge_proposals').selectAll().where('org_id', '=', tx.orgId)

/** What leads have yet to answer, the latest first. */
export async function openProposals(tx: Tx): Promise<readonly Proposal[]> {
  return proposalsFrom(
    tx,
    await proposals(tx).where('state', '=', 'open').orderBy('proposed_at', 'desc').execute(),
  )
}

export async function findProposal(tx: Tx, id: string): Promise<Proposal | null> {
  const rows = await proposals(tx).where('id', '=', id).forUpdate().execute()
  return (await proposalsFrom(tx, rows))[0] ?? null
}

/** The last proposal about this that was seen after a moment, whatever became of it. */
export async function lastAbout(tx: Tx, about: string, after: Instant): Promise<Proposal | null> {
  const rows = await proposals(tx)
    .where('about', '=', about)
    .where((eb) => eb.or([eb('seen_at', '>', after), eb('state', '=', 'open')]))
    .orderBy('seen_at', 'desc')
    .limit(1)
    .execute()
  return (await proposalsFrom(tx, rows))[0] ?? null
}

/** False where the same is proposed already. */
export async function insertProposal(tx: Tx, proposal: Omit<Proposal, 'state'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('bridge_proposals')
    .values({
      org_id: tx.orgId,
      id: proposal.id,
      reason: proposal.reason,
      about: proposal.about,
      why: JSON.stringify(proposal.why),
      proposed_at: proposal.proposedAt,
      seen_at: proposal.seenAt,
      state: 'open',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await addTickets(tx, proposal.id, proposal.ticketIds)
  return true
}

/** It is still going on, with these tickets too. */
export async function seenAgain(tx: Tx, id: string, why: Why, ticketIds: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('bridge_proposals')
    .set({ seen_at: tx.now, why: JSON.stringify(why) })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
  await addTickets(tx, id, ticketIds)
}

async function addTickets(tx: Tx, proposalId: string, ticketIds: readonly string[]): Promise<void> {
  if (ticketIds.length === 0) return
  await tx.db
    .insertInto('bridge_proposal_tickets')
    .values(ticketIds.map((ticketId) => ({ org_id: tx.orgId, proposal_id: proposalId, ticket_id: ticketId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type Answer = {
  readonly state: 'called' | 'let-be'
  readonly by: string
  readonly meetingId: string | null
}

export async function answerProposal(tx: Tx, id: string, { state, by, meetingId }: Answer): Promise<void> {
  await tx.db
    .updateTable('bridge_proposals')
    .set({ state, answered_at: tx.now, answered_by: by, meeting_id: meetingId })
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

/** What it was about is over before anybody answered. */
export async function endProposals(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('bridge_proposals')
    .set({ state: 'over', answered_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'open')
    .execute()
}
