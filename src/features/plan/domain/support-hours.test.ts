import { Temporal } from 'temporal-polyfill'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SupportHours } from './document/teams.ts'
import {
  addSupportDays,
  addSupportMinutes,
  nextOpening,
  openIntervals,
  supportMillisecondsBetween,
  supportMinutesBetween,
} from './support-hours.ts'

type Weekly = SupportHours['weekly']

function hours(
  weekly: Weekly,
  more: Partial<SupportHours['holidays']> = {},
  timeZone = 'Europe/Amsterdam',
): SupportHours {
  return {
    key: 'some-hours',
    name: { nl: 'Tijden', en: 'Hours' },
    timeZone,
    weekly,
    holidays: { country: 'NL', publicDays: [], closed: [], open: [], ...more },
  }
}

const days = (list: readonly number[], from: string, to: string) => list.map((day) => ({ day, from, to }))
const christmas = [
  { date: '2026-12-25', name: { nl: 'Eerste kerstdag', en: 'Christmas Day' } },
  { date: '2026-12-26', name: { nl: 'Tweede kerstdag', en: 'Boxing Day' } },
]
const office = hours(days([1, 2, 3, 4, 5], '08:00', '17:30'), { publicDays: christmas })
const always = hours(days([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00'))

/** A moment given as wall-clock time in Amsterdam. */
const at = (local: string) =>
  Temporal.PlainDateTime.from(local)
    .toZonedDateTime('Europe/Amsterdam')
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })

describe('support minutes', () => {
  test.each([
    ['within one opening', '2026-11-23T09:00', '2026-11-23T10:30', 90],
    ['from before opening until after closing', '2026-11-23T05:00', '2026-11-23T23:00', 570],
    ['over a night', '2026-11-23T17:00', '2026-11-24T08:15', 45],
    ['over a weekend', '2026-11-27T17:00', '2026-11-30T09:00', 90],
    ['over Christmas (Friday) and the weekend', '2026-12-24T17:00', '2026-12-28T08:30', 60],
    ['entirely closed', '2026-11-28T09:00', '2026-11-29T20:00', 0],
    ['over the turn of the year', '2026-12-31T17:00', '2027-01-01T08:30', 60],
  ])('count %s', (_, from, to, minutes) => {
    expect(supportMinutesBetween(office, at(from), at(to))).toBe(minutes)
  })

  test.each([
    ['23 hours on the day the clock goes forward', '2026-03-29T00:00', '2026-03-30T00:00', 23 * 60],
    ['25 hours on the day the clock goes back', '2026-10-25T00:00', '2026-10-26T00:00', 25 * 60],
  ])('are %s when support never closes', (_, from, to, minutes) => {
    expect(supportMinutesBetween(always, at(from), at(to))).toBe(minutes)
  })

  test('a night shift over the change of the clock is an hour shorter in spring and longer in autumn', () => {
    const nights = hours(days([7], '00:00', '06:00'))
    expect(supportMinutesBetween(nights, at('2026-03-29T00:00'), at('2026-03-29T12:00'))).toBe(300)
    expect(supportMinutesBetween(nights, at('2026-10-25T00:00'), at('2026-10-25T12:00'))).toBe(420)
    const missingHour = hours(days([7], '02:00', '03:00'))
    expect(supportMinutesBetween(missingHour, at('2026-03-29T00:00'), at('2026-03-30T00:00'))).toBe(0)
  })

  test('count in the hours’ own time zone', () => {
    const newYork = hours(days([1], '09:00', '17:00'), {}, 'America/New_York')
    expect(supportMinutesBetween(newYork, '2026-11-23T13:00:00.000Z', '2026-11-23T15:00:00.000Z')).toBe(60)
  })

  test('a public holiday on which support is open after all counts, a day closed by the plan does not', () => {
    const adjusted = hours(office.weekly, {
      publicDays: christmas,
      open: ['2026-12-25'],
      closed: [{ date: '2026-12-24', name: { nl: 'Dicht', en: 'Closed' } }],
    })
    expect(supportMinutesBetween(adjusted, at('2026-12-24T00:00'), at('2026-12-25T00:00'))).toBe(0)
    expect(supportMinutesBetween(adjusted, at('2026-12-25T00:00'), at('2026-12-26T00:00'))).toBe(570)
  })

  test('openings that overlap or touch are counted once', () => {
    const overlapping = hours([
      ...days([1], '08:00', '12:00'),
      ...days([1], '10:00', '13:00'),
      ...days([1], '13:00', '14:00'),
    ])
    expect(supportMinutesBetween(overlapping, at('2026-11-23T00:00'), at('2026-11-24T00:00'))).toBe(360)
  })
})

describe('a due moment', () => {
  test.each([
    ['the same day', '2026-11-23T09:00', 60, '2026-11-23T10:00'],
    ['at closing, not at the next opening', '2026-11-23T08:00', 570, '2026-11-23T17:30'],
    ['the next morning', '2026-11-23T17:00', 31, '2026-11-24T08:01'],
    ['counted from opening when it starts at night', '2026-11-23T03:00', 15, '2026-11-23T08:15'],
    ['after the weekend', '2026-11-27T17:29', 2, '2026-11-30T08:01'],
    ['after Christmas', '2026-12-24T17:00', 31, '2026-12-28T08:01'],
    ['in the next year', '2026-12-31T17:00', 60, '2027-01-01T08:30'],
  ])('is %s', (_, from, minutes, due) => {
    expect(addSupportMinutes(office, at(from), minutes)).toBe(at(due))
  })

  test('of no minutes is now, also when support is closed', () => {
    expect(addSupportMinutes(office, at('2026-11-28T12:00'), 0)).toBe(at('2026-11-28T12:00'))
  })

  test.each([
    ['no weekly hours', hours([])],
    ['only a range of no length', hours(days([1], '08:00', '08:00'))],
  ])('does not exist with %s', (_, never) => {
    expect(() => addSupportMinutes(never, at('2026-11-23T09:00'), 1)).toThrow(RangeError)
    expect(() => nextOpening(never, at('2026-11-23T09:00'))).toThrow(RangeError)
    expect(() => addSupportDays(never, at('2026-11-23T09:00'), 1)).toThrow(RangeError)
  })

  test('cannot lie in the past', () => {
    expect(() => addSupportMinutes(office, at('2026-11-23T09:00'), -1)).toThrow(RangeError)
    expect(() => addSupportMinutes(office, at('2026-11-23T09:00'), Number.NaN)).toThrow(RangeError)
  })
})

describe('openings', () => {
  test('the next one is now when open, else the following opening', () => {
    expect(nextOpening(office, at('2026-11-23T09:00'))).toBe(at('2026-11-23T09:00'))
    expect(nextOpening(office, at('2026-11-23T17:30'))).toBe(at('2026-11-24T08:00'))
    expect(nextOpening(office, at('2026-12-24T18:00'))).toBe(at('2026-12-28T08:00'))
  })

  test('are cut off at both ends and joined over midnight', () => {
    expect(openIntervals(office, at('2026-11-27T12:00'), at('2026-11-30T09:00'))).toEqual([
      { from: at('2026-11-27T12:00'), to: at('2026-11-27T17:30') },
      { from: at('2026-11-30T08:00'), to: at('2026-11-30T09:00') },
    ])
    expect(openIntervals(always, at('2026-11-27T12:00'), at('2026-11-30T09:00'))).toEqual([
      { from: at('2026-11-27T12:00'), to: at('2026-11-30T09:00') },
    ])
    expect(openIntervals(office, at('2026-11-28T00:00'), at('2026-11-29T00:00'))).toEqual([])
  })

  test('five support days end at the close of the fifth open day', () => {
    expect(addSupportDays(office, at('2026-11-23T10:00'), 5)).toBe(at('2026-11-30T17:30'))
    expect(addSupportDays(office, at('2026-12-23T10:00'), 2)).toBe(at('2026-12-28T17:30'))
    expect(() => addSupportDays(office, at('2026-11-23T10:00'), 0)).toThrow(RangeError)
  })
})

describe('for any hours and moments', () => {
  const zone = fc.constantFrom(
    'Europe/Amsterdam',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'UTC',
  )
  const weekly = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 48 }))
      .map(([day, start, length]) => {
        const clock = (half: number) =>
          `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`
        return { day, from: clock(start), to: clock(Math.min(48, start + length)) }
      }),
    { minLength: 1, maxLength: 10 },
  )
  const anyHours = fc.tuple(weekly, zone).map(([list, name]) => hours(list, { publicDays: christmas }, name))
  const moment = fc
    .integer({ min: Date.parse('2025-11-01T00:00:00Z'), max: Date.parse('2027-02-01T00:00:00Z') })
    .map((milliseconds) => new Date(milliseconds).toISOString())

  test('time is additive over any middle moment', () => {
    fc.assert(
      fc.property(anyHours, moment, moment, moment, (some, a, b, c) => {
        expect(supportMillisecondsBetween(some, a, b) + supportMillisecondsBetween(some, b, c)).toBe(
          supportMillisecondsBetween(some, a, c),
        )
      }),
      { numRuns: 150 },
    )
  })

  test('the due moment is the earliest by which exactly that much time has passed', () => {
    fc.assert(
      fc.property(anyHours, moment, fc.integer({ min: 1, max: 20_000 }), (some, from, minutes) => {
        const due = addSupportMinutes(some, from, minutes)
        expect(supportMinutesBetween(some, from, due)).toBe(minutes)
        const justBefore = new Date(Date.parse(due) - 1).toISOString()
        expect(supportMinutesBetween(some, from, justBefore)).toBeLessThan(minutes)
      }),
      { numRuns: 150 },
    )
  })

  test('the open intervals between two moments are in order, apart, and sum to the time between', () => {
    fc.assert(
      fc.property(anyHours, moment, fc.integer({ min: 0, max: 40 * 86_400_000 }), (some, from, length) => {
        const to = new Date(Date.parse(from) + length).toISOString()
        const intervals = openIntervals(some, from, to)
        const sum = intervals.reduce((total, one) => total + Date.parse(one.to) - Date.parse(one.from), 0)
        expect(sum).toBe(supportMillisecondsBetween(some, from, to))
        for (const [index, one] of intervals.entries()) {
          expect(one.from < one.to).toBe(true)
          expect(one.from >= from && one.to <= to).toBe(true)
          expect(index === 0 || (intervals[index - 1]?.to ?? '') < one.from).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  // Outside the days on which a clock changes: there a wall-clock range that begins or ends in the doubled hour has no one length.
  const winter = fc
    .integer({ min: Date.parse('2025-11-05T00:00:00Z'), max: Date.parse('2026-02-25T00:00:00Z') })
    .map((milliseconds) => new Date(milliseconds).toISOString())

  test('agrees with counting minute by minute on the wall clock', () => {
    fc.assert(
      fc.property(anyHours, winter, (some, from) => {
        const start = Math.ceil(Date.parse(from) / 60_000) * 60_000
        let counted = 0
        for (let minute = 0; minute < 1500; minute += 1) {
          const local = Temporal.Instant.fromEpochMilliseconds(start + minute * 60_000).toZonedDateTimeISO(
            some.timeZone,
          )
          const time = local.toPlainTime().toString().slice(0, 5)
          const date = local.toPlainDate().toString()
          const closed = some.holidays.publicDays.some((holiday) => holiday.date === date)
          const open = some.weekly.some((one) => one.day === local.dayOfWeek && one.from <= time && time < one.to)
          if (open && !closed) counted += 1
        }
        const begin = new Date(start).toISOString()
        const end = new Date(start + 1500 * 60_000).toISOString()
        expect(supportMinutesBetween(some, begin, end)).toBe(counted)
      }),
      { numRuns: 25 },
    )
  })
})
