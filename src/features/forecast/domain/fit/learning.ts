import type { Learning } from '../assumptions/assumptions.ts'
import type { Estimate } from './estimate.ts'
import type { FoundTicket } from './causes.ts'

/** How often the contact tier found a cause that had come down `lessons` times. */
export type Lesson = { readonly lessons: number; readonly tickets: number; readonly found: number }

/**
 * Counts, for causes that the contact tier cannot find unaided, the solutions that had come down when it found the cause or handed
 * the ticket up. A solution counts from its diagnosis on, as in the simulator. Without one that came down there is nothing to learn
 * from, so those tickets tell nothing.
 */
export function lessonsOf(tickets: readonly FoundTicket[], contactTier: number): readonly Lesson[] {
  const above = tickets.filter(({ tier }) => tier > contactTier)
  const cameDown = Map.groupBy(above, ({ cause }) => cause)
  const byLessons = new Map<number, { tickets: number; found: number }>()
  for (const { cause, decidedAt, atContactTier } of tickets) {
    const lessons = (cameDown.get(cause) ?? []).filter(({ at }) => at < decidedAt).length
    if (lessons === 0) continue
    const own = byLessons.get(lessons) ?? { tickets: 0, found: 0 }
    byLessons.set(lessons, { tickets: own.tickets + 1, found: own.found + (atContactTier ? 1 : 0) })
  }
  return [...byLessons].map(([lessons, own]) => ({ lessons, ...own }))
}

export type LearningEstimate = { readonly perLesson: Estimate; readonly most: Estimate }

/** Half of the 90 % point of the chi-squared distribution with one degree of freedom: how far a profile likelihood may fall. */
const fall = 1.3527717277
const least = 0.001
const most = 0.999

/**
 * Maximum likelihood of `most × (1 − (1 − perLesson)^n)`, with intervals from the profile likelihood: one value is moved, the other
 * follows as well as it can.
 */
export function learningOf(lessons: readonly Lesson[]): LearningEstimate {
  const at = (learning: Learning) => likelihood(lessons, learning)
  const bestMost = (perLesson: number) => maximum((value) => at({ perLesson, most: value }))
  const bestPerLesson = (value: number) => maximum((perLesson) => at({ perLesson, most: value }))
  const byPerLesson = (perLesson: number) => at({ perLesson, most: bestMost(perLesson) })
  const byMost = (value: number) => at({ perLesson: bestPerLesson(value), most: value })
  const perLesson = maximum(byPerLesson)
  const top = bestMost(perLesson)
  const floor = at({ perLesson, most: top }) - fall
  return {
    perLesson: { value: perLesson, ...profile(byPerLesson, perLesson, floor) },
    most: { value: top, ...profile(byMost, top, floor) },
  }
}

function likelihood(lessons: readonly Lesson[], { perLesson, most: top }: Learning): number {
  let sum = 0
  for (const { lessons: count, tickets, found } of lessons) {
    const chance = top * (1 - (1 - perLesson) ** count)
    sum += found * Math.log(chance) + (tickets - found) * Math.log1p(-chance)
  }
  return sum
}

/** Golden section after a coarse look, so that a second, lower hill is not taken for the top. */
function maximum(of: (at: number) => number): number {
  const steps = 24
  const values = Array.from({ length: steps + 1 }, (_, index) => of(least + ((most - least) * index) / steps))
  const best = values.indexOf(Math.max(...values))
  const point = (index: number) => least + ((most - least) * Math.min(steps, Math.max(0, index))) / steps
  let [low, high] = [point(best - 1), point(best + 1)]
  for (let step = 0; step < 24; step += 1) {
    const reach = (high - low) * 0.381966011250105
    if (of(low + reach) < of(high - reach)) low += reach
    else high -= reach
  }
  return (low + high) / 2
}

function profile(of: (at: number) => number, top: number, floor: number): { low: number; high: number } {
  return { low: crossing(of, top, least, floor), high: crossing(of, top, most, floor) }
}

function crossing(of: (at: number) => number, inside: number, edge: number, floor: number): number {
  if (of(edge) >= floor) return edge
  let [within, beyond] = [inside, edge]
  for (let step = 0; step < 24; step += 1) {
    const middle = (within + beyond) / 2
    if (of(middle) >= floor) within = middle
    else beyond = middle
  }
  return within
}
