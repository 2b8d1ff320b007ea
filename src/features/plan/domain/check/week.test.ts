import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openIntervals } from '../support-hours.ts'
import { hours, aPlan } from './testing/plan-parts.ts'
import { openMinutes, perDay, uncovered, weekOf } from './week.ts'

const zones = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC']
const part = fc
  .record({
    day: fc.integer({ min: 1, max: 7 }),
    from: fc.integer({ min: 0, max: 46 }),
    length: fc.integer({ min: 1, max: 48 }),
  })
  .map(({ day, from, length }) => ({ day, from: time(from), to: time(Math.min(48, from + length)) }))
const anyHours = fc
  .record({ timeZone: fc.constantFrom(...zones), weekly: fc.array(part, { minLength: 1, maxLength: 6 }) })
  .map(({ timeZone, weekly }) => ({ ...hours(aPlan(), 'office-hours'), timeZone, weekly }))

function time(halfHours: number): string {
  return `${String(Math.floor(halfHours / 2)).padStart(2, '0')}:${halfHours % 2 === 0 ? '00' : '30'}`
}

/** The same by the clocks that run on tickets, in a week of winter and one of summer in which no clock changes. */
function byTheClock(wanted: ReturnType<typeof hours>, cover: ReturnType<typeof hours>): number {
  const weeks = [
    ['2027-01-11', '2027-01-25'],
    ['2027-07-12', '2027-07-26'],
  ] as const
  const seasons = weeks.map(([from, to]) => {
    const minutes = (one: ReturnType<typeof hours>) => {
      const open = new Set<number>()
      for (const span of openIntervals(one, `${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`))
        for (let at = Date.parse(span.from); at < Date.parse(span.to); at += 1_800_000) open.add(at)
      return open
    }
    const covered = minutes(cover)
    return [...minutes(wanted)].filter((at) => !covered.has(at)).length * 30
  })
  // Two whole weeks were counted.
  return Math.max(...seasons) / 2
}

describe('the hours of a week that nobody covers', () => {
  test('are those by the clocks that run on tickets, in the season that leaves more', () => {
    fc.assert(
      fc.property(anyHours, anyHours, (wanted, cover) => {
        const without = (one: typeof wanted) => ({
          ...one,
          holidays: { country: null, publicDays: [], closed: [], open: [] },
        })
        const expected = byTheClock(without(wanted), without(cover))
        expect(openMinutes(uncovered(weekOf(wanted), [weekOf(cover)]))).toBe(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('are told day by day', () => {
    expect(perDay([{ from: 1380, to: 1500 }])).toEqual([
      { weekday: 1, from: '23:00', to: '24:00' },
      { weekday: 2, from: '00:00', to: '01:00' },
    ])
  })

  test('of a zone that does not exist are not known', () => {
    const office = weekOf(hours(aPlan(), 'office-hours'))
    expect(uncovered(office, [{ ...office, timeZone: 'Europe/Atlantis', spans: [] }])).toEqual([])
  })
})
