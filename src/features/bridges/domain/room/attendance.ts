import type { Instant } from '#features/people/domain/instant.ts'
import type { QuorumPart } from '../meeting.ts'
import type { RoomEvent } from './events.ts'
import { type Attendant, lacking, representation } from './quorum.ts'

export type TierAttendance = {
  readonly tier: number
  readonly needed: number
  /** People who came at any moment. */
  readonly came: number
  /** Most of them at once. */
  readonly atOnce: number
  /** For how long at least as many as needed were there. */
  readonly enoughSeconds: number
}

export type Attendance = {
  readonly tiers: readonly TierAttendance[]
  /** For how long every tier had enough. */
  readonly quorumSeconds: number
  /** Who was there between beginning and end, and for how long, in the order of coming. */
  readonly persons: readonly {
    readonly personId: string
    readonly tiers: readonly number[]
    readonly seconds: number
  }[]
}

type Span = { readonly from: Instant; readonly to: Instant; readonly present: readonly Attendant[] }

/** Who was there while the meeting ran, by what was recorded of coming and going. */
export function attendance(
  quorum: readonly QuorumPart[],
  events: readonly RoomEvent[],
  beganAt: Instant,
  endedAt: Instant,
): Attendance {
  const spans = spansOf(events, beganAt, endedAt)
  const came = new Map<string, { tiers: readonly number[]; seconds: number }>()
  const figures = new Map(quorum.map(({ tier, people }) => [tier, figuresOf(people)]))
  let quorumSeconds = 0
  for (const { from, to, present } of spans) {
    const seconds = (Date.parse(to) - Date.parse(from)) / 1000
    if (lacking(quorum, present).length === 0) quorumSeconds += seconds
    for (const { personId, tiers } of present)
      came.set(personId, { tiers, seconds: (came.get(personId)?.seconds ?? 0) + seconds })
    const tiers = representation(quorum, present)
    for (const { tier, needed, personIds } of tiers) {
      const figure = figures.get(tier) ?? figuresOf(needed)
      figures.set(tier, figure)
      figure.atOnce = Math.max(figure.atOnce, personIds.length)
      for (const personId of personIds) figure.persons.add(personId)
      if (personIds.length >= needed) figure.enoughSeconds += seconds
    }
  }
  return {
    tiers: [...figures]
      .map(([tier, { needed, persons, atOnce, enoughSeconds }]) => ({
        ...{ tier, needed, came: persons.size, atOnce },
        enoughSeconds: Math.round(enoughSeconds),
      }))
      .toSorted((one, other) => one.tier - other.tier),
    quorumSeconds: Math.round(quorumSeconds),
    persons: [...came].map(([personId, { tiers, seconds }]) => ({
      ...{ personId, tiers, seconds: Math.round(seconds) },
    })),
  }
}

type Figures = { readonly needed: number; readonly persons: Set<string>; atOnce: number; enoughSeconds: number }

function figuresOf(needed: number): Figures {
  return { needed, persons: new Set(), atOnce: 0, enoughSeconds: 0 }
}

/** The meeting cut wherever somebody came or went. */
function spansOf(events: readonly RoomEvent[], beganAt: Instant, endedAt: Instant): readonly Span[] {
  const there = new Map<string, Attendant>()
  const spans: Span[] = []
  let from = beganAt
  const cut = (to: Instant) => {
    if (to > from) spans.push({ from, to, present: [...there.values()] })
    if (to > from) from = to
  }
  for (const { fact, at, personId } of events) {
    if (fact.type !== 'joined' && fact.type !== 'left') continue
    if (personId === null) continue
    cut(at > endedAt ? endedAt : at)
    if (fact.type === 'joined') there.set(personId, { personId, tiers: fact.tiers })
    else there.delete(personId)
  }
  cut(endedAt)
  return spans
}
