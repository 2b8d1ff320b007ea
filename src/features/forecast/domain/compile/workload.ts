import type { Model } from '../engine/model.ts'

/** How many tickets a replication is expected to play: what it costs to play it. */
export function expectedTickets({ arrivals, window }: Model): number {
  let sum = 0
  let since = 0
  for (const [index, until] of arrivals.until.entries()) {
    const end = Math.min(until, window.to)
    sum += Math.max(0, end - since) * (arrivals.perMinute[index] as number)
    since = end
  }
  return sum
}
