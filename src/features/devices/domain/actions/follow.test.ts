import { describe, expect, test } from 'vitest'
import { follow, followDiagnostics, nextLook, type SeenDevice } from './follow.ts'

const sentAt = '2026-11-23T09:00:00.000Z'
const after = (minutes: number) => new Date(Date.parse(sentAt) + minutes * 60_000).toISOString()
const device = (name: string, state: string, change: Partial<NonNullable<SeenDevice>> = {}): SeenDevice => ({
  lastSyncAt: after(-60),
  actions: [{ name, state, startedAt: after(0) }],
  ...change,
})

describe('what came of an action', () => {
  const table: readonly [string, Parameters<typeof follow>, object][] = [
    ['is done when Intune says so', ['restart', sentAt, device('rebootNow', 'done'), after(1)], { state: 'done' }],
    [
      'a sync is done by a newer check-in, though Intune leaves it pending',
      ['sync', sentAt, device('syncDevice', 'pending', { lastSyncAt: after(1) }), after(2)],
      { state: 'done' },
    ],
    [
      'a restart is not',
      ['restart', sentAt, device('rebootNow', 'pending', { lastSyncAt: after(1) }), after(2)],
      { state: 'pending', code: null },
    ],
    [
      'an earlier one of the same name is not it',
      [
        'lock',
        sentAt,
        device('remoteLock', 'done', { actions: [{ name: 'remoteLock', state: 'done', startedAt: after(-30) }] }),
        after(1),
      ],
      { state: 'pending', code: null },
    ],
    ['failed', ['wipe', sentAt, device('wipe', 'failed'), after(1)], { state: 'failed', code: 'device-failed' }],
    [
      'not supported',
      ['lock', sentAt, device('remoteLock', 'notSupported'), after(1)],
      { state: 'failed', code: 'not-supported' },
    ],
    [
      'cancelled elsewhere',
      ['wipe', sentAt, device('wipe', 'canceled'), after(1)],
      { state: 'failed', code: 'cancelled-in-intune' },
    ],
    [
      'a state that nobody knows yet is waited for',
      ['lock', sentAt, device('remoteLock', 'somethingNew'), after(1)],
      { state: 'pending', code: null },
    ],
    [
      'a device that is away is said to be',
      ['restart', sentAt, device('rebootNow', 'pending'), after(15)],
      { state: 'pending', code: 'offline' },
    ],
    [
      'and given up after a week',
      ['restart', sentAt, device('rebootNow', 'pending'), after(7 * 24 * 60 + 1)],
      { state: 'failed', code: 'no-answer' },
    ],
    [
      'a device that is not there for a moment comes back',
      ['restart', sentAt, null, after(5)],
      { state: 'pending', code: 'gone-for-now' },
    ],
    [
      'one that stays away is gone',
      ['restart', sentAt, null, after(31)],
      { state: 'failed', code: 'device-gone' },
    ],
    ['which is what a wipe is for', ['wipe', sentAt, null, after(5)], { state: 'done' }],
    ['and a retirement', ['retire', sentAt, null, after(5)], { state: 'done' }],
    ['but not at once', ['wipe', sentAt, null, after(1)], { state: 'pending', code: 'gone-for-now' }],
  ]
  test.each(table)('%s', (_name, given, expected) => expect(follow(...given)).toEqual(expected))
})

test.each([
  ['completed', 3, { state: 'there' }],
  ['pending', 3, { state: 'pending', code: null }],
  ['pending', 60, { state: 'pending', code: 'offline' }],
  ['failed', 5, { state: 'failed', code: 'device-failed' }],
  ['failed', 24 * 60, { state: 'failed', code: 'no-answer-in-a-day' }],
  ['pending', 24 * 60 + 31, { state: 'failed', code: 'no-answer-in-a-day' }],
  [null, 5, { state: 'pending', code: null }],
  [null, 45, { state: 'failed', code: 'device-gone' }],
] as const)('diagnostics that are %s after %s minutes', (state, minutes, expected) => {
  expect(followDiagnostics(state, sentAt, after(minutes))).toEqual(expected)
})

test('it is looked at soon at first, and ever less often', () => {
  const waits = [0, 5, 30, 300, 3000].map(
    (minutes) => (Date.parse(nextLook(sentAt, after(minutes))) - Date.parse(after(minutes))) / 1000,
  )
  expect(waits).toEqual([15, 60, 300, 1800, 7200])
})
