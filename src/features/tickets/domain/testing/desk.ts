import type { Actor, PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { decide } from '../decide.ts'
import { type Context, type Decision, noContext } from '../decision.ts'
import type { TicketEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { Move, MoveOf } from '../moves.ts'
import type { Ticket } from '../ticket.ts'
import { otherVersion } from './test-plan.ts'

/** A ticket in a test: under a plan, at a moment, with what happened so far. */
export type Desk = {
  readonly plan: SupportPlan
  readonly at: Instant
  readonly events: readonly TicketEvent[]
  readonly ticket: Ticket | null
}

/** A Monday morning on which everybody works. */
export const monday: Instant = '2026-11-16T09:00:00.000Z'

export function newDesk(plan: SupportPlan, at: Instant = monday): Desk {
  return { plan, at, events: [], ticket: null }
}

export function later(desk: Desk, minutes: number): Desk {
  return { ...desk, at: new Date(Date.parse(desk.at) + minutes * 60_000).toISOString() }
}

export function judge(desk: Desk, actor: Actor, move: Move, context: Partial<Context> = {}): Decision {
  const migration =
    move.move === 'migrate'
      ? { planVersionId: move.planVersionId, plan: otherVersion(desk.plan), fromNumber: 1, toNumber: 2 }
      : null
  const found = { knownIssueExists: true, linkedTicketExists: true, migration }
  const full = { ...noContext, ...found, ...context, events: desk.events }
  return decide(desk.plan, desk.ticket, actor, move, desk.at, full)
}

/** What a desk is after a move; a refused move changes nothing. */
export function after(desk: Desk, actor: Actor, decision: Decision): Desk {
  if (!decision.ok) return desk
  const by =
    actor.kind === 'person'
      ? ({ kind: 'person', personId: actor.personId } as const)
      : ({ kind: 'system', name: actor.name } as const)
  const version = desk.ticket?.version ?? 0
  const added = decision.value.map(
    (fact, index): TicketEvent => ({ number: version + index + 1, at: desk.at, by, fact }),
  )
  const plan = decision.value.some((fact) => fact.type === 'migrated') ? otherVersion(desk.plan) : desk.plan
  const ticket = added.reduce<Ticket | null>(evolve, desk.ticket)
  return { ...desk, plan, events: [...desk.events, ...added], ticket }
}

/** A move that a test counts on: it is an error when it is refused. */
export function make(desk: Desk, actor: Actor, move: Move, assignee: PersonActor | null = null): Desk {
  const decision = judge(desk, actor, move, { assignee })
  if (decision.ok) return after(desk, actor, decision)
  throw new Error(`"${move.move}" was refused: ${JSON.stringify(decision.refusal)}`)
}

export function ticketOf(desk: Desk): Ticket {
  if (desk.ticket) return desk.ticket
  throw new Error('There is no ticket yet')
}

export const opening: MoveOf<'open'> = {
  move: 'open',
  ticketId: 'ticket-1',
  planVersionId: 'plan-1',
  requesterId: 'req',
  source: 'portal',
  subject: 'My phone will not enroll',
  description: 'It stops at the company screen.',
  files: [],
  category: 'enrollment-blocked',
  platform: 'ios',
  impact: null,
  urgency: null,
  phase: 'full-production',
  wave: 'wave-2',
  evidence: [],
}
