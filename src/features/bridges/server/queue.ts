import { codesIn, spellingsOf } from '#features/knowledge/domain/codes.ts'
import type { PlanInForce } from '#features/plan/server/actions.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { personsByIds } from '#features/people/server/actions.ts'
import {
  openedForBridge,
  queueForBridge,
  ticketsNamed,
  wordsSeenBefore,
} from '#features/tickets/server/actions.ts'
import { ongoingBursts } from '#features/triage/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { AgendaFacts } from '../domain/agenda.ts'
import type { FollowUp, QueueBurst, QueueTicket } from '../domain/queue.ts'
import { openDecisions, openTasks } from './store/decided.ts'

/** Bounds for a desk that is far behind: no agenda is made of more. */
const mostOpen = 3000
const mostOpened = 20_000
/** Codes are looked for in what was opened since. */
const codesFromDays = 15

/** The queue at a moment, read once for all agendas that are made of it. */
export type Queue = {
  readonly tickets: readonly QueueTicket[]
  readonly bursts: readonly QueueBurst[]
}

export async function readQueue(tx: Tx): Promise<Queue> {
  const since = new Date(Date.parse(tx.now) - codesFromDays * 86_400_000).toISOString()
  const [open, opened, bursts] = await Promise.all([
    queueForBridge(tx, mostOpen),
    openedForBridge(tx, since, mostOpened),
    readBursts(tx),
  ])
  const codes = new Map(opened.map(({ id, text }) => [id, codesIn(text)]))
  return { tickets: open.map((ticket) => ({ ...ticket, codes: codes.get(ticket.id) ?? [] })), bursts }
}

/** What triage found, as it last looked: there is one detector. */
export async function readBursts(tx: Tx): Promise<readonly QueueBurst[]> {
  const bursts = await ongoingBursts(tx)
  const named = await ticketsNamed(
    tx,
    bursts.flatMap(({ ticketIds }) => ticketIds),
  )
  return bursts.map(({ kind, about, values, ticketIds }) => ({
    ...{ kind, about, values },
    tickets: ticketIds
      .flatMap((id) => named.get(id) ?? [])
      .map(({ id, number }) => ({ id, number }))
      .toSorted((one, other) => one.number - other.number),
  }))
}

/** What one meeting's agenda is made of. */
export async function agendaFacts(
  tx: Tx,
  plan: PlanInForce,
  { tickets, bursts }: Queue,
  meeting: { readonly startsAt: Instant; readonly lastHeldAt: Instant; readonly day: string },
): Promise<AgendaFacts> {
  const { startsAt, lastHeldAt, day } = meeting
  const fresh = tickets.filter(({ openedAt }) => openedAt > lastHeldAt)
  return {
    plan: plan.document,
    startsAt,
    lastHeldAt,
    tickets,
    bursts,
    newCodes: await unseenCodes(tx, fresh, lastHeldAt),
    followUps: await followUpsFor(tx, day),
  }
}

/** Codes of these tickets that stand in none that was opened before; each is looked for as it may be spelled. */
async function unseenCodes(
  tx: Tx,
  tickets: readonly QueueTicket[],
  before: Instant,
): Promise<ReadonlySet<string>> {
  const codes = [...new Set(tickets.flatMap((ticket) => ticket.codes))]
  const seen = await wordsSeenBefore(
    tx,
    codes.flatMap((code) => spellings(code)),
    before,
  )
  return new Set(codes.filter((code) => !spellings(code).some((word) => seen.has(word))))
}

const spellings = (code: string) => spellingsOf(code).map((spelled) => spelled.toLowerCase())

/** Tasks that are due by the day of the meeting, and decisions that nobody has carried out. */
async function followUpsFor(tx: Tx, day: string): Promise<readonly FollowUp[]> {
  const [tasks, decisions] = await Promise.all([openTasks(tx), openDecisions(tx)])
  const due = tasks.filter((task) => task.due <= day)
  const names = await personsByIds(tx, [...due.map(({ ownerId }) => ownerId), ...decisions.map(({ by }) => by)])
  const name = (id: string) => names.get(id)?.name ?? ''
  return [
    ...due.map(({ id, what, ownerId, due: until }) => ({ id, what, who: name(ownerId), due: until })),
    ...decisions.map(({ id, what, by }) => ({ id, what, who: name(by), due: null })),
  ].slice(0, 15)
}
