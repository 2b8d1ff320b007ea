import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readCalendar } from '../../../tests/support/read-calendar.ts'
import type { CalendarItem, CalendarTime } from './calendar-item.ts'
import { writeCalendar } from './write-calendar.ts'

const item: CalendarItem = {
  method: 'REQUEST',
  uid: '01a2@desk.example',
  sequence: 3,
  stamp: '2026-11-29T12:00:00.000Z',
  title: 'Bridge golf 1',
  description: 'Met alle lagen.',
  place: null,
  link: 'https://meet.example/bridge',
  timeZone: 'Europe/Amsterdam',
  when: { starts: '2026-12-01T09:00:00.000Z', ends: '2026-12-01T09:30:00.000Z', weekly: null },
  organiserName: 'Max Bakker',
  attendee: { name: 'Tess', address: 'tess@contoso.example', required: true, answer: null },
}
const write = (change: Partial<CalendarItem> = {}) => writeCalendar({ ...item, ...change }, 'desk@contoso.example')
const read = async (change: Partial<CalendarItem> = {}) => readCalendar(await write(change))

type Series = {
  zone: string
  from: string
  until: string
  at: string
  days: readonly number[]
  minutes: number
  except?: readonly string[]
}

/** What Temporal makes of `every so many days at ten` in a zone. */
function expected({ zone, from, until, at, days, minutes, except = [] }: Series): (readonly [string, string])[] {
  const all: (readonly [string, string])[] = []
  const last = Temporal.PlainDate.from(until)
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (!days.includes(day.dayOfWeek) || except.includes(day.toString())) continue
    const starts = day.toZonedDateTime({ timeZone: zone, plainTime: at }).toInstant()
    all.push([text(starts), text(starts.add({ minutes }))])
  }
  return all
}
const text = (at: Temporal.Instant) => at.toString({ smallestUnit: 'millisecond' })

function whenOf(series: Series): CalendarTime {
  const taking = expected(series)
  const [starts = '', ends = ''] = taking[0] ?? []
  const until = taking.at(-1)?.[0] ?? ''
  const except = expected({ ...series, except: [] })
    .map(([at]) => at)
    .filter((at) => at > starts && at < until && !taking.some(([one]) => one === at))
  return { starts, ends, weekly: { days: series.days, until, except, moved: [] } }
}

const zones = [
  ['Europe/Amsterdam', '2026-03-29', '2026-10-25'],
  ['America/New_York', '2026-03-08', '2026-11-01'],
  ['Australia/Sydney', '2026-04-05', '2026-10-04'],
  ['Asia/Kolkata', null, null],
] as const

describe.each(zones)('a series in %s', (zone, ...changes) => {
  const series: Series = {
    zone,
    from: '2026-01-05',
    until: '2027-01-31',
    at: '10:00',
    days: [1, 3, 5],
    minutes: 30,
  }

  test('is read back as the very moments that it was meant to have', async () => {
    const seen = await read({ timeZone: zone, when: whenOf(series) })
    expect(seen.occurrences).toEqual(expected(series))
    expect(seen.occurrences.length).toBeGreaterThan(160)
  })

  test('stays at ten on its own clocks, over every change of them', async () => {
    const seen = await read({ timeZone: zone, when: whenOf(series) })
    const clocks = seen.occurrences.map(([at]) => Temporal.Instant.from(at).toZonedDateTimeISO(zone))
    expect(new Set(clocks.map((at) => at.toPlainTime().toString()))).toEqual(new Set(['10:00:00']))
    const offsets = new Set(clocks.map((at) => at.offset))
    expect(offsets.size).toBe(changes[0] === null ? 1 : 2)
  })

  test.each(changes.filter((day) => day !== null))('is right in the week of %s', async (day) => {
    const from = Temporal.PlainDate.from(day).subtract({ days: 3 }).toString()
    const until = Temporal.PlainDate.from(day).add({ days: 3 }).toString()
    const week: Series = { ...series, from, until, days: [1, 2, 3, 4, 5, 6, 7], at: '09:15' }
    expect((await read({ timeZone: zone, when: whenOf(week) })).occurrences).toEqual(expected(week))
  })

  test('leaves out what is not held and moves what is moved, also over a change of the clocks', async () => {
    const except = ['2026-03-09', '2026-03-30', '2026-10-26']
    const when = whenOf({ ...series, except })
    const was = expected(series).find(([at]) => at.startsWith('2026-11-0'))?.[0] ?? ''
    const moved = { was, starts: '2026-11-03T23:30:00.000Z', ends: '2026-11-04T00:45:00.000Z' }
    const weekly = when.weekly && { ...when.weekly, moved: [moved] }
    const seen = await read({ timeZone: zone, when: { ...when, weekly } })
    const others = expected({ ...series, except }).filter(([at]) => at !== was)
    const all = [...others, [moved.starts, moved.ends] as const].toSorted(([a], [b]) => (a < b ? -1 : 1))
    expect(seen.occurrences).toEqual(all)
  })

  test.each(['2026-01-15', '2026-07-15'])('and a single meeting on %s is at its moment', async (day) => {
    const [[starts, ends] = ['', '']] = expected({ ...series, from: day, until: day, days: [3, 4] })
    const seen = await read({ timeZone: zone, when: { starts, ends, weekly: null } })
    expect(seen.occurrences).toEqual([[starts, ends]])
  })
})

const allZones = ['UTC', ...Intl.supportedValuesOf('timeZone')]

test('every zone, time and series is read back as it was meant, by the rules that came along', async () => {
  const made = fc.record({
    zone: fc.constantFrom(...allZones),
    start: fc.integer({ min: 0, max: 1500 }),
    length: fc.integer({ min: 0, max: 400 }),
    // Which of the two times an hour that is there twice means is not for a calendar to say.
    hour: fc.integer({ min: 4, max: 22 }),
    minute: fc.constantFrom(0, 5, 30, 45),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  })
  await fc.assert(
    fc.asyncProperty(made, async ({ zone, start, length, hour, minute, days }) => {
      const from = Temporal.PlainDate.from('2024-01-01').add({ days: start })
      const at = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      const until = from.add({ days: length + 6 }).toString()
      const series = { zone, from: from.toString(), until, at, days: days.toSorted(), minutes: 30 }
      const seen = await read({ timeZone: zone, when: whenOf(series) })
      expect(seen.occurrences).toEqual(expected(series))
    }),
    { numRuns: 120 },
  )
})

describe('an invitation', () => {
  test('has what RFC 5546 asks of a REQUEST', async () => {
    const seen = await read()
    expect(seen).toMatchObject({
      method: 'REQUEST',
      uid: '01a2@desk.example',
      sequence: 3,
      title: 'Bridge golf 1',
      organiser: { name: 'Max Bakker', address: 'desk@contoso.example' },
      attendee: {
        name: 'Tess',
        address: 'tess@contoso.example',
        role: 'REQ-PARTICIPANT',
        rsvp: 'TRUE',
        answer: 'NEEDS-ACTION',
      },
    })
    expect(seen.properties).toEqual(
      expect.arrayContaining([
        'dtstamp',
        'dtstart',
        'dtend',
        'summary',
        'organizer',
        'attendee',
        'uid',
        'sequence',
        'status',
      ]),
    )
    expect(seen.text('dtstamp')).toBe('2026-11-29T12:00:00Z')
    expect(seen.text('url')).toBe('https://meet.example/bridge')
  })

  test('of whom it may do without, and who answered before, says so', async () => {
    const { attendee } = await read({ attendee: { ...item.attendee, required: false, answer: 'tentative' } })
    expect(attendee).toMatchObject({ role: 'OPT-PARTICIPANT', answer: 'TENTATIVE' })
  })

  test('is taken back as a whole, exceptions and all', async () => {
    const when = whenOf({
      zone: item.timeZone,
      from: '2026-12-01',
      until: '2027-04-30',
      at: '10:00',
      days: [2],
      minutes: 30,
    })
    const moved = [
      { was: when.weekly?.until ?? '', starts: '2027-05-01T09:00:00.000Z', ends: '2027-05-01T10:00:00.000Z' },
    ]
    const written = await write({
      method: 'CANCEL',
      when: { ...when, weekly: when.weekly && { ...when.weekly, moved } },
    })
    expect(readCalendar(written)).toMatchObject({ method: 'CANCEL', sequence: 3 })
    expect(written).toContain('STATUS:CANCELLED\r\n')
    expect(written.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })

  test('keeps what people typed, and lets none of it become anything else', async () => {
    const title = 'A;B,C\\n"D" één\r\nATTENDEE:mailto:eve@evil.example\nEND:VEVENT\u0000'
    const name = 'Eve";CN=x:mailto:eve@evil.example,\r\nATTENDEE:mailto:eve@evil.example'
    const written = await write({
      title,
      description: 'Line 1\n\nLine 2\u2028😀'.repeat(40),
      place: 'Room; 4, "B"',
      organiserName: name,
      attendee: { ...item.attendee, name },
      link: 'javascript:alert(1)',
    })
    expect(written.match(/^ATTENDEE/gm)).toHaveLength(1)
    expect(written).not.toContain('javascript:')
    for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const seen = readCalendar(written)
    expect(seen.title).toBe('A;B,C\\n"D" één\nATTENDEE:mailto:eve@evil.example\nEND:VEVENT')
    expect(seen.text('location')).toBe('Room; 4, "B"')
    expect(seen.text('description')).toBe('Line 1\n\nLine 2\n😀'.repeat(40))
    expect(seen.attendee.address).toBe('tess@contoso.example')
  })

  test('has a link that reads as it was given', async () => {
    const link = 'https://meet.example/a?x=1,2;3&y=%7b%22a%22%7d'
    expect((await read({ link })).text('url')).toBe('https://meet.example/a?x=1%2C2%3B3&y=%7b%22a%22%7d')
    expect((await read({ link: null })).properties).not.toContain('url')
  })
})

test('a zone that keeps to a yearly rule is written as that rule, another as its changes', async () => {
  const zoneIn = async (zone: string) =>
    /BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE/.exec(await write({ timeZone: zone }))?.[0] ?? ''
  expect(await zoneIn('Europe/Amsterdam')).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU')
  expect(await zoneIn('America/New_York')).toContain('RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU')
  expect(await zoneIn('Africa/Casablanca')).not.toContain('RRULE')
  expect(await zoneIn('Asia/Kolkata')).toMatch(
    /BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:\+0530\r\nTZOFFSETTO:\+0530/,
  )
  expect(await zoneIn('UTC')).toBe('')
})
