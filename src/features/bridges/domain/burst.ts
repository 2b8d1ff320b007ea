import type { Instant } from '#features/people/domain/instant.ts'
import type { QueueTicket } from './queue.ts'

/** A ticket as far as likeness goes; closed ones count too. */
export type LikeTicket = Pick<
  QueueTicket,
  'id' | 'number' | 'category' | 'platform' | 'wave' | 'requesterId' | 'openedAt' | 'codes'
>

export const burstKinds = ['code', 'category', 'wave'] as const

/** Like tickets that come in much faster than they used to. */
export type Burst = {
  readonly kind: (typeof burstKinds)[number]
  /** What makes it this one: `code:80180013`, `category:enrollment ios`, `wave:wave-2 wifi`. */
  readonly about: string
  /** What they have in common, as the sentence about it names it. */
  readonly values: Readonly<Record<string, string>>
  /** The oldest first. */
  readonly tickets: readonly LikeTicket[]
}

/** Hours that count as now, and days before them that say what is usual. */
export const burstHours = 24
export const usualDays = 14

/** The fewest tickets of so many requesters that are a burst. One code says more than one category. */
const least: Readonly<Record<Burst['kind'], number>> = { code: 3, category: 5, wave: 6 }

type Likeness = Pick<Burst, 'kind' | 'about' | 'values'>

/**
 * Bursts at a moment: as many like tickets as count in the last day, by different requesters, and clearly more than chance makes of
 * the fortnight before (three standard deviations of a Poisson count above it). A ticket is in one burst: that of its code before that
 * of its category, and that before its wave's.
 */
export function burstsAt(tickets: readonly LikeTicket[], now: Instant): readonly Burst[] {
  const begins = hoursBefore(now, burstHours)
  const usualFrom = hoursBefore(begins, usualDays * 24)
  const recent = tickets.filter(({ openedAt }) => openedAt > begins && openedAt <= now)
  const before = tickets.filter(({ openedAt }) => openedAt > usualFrom && openedAt <= begins)
  const usual = countBy(before)
  const taken = new Set<string>()
  return [...groups(recent)]
    .toSorted(([one], [other]) => rank(one) - rank(other) || (one.about < other.about ? -1 : 1))
    .flatMap(([likeness, like]) => {
      const left = like.filter(({ id }) => !taken.has(id))
      const expected = ((usual.get(likeness.about) ?? 0) * burstHours) / (usualDays * 24)
      if (!isBurst(likeness.kind, left, expected)) return []
      for (const { id } of left) taken.add(id)
      return [{ ...likeness, tickets: left.toSorted((one, other) => one.number - other.number) }]
    })
}

function isBurst(kind: Burst['kind'], like: readonly LikeTicket[], expected: number): boolean {
  const requesters = new Set(like.map(({ requesterId }) => requesterId)).size
  return requesters >= least[kind] && like.length > expected + 3 * Math.sqrt(expected)
}

const rank = ({ kind }: Likeness) => burstKinds.indexOf(kind)

function likenessesOf({ codes, category, platform, wave }: LikeTicket): readonly Likeness[] {
  return [
    ...codes.map((code) => ({ kind: 'code' as const, about: `code:${code}`, values: { code } })),
    ...(category === null
      ? []
      : [
          {
            kind: 'category' as const,
            about: `category:${category} ${platform ?? ''}`,
            values: { category, platform: platform ?? '' },
          },
          ...(wave === null
            ? []
            : [{ kind: 'wave' as const, about: `wave:${wave} ${category}`, values: { wave, category } }]),
        ]),
  ]
}

function groups(tickets: readonly LikeTicket[]): ReadonlyMap<Likeness, readonly LikeTicket[]> {
  const byAbout = new Map<string, { likeness: Likeness; like: LikeTicket[] }>()
  for (const ticket of tickets) {
    for (const likeness of likenessesOf(ticket)) {
      const group = byAbout.get(likeness.about) ?? { likeness, like: [] }
      group.like.push(ticket)
      byAbout.set(likeness.about, group)
    }
  }
  return new Map([...byAbout.values()].map(({ likeness, like }) => [likeness, like]))
}

function countBy(tickets: readonly LikeTicket[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { about } of tickets.flatMap(likenessesOf)) counts.set(about, (counts.get(about) ?? 0) + 1)
  return counts
}

function hoursBefore(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) - hours * 3_600_000).toISOString()
}
