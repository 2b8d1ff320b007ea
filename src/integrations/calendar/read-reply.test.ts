import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCalendarReply } from './read-reply.ts'

const read = (text: string) => readCalendarReply(Buffer.from(text.replace(/\r?\n/g, '\r\n')))
const reply = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\n')

const outlook = `BEGIN:VCALENDAR
METHOD:REPLY
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT=DECLINED;CN=Tess van der Meer:mailto:Tess@Contoso.example
COMMENT;LANGUAGE=nl-NL:Ik ben er niet.\\n
UID:01a2@desk.example
RECURRENCE-ID;TZID=W. Europe Standard Time:20270330T100000
SUMMARY;LANGUAGE=nl-NL:Afgewezen: Bridge
DTSTART;TZID=W. Europe Standard Time:20270330T100000
DTEND;TZID=W. Europe Standard Time:20270330T103000
CLASS:PUBLIC
DTSTAMP:20261129T121314Z
SEQUENCE:2
X-MICROSOFT-CDO-APPT-SEQUENCE:2
END:VEVENT
END:VCALENDAR
`

const gmail = `BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
DTSTART:20261201T090000Z
DTEND:20261201T093000Z
DTSTAMP:20261129T121314Z
ORGANIZER;CN=Max Bakker:mailto:desk@contoso.example
UID:01a2@desk.example
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=tess@c
 ontoso.example;X-NUM-GUESTS=0:mailto:tess@contoso.example
CREATED:20261128T121314Z
LAST-MODIFIED:20261129T121314Z
LOCATION:
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Bridge golf 1
TRANSP:OPAQUE
END:VEVENT
END:VCALENDAR
`

const apple = `BEGIN:VCALENDAR
CALSCALE:GREGORIAN
METHOD:REPLY
PRODID:-//Apple Inc.//macOS 15.1//EN
VERSION:2.0
BEGIN:VEVENT
ATTENDEE;CUTYPE=INDIVIDUAL;EMAIL="tess@contoso.example";PARTSTAT=TENTATIVE;ROLE=REQ-PARTICIPANT:mailto:tess@contoso.example
DTEND;TZID=Europe/Amsterdam:20261201T103000
DTSTAMP:20261129T121314Z
DTSTART;TZID=Europe/Amsterdam:20261201T100000
ORGANIZER;CN="Max Bakker";EMAIL="desk@contoso.example":mailto:desk@contoso.example
RECURRENCE-ID;TZID=Europe/Amsterdam:20261201T100000
SEQUENCE:1
SUMMARY:Bridge golf 1
UID:01a2@desk.example
END:VEVENT
END:VCALENDAR
`

const common = {
  method: 'REPLY',
  uid: '01a2@desk.example',
  attendee: 'tess@contoso.example',
  stamp: '2026-11-29T12:13:14.000Z',
}

test.each([
  [
    'Outlook, one occurrence, by its own name of the zone',
    outlook,
    { answer: 'declined', sequence: 2, occurrence: { starts: '2027-03-30T08:00:00.000Z' } },
  ],
  ['Gmail', gmail, { answer: 'accepted', sequence: 0, occurrence: null }],
  [
    'Apple, one occurrence, without the rules of the zone',
    apple,
    { answer: 'tentative', sequence: 1, occurrence: { starts: '2026-12-01T09:00:00.000Z' } },
  ],
])('an answer from %s is understood', async (_, text, said) => {
  expect(await read(text)).toEqual({ ...common, ...said })
})

describe('what is no answer', () => {
  test.each([
    ['an invitation', gmail.replace('METHOD:REPLY', 'METHOD:REQUEST')],
    ['a published calendar', gmail.replace('METHOD:REPLY\n', '')],
    ['a text that mentions one', 'Look at METHOD:REPLY in the file'],
    ['nothing', ''],
  ])('%s', async (_, text) => {
    expect(await read(text)).toBeNull()
  })
})

describe('an answer that cannot be read says nothing, and breaks nothing', () => {
  test.each([
    ['cut off', outlook.slice(0, 300)],
    ['without an entry', 'BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n'],
    ['without a uid', reply('ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example')],
    ['of another language', 'BEGIN:VCARD\nMETHOD:REPLY\nEND:VCARD\n'],
    ['too large', `${gmail}${'X-A:'.padEnd(200_000, 'a')}`],
    ['of thousands of parts', reply(...Array.from({ length: 3000 }, () => 'BEGIN:VALARM\nEND:VALARM'))],
  ])('%s', async (_, text) => {
    expect(await read(text)).toMatchObject({ uid: null, answer: null })
  })

  test.each([
    [
      'an answer that nobody knows',
      reply('UID:x', 'ATTENDEE;PARTSTAT=MAYBE:mailto:a@b.example'),
      { uid: 'x', answer: null },
    ],
    [
      'an occurrence on a day',
      reply('UID:x', 'RECURRENCE-ID;VALUE=DATE:20261201'),
      { occurrence: { starts: null } },
    ],
    [
      'an occurrence in no zone',
      reply('UID:x', 'RECURRENCE-ID:20261201T100000'),
      { occurrence: { starts: null } },
    ],
    [
      'an occurrence in a zone that does not exist',
      reply('UID:x', 'RECURRENCE-ID;TZID=Mars/Base:20261201T100000'),
      { occurrence: { starts: null } },
    ],
    ['a sequence below zero', reply('UID:x', 'SEQUENCE:-4'), { sequence: null }],
    ['an attendee without an address', reply('UID:x', 'ATTENDEE:urn:uuid:1'), { attendee: null }],
  ])('%s', async (_, text, said) => {
    expect(await read(text)).toMatchObject(said)
  })

  test.each([
    'FREQ=SECONDLY',
    'FREQ=DAILY;BYMONTH=3;BYDAY=-1SU',
    'FREQ=YEARLY',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYYEARDAY=300',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYSETPOS=200',
  ])('a zone whose clocks change by %s is not followed through the centuries', async (rule) => {
    const began = performance.now()
    const seen = await read(outlook.replaceAll(/RRULE:.*/g, `RRULE:${rule}`))
    expect(seen).toMatchObject({ ...common, occurrence: { starts: null } })
    expect(performance.now() - began).toBeLessThan(1000)
  })

  test('whatever the bytes are', async () => {
    const lines = outlook.split('\n')
    const mutated = fc
      .array(
        fc.tuple(fc.nat(lines.length - 1), fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...lines))),
        { maxLength: 12 },
      )
      .map((changes) => changes.reduce((all, [at, line]) => all.with(at, line), lines).join('\n'))
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, fc.string({ unit: 'binary' })), async (text) => {
        const seen = await read(text)
        expect(seen === null || ['REPLY', 'COUNTER', 'REFRESH'].includes(seen.method)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
