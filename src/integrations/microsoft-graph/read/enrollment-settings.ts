import type { GraphClient } from '../graph-client.ts'
import { amount, flag, found, record, records, text, typeOf, type Raw } from './values.ts'

export type PlatformRestriction = {
  readonly platform: 'windows' | 'ios' | 'macos' | 'android' | 'androidForWork'
  readonly blocked: boolean
  readonly personalBlocked: boolean
  readonly minimumVersion: string | null
  readonly maximumVersion: string | null
}

/** A limit on, or a restriction of, what may be enrolled. Priority 0 is the default; of the others the lowest number wins. */
export type EnrollmentSetting = {
  readonly id: string
  readonly name: string
  readonly priority: number
  /** How many devices each may enroll; null where this is no limit. */
  readonly limit: number | null
  readonly platforms: readonly PlatformRestriction[]
  /** Groups to which it applies; empty for everybody or nobody. */
  readonly groups: readonly string[]
}

const restrictions = {
  windowsRestriction: 'windows',
  iosRestriction: 'ios',
  macOSRestriction: 'macos',
  androidRestriction: 'android',
  androidForWorkRestriction: 'androidForWork',
} as const

/** Limits and platform restrictions; kinds of setting that nobody here knows are passed over. */
export async function enrollmentSettings(
  graph: GraphClient,
  signal?: AbortSignal,
): Promise<readonly EnrollmentSetting[]> {
  const list = await graph.list('/deviceManagement/deviceEnrollmentConfigurations', {
    query: { $expand: 'assignments' },
    ...(signal && { signal }),
  })
  return found(list.map((one) => enrollmentSetting(record(one)))).toSorted((a, b) => a.priority - b.priority)
}

function enrollmentSetting(raw: Raw): EnrollmentSetting | null {
  const settingId = text(raw['id'])
  const type = typeOf(raw)
  const isLimit = type === 'microsoft.graph.deviceEnrollmentLimitConfiguration'
  const isRestriction = type === 'microsoft.graph.deviceEnrollmentPlatformRestrictionsConfiguration'
  if (settingId === null || !(isLimit || isRestriction)) return null
  return {
    id: settingId,
    name: text(raw['displayName']) ?? settingId,
    priority: amount(raw['priority']) ?? 0,
    limit: isLimit ? amount(raw['limit']) : null,
    platforms: Object.entries(restrictions).flatMap(([field, platform]) => {
      const one = record(raw[field])
      if (Object.keys(one).length === 0) return []
      return {
        platform,
        blocked: flag(one['platformBlocked']) ?? false,
        personalBlocked: flag(one['personalDeviceEnrollmentBlocked']) ?? false,
        minimumVersion: text(one['osMinimumVersion']),
        maximumVersion: text(one['osMaximumVersion']),
      }
    }),
    groups: found(records(raw['assignments']).map((one) => text(record(one['target'])['groupId']))),
  }
}
