import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { difference } from './difference.ts'
import { differenceText } from './difference-text.ts'
import { known } from './field.ts'
import { bitLocker, context, device, enrollmentFailure, notCompliant, now, unread } from './testing/contexts.ts'

const devices = (...all: readonly Parameters<typeof device>[0][]) =>
  context({ devices: known(all.map(device), now) })
const said = (before: Parameters<typeof difference>[0], after: Parameters<typeof difference>[0]) =>
  difference(before, after).map((one) => differenceText(one, 'en'))

describe('what is otherwise since', () => {
  test('is nothing where nothing changed', () => {
    expect(difference(context(), context())).toEqual([])
  })

  test('is nothing where one side could not be read: not to know is no change', () => {
    const blind = context({ devices: unread(), groups: unread(), licences: unread(), person: unread() })
    expect(difference(context(), blind)).toEqual([])
    expect(difference(blind, context())).toEqual([])
  })

  test.each([
    ['compliance', devices({}), devices(notCompliant), 'CON-NL-0142: compliant → not compliant (BitLocker)'],
    ['mended', devices(notCompliant), devices({}), 'CON-NL-0142: not compliant → compliant (BitLocker)'],
    ['a new device', devices(), devices({}), 'CON-NL-0142: new in Intune'],
    ['a device that is gone', devices({}), devices(), 'CON-NL-0142: no longer in Intune'],
    ['enrolled anew', devices({ id: 'old' }), devices({ id: 'new' }), 'CON-NL-0142: enrolled again'],
    [
      'a version',
      devices({ osVersion: '17.0' }),
      devices({ osVersion: '18.0' }),
      'CON-NL-0142: version 17.0 → 18.0',
    ],
    [
      'a check-in',
      devices({}),
      devices({ lastSyncAt: '2026-03-02T08:59:00.000Z' }),
      'CON-NL-0142: checked in at 2026-03-02 08:59 UTC',
    ],
    [
      'a failure',
      context(),
      context({ enrollmentFailures: known([enrollmentFailure], now) }),
      'Enrollment failed (DeviceTypeNotAllowed)',
    ],
    ['a group', context(), context({ groups: known([], now) }), 'No longer in group Intune-Wave-02-Retail'],
    ['a licence', context(), context({ licences: known([], now) }), 'Licence SPE_E3: Intune on → without Intune'],
  ] as const)('is %s', (_, before, after, sentence) => {
    expect(said(before, after)).toEqual([sentence])
  })

  test('names the setting where a device that failed fails by another', () => {
    const other = {
      ...notCompliant,
      failing: known([{ policy: 'P', setting: 'Secure Boot', state: 'error', code: null, current: null }], now),
    }
    expect(said(devices(notCompliant), devices(other))).toEqual([
      'CON-NL-0142: now does not meet Secure Boot',
      'CON-NL-0142: now meets BitLocker',
    ])
  })

  test.each([
    ['what it no longer meets now', devices(notCompliant), devices({ ...notCompliant, failing: unread([]) })],
    ['what it did not meet then', devices({ ...notCompliant, failing: unread([]) }), devices(notCompliant)],
  ] as const)('names no setting where it could not be read %s', (_, before, after) => {
    expect(said(before, after)).toEqual([])
  })

  test('says that a device is not compliant, and by no setting, where that could not be read', () => {
    const blind = devices({ compliance: 'inGracePeriod', failing: unread([bitLocker]) })
    expect(said(devices(notCompliant), blind)).toEqual([
      'CON-NL-0142: not compliant → not compliant yet, in its grace period',
    ])
    expect(said(blind, devices({}))).toEqual(['CON-NL-0142: not compliant yet, in its grace period → compliant'])
  })

  test('is no failure from before, where failures could not be read then', () => {
    const later = { ...enrollmentFailure, id: 'f2', reason: 'DeviceCapReached', at: '2026-03-02T09:10:00.000Z' }
    const blind = context({ enrollmentFailures: unread([]) })
    expect(said(blind, context({ enrollmentFailures: known([enrollmentFailure, later], now) }))).toEqual([
      'Enrollment failed (DeviceCapReached)',
    ])
  })

  test('has a sentence in both languages, whatever Microsoft calls things', () => {
    const state = fc.oneof(
      fc.constantFrom('compliant', 'noncompliant', 'quantum', 'constructor', '__proto__'),
      fc.string(),
    )
    fc.assert(
      fc.property(state, state, (before, after) => {
        for (const one of difference(devices({ compliance: before }), devices({ compliance: after })))
          for (const language of ['nl', 'en'] as const) expect(differenceText(one, language)).toMatch(/→/)
      }),
    )
  })
})
