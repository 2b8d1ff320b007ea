import type { LikeTicket } from '../burst.ts'
import { count, monday, seeded } from './quiet-weeks.ts'

const hour = 3_600_000

export type Clumped = {
  readonly seed: number
  /** Tickets on a working day outside the waves; a third as many come from one that goes on. */
  readonly perDay: number
  /** Tickets on the first day of a wave that begins in the first week, and of one in the third. */
  readonly waveBegins: number
  /** How unevenly a kind of trouble comes from day to day: the variance of its daily mean, which is 1. */
  readonly unevenness: number
  /** Colleagues who report the same within the hour, for each who reports. */
  readonly alongside: number
}

const kinds = 60
/** The first is met most, the second half as often, the third a third as often. */
const shares = Array.from({ length: kinds }, (_, kind) => Math.log((kind + 2) / (kind + 1)) / Math.log(kinds + 1))
/** A wave has its own troubles: every fourth kind three times as often as elsewhere, the others half as often. */
const sharesOfWaves = shares.map((share, kind) => (kind % 4 === 1 ? share * 3 : share / 2))

/**
 * A fortnight and four weeks in which nothing is wrong, as desks have them: full Monday mornings, days that are busier than others, kinds of
 * trouble that have their day, colleagues who report together, and waves that begin with troubles of their own.
 */
export function clumpedWeeks(given: Clumped): readonly LikeTicket[] {
  const { seed, perDay, waveBegins, unevenness, alongside } = given
  const chance = seeded(seed)
  const found: Omit<LikeTicket, 'id' | 'number' | 'rareWords'>[] = []
  const words: string[][] = []
  const opens = (at: number, kind: number, wave: string | null) => {
    words.push(wordsOf(chance, kind))
    found.push({
      category: chance() < 0.2 ? null : `c${kind % 12}`,
      platform: ['ios', 'android', 'windows', 'macos'][Math.floor(chance() * chance() * 4)] ?? 'ios',
      wave,
      requesterId: `r${Math.floor(chance() * 1200)}`,
      openedAt: new Date(at).toISOString(),
      codes: chance() < 0.35 ? [`c0de${kind}`] : [],
      issueId: null,
      failure: chance() < 0.1 ? `f${kind % 6}` : null,
    })
  }
  for (let day = -14; day < 28; day += 1) {
    const weekday = ((day % 7) + 7) % 7
    if (weekday > 4) continue
    const busy = uneven(chance, 1 / 6) * (weekday === 0 ? 1.4 : 0.9)
    const week = Math.floor(day / 7)
    const begins = day >= 0 && week % 2 === 0 ? waveBegins * 0.6 ** weekday * uneven(chance, 1 / 4) : 0
    const streams = [
      { wave: null, mean: perDay * busy, of: shares },
      { wave: 'wave-1', mean: (perDay / 3) * busy, of: shares },
      { wave: `wave-${week + 2}`, mean: begins, of: sharesOfWaves },
    ]
    for (const { wave, mean, of } of streams) {
      const total = of.reduce((sum, share) => sum + share, 0)
      for (const [kind, share] of of.entries()) {
        for (
          let left = count(chance, ((mean * share) / total) * uneven(chance, unevenness));
          left > 0;
          left -= 1
        ) {
          const at = monday + day * 24 * hour + momentOf(chance, weekday) * hour
          opens(at, kind, wave)
          for (let more = count(chance, alongside); more > 0; more -= 1) opens(at + chance() * hour, kind, wave)
        }
      }
    }
  }
  return withRareWords(found, words)
}

/** Hours after midnight: in the morning and after lunch; on Mondays half of all as soon as people are in. */
function momentOf(chance: () => number, weekday: number): number {
  if (weekday === 0 && chance() < 0.5) return 8 + 1.2 * chance()
  return (chance() < 0.6 ? 8 : 12) + 2 * (chance() + chance())
}

/** Some words of its kind of trouble, and some that anybody uses. */
function wordsOf(chance: () => number, kind: number): string[] {
  const own = ['a', 'b', 'c'].filter(() => chance() < 0.5).map((word) => `k${kind}${word}`)
  const any = Array.from({ length: 5 - own.length }, () => `w${Math.floor(chance() * 300)}`)
  return [...new Set([...own, ...any])]
}

function withRareWords(
  found: readonly Omit<LikeTicket, 'id' | 'number' | 'rareWords'>[],
  words: readonly string[][],
): readonly LikeTicket[] {
  const having = new Map<string, number>()
  for (const word of words.flat()) having.set(word, (having.get(word) ?? 0) + 1)
  const atMost = Math.max(8, 0.02 * found.length)
  const isRare = (word: string) => (having.get(word) ?? 0) >= 2 && (having.get(word) ?? 0) <= atMost
  return found
    .map((ticket, index) => ({
      ...ticket,
      id: `t${index}`,
      number: index,
      rareWords: (words[index] ?? [])
        .filter(isRare)
        .toSorted((one, other) => (having.get(one) ?? 0) - (having.get(other) ?? 0)),
    }))
    .toSorted((one, other) => (one.openedAt < other.openedAt ? -1 : 1))
}

/** A gamma number of mean 1 and this variance (Marsaglia and Tsang). */
function uneven(chance: () => number, variance: number): number {
  if (variance <= 0) return 1
  const shape = 1 / variance
  const small = shape < 1
  const d = (small ? shape + 1 : shape) - 1 / 3
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
    const cube = (1 + normal / Math.sqrt(9 * d)) ** 3
    if (cube <= 0 || Math.log(1 - chance()) >= 0.5 * normal * normal + d - d * cube + d * Math.log(cube)) continue
    return (d * cube * (small ? (1 - chance()) ** (1 / shape) : 1)) / shape
  }
}
