/** Time as waiting needs it: it only goes forward, whatever is done to the clock on the wall. */
export type Pace = {
  readonly now: () => number
  /** Rejects with the signal's reason. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Between 0 and 1: spreads those who were sent away at once. */
  readonly chance: () => number
}

export const realPace: Pace = {
  now: () => performance.now(),
  chance: Math.random,
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error)
        return
      }
      const end = (): void => {
        clearTimeout(timer)
        reject(signal?.reason as Error)
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', end)
        resolve()
      }, ms)
      signal?.addEventListener('abort', end, { once: true })
    }),
}
