import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import { addSupportMinutes, supportMinutesBetween } from '#features/plan/domain/support-hours.ts'
import type { ItemKind, Why } from './meeting.ts'
import type { FollowUp, QueueBurst, QueueTicket } from './queue.ts'

/** What the queue puts on the agenda, and why. */
export type WantedItem = {
  readonly kind: Exclude<ItemKind, 'own'>
  readonly ticketId: string | null
  readonly followsId: string | null
  readonly why: Why
  readonly minutes: number
}

export type AgendaFacts = {
  readonly plan: SupportPlan
  readonly startsAt: Instant
  /** When the bridge met before; what vendors answered since is news. */
  readonly lastHeldAt: Instant
  readonly tickets: readonly QueueTicket[]
  readonly bursts: readonly QueueBurst[]
  /** Codes of these tickets that no earlier ticket had, by code. */
  readonly newCodes: ReadonlySet<string>
  readonly followUps: readonly FollowUp[]
}

/** What is loose ends comes first and is short; then what hits most people, what was asked for, what presses, what is news. */
export const kindsInOrder = [
  'follow-up',
  'burst',
  'brought',
  'due-soon',
  'bounced',
  'vendor-answer',
  'stuck',
  'new-code',
] as const satisfies readonly WantedItem['kind'][]

/** The usual time box of each kind, in minutes. */
export const usualMinutes: Readonly<Record<ItemKind, number>> = {
  'follow-up': 2,
  burst: 8,
  brought: 5,
  'due-soon': 4,
  bounced: 5,
  'vendor-answer': 3,
  stuck: 4,
  'new-code': 3,
  own: 5,
}

/** Support minutes without a move after which a ticket is stuck, by priority. */
const stuckAfter: Readonly<Record<QueueTicket['priority'], number>> = { 1: 120, 2: 240, 3: 480, 4: 960 }
/** What has to be found or solved within so many support minutes of the start of the meeting presses. */
const dueWithin = 120
const pressingTargets: readonly string[] = ['work', 'resolve']
/** What people brought is all on the agenda; of what the desk finds itself, the first so many. */
const mostFound = 20

/**
 * The agenda as the queue has it: each ticket once, for the first of its reasons. The same facts give the same agenda, in whichever
 * order they come.
 */
export function agendaFrom(facts: AgendaFacts): readonly WantedItem[] {
  const open = new Set(facts.tickets.map(({ id }) => id))
  const bursts = burstItems(facts, open)
  const spokenFor = new Set(bursts.map(({ ticketId }) => ticketId))
  const inBurst = new Set(facts.bursts.flatMap(({ tickets }) => tickets.map(({ id }) => id)))
  const single = facts.tickets
    .filter(({ id, broughtBy }) => !spokenFor.has(id) && (broughtBy !== null || !inBurst.has(id)))
    .toSorted(byUrgency)
    .flatMap((ticket) => reasonFor(facts, ticket) ?? [])
  const all = [...bursts, ...single].toSorted((one, other) => rank(one) - rank(other))
  const found = new Set(all.filter(({ kind }) => kind !== 'brought').slice(0, mostFound))
  return [...followUpItems(facts.followUps), ...all.filter((one) => one.kind === 'brought' || found.has(one))]
}

const rank = ({ kind }: WantedItem) => kindsInOrder.indexOf(kind)

/** The first reason that holds, in the order of the agenda. */
function reasonFor(facts: AgendaFacts, ticket: QueueTicket): WantedItem | null {
  return (
    brought(ticket) ??
    dueSoon(facts, ticket) ??
    bounced(ticket) ??
    vendorAnswer(facts, ticket) ??
    stuck(facts, ticket) ??
    newCode(facts, ticket)
  )
}

function item(kind: WantedItem['kind'], ticketId: string, why: Why): WantedItem {
  return { kind, ticketId, followsId: null, why, minutes: usualMinutes[kind] }
}

function brought({ id, broughtBy, bounces }: QueueTicket): WantedItem | null {
  return broughtBy === null ? null : item('brought', id, { by: broughtBy, bounces })
}

function dueSoon({ plan, startsAt }: AgendaFacts, { id, stage, due, waiting }: QueueTicket): WantedItem | null {
  if (!due || !pressingTargets.includes(due.target) || waiting !== null || stage !== 'investigating') return null
  const hours = due.tier === null ? null : tierOf(plan, due.tier)?.supportHours
  const until = addSupportMinutes(hoursOf(plan, hours ?? plan.process.targetHours), startsAt, dueWithin)
  if (due.at > until) return null
  return item('due-soon', id, { target: due.target, dueAt: due.at, missed: due.at <= startsAt ? 1 : 0 })
}

function bounced({ id, bounces, stage }: QueueTicket): WantedItem | null {
  return bounces > 0 && stage === 'investigating' ? item('bounced', id, { bounces }) : null
}

function vendorAnswer({ lastHeldAt }: AgendaFacts, ticket: QueueTicket): WantedItem | null {
  const { id, vendorAnsweredAt, stage } = ticket
  if (vendorAnsweredAt === null || vendorAnsweredAt <= lastHeldAt || stage !== 'investigating') return null
  return item('vendor-answer', id, { at: vendorAnsweredAt })
}

function stuck({ plan, startsAt }: AgendaFacts, ticket: QueueTicket): WantedItem | null {
  const { id, stage, waiting, tier, movedAt, priority } = ticket
  const hours = tierOf(plan, tier)?.supportHours
  if (stage !== 'investigating' || waiting !== null || !hours || movedAt >= startsAt) return null
  const minutes = Math.floor(supportMinutesBetween(hoursOf(plan, hours), movedAt, startsAt))
  return minutes >= stuckAfter[priority] ? item('stuck', id, { minutes, tier }) : null
}

function newCode({ newCodes }: AgendaFacts, { id, stage, codes }: QueueTicket): WantedItem | null {
  const unseen = codes.filter((code) => newCodes.has(code)).toSorted()
  return stage === 'investigating' && unseen.length > 0 ? item('new-code', id, { codes: unseen }) : null
}

/** A burst stands on the agenda by its oldest ticket that is still open. */
function burstItems({ bursts }: AgendaFacts, open: ReadonlySet<string>): readonly WantedItem[] {
  return bursts
    .toSorted((one, other) => other.tickets.length - one.tickets.length || (one.about < other.about ? -1 : 1))
    .flatMap(({ kind, values, tickets }) => {
      const first = tickets.find(({ id }) => open.has(id))
      const numbers = tickets.map(({ number }) => String(number))
      return first
        ? [item('burst', first.id, { of: kind, ...values, count: tickets.length, tickets: numbers })]
        : []
    })
}

function followUpItems(followUps: readonly FollowUp[]): readonly WantedItem[] {
  return followUps
    .toSorted((one, other) => compare(one.due ?? '9999', other.due ?? '9999') || compare(one.id, other.id))
    .map(({ id, what, who, due }) => ({
      kind: 'follow-up',
      ticketId: null,
      followsId: id,
      why: { what, who, ...(due === null ? {} : { due }) },
      minutes: usualMinutes['follow-up'],
    }))
}

/** The most urgent first, then what is due first, then the oldest. */
function byUrgency(one: QueueTicket, other: QueueTicket): number {
  return (
    one.priority - other.priority ||
    compare(one.due?.at ?? '9999', other.due?.at ?? '9999') ||
    one.number - other.number
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
