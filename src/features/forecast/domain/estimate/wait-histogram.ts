import { classEdge, classOf, waitClasses } from '../engine/wait-classes.ts'

/** The time within which a share of all waited, and how many shares there are to a minute around it. Null without any. */
export function quantileOf(
  counts: ArrayLike<number>,
  share: number,
): { readonly minutes: number; readonly density: number } | null {
  let total = 0
  for (let index = 0; index < waitClasses; index += 1) total += counts[index] as number
  if (total === 0) return null
  const rank = share * total
  let before = 0
  for (let index = 0; index < waitClasses; index += 1) {
    const here = counts[index] as number
    if (here > 0 && before + here >= rank) {
      if (index === 0) return { minutes: 0, density: 0 }
      const [low, high] = [classEdge(index), classEdge(index + 1)]
      // Within a class as if waits were spread evenly.
      return { minutes: low + ((high - low) * (rank - before)) / here, density: here / total / (high - low) }
    }
    before += here
  }
  return null
}

/** Share of these waits that were at most so long; 0 without any. */
export function shareUpTo(counts: ArrayLike<number>, minutes: number): number {
  const last = classOf(minutes)
  let upTo = 0
  let total = 0
  for (let index = 0; index < waitClasses; index += 1) {
    const here = counts[index] as number
    total += here
    if (index < last) upTo += here
    else if (index === last)
      upTo += here * ((minutes - classEdge(index)) / (classEdge(index + 1) - classEdge(index)))
  }
  return total === 0 ? 0 : upTo / total
}
