import type { Limit, Meter } from './limits.ts'
import { type Pace, realPace } from './pace.ts'

/** It would take longer than the caller wants to wait. */
export class WaitTooLong extends Error {
  readonly waitMs: number
  constructor(waitMs: number) {
    super(`would have to wait ${Math.ceil(waitMs / 1000)} s`)
    this.name = 'WaitTooLong'
    this.waitMs = waitMs
  }
}

export type Throttle = {
  /** Waits for its turn, at most until `deadline`; the answer says that the call is over. */
  readonly enter: (meter: Meter, deadline: number, signal?: AbortSignal) => Promise<() => void>
  /** The same for a call that goes along with one that has entered: it counts, and takes no place of its own. */
  readonly join: (meter: Meter, deadline: number, signal?: AbortSignal) => Promise<void>
  /** Microsoft said to wait: whoever calls this service waits as well. */
  readonly hold: (meter: Meter, ms: number) => void
  /** How long callers of this service wait because Microsoft said so. */
  readonly heldMs: (meter: Meter) => number
}

/** A call takes what it costs; below nought means waiting until it has grown again. */
type Bucket = { level: number; at: number; readonly capacity: number; readonly perMs: number }

type Counter = {
  readonly buckets: readonly Bucket[]
  heldUntil: number
  running: number
  readonly waiting: (() => void)[]
}

/** What fills up at once, and what grows back within the time of the limit: together three quarters of it. */
const atOnceShare = 0.25
const growingShare = 0.5

/** Keeps calls below Microsoft's limits, meter by meter, in whatever stretch of time it counts them. */
export function createThrottle(pace: Pace): Throttle {
  const counters = new Map<string, Counter>()

  function counterOf(meter: Meter): Counter {
    const known = counters.get(meter.name)
    if (known !== undefined) return known
    const counter: Counter = {
      buckets: meter.limits.map((limit) => bucketFor(limit, pace.now())),
      heldUntil: 0,
      running: 0,
      waiting: [],
    }
    counters.set(meter.name, counter)
    return counter
  }

  function leave(counter: Counter): void {
    counter.running -= 1
    counter.waiting.shift()?.()
  }

  async function slot(meter: Meter, counter: Counter, deadline: number, signal?: AbortSignal): Promise<void> {
    while (counter.running >= meter.atOnce) {
      if (pace.now() >= deadline) throw new WaitTooLong(0)
      await new Promise<void>((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason as Error)
          return
        }
        const end = (): void => {
          const place = counter.waiting.indexOf(go)
          if (place >= 0) counter.waiting.splice(place, 1)
          reject(signal?.reason as Error)
        }
        const go = (): void => {
          signal?.removeEventListener('abort', end)
          resolve()
        }
        signal?.addEventListener('abort', end, { once: true })
        counter.waiting.push(go)
      })
    }
    counter.running += 1
  }

  async function pay(meter: Meter, counter: Counter, deadline: number, signal?: AbortSignal): Promise<void> {
    const wait = take(counter.buckets, meter.cost, pace.now(), deadline)
    if (wait > 0) await pace.wait(wait, signal)
    // Held again while it waited: then it waits again.
    for (let held = heldFor(counter, pace.now()); held > 0; held = heldFor(counter, pace.now())) {
      if (pace.now() + held > deadline) throw new WaitTooLong(held)
      await pace.wait(held, signal)
    }
  }

  return {
    enter: async (meter, deadline, signal) => {
      const counter = counterOf(meter)
      await slot(meter, counter, deadline, signal)
      try {
        await pay(meter, counter, deadline, signal)
      } catch (error) {
        leave(counter)
        throw error
      }
      return () => leave(counter)
    },
    join: (meter, deadline, signal) => pay(meter, counterOf(meter), deadline, signal),
    hold: (meter, ms) => {
      const counter = counterOf(meter)
      counter.heldUntil = Math.max(counter.heldUntil, pace.now() + ms)
    },
    heldMs: (meter) => heldFor(counterOf(meter), pace.now()),
  }
}

function bucketFor({ units, withinMs }: Limit, now: number): Bucket {
  const capacity = units * atOnceShare
  return { level: capacity, at: now, capacity, perMs: (units * growingShare) / withinMs }
}

/** Takes the cost from every bucket, and says how long to wait for it. */
function take(buckets: readonly Bucket[], cost: number, now: number, deadline: number): number {
  let wait = 0
  for (const bucket of buckets) {
    bucket.level = Math.min(bucket.capacity, bucket.level + (now - bucket.at) * bucket.perMs)
    bucket.at = now
    wait = Math.max(wait, (cost - bucket.level) / bucket.perMs)
  }
  if (now + wait > deadline) throw new WaitTooLong(wait)
  for (const bucket of buckets) bucket.level -= cost
  return Math.max(0, Math.ceil(wait))
}

function heldFor(counter: Counter, now: number): number {
  return Math.max(0, Math.ceil(counter.heldUntil - now))
}

const shared = new Map<string, Throttle>()

/** One throttle for all clients of a connection, as long as this process lives: a changed secret does not reset what Microsoft counted. */
export function sharedThrottle(name: string): Throttle {
  const throttle = shared.get(name) ?? createThrottle(realPace)
  shared.set(name, throttle)
  return throttle
}
