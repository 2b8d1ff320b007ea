import type { Limited } from './throttle.ts'

export type Counted = {
  readonly limited: Limited
  readonly method: string
  readonly path: string
  readonly status: number
  readonly second: number
}

export type Counters = {
  readonly add: (one: Counted) => void
  readonly read: () => CounterReading
  readonly reset: () => void
}

export type CounterReading = {
  readonly total: number
  readonly refused: number
  /** Calls per service, and the most that came within one second. */
  readonly perLimit: Readonly<
    Record<string, { calls: number; refused: number; mostPerSecond: number; perSecond: Record<string, number> }>
  >
  /** The last calls, the newest first. */
  readonly latest: readonly Counted[]
}

const keptCalls = 2000

export function makeCounters(): Counters {
  let all: Counted[] = []
  let perLimit: Record<
    string,
    { calls: number; refused: number; mostPerSecond: number; perSecond: Record<string, number> }
  > = {}
  return {
    add: (one) => {
      const entry = (perLimit[one.limited] ??= { calls: 0, refused: 0, mostPerSecond: 0, perSecond: {} })
      entry.calls += 1
      if (one.status === 429) entry.refused += 1
      const here = (entry.perSecond[one.second] = (entry.perSecond[one.second] ?? 0) + 1)
      entry.mostPerSecond = Math.max(entry.mostPerSecond, here)
      all.push(one)
      if (all.length > 2 * keptCalls) all = all.slice(-keptCalls)
    },
    read: () => ({
      total: Object.values(perLimit).reduce((sum, { calls }) => sum + calls, 0),
      refused: Object.values(perLimit).reduce((sum, { refused }) => sum + refused, 0),
      perLimit,
      latest: all.slice(-keptCalls).reverse(),
    }),
    reset: () => {
      all = []
      perLimit = {}
    },
  }
}
