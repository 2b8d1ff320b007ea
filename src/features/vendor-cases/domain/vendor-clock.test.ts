import { describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { vendorHours } from './contract-kinds.ts'
import { clockOf, responseDue, type Timed } from './vendor-clock.ts'

const plan = starterPlan({ startDay: '2026-10-12', owner: 'Rollout' })
const due = (severity: string, openedAt: string) => {
  const minutes = plan.teams.vendor?.severities.find(({ key }) => key === severity)?.responseMinutes ?? 0
  return responseDue(openedAt, minutes, vendorHours(plan, severity))
}

describe('the time that a vendor has', () => {
  test('counts day and night where work has stopped', () => {
    expect(due('a', '2026-11-27T16:30:00.000Z')).toBe('2026-11-27T17:30:00.000Z')
    expect(due('a', '2026-11-28T23:30:00.000Z')).toBe('2026-11-29T00:30:00.000Z')
  })

  test('stands still over a weekend for the others', () => {
    const [friday, monday] = [due('b', '2026-11-27T15:00:00.000Z'), due('b', '2026-11-28T12:00:00.000Z')]
    expect([friday, monday].map((at) => at.slice(0, 10))).toEqual(['2026-11-30', '2026-11-30'])
    expect(friday < monday).toBe(true)
    expect(due('c', '2026-11-30T08:00:00.000Z') < '2026-12-01T00:00:00.000Z').toBe(true)
  })

  test('stands still where one severity is all there is, or nobody knows it anymore', () => {
    const { vendor } = plan.teams
    if (!vendor) throw new Error('The starter has a vendor')
    const one = {
      ...plan,
      teams: { ...plan.teams, vendor: { ...vendor, severities: vendor.severities.slice(0, 1) } },
    }
    expect(vendorHours(one, 'a')).not.toBeNull()
    expect(vendorHours(plan, 'of-old')).toBeNull()
  })
})

describe('the clock of a case', () => {
  const open: Timed = {
    state: 'open',
    responseDueAt: '2026-11-30T11:00:00.000Z',
    respondedAt: null,
    nextBy: 'vendor',
    nextAt: null,
  }
  test('says that the vendor is late from the moment that was agreed, and not before', () => {
    expect(clockOf(open, '2026-11-30T10:59:59.000Z')).toMatchObject({ is: 'waiting', for: 'vendor' })
    expect(clockOf(open, '2026-11-30T11:00:00.000Z')).toMatchObject({ is: 'late', who: 'vendor' })
  })

  test('counts what was promised last once the vendor answered', () => {
    const answered = { ...open, respondedAt: '2026-11-30T09:00:00.000Z' }
    expect(clockOf(answered, '2026-12-05T11:00:00.000Z')).toEqual({ is: 'waiting', for: 'vendor', until: null })
    expect(clockOf({ ...answered, nextAt: '2026-12-01T09:00:00.000Z' }, '2026-12-01T09:00:00.000Z').is).toBe(
      'late',
    )
    expect(clockOf({ ...open, state: 'answered' }, '2027-01-01T00:00:00.000Z')).toEqual({ is: 'over' })
  })
})
