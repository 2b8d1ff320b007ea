/** The moment as the simulated cloud sees it. Can be moved forward, so that what takes time is over. */
export type SimulatorClock = {
  readonly now: () => number
  /** Microsoft writes whole seconds. */
  readonly stamp: (offsetMilliseconds?: number) => string
  readonly advance: (milliseconds: number) => void
}

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** As Intune writes "never". */
export const never = '0001-01-01T00:00:00Z'
export const forever = '9999-12-31T23:59:59Z'

export function simulatorClock(base: () => number): SimulatorClock {
  let ahead = 0
  const now = () => base() + ahead
  return {
    now,
    stamp: (offset = 0) => stampOf(now() + offset),
    advance: (milliseconds) => {
      ahead += milliseconds
    },
  }
}

export function stampOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
