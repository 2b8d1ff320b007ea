import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { TicketEvent } from './events.ts'
import { evidenceAsked, isFilled } from './evidence.ts'
import { evolve } from './evolve.ts'
import type { Ticket } from './ticket.ts'

/** The requester stands below the lowest tier. */
export const requesterStep = 0

/** One step of a ticket's way, in the order in which they were made. */
export type PathEdge = {
  readonly number: number
  readonly at: Instant
  readonly by: TicketEvent['by']
  readonly from: number
  readonly to: number
  /** `up` with evidence, `back` with what is missing, `down` with the solution, `again` because it did not work. */
  readonly direction: 'up' | 'back' | 'down' | 'again'
  /** Up: items of evidence that went along. Back: items that were missing. */
  readonly evidence: number
  readonly waived: number
  readonly fastLane: boolean
  /** Up: when the receiver accepted. Down: when the tier took note, or the requester was helped. */
  readonly doneAt: Instant | null
}

export function pathEdges(plan: SupportPlan, events: readonly TicketEvent[]): readonly PathEdge[] {
  let edges: readonly PathEdge[] = []
  let ticket: Ticket | null = null
  for (const event of events) {
    const before: Ticket | null = ticket
    ticket = evolve(before, event)
    edges = before ? next(edges, plan, before, event) : edges
  }
  return edges
}

function next(
  edges: readonly PathEdge[],
  plan: SupportPlan,
  before: Ticket,
  event: TicketEvent,
): readonly PathEdge[] {
  const { fact, at } = event
  const { stage } = before
  const here = 'tier' in stage ? stage.tier : plan.process.contactTier
  const vendor = plan.teams.vendor?.level ?? here + 1
  switch (fact.type) {
    case 'handover-offered': {
      const { from, to, fastLane } = fact
      const evidence = evidenceAlong(plan, before, from, to)
      return [...edges, edge(event, 'up', from, to, { evidence, waived: fact.waived.length, fastLane })]
    }
    case 'handover-withdrawn':
      return edges.filter((one) => one !== openUp(edges))
    case 'handover-accepted':
      return done(edges, openUp(edges), at)
    case 'sent-back':
      return [...edges, edge(event, 'back', fact.from, fact.to, { evidence: fact.missing.length, doneAt: at })]
    case 'vendor-case-opened':
      return [...edges, edge(event, 'up', here, vendor, { evidence: evidenceAlong(plan, before, here, vendor) })]
    case 'vendor-answered':
      return [...edges, edge(event, 'down', vendor, here, { doneAt: at })]
    case 'diagnosed': {
      const below = before.trail.map((entry) => entry.tier).filter((tier) => tier < fact.tier)
      return [...edges, ...below.map((tier) => edge(event, 'down', fact.tier, tier, {}))]
    }
    case 'note-taken':
      return done(
        edges,
        edges.findLast((one) => one.direction === 'down' && one.to === fact.tier),
        at,
      )
    case 'contacted': {
      if (fact.outcome === 'not-reached') return edges
      const told = edge(event, 'down', here, requesterStep, { doneAt: fact.outcome === 'applied' ? at : null })
      if (fact.outcome === 'applied' || !before.diagnosis) return [...edges, told]
      return [...edges, told, edge(event, 'again', requesterStep, before.diagnosis.byTier, { doneAt: at })]
    }
    case 'reopened':
      return [...edges, edge(event, 'again', requesterStep, fact.tier, { doneAt: at })]
    default:
      return edges
  }
}

function edge(
  { number, at, by }: TicketEvent,
  direction: PathEdge['direction'],
  from: number,
  to: number,
  more: Partial<Pick<PathEdge, 'evidence' | 'waived' | 'fastLane' | 'doneAt'>>,
): PathEdge {
  return { number, at, by, from, to, direction, evidence: 0, waived: 0, fastLane: false, doneAt: null, ...more }
}

function openUp(edges: readonly PathEdge[]): PathEdge | undefined {
  return edges.findLast((one) => one.direction === 'up')
}

function done(edges: readonly PathEdge[], which: PathEdge | undefined, at: Instant): readonly PathEdge[] {
  return edges.map((one) => (one === which ? { ...one, doneAt: at } : one))
}

function evidenceAlong(plan: SupportPlan, ticket: Ticket, from: number, to: number): number {
  return evidenceAsked(plan, ticket, from, to).filter((item) => isFilled(item, ticket.evidence)).length
}
