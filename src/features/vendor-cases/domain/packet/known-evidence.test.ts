import { expect, test } from 'vitest'
import type { DeviceContext } from '#features/devices/domain/context.ts'
import { nothingKnown } from '../redaction/known-personal.ts'
import { redact } from '../redaction/redact.ts'
import { knownEvidence } from './known-evidence.ts'

const at = '2026-11-24T14:05:00.000Z'
const read = <Value>(value: Value) => ({ value, readAt: at, failed: null })
const device = {
  id: '0f3e1c52-7d9a-4b1a-9c3d-1f2e3d4c5b6a',
  platform: 'ios',
  model: 'iPhone 16',
  serial: 'H2W123456',
  lastSyncAt: at,
}
const context = {
  person: read({ signInName: 'ada.visser@contoso.example' }),
  devices: read([device, { ...device, id: 'other', platform: 'windows' }]),
  enrollmentFailures: read([
    { correlationId: 'bbbbbbbb-1111-4222-8333-555555555555', at },
    { correlationId: null, at },
  ]),
} as unknown as DeviceContext

test('what Intune knows is not asked: devices of this platform, and the ids of what failed', () => {
  expect(knownEvidence(context, 'ios')).toEqual([
    {
      key: 'affected-devices',
      value:
        'iPhone 16 · Intune device ID 0f3e1c52-7d9a-4b1a-9c3d-1f2e3d4c5b6a · serial number H2W123456 · user ada.visser@contoso.example · last check-in 2026-11-24 14:05 UTC',
      source: 'device-snapshot',
      readAt: at,
    },
    {
      key: 'correlation-ids',
      value: 'Correlation ID bbbbbbbb-1111-4222-8333-555555555555 · 2026-11-24 14:05 UTC',
      source: 'enrollment-failure',
      readAt: at,
    },
  ])
  expect(knownEvidence(null, 'ios')).toEqual([])
})

test('and leaves by the ids alone', () => {
  const [devices] = knownEvidence(context, 'ios')
  expect(redact([{ text: devices?.value ?? '', reading: 'things' }], nothingKnown).texts).toEqual([
    'iPhone 16 · Intune device ID 0f3e1c52-7d9a-4b1a-9c3d-1f2e3d4c5b6a · serial number [Serial 1] · user [Address 1] · last check-in 2026-11-24 14:05 UTC',
  ])
})
