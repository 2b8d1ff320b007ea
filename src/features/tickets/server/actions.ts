import type { Actor, PersonActor } from '#features/people/domain/actor.ts'
import { actorOf, personById } from '#features/people/server/actions.ts'
import { phaseAt, waveFor } from '#features/plan/domain/lookup.ts'
import { dayAt } from '#features/plan/domain/rollout-day.ts'
import { planVersion, publishedPlan } from '#features/plan/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import { atOnce, onItsOwn, type Transactions, type Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { MoveInput, OpenTicket } from '../contract/moves.ts'
import type { RequesterTicket } from '../contract/ticket-view.ts'
import { nextDue } from '../domain/clocks/next-due.ts'
import { type Context, noContext } from '../domain/decision.ts'
import type { TicketFact } from '../domain/events.ts'
import { checkFresh } from '../domain/freshness.ts'
import { issueOf } from '../domain/known-issue.ts'
import type { Move } from '../domain/moves.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isForRequester } from '../domain/visibility.ts'
import { knownIssueFor, writeDown } from './known-issues.ts'
import { type InHand, type Recorded, record, wakeAt } from './record.ts'
import { isStaff } from './staff.ts'
import { readEvents } from './store/event-rows.ts'
import { findTicket, nextNumber } from './store/ticket-row.ts'
import { deskView, requesterView } from './views.ts'

export type { EvidenceServices } from './evidence-services.ts'
export type { TicketHeard, TicketListener } from './listeners.ts'
export { idOfNumber, numberAfter, ticketsNamed } from './store/ticket-row.ts'

/** The queue and what happened to tickets, as bridges look at them. */
export {
  countOnBridge,
  factsSince,
  openedForBridge,
  queueForBridge,
  wordsSeenBefore,
} from './store/for-bridges.ts'

export { ticketForDevices } from './for-devices.ts'

/** A ticket as its page shows it, with the moves that this person may make next. */
export { deskView }
export { moveGiven } from './move-given.ts'

/** Tickets as they are compared with each other, and what became of them. */
export {
  comparedTickets,
  diagnosedSince,
  havingAnyWord,
  ofRequester,
  openedSince,
  ticketOutcomes,
} from './store/for-triage.ts'
export type { ComparedTicket, DiagnosedTicket, TicketOutcome } from './store/for-triage.ts'

/** What the tickets of a wave say, and who has any. */
export { openPerWave, requestersAmong, waveTickets } from './by-wave.ts'

/** The desk's past, for whoever learns from it. */
export { countPast, readPast, startOfLast } from './past.ts'

/**
 * A number for a ticket that is about to be opened. Taken before the transaction that opens it, so that openings do not wait for
 * each other's commit; one that is not used leaves a gap.
 */
export function reserveNumber(platform: Transactions, orgId: string): Promise<number> {
  return onItsOwn(() => atOnce(platform, orgId, nextNumber))
}

export type Opening = Omit<OpenTicket, 'requesterId' | 'tried'> & {
  readonly requesterId: string
  readonly source: Ticket['source']
}

/** Opens a ticket under the published plan. Refused with `no-published-plan` while there is none. */
export async function openTicket(
  tx: Tx,
  actor: Actor,
  number: number,
  opening: Opening,
): Promise<Recorded & { readonly number: number }> {
  const [published, requester] = await Promise.all([publishedPlan(tx), personById(tx, opening.requesterId)])
  if (!published) throw new Refused({ code: 'no-published-plan' })
  if (!requester) throw new Refused({ code: 'unknown-person' })
  const plan = published.document
  const today = dayAt(plan, tx.now)
  const move: Move = {
    move: 'open',
    ticketId: newId(),
    planVersionId: published.id,
    ...opening,
    phase: phaseAt(plan, today)?.key ?? null,
    wave: waveFor(plan, requester.groups, today)?.key ?? null,
  }
  const inHand: InHand = { plan, number, ticket: null, events: [], lastHash: Buffer.alloc(0), clockAt: null }
  return { ...(await record(tx, inHand, actor, move, noContext)), number }
}

export type MoveOnTicket = {
  readonly ticketId: string
  readonly move: Exclude<Move, { move: 'open' }>
  /** The version that the mover has seen; null when it does not matter. */
  readonly seenVersion: number | null
}

/** Moves a ticket on, or throws why not: `NotFound` also where the actor may not know of it. */
export async function moveTicket(
  tx: Tx,
  actor: Actor,
  { ticketId, move, seenVersion }: MoveOnTicket,
): Promise<Recorded & { readonly number: number }> {
  const inHand = await takeInHand(tx, ticketId)
  if (!inHand || !maySeeTicket(actor, inHand.ticket)) throw new NotFound('ticket')
  const stale = checkFresh(inHand.ticket, move, seenVersion)
  if (stale) {
    const since = inHand.events.filter(({ number, fact }) => number > (seenVersion ?? 0) && mayHearOf(actor, fact))
    throw new Refused({
      ...stale.refusal,
      ...{ since: since.map(({ number, at, by, fact }) => ({ number, at, by, type: fact.type })) },
    })
  }
  const context = await lookUp(tx, actor, move, inHand)
  return { ...(await record(tx, inHand, actor, move, context)), number: inHand.number }
}

/** A ticket and what happened to it. `NotFound` also where the actor may not know of it. */
export async function readTicket(
  tx: Tx,
  actor: Actor,
  ticketId: string,
): Promise<Recorded & { readonly number: number }> {
  const [stored, events] = await Promise.all([findTicket(tx, ticketId, { lock: false }), readEvents(tx, ticketId)])
  if (!stored || !maySeeTicket(actor, stored.ticket)) throw new NotFound('ticket')
  return { ticket: stored.ticket, events, number: stored.number }
}

/**
 * Writes a known issue down from a ticket, as a draft: what its diagnosis says as far as there is one. Gives its id, or that of the
 * known issue that the diagnosis names already.
 */
export async function draftFromTicket(
  tx: Tx,
  actor: PersonActor,
  { ticketId, title }: { readonly ticketId: string; readonly title: string },
): Promise<string> {
  const { ticket, events } = await readTicket(tx, actor, ticketId)
  const { diagnosis } = ticket
  const named = issueOf(diagnosis?.knownIssue ?? null)
  if (named !== null) return named
  const { rootCause, solution } = diagnosis ?? { rootCause: '', solution: '' }
  return writeDown(tx, actor.personId, { title, rootCause, solution, ticket, events })
}

/** The ticket as its requester reads it. `NotFound` for anyone else. */
export async function showToRequester(tx: Tx, actor: PersonActor, ticketId: string): Promise<RequesterTicket> {
  const read = await readTicket(tx, actor, ticketId)
  if (read.ticket.requesterId !== actor.personId) throw new NotFound('ticket')
  return requesterView(tx, actor, read)
}

/** A move of the requester on their own ticket. */
export async function moveAsRequester(
  tx: Tx,
  actor: PersonActor,
  { move, ...request }: Omit<MoveOnTicket, 'move'> & { readonly move: MoveInput },
): Promise<RequesterTicket> {
  const read = await readTicket(tx, actor, request.ticketId)
  if (read.ticket.requesterId !== actor.personId) throw new NotFound('ticket')
  const seenVersion = asSeenByRequester(read, request.seenVersion)
  const moved = await moveTicket(tx, actor, { ...request, seenVersion, move: ownMove(move) })
  return requesterView(tx, actor, moved)
}

/** A requester who missed only what they never hear of, such as a note or a target, has seen the ticket as it is. */
function asSeenByRequester({ ticket, events }: Recorded, seenVersion: number | null): number | null {
  if (seenVersion === null || seenVersion > ticket.version) return seenVersion
  const missed = events.some(({ number, fact }) => number > seenVersion && isForRequester(fact))
  return missed ? seenVersion : ticket.version
}

function ownMove(move: MoveInput): MoveOnTicket['move'] {
  switch (move.move) {
    case 'answer':
      return { ...move, source: 'portal' }
    case 'confirm':
    case 'rate':
    case 'reopen':
      return move
    default:
      throw new Refused({ code: 'not-for-requesters' })
  }
}

/** Does what the clock has to do on a ticket by now: each due moment once, however often this is called. */
export async function runClock(tx: Tx, ticketId: string): Promise<void> {
  for (;;) {
    const inHand = await takeInHand(tx, ticketId)
    if (!inHand) return
    const { plan, ticket, events } = inHand
    const due = nextDue(plan, ticket, events, tx.now)
    if (!due || due.at > tx.now) return wakeAt(tx, ticketId, due?.at ?? null)
    await record(tx, inHand, { kind: 'system', name: 'clock' }, due.move, noContext)
  }
}

export function maySeeTicket(actor: Actor, ticket: Ticket): boolean {
  return actor.kind === 'system' || isStaff(actor.roles) || ticket.requesterId === actor.personId
}

/** That a colleague wrote a note or warned a lead is nothing for a requester, also without the words. */
function mayHearOf(actor: Actor, fact: TicketFact): boolean {
  return actor.kind === 'system' || isStaff(actor.roles) || isForRequester(fact)
}

async function takeInHand(tx: Tx, ticketId: string): Promise<(InHand & { readonly ticket: Ticket }) | null> {
  // The events are read once the lock is held: they travel together, but are done one after the other.
  const [stored, events] = await Promise.all([findTicket(tx, ticketId, { lock: true }), readEvents(tx, ticketId)])
  if (!stored) return null
  const { document } = await planVersion(tx, stored.ticket.planVersionId)
  const { ticket, number, lastHash, clockAt } = stored
  return { plan: document, number, ticket, events, lastHash, clockAt }
}

async function lookUp(
  tx: Tx,
  actor: Actor,
  move: Move,
  { ticket, events }: InHand & { readonly ticket: Ticket },
): Promise<Omit<Context, 'events'>> {
  if (move.move === 'diagnose') return { ...noContext, ...(await knownIssueFor(tx, actor, move, ticket, events)) }
  if (move.move === 'assign') {
    const assignee = await personById(tx, move.agentId)
    return { ...noContext, assignee: assignee && (await actorOf(tx, assignee.id)) }
  }
  if (move.move === 'migrate') {
    const [before, to] = await Promise.all([planVersion(tx, ticket.planVersionId), publishedPlan(tx)])
    if (to?.id !== move.planVersionId) return noContext
    const numbers = { fromNumber: before.number, toNumber: to.number }
    return { ...noContext, migration: { planVersionId: to.id, plan: to.document, ...numbers } }
  }
  if (move.move === 'link') {
    const linked = await findTicket(tx, move.ticketId, { lock: false })
    return { ...noContext, linkedTicketExists: linked !== null && maySeeTicket(actor, linked.ticket) }
  }
  return noContext
}
