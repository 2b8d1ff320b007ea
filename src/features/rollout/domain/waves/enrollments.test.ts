import { describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { countsSince, enrollmentsOf, platformsOf } from './enrollments.ts'

const at = '2026-11-20T09:00:00.000Z'
const none = { intune: null, counted: null, correction: null, people: 0 }
const counted = { enrolled: 20, day: '2026-11-20' }

describe('how many enrolled', () => {
  test('is what Intune tells, whatever was counted before or came with a file', () => {
    const known = { ...none, intune: { enrolled: 12, at }, counted, people: 40 }
    expect(enrollmentsOf(known)).toEqual({ count: 12, source: 'intune', day: null, at })
    expect(enrollmentsOf({ ...known, intune: { enrolled: 0, at } })?.count).toBe(0)
  })

  test('is what somebody put in its place, as long as nobody takes that back', () => {
    const known = {
      ...none,
      intune: { enrolled: 12, at },
      counted,
      correction: { enrolled: 15, day: '2026-11-19' },
    }
    expect(enrollmentsOf(known)).toEqual({ count: 15, source: 'corrected', day: '2026-11-19', at: null })
    expect(enrollmentsOf({ ...known, correction: null })?.source).toBe('intune')
  })

  test('without Intune is what somebody counted, or what is known by person where that is more', () => {
    expect(enrollmentsOf({ ...none, counted, people: 12 })).toEqual({
      count: 20,
      source: 'counted',
      day: '2026-11-20',
      at: null,
    })
    expect(enrollmentsOf({ ...none, counted, people: 21 })).toEqual({
      count: 21,
      source: 'people',
      day: null,
      at: null,
    })
    expect(enrollmentsOf({ ...none, people: 3 })?.source).toBe('people')
    expect(enrollmentsOf({ ...none, counted: { enrolled: 0, day: '2026-11-20' } })?.count).toBe(0)
    expect(enrollmentsOf({ ...none, counted, correction: counted })?.source).toBe('counted')
    expect(enrollmentsOf(none)).toBeNull()
  })
})

test.each([
  ['2026-11-02', '2026-11-01T23:00:00.000Z'],
  ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ['2026-10-25', '2026-10-24T22:00:00.000Z'],
])(
  'a device counts for a wave that begins on %s from %s on, when the day begins where the desk is',
  (starts, since) => {
    const plan = starterPlan({ startDay: '2026-11-02', owner: 'Contoso', timeZone: 'Europe/Amsterdam' })
    expect(countsSince(plan, { starts })).toBe(since)
  },
)

test('a wave counts devices of the platforms that it expects', () => {
  expect(platformsOf({ platforms: [] })).toEqual([])
  expect(
    platformsOf({
      platforms: [
        { platform: 'ios', percent: 60 },
        { platform: 'macos', percent: 0 },
      ],
    }),
  ).toEqual(['ios'])
})
