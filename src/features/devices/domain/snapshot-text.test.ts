import { expect, test } from 'vitest'
import { known } from './field.ts'
import { failureText, snapshotText } from './snapshot-text.ts'
import { context, device, enrollmentFailure, notCompliant, now, unread } from './testing/contexts.ts'

test('a context as text says what a colleague or Microsoft asks', () => {
  const text = snapshotText(
    context({ devices: known([device(notCompliant)], now), appFailures: unread(null, 'permission-missing') }),
    'en',
  )
  expect(text.split('\n')).toEqual([
    'Read 2026-03-02 09:00 UTC',
    'Account: may sign in, country NL',
    'Licences: SPE_E3 (Intune on)',
    'Groups: Intune-Wave-02-Retail',
    "Device CON-NL-0142: Fabrikam Slate 7, Windows 10.0.26100.3194, serial FB7-000142, the organisation's, Entra join, enrolled 2026-03-01 07:58 UTC, last check-in 2026-03-02 08:14 UTC, not compliant",
    '- not met: BitLocker (WIN-Baseline-Compliance), 0x87D10194',
    'Not read: failed apps (a permission is missing)',
  ])
})

test('the same in Dutch, word for word', () => {
  expect(snapshotText(context(), 'nl')).toContain('laatste contact 2026-03-02 08:14 UTC, voldoet')
})

test('what failed stands in it, since a device that was never enrolled leaves nothing else', () => {
  const text = snapshotText(
    context({ devices: known([], now), enrollmentFailures: known([enrollmentFailure], now) }),
    'en',
  )
  expect(text).toContain(
    'No devices in Intune\nEnrollment failed: 2026-03-02 07:41 UTC: An enrollment restriction',
  )
  expect(text).toContain('(DeviceTypeNotAllowed)')
})

test('moments are said as whoever reads it has them', () => {
  const text = snapshotText(
    context({ enrollmentFailures: known([enrollmentFailure], now) }),
    'en',
    (at) => `<${at}>`,
  )
  expect(text).toContain('last check-in <2026-03-02T08:14:00.000Z>')
  expect(text).not.toContain('UTC')
})

test('names and addresses of people are not in it', () => {
  const text = snapshotText(context(), 'nl') + failureText(context(), 'nl')
  expect(text).not.toContain('Visser')
  expect(text).not.toContain('@')
})

test('what is known stays in it where it could not be read anew, with its age', () => {
  const text = snapshotText(context({ devices: unread([device()]) }), 'nl')
  expect(text).toContain('CON-NL-0142')
  expect(text).toContain(
    'Niet gelezen: apparaten (de dienst van Microsoft heeft een storing; stand van 2026-03-02 09:00 UTC)',
  )
})

test('failures are said newest first, with what Microsoft asks for', () => {
  const later = { ...enrollmentFailure, id: 'f2', category: null, reason: '0x80180014', correlationId: null }
  expect(
    failureText(context({ enrollmentFailures: known([enrollmentFailure, later], now) }), 'en').split('\n'),
  ).toEqual([
    '2026-03-02 07:41 UTC: An enrollment restriction blocked it (DeviceTypeNotAllowed), iOS 16.7.10, enrolled by the user, correlation 8f2d7f90',
    '2026-03-02 07:41 UTC: 0x80180014, iOS 16.7.10, enrolled by the user',
  ])
  expect(failureText(context(), 'en')).toBe('')
})
