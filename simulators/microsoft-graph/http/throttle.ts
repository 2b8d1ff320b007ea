/** Microsoft's services, each with limits of its own. */
export type Limited =
  | 'any'
  | 'intune-devices'
  | 'intune-enrollment'
  | 'directory'
  | 'outlook'
  | 'service-health'
  | 'subscriptions'
  | 'teams'
  | 'meetings'

type Window = { readonly seconds: number; readonly most: number; readonly kind?: 'read' | 'write' }

/** Per app and tenant; the simulator has one tenant. */
export const usualLimits: Readonly<Record<Limited, readonly Window[]>> = {
  any: [{ seconds: 1, most: 2000 }],
  'intune-devices': [
    { seconds: 20, most: 2000, kind: 'read' },
    { seconds: 20, most: 200, kind: 'write' },
  ],
  'intune-enrollment': [
    { seconds: 20, most: 1000, kind: 'read' },
    { seconds: 20, most: 100, kind: 'write' },
  ],
  directory: [{ seconds: 10, most: 8000 }],
  outlook: [{ seconds: 600, most: 10_000 }],
  'service-health': [
    { seconds: 60, most: 240 },
    { seconds: 3600, most: 800 },
  ],
  subscriptions: [{ seconds: 20, most: 5000 }],
  teams: [{ seconds: 1, most: 50 }],
  meetings: [{ seconds: 30 * 86_400, most: 2000 }],
}

export type Taken = {
  readonly limited: Limited
  readonly party: string
  readonly isWrite: boolean
  readonly cost: number
}

export type Throttle = {
  /** Counts a call, refused or not; answers the seconds to wait where there were too many. */
  readonly take: (call: Taken) => number | null
  readonly limits: Record<Limited, readonly Window[]>
  readonly reset: () => void
}

/** Counts within the last seconds. A call made during the wait counts as well. */
export function makeThrottle(elapsed: () => number): Throttle {
  const limits = { ...usualLimits }
  const kept = new Map<string, { at: number; cost: number }[]>()
  const takeFrom = (limited: Limited, party: string, isWrite: boolean, cost: number): number | null => {
    const now = elapsed()
    let wait: number | null = null
    for (const window of limits[limited]) {
      if (window.kind !== undefined && (window.kind === 'write') !== isWrite) continue
      const key = `${limited} ${party} ${window.seconds} ${window.kind ?? ''}`
      const from = now - window.seconds * 1000
      const list = (kept.get(key) ?? []).filter(({ at }) => at > from)
      list.push({ at: now, cost })
      kept.set(key, list)
      const used = list.reduce((sum, one) => sum + one.cost, 0)
      if (used > window.most) {
        const free = (list[0]?.at ?? now) + window.seconds * 1000 - now
        wait = Math.max(wait ?? 0, free / 1000)
      }
    }
    return wait
  }
  return {
    limits,
    take: ({ limited, party, isWrite, cost }) => {
      const any = takeFrom('any', party, isWrite, 1)
      const own = takeFrom(limited, party, isWrite, cost)
      return any === null && own === null ? null : Math.max(any ?? 0, own ?? 0)
    },
    reset: () => {
      kept.clear()
      Object.assign(limits, usualLimits)
    },
  }
}
