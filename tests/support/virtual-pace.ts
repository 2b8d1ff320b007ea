import type { Pace } from '#integrations/microsoft-graph/pace.ts'

/** Time that only passes while everybody waits: hours go by in a moment, in the right order. `at` is where it stands. */
export function virtualPace(start: string): Pace & { readonly at: () => string } {
  const began = Date.parse(start)
  let now = 0
  const waiting: { readonly until: number; readonly go: () => void }[] = []
  let isScheduled = false
  const advance = (): void => {
    isScheduled = false
    const next = waiting.toSorted((a, b) => a.until - b.until)[0]
    if (next === undefined) return
    waiting.splice(waiting.indexOf(next), 1)
    now = Math.max(now, next.until)
    next.go()
    schedule()
  }
  const schedule = (): void => {
    if (isScheduled || waiting.length === 0) return
    isScheduled = true
    setTimeout(advance, 0)
  }
  return {
    at: () => new Date(began + Math.ceil(now)).toISOString(),
    now: () => now,
    chance: () => 0.5,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason as Error)
          return
        }
        waiting.push({ until: now + ms, go: resolve })
        schedule()
      }),
  }
}
