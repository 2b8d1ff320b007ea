import type { Instant } from '#platform/clock.ts'
import type { GraphClient } from '../graph-client.ts'
import { type DevicePlatform, platformOf } from './devices.ts'
import { choice, found, id, moment, type Raw, record, text } from './values.ts'

/** A device in Intune, as far as it tells who enrolled and when. */
export type EnrolledDevice = {
  readonly id: string
  readonly userId: string | null
  /** The addresses of its user that Intune has: mail, then sign-in name. */
  readonly addresses: readonly string[]
  readonly platform: DevicePlatform | null
  readonly enrolledAt: Instant | null
  /** `mdm`, `configurationManagerClient`, `eas`, …, or as Microsoft says. */
  readonly agent: string | null
  readonly managementState: string | null
}

const fields = [
  'id',
  'userId',
  'emailAddress',
  'userPrincipalName',
  'operatingSystem',
  'enrolledDateTime',
  'managementAgent',
  'managementState',
]

/** Every device of the tenant, page by page, with nothing but what says who enrolled. */
export async function* enrolledDevices(
  graph: GraphClient,
  signal?: AbortSignal,
): AsyncIterable<readonly EnrolledDevice[]> {
  const pages = graph.pages('/deviceManagement/managedDevices', {
    query: { $select: fields.join(',') },
    ...(signal && { signal }),
  })
  for await (const page of pages) yield found(page.map((one) => enrolledDevice(record(one))))
}

function enrolledDevice(raw: Raw): EnrolledDevice | null {
  const deviceId = id(raw['id'])
  if (deviceId === null) return null
  return {
    id: deviceId,
    userId: id(raw['userId']),
    addresses: [raw['emailAddress'], raw['userPrincipalName']].flatMap((value) => text(value) ?? []),
    platform: platformOf(text(raw['operatingSystem'])),
    enrolledAt: moment(raw['enrolledDateTime']),
    agent: choice(raw['managementAgent']),
    managementState: choice(raw['managementState']),
  }
}
