import { describe, expect, it } from 'vitest'
import { calendarDays, dayAndTime, durationParts, exactTime, relativeTime, timeSpan } from './format.ts'

const nl = { language: 'nl', timeZone: 'Europe/Amsterdam' } as const
const en = { language: 'en', timeZone: 'Europe/Amsterdam' } as const
const now = '2026-11-22T13:00:00.000Z'

describe('times as people say them', () => {
  it.each([
    ['2026-11-22T13:05:00.000Z', 'vandaag 14:05', 'today 14:05'],
    ['2026-11-21T23:30:00.000Z', 'vandaag 00:30', 'today 00:30'],
    ['2026-11-21T22:30:00.000Z', 'gisteren 23:30', 'yesterday 23:30'],
    ['2026-11-23T08:00:00.000Z', 'morgen 09:00', 'tomorrow 09:00'],
    ['2026-11-16T08:00:00.000Z', 'ma 16 nov 09:00', 'Mon 16 Nov 09:00'],
    ['2025-07-01T08:00:00.000Z', 'di 1 jul 2025 10:00', 'Tue 1 Jul 2025 10:00'],
  ])('%s', (at, dutch, english) => {
    expect(dayAndTime(at, now, nl)).toBe(dutch)
    expect(dayAndTime(at, now, en)).toBe(english)
  })

  it('the same instant is another day in another zone', () => {
    expect(calendarDays('2026-11-21T23:30:00.000Z', now, 'Europe/Amsterdam')).toBe(0)
    expect(calendarDays('2026-11-21T23:30:00.000Z', now, 'America/New_York')).toBe(-1)
  })

  it('counts the days over the change to winter time', () => {
    expect(calendarDays('2026-10-26T00:00:00.000Z', '2026-10-24T23:00:00.000Z', 'Europe/Amsterdam')).toBe(1)
  })

  it('exact has the weekday, the seconds and the zone', () => {
    expect(exactTime('2026-11-22T13:05:09.000Z', nl)).toMatch(/^zondag 22 november 2026.*14:05:09 CET$/)
    expect(exactTime('2026-07-01T13:05:09.000Z', en)).toMatch(/15:05:09/)
  })

  it.each([
    ['2026-11-22T13:00:20.000Z', 'nu', 'now'],
    ['2026-11-22T12:57:00.000Z', '3 minuten geleden', '3 minutes ago'],
    ['2026-11-22T15:10:00.000Z', 'over 2 uur', 'in 2 hours'],
    ['2026-11-20T12:00:00.000Z', '2 dagen geleden', '2 days ago'],
    ['2026-12-30T13:00:00.000Z', 'over 5 weken', 'in 5 weeks'],
  ])('%s from now', (at, dutch, english) => {
    expect(relativeTime(at, now, nl)).toBe(dutch)
    expect(relativeTime(at, now, en)).toBe(english)
  })
})

describe('how long it has been', () => {
  it.each([
    ['2026-11-22T13:00:00.000Z', '1 minuut', '1 minute'],
    ['2026-11-22T12:57:00.000Z', '3 minuten', '3 minutes'],
    ['2026-11-22T10:30:00.000Z', '2 uur', '2 hours'],
    ['2026-11-20T12:00:00.000Z', '2 dagen', '2 days'],
    ['2026-10-22T13:00:00.000Z', '4 weken', '4 weeks'],
  ])('since %s', (at, dutch, english) => {
    expect(timeSpan(at, now, nl)).toBe(dutch)
    expect(timeSpan(at, now, en)).toBe(english)
  })
})

describe('durations', () => {
  it('are rounded down, never negative', () => {
    expect(durationParts(70.9, false)).toEqual({ days: 0, hours: 1, minutes: 10 })
    expect(durationParts(-5, false)).toEqual({ days: 0, hours: 0, minutes: 0 })
  })

  it('count days only where a day means 24 hours', () => {
    expect(durationParts(26 * 60, false)).toEqual({ days: 0, hours: 26, minutes: 0 })
    expect(durationParts(26 * 60, true)).toEqual({ days: 1, hours: 2, minutes: 0 })
  })
})
