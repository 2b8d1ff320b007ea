import type { Instant } from '#platform/clock.ts'
import type { GraphClient } from '../graph-client.ts'
import { devicePath } from './devices.ts'
import { amount, choice, errorCode, found, moment, type Raw, record, segment, text } from './values.ts'

/** Logs that a device was asked for. */
export type LogCollection = {
  readonly id: string
  /** `pending`, `completed`, `failed`, or as Microsoft says. */
  readonly state: string
  readonly code: string | null
  readonly askedAt: Instant | null
  readonly receivedAt: Instant | null
  /** After this Microsoft no longer has it. */
  readonly expiresAt: Instant | null
  readonly bytes: number | null
}

/** Asks the device for its logs. At most ten at a time per device. */
export async function collectLogs(
  graph: GraphClient,
  deviceId: string,
  signal?: AbortSignal,
): Promise<LogCollection | null> {
  const answer = await graph.post(`${devicePath(deviceId)}/createDeviceLogCollectionRequest`, {
    version: 'beta',
    body: {
      templateType: {
        '@odata.type': 'microsoft.graph.deviceLogCollectionRequest',
        id: '',
        templateType: 'predefined',
      },
    },
    ...(signal && { signal }),
  })
  const raw = record(answer)
  return logCollection('value' in raw ? record(raw['value']) : raw)
}

export async function logCollectionsOf(
  graph: GraphClient,
  deviceId: string,
  signal?: AbortSignal,
): Promise<readonly LogCollection[]> {
  const list = await graph.list(`${devicePath(deviceId)}/logCollectionRequests`, signal ? { signal } : {})
  return found(list.map((one) => logCollection(record(one))))
}

/** A link to the logs. It is a secret and lives shortly: fetch it at once, keep it nowhere. */
export async function logDownloadUrl(
  graph: GraphClient,
  deviceId: string,
  collectionId: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const answer = await graph.post(
    `${devicePath(deviceId)}/logCollectionRequests/${segment(collectionId)}/createDownloadUrl`,
    signal ? { signal } : {},
  )
  return text(record(answer)['value'])
}

function logCollection(raw: Raw): LogCollection | null {
  const collectionId = text(raw['id'])
  if (collectionId === null) return null
  return {
    id: collectionId,
    state: choice(raw['status']) ?? 'pending',
    code: errorCode(raw['errorCode']),
    askedAt: moment(raw['requestedDateTimeUTC']),
    receivedAt: moment(raw['receivedDateTimeUTC']),
    expiresAt: moment(raw['expirationDateTimeUTC']),
    bytes: amount(raw['size']) || null,
  }
}
