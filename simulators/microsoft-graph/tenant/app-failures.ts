import { type Chance, chanceFor } from '../chance.ts'
import { day, hour, minute, stampOf } from '../clock.ts'
import type { DeviceRecord } from './records.ts'
import type { DeviceBehind } from './tenant.ts'

export type AppFailureRecord = {
  readonly id: string
  readonly managedDeviceIdentifier: string
  readonly userId: string
  readonly deviceId: string
  readonly applicationId: string
  readonly eventDateTime: string
  readonly correlationId: string
  readonly eventName: string
  readonly troubleshootingErrorDetails: null
  readonly history: readonly Readonly<Record<string, unknown>>[]
  readonly additionalInformation: readonly { readonly name: string; readonly value: string }[]
}

const apps = [
  { id: '3e5f0a1c-1111-4a22-8b33-0c44d55e66f7', name: 'Contoso Draw', codes: [-2_016_330_849, -2_016_345_060] },
  { id: '7a9b2c3d-2222-4b33-9c44-1d55e66f7a08', name: 'Fabrikam Secure Mail', codes: [-2_016_330_908] },
] as const

/** One in thirty devices with a person could not be given an app. */
export function makeAppFailures(
  devices: readonly { readonly record: DeviceRecord; readonly behind: DeviceBehind }[],
  { seed, at }: { readonly seed: number; readonly at: number },
): AppFailureRecord[] {
  return devices.flatMap(({ record, behind }) => {
    const chance = chanceFor(seed, `apps of ${record.id}`)
    if (record.userId === null || !chance.happens(1 / 30)) return []
    const failed = at - hour - Math.floor(chance.next() * 5 * day)
    return appFailure(record, behind, { chance, at: failed })
  })
}

/** One app that could not be installed, with what led to it. Nothing where the device is nobody's. */
export function appFailure(
  record: DeviceRecord,
  behind: DeviceBehind,
  wish: { readonly chance: Chance; readonly at: number; readonly app?: string; readonly code?: number },
): AppFailureRecord[] {
  const { chance, at } = wish
  const app = apps.find(({ name }) => name === wish.app) ?? chance.oneOf(apps)
  const code = wish.code ?? chance.oneOf(app.codes)
  if (record.userId === null) return []
  const state = (type: string, when: number, more: object) => ({
    '@odata.type': `#microsoft.graph.mobileAppTroubleshooting${type}History`,
    occurrenceDateTime: stampOf(when),
    troubleshootingErrorDetails: null,
    ...more,
  })
  const group = chance.id()
  return [
    {
      id: `${record.userId}_${record.id}_${app.id}`,
      managedDeviceIdentifier: record.id,
      userId: record.userId,
      deviceId: record.id,
      applicationId: app.id,
      eventDateTime: stampOf(at),
      correlationId: chance.id(),
      eventName: 'MobileAppInstallFailure',
      troubleshootingErrorDetails: null,
      history: [
        state('AppTargetHistory', at - 40 * minute, { securityGroupId: group, errorCode: null }),
        state('AppStateHistory', at - 20 * minute, {
          actionType: 'installCommandSent',
          runState: 'unknown',
          errorCode: null,
        }),
        state('AppStateHistory', at, { actionType: 'installed', runState: 'fail', errorCode: String(code) }),
      ],
      additionalInformation: [
        { name: 'ApplicationName', value: app.name },
        { name: 'Platform', value: behind.platform },
      ],
    },
  ]
}
