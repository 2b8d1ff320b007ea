import type { ActionPlan, ActionTicket } from '#features/devices/domain/actions/rights.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { tierNow } from '../domain/when.ts'
import { findTicket } from './store/ticket-row.ts'

/** As much of a ticket as matters for what may be done to its requester's devices, with what its plan says of that. */
export async function ticketForDevices(
  tx: Tx,
  ticketId: string,
): Promise<{ readonly ticket: ActionTicket; readonly plan: ActionPlan } | null> {
  const stored = await findTicket(tx, ticketId, { lock: false })
  if (!stored) return null
  const { ticket, number } = stored
  const { document: plan } = await planVersion(tx, ticket.planVersionId)
  const { id, requesterId, stage, assigneeId, onBridge } = ticket
  const isClosed = stage.name === 'closed'
  return {
    ticket: {
      id,
      number,
      requesterId,
      isClosed,
      tier: isClosed ? null : tierNow(plan, ticket),
      assigneeId,
      onBridge,
    },
    plan: {
      rules: plan.process.deviceActions,
      tiers: plan.teams.tiers.map(({ level, team }) => ({ level, team })),
    },
  }
}
