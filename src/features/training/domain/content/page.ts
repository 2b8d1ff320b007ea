import type { Text } from '#features/plan/domain/document/text.ts'

/** One page of a course, as it is shown in the room. Its words are in the light form of `markup.ts`. */
export type ContentPage = {
  readonly title: Text
  readonly minutes: number
  readonly body: Text
  /** What the trainer says, asks or shows beside it. */
  readonly notes: Text
  /** Where its facts are documented. */
  readonly sources: readonly string[]
}

export const mostPages = 30

/**
 * The pages with minutes that add up to the agenda item's: their own are shares. Every page gets a minute as long as there are
 * enough of them.
 */
export function timed(pages: readonly ContentPage[], minutes: number): readonly ContentPage[] {
  const total = pages.reduce((sum, page) => sum + page.minutes, 0)
  if (pages.length === 0 || total === 0) return pages
  const least = minutes >= pages.length ? 1 : 0
  const spread = minutes - least * pages.length
  const shares = pages.map((page) => (spread * page.minutes) / total)
  const given = shares.map((share) => Math.floor(share) + least)
  let left = minutes - given.reduce((sum, one) => sum + one, 0)
  const byRest = shares.map((share, index) => ({ rest: share % 1, index })).toSorted((a, b) => b.rest - a.rest)
  for (const { index } of byRest) {
    if (left <= 0) break
    given[index] = (given[index] ?? 0) + 1
    left -= 1
  }
  return pages.map((page, index) => ({ ...page, minutes: given[index] ?? 0 }))
}
