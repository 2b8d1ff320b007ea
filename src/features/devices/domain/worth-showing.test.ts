import { describe, expect, test } from 'vitest'
import { known } from './field.ts'
import { apartBy, twinsOf } from './same-device.ts'
import { bitLocker, context, device, enrollmentFailure, notCompliant, now, unread } from './testing/contexts.ts'
import { deviceWarnings, endingCertificates, personWarnings } from './warnings.ts'
import { devicesInOrder, newestFailures, whyNotCompliant } from './worth-showing.ts'

const warned = (given: Parameters<typeof device>[0], more: Parameters<typeof context>[0] = {}) => {
  const one = device(given)
  return deviceWarnings(one, context({ devices: known([one], now), ...more }), now).map(({ code }) => code)
}

describe('what is shown first', () => {
  test('is a device that fails, then one in grace, then one that is warned of, and of those the one used last', () => {
    const devices = [
      device({ id: 'fine' }),
      device({ id: 'silent', name: 'B', serial: 'S2', lastSyncAt: '2026-01-01T00:00:00.000Z' }),
      device({ id: 'grace', name: 'C', serial: 'S3', compliance: 'inGracePeriod' }),
      device({ id: 'old', name: 'D', serial: 'S4', ...notCompliant, lastSyncAt: '2026-03-01T00:00:00.000Z' }),
      device({ id: 'new', name: 'E', serial: 'S5', ...notCompliant }),
    ]
    const shown = devicesInOrder(context({ devices: known(devices, now) }), now)
    expect(shown.map((one) => one.device.id)).toEqual(['new', 'old', 'grace', 'silent', 'fine'])
  })

  test('is the newest failure, and the same said again once', () => {
    const again = { ...enrollmentFailure, id: 'f2', at: '2026-03-02T08:00:00.000Z' }
    const app = {
      id: 'a1',
      at: '2026-03-02T08:30:00.000Z',
      appId: 'x',
      appName: 'Reader',
      deviceId: null,
      code: '0x87D1041C',
      what: null,
    }
    const failures = newestFailures(
      context({ enrollmentFailures: known([enrollmentFailure, again], now), appFailures: known([app], now) }),
      4,
    )
    expect(failures.map(({ failure, times }) => [failure.id, times])).toEqual([
      ['a1', 1],
      ['f2', 2],
    ])
  })

  test('is nothing of what could not be read', () => {
    const nothing = context({ devices: unread(), enrollmentFailures: unread(), appFailures: unread() })
    expect(devicesInOrder(nothing, now)).toEqual([])
    expect(newestFailures(nothing, 4)).toEqual([])
  })
})

test('a device is not compliant because of a setting, whichever policies ask for it', () => {
  const error = { ...bitLocker, setting: 'Secure Boot', state: 'error', code: '0x87D101F4' }
  const failing = known([bitLocker, { ...bitLocker, policy: 'Finance' }, error], now)
  expect(whyNotCompliant(device({ failing }))).toMatchObject([
    { setting: 'Secure Boot', policies: ['WIN-Baseline-Compliance'], code: '0x87D101F4' },
    { setting: 'BitLocker', policies: ['WIN-Baseline-Compliance', 'Finance'], code: '0x87D10194' },
  ])
})

describe('one is warned', () => {
  test.each([
    ['of nothing where all is well', {}, []],
    ['of silence', { lastSyncAt: '2026-01-30T09:00:00.000Z' }, ['silent']],
    ['not of silence before its days are over', { lastSyncAt: '2026-02-01T09:00:00.000Z' }, []],
    ['of no silence where nothing is known', { lastSyncAt: null }, []],
    ['of a certificate that ends', { certificateUntil: '2026-03-20T00:00:00.000Z' }, ['certificate-ends']],
    ['of a certificate that ended', { certificateUntil: '2026-03-01T00:00:00.000Z' }, ['certificate-ended']],
    [
      'of grace that ends',
      { compliance: 'inGracePeriod', graceUntil: '2026-03-05T00:00:00.000Z' },
      ['grace-ends'],
    ],
    ['of management that is not as it should be', { managementState: 'retirePending' }, ['management-odd']],
    ['of states of tomorrow too', { managementState: 'quantumPending' }, ['management-odd']],
  ] as const)('%s', (_, given, codes) => {
    expect(warned(given)).toEqual(codes)
  })

  test('of a device that Autopilot has not heard of, or knows as another', () => {
    const one = {
      id: 'p1',
      serial: 'fb7-000142',
      model: null,
      groupTag: null,
      enrollmentState: 'failed',
      lastContactAt: null,
      managedDeviceId: null,
    }
    expect(warned({}, { autopilot: known([one], now) })).toEqual(['autopilot-odd'])
    const other = { ...one, enrollmentState: 'enrolled', managedDeviceId: 'another' }
    expect(warned({}, { autopilot: known([other], now) })).toEqual(['autopilot-other-device'])
  })

  test('of an account, a country or a licence that stands in the way', () => {
    const codes = (given: Parameters<typeof context>[0]) => personWarnings(context(given)).map(({ code }) => code)
    const licence = (intunePlan: string, error: string | null = null) => ({
      licences: known([{ sku: 'SPE_E3', intunePlan, error }], now),
    })
    expect(codes({})).toEqual([])
    expect(codes({ licences: known([], now) })).toEqual(['no-licence'])
    expect(codes(licence('disabled'))).toEqual(['licence-off'])
    expect(codes(licence('pending'))).toEqual(['licence-pending'])
    expect(codes(licence('none', 'CountViolation'))).toEqual(['no-licence', 'licence-error'])
    expect(codes({ licences: unread() })).toEqual([])
    const { value } = context().person
    if (!value) throw new Error('somebody')
    expect(codes({ person: known({ ...value, enabled: false, usageLocation: null }, now) })).toEqual([
      'account-off',
      'no-usage-location',
    ])
  })

  test('of certificates of the organisation that end within the days of the plan, the nearest first', () => {
    const ends = (id: string, expiresAt: string | null) => ({
      id,
      kind: 'push' as const,
      name: null,
      expiresAt,
      state: null,
    })
    const all = [
      ends('later', '2026-03-25T00:00:00.000Z'),
      ends('far', '2026-09-01T00:00:00.000Z'),
      ends('past', '2026-03-01T00:00:00.000Z'),
      ends('never', null),
    ]
    expect(endingCertificates(all, now).map(({ id }) => id)).toEqual(['past', 'later'])
    expect(endingCertificates(all, now, { silentDays: 30, expiryDays: 7 }).map(({ id }) => id)).toEqual(['past'])
  })
})

describe('devices that are easily taken for each other', () => {
  test('with the same name are told apart by serial, by the day of enrollment, or by record', () => {
    const one = device({ id: 'aaaaaaaa1' })
    const apart = (other: Parameters<typeof device>[0]) =>
      apartBy(one, [one, device({ id: 'bbbbbbbb1', ...other })])
    expect(apart({ serial: 'FB7-000999' })).toBe('…0142')
    expect(apart({ enrolledAt: '2025-01-01T00:00:00.000Z' })).toBe('2026-03-01')
    expect(apart({})).toBe('aaaaaaaa')
    expect(apart({ name: 'CON-NL-0143' })).toBeNull()
  })

  test('share a serial only where it is one', () => {
    const twins = (serial: string) =>
      twinsOf(device({ serial }), [
        device({ serial }),
        device({ id: 'x', name: 'Y', serial: serial.toLowerCase() }),
      ])
    expect(twins('FB7-1').sameSerial).toEqual(['x'])
    expect(twins('System Serial Number').sameSerial).toEqual([])
    expect(twins('0000').sameSerial).toEqual([])
  })
})
