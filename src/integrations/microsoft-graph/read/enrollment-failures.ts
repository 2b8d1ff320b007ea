import type { Instant } from '#platform/clock.ts'
import type { GraphClient } from '../graph-client.ts'
import { type DevicePlatform, platformOf } from './devices.ts'
import { choice, found, id, moment, type Raw, record, segment, text, typeOf } from './values.ts'

/** An enrollment that Intune saw fail. It can show up a quarter of an hour later, or never. */
export type EnrollmentFailure = {
  readonly id: string
  readonly at: Instant | null
  readonly userId: string | null
  readonly os: string | null
  readonly platform: DevicePlatform | null
  readonly osVersion: string | null
  /** `enrollmentRestrictionsEnforced`, `authentication`, …, or as Microsoft says. */
  readonly category: string | null
  /** Free text, or a code. */
  readonly reason: string | null
  readonly correlationId: string | null
  /** Null when the device never got as far. */
  readonly deviceId: string | null
  readonly enrollmentType: string | null
}

/** The latest first. Only theirs, also where Microsoft sends more. */
export async function enrollmentFailuresOf(
  graph: GraphClient,
  userId: string,
  signal?: AbortSignal,
): Promise<readonly EnrollmentFailure[]> {
  const list = await graph.list(
    `/users/${segment(userId)}/deviceManagementTroubleshootingEvents`,
    signal ? { signal } : {},
  )
  return latestFirst(list).filter(
    (one) => one.userId === null || one.userId.toLowerCase() === userId.toLowerCase(),
  )
}

/** Of the whole tenant, the latest first. Microsoft often cannot answer this in time: `unavailable` is ordinary. */
export async function allEnrollmentFailures(
  graph: GraphClient,
  options: { readonly limit?: number; readonly signal?: AbortSignal } = {},
): Promise<readonly EnrollmentFailure[]> {
  const list = await graph.list('/deviceManagement/troubleshootingEvents', {
    query: { $top: 100 },
    limit: options.limit ?? 5000,
    ...(options.signal && { signal: options.signal }),
  })
  return latestFirst(list)
}

function latestFirst(list: readonly unknown[]): readonly EnrollmentFailure[] {
  return found(list.map((one) => enrollmentFailure(record(one)))).toSorted((a, b) =>
    (b.at ?? '').localeCompare(a.at ?? ''),
  )
}

/** The collection also holds what is no enrollment: that is passed over. */
function enrollmentFailure(raw: Raw): EnrollmentFailure | null {
  const eventId = id(raw['id'])
  const type = typeOf(raw)
  if (eventId === null || (type !== null && type !== 'microsoft.graph.enrollmentTroubleshootingEvent')) return null
  const os = text(raw['operatingSystem'])
  return {
    id: eventId,
    at: moment(raw['eventDateTime']),
    userId: id(raw['userId']),
    os,
    platform: platformOf(os),
    osVersion: text(raw['osVersion']),
    category: choice(raw['failureCategory']),
    reason: text(raw['failureReason']),
    correlationId: id(raw['correlationId']),
    deviceId: id(raw['managedDeviceIdentifier']) ?? id(raw['deviceId']),
    enrollmentType: choice(raw['enrollmentType']),
  }
}
