import type { LikeTicket } from '../burst.ts'

/** Chance with a seed: the same seed gives the same weeks. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Quiet = {
  readonly seed: number
  /** Tickets on a working day that have nothing to do with a wave. */
  readonly perDay: number
  /** Tickets on its first day of a wave that begins on the Monday of the week that is looked at; falling by a quarter each day. */
  readonly waveBegins: number
}

const hour = 3_600_000
/** A Monday, at midnight. */
export const monday = Date.parse('2026-11-16T00:00:00.000Z')

/** A fortnight and a week in which nothing is wrong: ordinary trouble of all kinds, by day, and a wave that begins. */
export function quietWeeks({ seed, perDay, waveBegins }: Quiet): readonly LikeTicket[] {
  const chance = seeded(seed)
  const days = Array.from({ length: 21 }, (_, index) => index - 14).filter((day) => ((day % 7) + 7) % 7 < 5)
  return days.flatMap((day) => {
    const ofWave = day < 0 ? 0 : waveBegins * 0.75 ** day
    return [
      ...ticketsOf(chance, day, count(chance, perDay), null),
      ...ticketsOf(chance, day, count(chance, perDay / 3), 'wave-1'),
      ...ticketsOf(chance, day, count(chance, ofWave), 'wave-2'),
    ]
  })
}

let numbers = 0

function ticketsOf(chance: () => number, day: number, many: number, wave: string | null): readonly LikeTicket[] {
  return Array.from({ length: many }, () => {
    numbers += 1
    const category = `c${zipf(chance, 12)}`
    const issue = zipf(chance, 60)
    return {
      id: `t${numbers}`,
      number: numbers,
      category: chance() < 0.2 ? null : category,
      platform: ['ios', 'android', 'windows', 'macos'][Math.floor(chance() * chance() * 4)] ?? 'ios',
      wave,
      requesterId: `r${Math.floor(chance() * 1200)}`,
      // Two heaps, in the morning and after lunch.
      openedAt: new Date(
        monday + day * 24 * hour + ((chance() < 0.6 ? 8 : 12) + 2 * (chance() + chance())) * hour,
      ).toISOString(),
      codes: chance() < 0.25 ? [`c0de${issue}`] : [],
      issueId: null,
      failure: chance() < 0.1 ? `f${zipf(chance, 6)}` : null,
      // Each in two of a hundred tickets: the commonest that count as rare.
      rareWords: [...new Set(Array.from({ length: 6 }, () => `w${Math.floor(chance() * 300)}`))],
    }
  })
}

/** 0 is met most, 1 half as often, 2 a third as often. */
function zipf(chance: () => number, of: number): number {
  return Math.floor((of + 1) ** chance()) - 1
}

/** A Poisson count of this mean. */
export function count(chance: () => number, mean: number): number {
  let left = mean
  let found = 0
  for (;;) {
    left += Math.log(1 - chance())
    if (left < 0) return found
    found += 1
  }
}
