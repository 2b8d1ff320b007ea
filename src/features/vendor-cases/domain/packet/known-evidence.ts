import type { DeviceContext } from '#features/devices/domain/context.ts'
import { devicesMeant, joined, utc } from './devices-meant.ts'

export type KnownEvidence = {
  readonly key: 'affected-devices' | 'correlation-ids'
  readonly value: string
  readonly source: 'device-snapshot' | 'enrollment-failure'
  readonly readAt: string | null
}

/** What Intune says of what the vendor is to be told, in English: it need not be asked. Serial numbers and users are replaced before it leaves. */
export function knownEvidence(context: DeviceContext | null, platform: string | null): readonly KnownEvidence[] {
  if (context === null) return []
  const { devices, enrollmentFailures, person } = context
  const user = person.value?.signInName
  const examples = devicesMeant(context, platform).map((one) =>
    joined([
      one.model,
      `Intune device ID ${one.id}`,
      one.serial && `serial number ${one.serial}`,
      user && `user ${user}`,
      one.lastSyncAt && `last check-in ${utc(one.lastSyncAt)}`,
    ]),
  )
  const ids = (enrollmentFailures.value ?? [])
    .slice(0, 5)
    .flatMap((one) => (one.correlationId ? [joined([`Correlation ID ${one.correlationId}`, utc(one.at)])] : []))
  const all: readonly KnownEvidence[] = [
    {
      key: 'affected-devices',
      value: examples.join('\n'),
      source: 'device-snapshot',
      readAt: devices.readAt,
    },
    {
      key: 'correlation-ids',
      value: [...new Set(ids)].join('\n'),
      source: 'enrollment-failure',
      readAt: enrollmentFailures.readAt,
    },
  ]
  return all.filter(({ value }) => value !== '')
}
