import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Priority } from '#features/plan/domain/document/teams.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { TicketEvent } from '#features/tickets/domain/events.ts'
import { type PastTicket, planOf } from '../past-ticket.ts'
import { causeKeys } from './cause-keys.ts'
import { stretchesOf, type Stretch } from './stretches.ts'
import { statesOf, type TicketState } from './ticket-states.ts'

/** What one ticket says about the assumptions. Small: a year of tickets fits in memory when their events do not. */
export type Observation = {
  readonly ticketId: string
  readonly plan: SupportPlan
  readonly openedAt: Instant
  readonly wave: string | null
  readonly platform: Platform | null
  readonly priority: Priority
  readonly stretches: readonly Stretch[]
  /** Everything that an agent did, at its moment. */
  readonly acts: readonly { readonly agentId: string; readonly at: Instant }[]
  /** On the way down: what an agent did, and since when it lay ready for them. */
  readonly down: readonly DownAct[]
  readonly handovers: readonly { readonly to: number; readonly sentBack: boolean }[]
  /** On the wall clock. */
  readonly vendorMinutes: readonly number[]
  readonly found: Found | null
}

export type DownAct = {
  readonly kind: 'take-note' | 'contact'
  readonly tier: number
  readonly agentId: string
  readonly since: Instant
  readonly at: Instant
}

/** Where the cause was found in the end, and by which names it can be recognised. */
export type Found = {
  readonly at: Instant
  readonly tier: number
  readonly byVendor: boolean
  /** When the contact tier had found it, or handed it up for the first time. */
  readonly decidedAt: Instant
  readonly atContactTier: boolean
  readonly keys: readonly string[]
}

/** Reads a ticket's events. Pure; the clocks of several tickets come together in `fitAssumptions`. */
export function observe(past: PastTicket): Observation {
  const { ticketId, events } = past
  const plan = planOf(past)
  const states = statesOf(events)
  const ticket = states.at(-1)?.ticket
  if (!ticket) throw new Error(`Ticket ${ticketId} has no events`)
  return {
    ticketId,
    plan,
    openedAt: ticket.openedAt,
    wave: ticket.wave,
    platform: ticket.platform,
    priority: ticket.priority,
    stretches: stretchesOf(states),
    acts: actsOf(events, ticket.requesterId),
    down: downOf(states, plan.process.contactTier),
    handovers: handoversOf(events),
    vendorMinutes: vendorOf(events),
    found: foundOf(states, plan.process.contactTier),
  }
}

function actsOf(events: readonly TicketEvent[], requesterId: string): Observation['acts'] {
  return events.flatMap(({ by, at }) =>
    by.kind === 'person' && by.personId !== requesterId ? [{ agentId: by.personId, at }] : [],
  )
}

/** Only of what was found above the contact tier; contacting ends when the solution is applied, taking note may come after. */
function downOf(states: readonly TicketState[], contactTier: number): readonly DownAct[] {
  const acts: DownAct[] = []
  let since: Instant | null = null
  let contactSince: Instant | null = null
  for (const { event, ticket } of states) {
    const { fact, at, by } = event
    const agentId = by.kind === 'person' ? by.personId : null
    if (fact.type === 'diagnosed') since = contactSince = fact.tier > contactTier ? at : null
    if (agentId === null || since === null) continue
    if (fact.type === 'note-taken' && !fact.onBridge && fact.tier !== contactTier) {
      acts.push({ kind: 'take-note', tier: fact.tier, agentId, since, at })
      if (ticket.stage.name === 'delivering' && ticket.stage.tier !== contactTier) since = at
    }
    const isContact =
      fact.type === 'contacted' || (fact.type === 'note-taken' && !fact.onBridge && fact.tier === contactTier)
    if (isContact && contactSince !== null) {
      acts.push({ kind: 'contact', tier: contactTier, agentId, since: contactSince, at })
      contactSince = at
    }
    if (fact.type === 'contacted' && fact.outcome === 'applied') contactSince = null
  }
  return acts
}

/** A handover that is offered again after it was sent back is the same handover. */
function handoversOf(events: readonly TicketEvent[]): Observation['handovers'] {
  const found = new Map<number, boolean>()
  for (const { fact } of events) {
    if (fact.type === 'handover-offered' && !found.has(fact.to)) found.set(fact.to, false)
    if (fact.type === 'sent-back' && found.has(fact.from)) found.set(fact.from, true)
  }
  return [...found].map(([to, sentBack]) => ({ to, sentBack }))
}

function vendorOf(events: readonly TicketEvent[]): readonly number[] {
  const minutes: number[] = []
  let asked: Instant | null = null
  for (const { fact, at } of events) {
    if (fact.type === 'vendor-case-opened') asked = at
    if (fact.type === 'vendor-answered' && asked) {
      minutes.push((Date.parse(at) - Date.parse(asked)) / 60_000)
      asked = null
    }
  }
  return minutes
}

function foundOf(states: readonly TicketState[], contactTier: number): Found | null {
  const diagnosed = states.findLastIndex(({ event }) => event.fact.type === 'diagnosed')
  const { event } = states[diagnosed] ?? {}
  if (event?.fact.type !== 'diagnosed') return null
  const decided = states.find(
    ({ event: { fact } }) =>
      (fact.type === 'handover-offered' && fact.from === contactTier) || fact.type === 'diagnosed',
  )
  const first = states.find(({ event: { fact } }) => fact.type === 'diagnosed')?.event.fact
  return {
    at: event.at,
    tier: event.fact.tier,
    byVendor: states.slice(0, diagnosed).some((state) => state.event.fact.type === 'vendor-answered'),
    decidedAt: decided?.event.at ?? event.at,
    atContactTier: first?.type === 'diagnosed' && first.tier === contactTier,
    keys: causeKeys(event.fact, states.at(-1)?.ticket.links ?? []),
  }
}
