import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bridge } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { addDays, weekdayOf } from '#features/plan/domain/days.ts'
import { dayOf, momentOf, occurrencesOf, stretchesOf } from './schedule.ts'
import { bridgeOf, planWith } from './testing/plan.ts'

const meets = (plan: SupportPlan, from: string, until: string) =>
  occurrencesOf(plan, bridgeOf(plan), { from, until }).map(({ startsAt }) => startsAt)

describe('a standing bridge meets', () => {
  test('at its time on the clock of its zone, also over the end of summer time', () => {
    const plan = planWith({ startDay: '2026-10-12' })
    expect(meets(plan, '2026-10-23', '2026-10-27')).toEqual([
      '2026-10-23T08:00:00.000Z',
      '2026-10-26T09:00:00.000Z',
      '2026-10-27T09:00:00.000Z',
    ])
  })

  test('an hour later at a time that the clock skips, and once at one that comes twice', () => {
    const weekly = [{ day: 7, at: '02:30' }]
    const spring = planWith({ startDay: '2026-03-16', bridge: { weekly, quorum: [] } })
    expect(meets(spring, '2026-03-29', '2026-03-29')).toEqual(['2026-03-29T01:30:00.000Z'])
    const autumn = planWith({ startDay: '2026-10-12', bridge: { weekly, quorum: [] } })
    expect(meets(autumn, '2026-10-25', '2026-10-25')).toEqual(['2026-10-25T00:30:00.000Z'])
  })

  test('in its phases only, which are one stretch where they touch', () => {
    const plan = planWith({ startDay: '2026-11-30' })
    // The pilot of two weeks and the first production phase of three.
    expect(stretchesOf(plan, bridgeOf(plan))).toEqual([{ from: '2026-11-30', until: '2027-01-03' }])
    const days = occurrencesOf(plan, bridgeOf(plan), { from: '2026-01-01', until: '2027-12-31' })
    expect(days[0]?.day).toBe('2026-11-30')
    expect(days.at(-1)?.day).toBe('2027-01-01')
  })

  test('on a Sunday too, when the plan says so', () => {
    const plan = planWith({ bridge: { weekly: [{ day: 7, at: '10:00' }] } })
    expect(meets(plan, '2026-11-30', '2026-12-06')).toEqual(['2026-12-06T09:00:00.000Z'])
  })

  test('not on a holiday of the tiers it needs', () => {
    const publicDays = [{ date: '2026-12-25', name: { nl: 'Kerst', en: 'Christmas' } }]
    const plan = planWith({ startDay: '2026-11-30', publicDays })
    const days = occurrencesOf(plan, bridgeOf(plan), { from: '2026-12-24', until: '2026-12-28' })
    expect(days.map(({ day }) => day)).toEqual(['2026-12-24', '2026-12-28'])
  })

  test('several times a day, which are numbered by the clock', () => {
    const weekly = [
      { day: 1, at: '15:00' },
      { day: 1, at: '09:00' },
      { day: 1, at: '09:00' },
    ]
    const plan = planWith({ startDay: '2026-11-30', bridge: { weekly } })
    const found = occurrencesOf(plan, bridgeOf(plan), { from: '2026-11-30', until: '2026-12-06' })
    expect(found.map(({ number, startsAt }) => [number, startsAt])).toEqual([
      [1, '2026-11-30T08:00:00.000Z'],
      [2, '2026-11-30T14:00:00.000Z'],
    ])
  })
})

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const weeklies: fc.Arbitrary<Bridge['weekly']> = fc.array(
  fc.record({ day: fc.integer({ min: 1, max: 7 }), at: times }),
  { minLength: 1, maxLength: 6 },
)
const zones = fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC')

test('every meeting is on a day of the week and at a time that the plan has, each once, in order', () => {
  fc.assert(
    fc.property(weeklies, zones, fc.integer({ min: 0, max: 700 }), (weekly, timeZone, later) => {
      const startDay = addDays('2026-01-01', later)
      const plan = planWith({ startDay, bridge: { weekly, timeZone, quorum: [] } })
      const found = occurrencesOf(plan, bridgeOf(plan), { from: startDay, until: addDays(startDay, 40) })
      const moments = found.map(({ startsAt }) => startsAt)
      expect(new Set(found.map(({ day, number }) => `${day} ${number}`)).size).toBe(found.length)
      for (const { day, startsAt } of found) {
        expect(dayOf(startsAt, timeZone)).toBe(day)
        const own = weekly.filter((one) => one.day === weekdayOf(day))
        expect(own.map(({ at }) => momentOf(day, at, timeZone))).toContain(startsAt)
      }
      expect(moments).toEqual(moments.toSorted())
    }),
    { numRuns: 60 },
  )
})
