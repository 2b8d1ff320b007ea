import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { TrailEntry, Ticket } from './ticket.ts'

/** The agent who had the ticket in this tier, to whom it comes back. */
export function agentOf(trail: readonly TrailEntry[], tier: number): string | null {
  return trail.find((entry) => entry.tier === tier)?.agentId ?? null
}

/** The tier that handed a ticket up to `tier`: a send-back goes there. Null for the lowest. */
export function tierBelow(trail: readonly TrailEntry[], tier: number): number | null {
  const below = trail.map((entry) => entry.tier).filter((one) => one < tier)
  return below.length === 0 ? null : Math.max(...below)
}

/** Tiers that took part below the diagnosing tier: the solution is handed down to them. */
export function tiersToLearn({ trail, diagnosis }: Ticket): readonly TrailEntry[] {
  return diagnosis ? trail.filter((entry) => entry.tier < diagnosis.byTier) : []
}

/** Of those, the ones that have not taken note yet, lowest first. */
export function tiersToNote(ticket: Ticket): readonly number[] {
  return tiersToLearn(ticket)
    .filter((entry) => entry.tookNoteAt === null)
    .map((entry) => entry.tier)
    .toSorted((one, other) => one - other)
}

/**
 * The tier that acts next on the way down. Together: tier 1 contacts the requester at once, whatever the tiers between still have
 * to learn. Step by step: the highest tier that has not taken note.
 */
export function tierToAct(plan: SupportPlan, toNote: readonly number[]): number {
  const { contactTier, wayDown } = plan.process
  return wayDown === 'together' ? contactTier : Math.max(contactTier, ...toNote)
}

/** Tiers that have not taken note and whose turn it is: all of them together, or the highest. */
export function tiersInTurn(plan: SupportPlan, ticket: Ticket): readonly number[] {
  const left = tiersToNote(ticket)
  return plan.process.wayDown === 'together' ? left : left.slice(-1)
}
