import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, dayOfNumber, lastDay, weekdayOf } from './days.ts'

describe('calendar days', () => {
  test.each([
    ['2026-11-30', 0, '2026-11-30'],
    ['2026-11-30', 1, '2026-12-01'],
    ['2027-03-01', -1, '2027-02-28'],
    ['2028-02-28', 1, '2028-02-29'],
    ['', 7, ''],
    ['2026-02-30T', 7, '2026-02-30T'],
    ['2026-11-30', 1e12, '2026-11-30'],
  ])('%s and %d days is %s', (day, days, later) => {
    expect(addDays(day, days)).toBe(later)
  })

  test.each([
    ['1969-12-29', 1],
    ['1970-01-01', 4],
    ['2026-11-30', 1],
    ['2026-12-06', 7],
    ['soon', Number.NaN],
  ])('%s is weekday %d', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday)
  })

  test('are numbered one after another', () => {
    expect(dayNumber('2027-01-01') - dayNumber('2026-12-31')).toBe(1)
    expect(dayOfNumber(dayNumber('2026-12-31'))).toBe('2026-12-31')
  })

  test('have a last one, if there are any', () => {
    expect(lastDay(['2026-12-01', '2027-01-01', '2026-11-30'])).toBe('2027-01-01')
    expect(lastDay([])).toBe('')
  })
})
