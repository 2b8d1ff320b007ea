import { describe, expect, test } from 'vitest'
import { alreadySaid, categoryOfFinding, type Detected, evidenceOfFinding } from './detected.ts'
import { testPlan } from './testing/test-plan.ts'

const plan = testPlan()
const failed = (reason: string, platform: Detected['platform'] = 'ios'): Detected => ({
  kind: 'enrollment-failure',
  platform,
  facts: { category: 'enrollmentRestrictionsEnforced', reason, os: 'iOS', osVersion: '18.2' },
})
const ticket = (
  number: number,
  given: { category?: string | null; platform?: string | null; text?: string } = {},
) => ({
  id: `t${number}`,
  number,
  category: null,
  platform: null,
  isClosed: false,
  text: '',
  ...given,
})

test('a failed enrollment is of the category that asks for the failure', () => {
  expect(categoryOfFinding(plan, failed('DeviceNotSupported (0x80180014)'))).toBe('enrollment-blocked')
  expect(categoryOfFinding(plan, { kind: 'silent-device', platform: 'ios', facts: {} })).toBeNull()
})

test('what the plan asks for is filled in as far as it was seen', () => {
  const evidence = evidenceOfFinding(
    plan,
    failed('DeviceNotSupported (0x80180014)'),
    'enrollment-blocked',
    'The failure',
  )
  expect(evidence.find(({ key }) => key === 'error-code')?.value).toBe('0x80180014')
  expect(new Set(evidence.map(({ key }) => key)).size).toBe(evidence.length)
  expect(evidenceOfFinding(plan, { kind: 'silent-device', platform: 'ios', facts: {} }, null, '')).toEqual([])
})

describe('it has been said already', () => {
  const mine = failed('DeviceNotSupported (0x80180014)')
  test.each([
    ['in no ticket', [], null],
    ['in one with the same code', [ticket(1, { text: 'It says -2145910764', platform: 'windows' })], 't1'],
    [
      'in one of the same kind and platform',
      [ticket(1, { category: 'enrollment-blocked', platform: 'ios' })],
      't1',
    ],
    ['in one of no kind yet that speaks of enrolling', [ticket(1, { text: 'Inschrijven lukt niet' })], 't1'],
    [
      'not in one of no kind yet that speaks of something else',
      [ticket(1, { text: 'My app does not start' })],
      null,
    ],
    ['not in one of another kind', [ticket(1, { category: 'wifi', platform: 'ios' })], null],
    ['not in one of another platform', [ticket(1, { category: 'enrollment-blocked', platform: 'android' })], null],
    ['in the latest of two', [ticket(1, { text: 'enrolling' }), ticket(2, { text: 'Company Portal' })], 't2'],
    [
      'in the one with the code rather than a later one',
      [ticket(1, { text: '0x80180014' }), ticket(2, { text: 'enrolling' })],
      't1',
    ],
  ] as const)('%s', (_, open, expected) => {
    expect(alreadySaid(mine, 'enrollment-blocked', open)?.id ?? null).toBe(expected)
  })

  test('of a silent device only where it is named', () => {
    const silent: Detected = { kind: 'silent-device', platform: 'windows', facts: { device: 'CON-NL-0142' } }
    expect(alreadySaid(silent, null, [ticket(1)])).toBeNull()
    expect(alreadySaid(silent, null, [ticket(1, { text: 'My CON-NL-0142 is broken' })])?.id).toBe('t1')
    expect(alreadySaid(silent, null, [ticket(1, { text: 'mijn con-nl-0142 is stuk' })])?.id).toBe('t1')
  })

  test('of a certificate never: whose ticket it is has others of their own', () => {
    expect(alreadySaid({ kind: 'expiring-certificate', platform: 'ios', facts: {} }, null, [ticket(1)])).toBeNull()
  })
})
