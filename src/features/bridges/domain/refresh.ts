import type { WantedItem } from './agenda.ts'
import type { AgendaItem } from './meeting.ts'

export type NewItem = WantedItem & { readonly position: number }

export type Refresh = {
  readonly add: readonly NewItem[]
  readonly change: readonly AgendaItem[]
  readonly remove: readonly string[]
}

/**
 * What brings an agenda up to date with the queue. What people did stays: what they added, placed, timed or parked, what is on the
 * table and what has been dealt with. What is only there because the queue wanted it goes when it no longer does.
 */
export function refreshed(existing: readonly AgendaItem[], wanted: readonly WantedItem[]): Refresh {
  const want = new Map(wanted.map((one) => [subjectOf(one), one]))
  const kept = existing.filter((one) => !isFromQueueAlone(one) || want.has(subjectOf(one)))
  const known = new Set(kept.map(subjectOf))
  const added = wanted.filter((one) => !known.has(subjectOf(one)))
  const order = inOrder(kept, added, wanted)
  return {
    add: added.map((one) => ({ ...one, position: order.indexOf(one) })),
    change: kept.flatMap((before) => {
      const position = order.indexOf(before)
      const after = { ...updated(before, want.get(subjectOf(before))), position }
      return JSON.stringify(after) === JSON.stringify(before) ? [] : [after]
    }),
    remove: existing.filter((one) => !kept.includes(one)).map(({ id }) => id),
  }
}

/** The agenda with one item moved by hand to a place among those that are still to come; the others close up. */
export function moved(existing: readonly AgendaItem[], itemId: string, to: number): readonly AgendaItem[] {
  const item = existing.find(({ id }) => id === itemId)
  if (!item) return existing
  const others = existing.filter((one) => one !== item)
  const place = Math.max(0, Math.min(to, others.length))
  const order = [...others.slice(0, place), { ...item, arranged: true }, ...others.slice(place)]
  return order.map((one, position) => (one.position === position ? one : { ...one, position }))
}

/** What it is about: a ticket and a follow-up are on an agenda once. */
function subjectOf(item: {
  readonly ticketId: string | null
  readonly followsId: string | null
  readonly id?: string
}) {
  return item.ticketId ?? item.followsId ?? item.id ?? ''
}

function isFromQueueAlone({ state, arranged, addedBy }: AgendaItem): boolean {
  return state === 'waiting' && !arranged && addedBy === null
}

/** What is over keeps the reason for which it was dealt with. */
function updated(item: AgendaItem, wanted: WantedItem | undefined): AgendaItem {
  if (!wanted || item.state !== 'waiting' || item.addedBy !== null) return item
  const minutes = item.arranged ? item.minutes : wanted.minutes
  return { ...item, kind: wanted.kind, why: wanted.why, minutes }
}

type Placed = AgendaItem | WantedItem

/** What people placed stays where it is; the rest stands around it in the order of the queue. */
function inOrder(
  kept: readonly AgendaItem[],
  added: readonly WantedItem[],
  wanted: readonly WantedItem[],
): readonly Placed[] {
  const rank = new Map(wanted.map((one, index) => [subjectOf(one), index]))
  const isFree = (item: AgendaItem) => isFromQueueAlone(item)
  const free: Placed[] = [...kept.filter(isFree), ...added].toSorted(
    (one, other) => (rank.get(subjectOf(one)) ?? 0) - (rank.get(subjectOf(other)) ?? 0),
  )
  const order = free
  for (const fixed of kept.filter((item) => !isFree(item)).toSorted((one, other) => one.position - other.position))
    order.splice(Math.min(fixed.position, order.length), 0, fixed)
  return order
}
