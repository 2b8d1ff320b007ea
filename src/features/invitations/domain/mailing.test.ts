import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryContent } from './invitation.ts'
import { decideMailing, type KnownAttendee, type KnownEntry, type Mailing } from './mailing.ts'

const at = '2026-12-01T12:00:00.000Z'
const content = (change: Partial<EntryContent> = {}): EntryContent => ({
  title: { nl: 'Bridge', en: 'Bridge' },
  description: { nl: '', en: '' },
  place: null,
  link: null,
  timeZone: 'Europe/Amsterdam',
  organiserName: 'Max',
  time: { starts: '2026-12-03T09:00:00.000Z', ends: '2026-12-03T10:00:00.000Z', weekly: null },
  ...change,
})
const over = content({
  time: { starts: '2026-11-03T09:00:00.000Z', ends: '2026-11-03T10:00:00.000Z', weekly: null },
})
const who = (personId: string, change: Partial<KnownAttendee> = {}): KnownAttendee => ({
  personId,
  address: `${personId}@contoso.example`,
  required: true,
  state: 'invited',
  sequence: 4,
  ...change,
})
const known = (attendees: readonly KnownAttendee[], change: Partial<KnownEntry> = {}): KnownEntry => ({
  sequence: 5,
  contentSequence: 4,
  timeSequence: 2,
  content: content(),
  attendees,
  ...change,
})
const reachable = (...people: string[]) => new Map(people.map((one) => [one, `${one}@contoso.example`]))
const asked = (...people: string[]) => people.map((personId) => ({ personId, required: true }))
const said = ({ sendings }: Mailing) =>
  sendings.map((one) => `${one.method} ${String(one.sequence)} ${one.personId} ${one.why}`)

type Row = readonly [
  what: string,
  known: KnownEntry | null,
  wanted: EntryContent | null,
  asked: string[],
  sent: string[],
]
const all = reachable('ada', 'bob', 'cas')

describe('who is sent what', () => {
  test.each<Row>([
    [
      'a new one goes to everybody',
      null,
      content(),
      ['ada', 'bob'],
      ['REQUEST 0 ada invited', 'REQUEST 0 bob invited'],
    ],
    ['a new one of what is over to nobody', null, over, ['ada'], []],
    ['somebody who is asked twice gets it once', null, content(), ['ada', 'ada'], ['REQUEST 0 ada invited']],
    ['nothing changed', known([who('ada')]), content(), ['ada'], []],
    [
      'who comes new is told what all know',
      known([who('ada')]),
      content(),
      ['ada', 'bob'],
      ['REQUEST 5 bob invited'],
    ],
    [
      'a change overrules for all',
      known([who('ada'), who('bob')]),
      content({ place: 'Room 4' }),
      ['ada', 'bob'],
      ['REQUEST 6 ada changed', 'REQUEST 6 bob changed'],
    ],
    [
      'who is no longer asked is told so',
      known([who('ada'), who('bob')]),
      content(),
      ['ada'],
      ['CANCEL 6 bob not-wanted'],
    ],
    [
      'what is called off is taken back from all',
      known([who('ada'), who('bob')]),
      null,
      [],
      ['CANCEL 6 ada called-off', 'CANCEL 6 bob called-off'],
    ],
    [
      'not from who had been told before',
      known([who('ada'), who('bob', { state: 'withdrawn' })]),
      null,
      [],
      ['CANCEL 6 ada called-off'],
    ],
    [
      'who comes back is told with a higher sequence',
      known([who('ada', { state: 'withdrawn', sequence: 5 })]),
      content(),
      ['ada'],
      ['REQUEST 6 ada invited'],
    ],
    [
      'a new address is told',
      known([who('ada', { address: 'old@contoso.example' })]),
      content(),
      ['ada'],
      ['REQUEST 6 ada changed'],
    ],
    [
      'whether one has to come is told',
      known([who('ada', { required: false })]),
      content(),
      ['ada'],
      ['REQUEST 6 ada changed'],
    ],
    [
      'who missed a change gets it',
      known([who('ada', { sequence: 3 })]),
      content(),
      ['ada'],
      ['REQUEST 6 ada changed'],
    ],
    ['what was over is not taken back', known([who('ada')], { content: over }), null, [], []],
    ['nobody comes new to what is over', known([who('ada')], { content: over }), over, ['ada', 'bob'], []],
    ['what is put into the past is still told', known([who('ada')]), over, ['ada'], ['REQUEST 6 ada changed']],
    [
      'what is called off is given again with a higher sequence',
      known([who('ada', { state: 'withdrawn' })]),
      content(),
      ['ada'],
      ['REQUEST 6 ada invited'],
    ],
  ])('%s', (_, before, wanted, people, sent) => {
    expect(
      said(decideMailing({ known: before, wanted, attendees: asked(...people), addresses: all, at })),
    ).toEqual(sent)
  })

  test('nobody who cannot be told is told, and they count as withdrawn', () => {
    const before = known([who('ada'), who('bob')])
    const wanted = content({ place: 'Room 4' })
    const mailing = decideMailing({
      known: before,
      wanted,
      attendees: asked('ada', 'bob'),
      addresses: reachable('ada'),
      at,
    })
    expect(said(mailing)).toEqual(['REQUEST 6 ada changed'])
    expect(mailing.withdrawnSilently).toEqual(['bob'])
  })

  test('who leaves is told of what they knew', () => {
    const wanted = content({ place: 'Room 4' })
    const { sendings } = decideMailing({ known: known([who('ada')]), wanted, attendees: [], addresses: all, at })
    expect(sendings.map((one) => one.content)).toEqual([content()])
  })

  test('answers lapse with another time, and with nothing else', () => {
    const lapse = (wanted: EntryContent) =>
      decideMailing({ known: known([who('ada')]), wanted, attendees: asked('ada'), addresses: all, at })
    const later = content({
      time: { starts: '2026-12-03T09:30:00.000Z', ends: '2026-12-03T10:00:00.000Z', weekly: null },
    })
    expect(lapse(later)).toMatchObject({ answersLapse: true, timeSequence: 6 })
    expect(lapse(content({ place: 'Room 4' }))).toMatchObject({ answersLapse: false, timeSequence: 2 })
  })
})

describe('whatever happens to an invitation', () => {
  const people = ['ada', 'bob', 'cas', 'dee']
  const step = fc.record({
    wanted: fc.option(
      fc.record({
        place: fc.constantFrom('A', 'B'),
        day: fc.constantFrom('2026-11-20', '2026-12-03', '2026-12-10'),
      }),
      { freq: 4 },
    ),
    asked: fc.subarray(people),
    required: fc.boolean(),
    reachable: fc.subarray(people, { minLength: 2 }),
    day: fc.integer({ min: 1, max: 3 }),
  })

  test('what anybody has in their calendar is what is wanted of them, and no sequence is ever lower', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let state: KnownEntry | null = null
        let now = Date.parse('2026-11-15T00:00:00.000Z')
        const calendars = new Map<string, { sequence: number; has: EntryContent | null }>()
        for (const one of steps) {
          now += one.day * 86_400_000
          const moment = new Date(now).toISOString()
          const wanted =
            one.wanted &&
            content({
              place: one.wanted.place,
              time: {
                starts: `${one.wanted.day}T09:00:00.000Z`,
                ends: `${one.wanted.day}T10:00:00.000Z`,
                weekly: null,
              },
            })
          const attendees = one.asked.map((personId) => ({ personId, required: one.required }))
          const given = { wanted, attendees, addresses: reachable(...one.reachable), at: moment }
          const mailing = decideMailing({ known: state, ...given })
          for (const { personId, sequence, method, content: told } of mailing.sendings) {
            const held = calendars.get(personId)
            // Of two mails under one uid, calendars believe the one with the higher sequence.
            expect(sequence).toBeGreaterThan(held?.sequence ?? -1)
            expect(one.reachable).toContain(personId)
            calendars.set(personId, { sequence, has: method === 'CANCEL' ? null : told })
          }
          state = after(state, mailing, wanted)
          expect(decideMailing({ known: state, ...given }).sendings).toEqual([])
          if (wanted === null || wanted.time.ends <= moment) continue
          for (const personId of one.reachable) {
            const has = calendars.get(personId)?.has ?? null
            if (one.asked.includes(personId)) expect(has).toEqual(wanted)
            else if (has !== null) expect(has.time.ends <= moment || !wasTold(state, personId)).toBe(true)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  /** Whoever was withdrawn while they could not be told, or when it was over, may hold on to it. */
  function wasTold(state: KnownEntry | null, personId: string): boolean {
    return state?.attendees.find((one) => one.personId === personId)?.state === 'invited'
  }

  /** What the store makes of it. */
  function after(before: KnownEntry | null, mailing: Mailing, wanted: EntryContent | null): KnownEntry | null {
    if (before === null && (wanted === null || mailing.sendings.length === 0)) return null
    const attendees = new Map((before?.attendees ?? []).map((one) => [one.personId, one]))
    for (const personId of mailing.withdrawnSilently) {
      const one = attendees.get(personId)
      if (one) attendees.set(personId, { ...one, state: 'withdrawn' })
    }
    for (const one of mailing.sendings) {
      const state = one.method === 'REQUEST' ? 'invited' : 'withdrawn'
      attendees.set(one.personId, { ...one, state })
    }
    const { sequence, contentSequence, timeSequence } = mailing
    return {
      sequence,
      contentSequence,
      timeSequence,
      content: wanted ?? before?.content ?? content(),
      attendees: [...attendees.values()],
    }
  }
})
