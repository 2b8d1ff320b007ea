import type { Instant } from '#platform/clock.ts'
import type { GraphClient } from '../graph-client.ts'
import {
  amount,
  choice,
  errorCode,
  found,
  id,
  moment,
  type Raw,
  record,
  records,
  segment,
  text,
} from './values.ts'

/** An app that could not be put on somebody's device. Only the beta version of Graph says more than its id. */
export type AppFailure = {
  readonly id: string
  readonly userId: string | null
  readonly deviceId: string | null
  readonly appId: string | null
  readonly appName: string | null
  readonly platform: string | null
  readonly at: Instant | null
  /** `0x87D1041C`; null where there is none. */
  readonly code: string | null
  /** What Microsoft says happened last, in its words. */
  readonly what: string | null
}

/** The latest first. Only theirs, also where Microsoft sends more. */
export async function appFailuresOf(
  graph: GraphClient,
  userId: string,
  signal?: AbortSignal,
): Promise<readonly AppFailure[]> {
  const list = await graph.list(`/users/${segment(userId)}/mobileAppTroubleshootingEvents`, {
    version: 'beta',
    ...(signal && { signal }),
  })
  return found(list.map((one) => appFailure(record(one))))
    .filter((one) => one.userId === null || one.userId.toLowerCase() === userId.toLowerCase())
    .toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))
}

function appFailure(raw: Raw): AppFailure | null {
  const eventId = id(raw['id'])
  if (eventId === null) return null
  const history = records(raw['history'])
  const more = new Map(
    records(raw['additionalInformation']).map((one) => [text(one['name']) ?? '', text(one['value'])]),
  )
  const last = history.toSorted((a, b) => occurredAt(a).localeCompare(occurredAt(b))).at(-1)
  const failed = history.findLast((one) => errorCode(one['errorCode']) !== null)
  // `{userId}_{deviceId}_{appId}`
  const [userPart, devicePart, appPart] = eventId.split('_')
  return {
    id: eventId,
    userId: id(raw['userId']) ?? id(userPart),
    deviceId: id(raw['managedDeviceIdentifier']) ?? id(raw['deviceId']) ?? id(devicePart),
    appId: id(raw['applicationId']) ?? id(appPart),
    appName: text(raw['applicationName']) ?? more.get('ApplicationName') ?? more.get('AppName') ?? null,
    platform: choice(raw['platform']) ?? more.get('Platform') ?? null,
    at: last === undefined ? moment(raw['eventDateTime']) : moment(last['occurrenceDateTime']),
    code: errorCode(failed?.['errorCode']) ?? errorCode(amount(more.get('ErrorCode')) ?? more.get('ErrorCode')),
    what:
      last === undefined
        ? null
        : (text(last['failureReason']) ??
          text(last['troubleshootingErrorDetails']) ??
          choice(last['runState']) ??
          choice(last['actionType'])),
  }
}

function occurredAt(raw: Raw): string {
  return moment(raw['occurrenceDateTime']) ?? ''
}
