import type { Instant } from '#platform/clock.ts'
import type { GraphClient } from '../graph-client.ts'
import { choice, found, id, moment, quoted, type Raw, record, text } from './values.ts'

/** A device that is registered for Windows Autopilot. */
export type AutopilotDevice = {
  readonly id: string
  readonly serial: string | null
  readonly model: string | null
  readonly manufacturer: string | null
  readonly groupTag: string | null
  /** `enrolled`, `pendingReset`, `failed`, `notContacted`, `unknown`, or as Microsoft says. */
  readonly enrollmentState: string | null
  readonly lastContactAt: Instant | null
  readonly entraDeviceId: string | null
  readonly managedDeviceId: string | null
  /** To whom it is assigned. */
  readonly upn: string | null
}

/** The one with this serial number, also where Microsoft ignores what it was asked; null for none. */
export async function autopilotBySerial(
  graph: GraphClient,
  serial: string,
  signal?: AbortSignal,
): Promise<AutopilotDevice | null> {
  const list = await graph.list('/deviceManagement/windowsAutopilotDeviceIdentities', {
    query: { $filter: `contains(serialNumber,${quoted(serial)})` },
    limit: 10_000,
    ...(signal && { signal }),
  })
  const devices = found(list.map((one) => autopilotDevice(record(one))))
  return devices.find((one) => one.serial?.toLowerCase() === serial.toLowerCase()) ?? null
}

function autopilotDevice(raw: Raw): AutopilotDevice | null {
  const deviceId = id(raw['id'])
  if (deviceId === null) return null
  return {
    id: deviceId,
    serial: text(raw['serialNumber']),
    model: text(raw['model']),
    manufacturer: text(raw['manufacturer']),
    groupTag: text(raw['groupTag']),
    enrollmentState: choice(raw['enrollmentState']),
    lastContactAt: moment(raw['lastContactedDateTime']),
    entraDeviceId: id(raw['azureActiveDirectoryDeviceId']),
    managedDeviceId: id(raw['managedDeviceId']),
    upn: text(raw['userPrincipalName']),
  }
}
