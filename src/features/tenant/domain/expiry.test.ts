import { expect, test } from 'vitest'
import { expiryState, warningDue } from './expiry.ts'

const now = '2026-11-29T09:00:00.000Z'
const inDays = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString()

const warnings: readonly [days: number, warned: number | null, due: number | null][] = [
  [45, null, null],
  [30.5, null, 30],
  [30, null, 30],
  [30, 30, null],
  [20, 30, null],
  [14, 30, 14],
  [2, 30, 3],
  [2, 3, null],
  [0.5, 1, 0],
  [-3, 1, 0],
  [-3, 0, null],
  // Found late: the tightest warning alone.
  [2, null, 3],
]
test.each(warnings)('with %s days left and warned at %s, the warning due is %s', (days, warned, due) => {
  expect(warningDue(inDays(days), warned, now)).toBe(due)
})

test('nobody is warned of an expiry that nobody knows', () => {
  expect(warningDue(null, null, now)).toBeNull()
  expect(expiryState(null, now)).toBe('unknown')
})

test.each([
  [31.5, 'far'],
  [30, 'soon'],
  [0.1, 'soon'],
  [0, 'expired'],
  [-1, 'expired'],
] as const)('%s days before the expiry it is %s', (days, state) =>
  expect(expiryState(inDays(days), now)).toBe(state),
)
