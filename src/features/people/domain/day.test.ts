import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { startOfDay } from './day.ts'

const zones = [
  'Europe/Amsterdam',
  'UTC',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Asia/Beirut',
]

describe('the beginning of a day', () => {
  it.each([
    ['2026-11-22', 'Europe/Amsterdam', '2026-11-21T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Amsterdam', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Amsterdam', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Amsterdam', '2026-10-24T22:00:00.000Z'],
  ])('%s in %s is %s', (day, zone, at) => {
    expect(startOfDay(day, zone)).toBe(at)
  })

  it.each(zones)(
    'is the same in %s as Temporal says, every day of two years, also where midnight is skipped',
    (zone) => {
      for (let day = Temporal.PlainDate.from('2017-01-01'); day.year < 2019; day = day.add({ days: 1 })) {
        const expected = day.toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'millisecond' })
        expect([day.toString(), startOfDay(day.toString(), zone)]).toEqual([day.toString(), expected])
      }
    },
  )

  it('can be that of a later day', () => {
    expect(startOfDay('2026-12-31', 'Europe/Amsterdam', 1)).toBe(startOfDay('2027-01-01', 'Europe/Amsterdam'))
  })
})
