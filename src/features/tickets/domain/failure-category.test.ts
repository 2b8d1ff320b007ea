import { expect, test } from 'vitest'
import { failureCategoryOf } from './failure-category.ts'

const failed = (category: string | null, at: string, platform: 'ios' | 'windows' = 'windows') => ({
  ...{ id: at, at, platform, os: null, osVersion: null, category, reason: null },
  ...{ correlationId: null, deviceId: null, enrollmentType: null },
})
const limit = failed('enrollmentRestrictionsEnforced', '2026-11-22T09:00:00.000Z')
const ticket = {
  category: 'enrollment-blocked',
  platform: 'windows',
  openedAt: '2026-11-23T09:00:00.000Z',
} as const

test.each([
  [
    'of its last failed enrollment',
    ticket,
    [limit, failed('badRequest', '2026-11-21T09:00:00.000Z')],
    limit.category,
  ],
  ['of none that is older', ticket, [failed('badRequest', '2026-11-01T09:00:00.000Z')], null],
  ['of none on another platform', { ...ticket, platform: 'ios' as const }, [limit], null],
  ['of none that Intune cannot name', ticket, [failed('unknown', limit.at)], null],
  ['of none where it is not about enrolling', { ...ticket, category: 'lost-device' }, [limit], null],
  ['of none where nobody said what it is about', { ...ticket, category: null }, [limit], null],
  ['of none where none is known', ticket, null, null],
])('a ticket has the failure category %s', (_what, about, failures, wanted) => {
  expect(failureCategoryOf(about, failures && { enrollmentFailures: { value: failures } })).toBe(wanted)
})
