import type { Instant } from '#features/people/domain/instant.ts'
import type { Actor } from '#features/people/domain/actor.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused, unwrap } from '#platform/errors.ts'
import { cancelJob, enqueue } from '#platform/jobs/enqueue.ts'
import { announce } from '#platform/live/announce.ts'
import { dueMoments, standingTargets } from '../domain/clocks/due-moments.ts'
import { mayEndAsking } from '../domain/asking.ts'
import { nextDue } from '../domain/clocks/next-due.ts'
import { decide } from '../domain/decide.ts'
import type { Context } from '../domain/decision.ts'
import { dueOfDuty, dutiesOf } from '../domain/duties.ts'
import { evolve } from '../domain/evolve.ts'
import type { EventAuthor, TicketEvent, TicketFact } from '../domain/events.ts'
import { noticesFor } from '../domain/moments.ts'
import type { Move } from '../domain/moves.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isForRequester, wordsForRequester, plainState } from '../domain/visibility.ts'
import { beginning, chain } from './chain.ts'
import { attachFiles } from './attach-files.ts'
import { freezeContext } from './freeze-context.ts'
import { countUses } from './known-issues.ts'
import { isHeard } from './listeners.ts'
import { staffRoles } from './staff.ts'
import { appendEvents } from './store/event-rows.ts'
import { replaceFollowers } from './store/followers.ts'
import { insertTicket, replaceDuties, type RowExtras, updateTicket } from './store/ticket-row.ts'

/** A ticket in hand: locked, with its events and the plan version that it runs under. */
export type InHand = {
  readonly plan: SupportPlan
  readonly number: number
  readonly ticket: Ticket | null
  readonly events: readonly TicketEvent[]
  readonly lastHash: Uint8Array
  /** When the clock looks at it next. */
  readonly clockAt: Instant | null
}

export type Recorded = { readonly ticket: Ticket; readonly events: readonly TicketEvent[] }

/**
 * The one way in which a ticket changes: decide, then write the events, the row that they make, the next look of the clock, and tell
 * whoever is looking. All in the caller's transaction; a refusal is thrown and changes nothing.
 */
export async function record(
  tx: Tx,
  inHand: InHand,
  actor: Actor,
  move: Move,
  context: Omit<Context, 'events'>,
): Promise<Recorded> {
  const { ticket, events, number, lastHash } = inHand
  const at = laterOf(tx.now, events.at(-1)?.at)
  const decided = unwrap<readonly TicketFact[]>(
    decide(inHand.plan, ticket, actor, move, at, { ...context, events }),
  )
  const added = numbered(decided, ticket?.version ?? 0, at, authorOf(actor))
  const moved = added.reduce<Ticket | null>(evolve, ticket)
  if (!moved) throw new Refused({ code: 'no-ticket' })
  const all = [...events, ...added]
  const plan = planAfter(inHand, moved, context)
  const links = chain(added, ticket ? lastHash : beginning)
  const standing = standingTargets(dueMoments(plan, all, at))
  const clockAt = nextDue(plan, moved, all, at)?.at ?? null
  const extras: RowExtras = {
    lastHash: links.at(-1)?.hash ?? lastHash,
    tier: tierOnTurn(plan, moved),
    changedAt: at,
    due: standing[0] ?? null,
    clockAt,
    written: written(added),
  }
  const duties = dutiesOf(plan, moved)
  const isRescheduled = ticket?.priority !== moved.priority || plan !== inHand.plan
  const hasNewDuties = !ticket || isRescheduled || changed(dutiesOf(inHand.plan, ticket), duties)
  const standsElsewhere = !ticket || plainState(inHand.plan, ticket) !== plainState(plan, moved)
  const isTold = added.some(({ fact }) => mayEndAsking(fact) || noticesFor(plan, fact).length > 0)
  // One round trip. The row comes first: the others refer to it.
  await Promise.all([
    ticket ? updateTicket(tx, ticket.version, moved, extras) : insertTicket(tx, number, moved, extras),
    appendEvents(tx, moved.id, links),
    hasNewDuties &&
      replaceDuties(
        tx,
        moved.id,
        duties.map((duty) => ({ ...duty, due: dueOfDuty(duty, standing) })),
      ),
    changed(ticket?.followers ?? [], moved.followers) && replaceFollowers(tx, moved.id, moved.followers),
    clockAt !== inHand.clockAt && wakeAt(tx, moved.id, clockAt),
    isTold && enqueue(tx, 'tickets.notify', { ticketId: moved.id, from: added[0]?.number, to: moved.version }),
    added.some(isHeard) &&
      enqueue(tx, 'tickets.heard', { ticketId: moved.id, from: added[0]?.number, to: moved.version }),
    tell(tx, moved, added, standsElsewhere),
    freezeContext(tx, moved, added),
  ])
  await attachFiles(tx, moved.id, actor, added)
  await countUses(tx, moved.id, all, ticket?.version ?? 0)
  return { ticket: moved, events: all }
}

/** The version of the plan that the ticket runs under from now on. */
function planAfter({ plan, ticket }: InHand, moved: Ticket, { migration }: Omit<Context, 'events'>): SupportPlan {
  if (!ticket || moved.planVersionId === ticket.planVersionId) return plan
  if (migration?.planVersionId === moved.planVersionId) return migration.plan
  throw new Error(`Ticket ${moved.id} came to a version of the plan that nobody looked up`)
}

/** Clocks of two nodes differ a little, and a mover may have waited for another: a ticket's own time never runs back. */
function laterOf(now: Instant, last: Instant | undefined): Instant {
  return last !== undefined && last > now ? last : now
}

function numbered(
  facts: readonly TicketFact[],
  version: number,
  at: Instant,
  by: EventAuthor,
): readonly TicketEvent[] {
  return facts.map((fact, index) => ({ number: version + index + 1, at, by, fact }))
}

function authorOf(actor: Actor): EventAuthor {
  return actor.kind === 'person'
    ? { kind: 'person', personId: actor.personId }
    : { kind: 'system', name: actor.name }
}

function tierOnTurn(plan: SupportPlan, { stage }: Ticket): number | null {
  switch (stage.name) {
    case 'investigating':
    case 'delivering':
      return stage.tier
    case 'confirming':
      return plan.process.contactTier
    case 'closed':
      return null
  }
}

function written(events: readonly TicketEvent[]): RowExtras['written'] {
  const all = events.flatMap(({ fact }) => ('words' in fact ? Object.values(fact.words) : []))
  const open = events.flatMap(({ fact }) => wordsForRequester(fact))
  return { all: all.join('\n'), open: open.join('\n') }
}

function changed(before: readonly unknown[], after: readonly unknown[]): boolean {
  return JSON.stringify(before) !== JSON.stringify(after)
}

/** One job per ticket: a new moment replaces the old one. */
export async function wakeAt(tx: Tx, ticketId: string, at: Instant | null): Promise<void> {
  if (at) await enqueue(tx, 'tickets.clock', { ticketId }, { key: ticketId, runAt: at })
  else await cancelJob(tx, 'tickets.clock', ticketId)
}

async function tell(
  tx: Tx,
  ticket: Ticket,
  added: readonly TicketEvent[],
  standsElsewhere: boolean,
): Promise<void> {
  const [subject, data] = [ticket.id, { version: ticket.version }]
  const ofRequester = standsElsewhere || added.some(({ fact }) => isForRequester(fact))
  await Promise.all([
    announce(tx, { topic: 'ticket', subject, data, audience: { roles: staffRoles } }),
    ofRequester &&
      announce(tx, { topic: 'my-ticket', subject, data, audience: { persons: [ticket.requesterId] } }),
  ])
}
