import { createHash } from 'node:crypto'
import { type Chance, chanceFrom } from '../chance.ts'

/** The twelve faults of Microsoft's cloud that a desk has to live with. */
export const faultNames = [
  'throttled',
  'token-expires',
  'filters',
  'unavailable',
  'pages',
  'delta',
  'permission',
  'odd-values',
  'devices-vanish',
  'people-change',
  'twins',
  'policies',
] as const
export type FaultName = (typeof faultNames)[number]

export type FaultSetting = {
  /** How often it strikes, or how many records it touches: from 0 to 1. */
  readonly share: number
  /**
   * `throttled`: whole, decimal or missing Retry-After. `filters`: ignored or error. `unavailable`: 503, 504 or 500.
   * `people-change`: renamed or deleted. `twins`: name or serial. `policies`: meetings or mail. Left out: each in turn.
   */
  readonly mode?: string
  /** The permission that is missing. */
  readonly permission?: string
  /** Ids or addresses that it touches, in place of a share. */
  readonly only?: readonly string[]
}

export type Faults = {
  readonly on: ReadonlyMap<FaultName, FaultSetting>
  readonly set: (name: FaultName, setting: FaultSetting | null) => void
  readonly clear: () => void
  readonly isOn: (name: FaultName) => boolean
  readonly mode: (name: FaultName, modes: readonly string[]) => string
  /** Does it strike this time? */
  readonly strikes: (name: FaultName) => boolean
  /** Does it touch this record? The same record is touched each time. */
  readonly touches: (name: FaultName, ...names: readonly string[]) => boolean
}

const usual: Readonly<Record<FaultName, number>> = {
  throttled: 0.3,
  'token-expires': 1,
  filters: 1,
  unavailable: 1,
  pages: 1,
  delta: 1,
  permission: 1,
  'odd-values': 1,
  'devices-vanish': 0.3,
  'people-change': 0.2,
  twins: 0.1,
  policies: 1,
}

export function makeFaults(seed: number, changed: (name: FaultName) => void): Faults {
  const on = new Map<FaultName, FaultSetting>()
  const chance = chanceFrom(seed + 12)
  return {
    on,
    set: (name, setting) => {
      if (setting === null) on.delete(name)
      else on.set(name, setting)
      changed(name)
    },
    clear: () => {
      const names = [...on.keys()]
      on.clear()
      for (const name of names) changed(name)
    },
    isOn: (name) => on.has(name),
    mode: (name, modes) => on.get(name)?.mode ?? chance.oneOf(modes),
    strikes: (name) => {
      const setting = on.get(name)
      return setting !== undefined && chance.happens(setting.share)
    },
    touches: (name, ...names) => {
      const setting = on.get(name)
      if (setting === undefined) return false
      if (setting.only) return names.some((one) => setting.only?.includes(one))
      return shareOf(`${seed} ${name} ${names[0] ?? ''}`) < setting.share
    },
  }
}

export function usualSetting(name: FaultName): FaultSetting {
  return name === 'permission'
    ? { share: 1, permission: 'DeviceManagementConfiguration.Read.All' }
    : { share: usual[name] }
}

function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32LE(0) / 4_294_967_296
}

const takenAway = [
  'User.Read.All',
  'GroupMember.Read.All',
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementConfiguration.Read.All',
  'DeviceManagementServiceConfig.Read.All',
  'DeviceManagementApps.Read.All',
  'ServiceHealth.Read.All',
] as const

/** About half of the faults, each striking now and then. The same seed gives the same mixture. */
export function mixture(seed: number): ReadonlyMap<FaultName, FaultSetting> {
  const chance: Chance = chanceFrom(seed)
  const chosen = faultNames.filter(() => chance.happens(0.5))
  const names = chosen.length > 0 ? chosen : [chance.oneOf(faultNames)]
  return new Map(
    names.map((name) => [
      name,
      {
        share: 0.05 + 0.35 * chance.next(),
        ...(name === 'permission' ? { permission: chance.oneOf(takenAway) } : {}),
      },
    ]),
  )
}
