import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { highestTier } from '#features/plan/domain/lookup.ts'
import type { FactOf, FactType, TicketEvent } from './events.ts'
import { evidenceAsked, isFilled } from './evidence.ts'
import { evolve } from './evolve.ts'
import type { Ticket } from './ticket.ts'
import { tierNow } from './when.ts'

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
    if (before) edges = drawn(event.fact.type, edges, event.fact, { plan, before, event })
  }
  return edges
}

type Moment = { readonly plan: SupportPlan; readonly before: Ticket; readonly event: TicketEvent }
type Draw<Type extends FactType> = (
  edges: readonly PathEdge[],
  fact: FactOf<Type>,
  moment: Moment,
) => readonly PathEdge[]

/** The facts that are a step of the way; the others draw nothing. */
const draws: { readonly [Type in FactType]?: Draw<Type> } = {
  'handover-offered': (edges, { from, to, fastLane, waived }, { plan, before, event }) => {
    const evidence = evidenceAlong(plan, before, from, to)
    return [...edges, edge(event, 'up', from, to, { evidence, waived: waived.length, fastLane })]
  },
  'handover-withdrawn': (edges) => edges.filter((one) => one !== lastUp(edges)),
  'handover-accepted': (edges, _, { event }) => done(edges, lastUp(edges), event.at),
  'sent-back': (edges, { from, to, missing }, { event }) => [
    ...edges,
    edge(event, 'back', from, to, { evidence: missing.length, doneAt: event.at }),
  ],
  'vendor-case-opened': (edges, _, { plan, before, event }) => {
    const [from, to] = [tierNow(plan, before), vendorLevel(plan)]
    return [...edges, edge(event, 'up', from, to, { evidence: evidenceAlong(plan, before, from, to) })]
  },
  'vendor-answered': (edges, _, { plan, before, event }) => [
    ...edges,
    edge(event, 'down', vendorLevel(plan), tierNow(plan, before), { doneAt: event.at }),
  ],
  diagnosed: (edges, { tier }, { before, event }) => {
    const below = before.trail.map((entry) => entry.tier).filter((one) => one < tier)
    return [...edges, ...below.map((to) => edge(event, 'down', tier, to, {}))]
  },
  'note-taken': (edges, { tier }, { event }) =>
    done(
      edges,
      edges.findLast((one) => one.direction === 'down' && one.to === tier),
      event.at,
    ),
  contacted: (edges, { outcome }, { plan, before, event }) => {
    if (outcome === 'not-reached') return edges
    const doneAt = outcome === 'applied' ? event.at : null
    const told = edge(event, 'down', tierNow(plan, before), requesterStep, { doneAt })
    if (outcome === 'applied' || !before.diagnosis) return [...edges, told]
    const back = edge(event, 'again', requesterStep, before.diagnosis.byTier, { doneAt: event.at })
    return [...edges, told, back]
  },
  reopened: (edges, { tier }, { event }) => [
    ...edges,
    edge(event, 'again', requesterStep, tier, { doneAt: event.at }),
  ],
}

function drawn<Type extends FactType>(
  type: Type,
  edges: readonly PathEdge[],
  fact: FactOf<Type>,
  moment: Moment,
): readonly PathEdge[] {
  return draws[type]?.(edges, fact, moment) ?? edges
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

function lastUp(edges: readonly PathEdge[]): PathEdge | undefined {
  return edges.findLast((one) => one.direction === 'up')
}

function done(edges: readonly PathEdge[], which: PathEdge | undefined, at: Instant): readonly PathEdge[] {
  return edges.map((one) => (one === which ? { ...one, doneAt: at } : one))
}

function evidenceAlong(plan: SupportPlan, ticket: Ticket, from: number, to: number): number {
  return evidenceAsked(plan, ticket, from, to).filter((item) => isFilled(item, ticket.evidence)).length
}

function vendorLevel(plan: SupportPlan): number {
  return plan.teams.vendor?.level ?? highestTier(plan).level + 1
}
