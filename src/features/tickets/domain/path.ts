import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { tierMinutesOf } from './clocks/tier-minutes.ts'
import type { TicketEvent } from './events.ts'
import { replay } from './evolve.ts'
import { type PathEdge, pathEdges } from './path-edges.ts'
import type { Ticket } from './ticket.ts'
import { tiersToLearn } from './trail.ts'

/** A tier of the plan as a step on the drawing. */
export type PathStep = {
  readonly tier: number
  readonly kind: 'tier' | 'vendor'
  /** `now`: it is here. `offered`: it may come here next. `been`: it was here. `ahead`: it never came. */
  readonly state: 'now' | 'offered' | 'been' | 'ahead'
  readonly agentId: string | null
  readonly wallMinutes: number
  readonly supportMinutes: number
  readonly waitingMinutes: number
  readonly foundCause: boolean
  /** Null where there is nothing to learn. */
  readonly note: null | { readonly takenAt: Instant | null; readonly by: string | null }
}

export type Path = { readonly steps: readonly PathStep[]; readonly edges: readonly PathEdge[] }

/** A ticket's way up and down, for the drawing. */
export function path(plan: SupportPlan, events: readonly TicketEvent[], at: Instant): Path {
  const ticket = replay(events)
  if (!ticket) return { steps: [], edges: [] }
  const minutes = tierMinutesOf(plan, events, at)
  const own = plan.teams.tiers.map((tier) => ({ tier: tier.level, kind: 'tier' as const }))
  const vendor = plan.teams.vendor ? [{ tier: plan.teams.vendor.level, kind: 'vendor' as const }] : []
  const edges = pathEdges(plan, events)
  const steps = [...own, ...vendor]
    .toSorted((one, other) => one.tier - other.tier)
    .map(({ tier, kind }): PathStep => {
      const spent = minutes.find((one) => one.tier === tier)
      return {
        tier,
        kind,
        state: stateOf(ticket, tier, kind, edges),
        agentId: agentOn(ticket, tier),
        wallMinutes: spent?.wallMinutes ?? 0,
        supportMinutes: spent?.supportMinutes ?? 0,
        waitingMinutes: spent?.waitingMinutes ?? 0,
        foundCause: ticket.diagnosis?.byTier === tier,
        note: noteOf(ticket, tier),
      }
    })
  return { steps, edges }
}

function stateOf(
  { stage, waiting, offer, trail }: Ticket,
  tier: number,
  kind: PathStep['kind'],
  edges: readonly PathEdge[],
): PathStep['state'] {
  if (kind === 'vendor') {
    if (waiting?.for === 'vendor') return 'now'
    return edges.some((edge) => edge.to === tier) ? 'been' : 'ahead'
  }
  if ('tier' in stage && stage.tier === tier) return 'now'
  if (offer?.to === tier) return 'offered'
  return trail.some((entry) => entry.tier === tier) ? 'been' : 'ahead'
}

function agentOn({ stage, assigneeId, trail }: Ticket, tier: number): string | null {
  if ('tier' in stage && stage.tier === tier) return assigneeId
  return trail.find((entry) => entry.tier === tier)?.agentId ?? null
}

function noteOf(ticket: Ticket, tier: number): PathStep['note'] {
  const entry = tiersToLearn(ticket).find((one) => one.tier === tier)
  return entry ? { takenAt: entry.tookNoteAt, by: entry.tookNoteBy } : null
}
