import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addDays } from '#features/plan/domain/days.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { type MailKind, mailKinds, type MailTiming, usualTiming } from './mail.ts'
import { dayOf, mailNow, momentOf, type Scheduled, timingWarnings, usefulUntil } from './moments.ts'
import { earlierGroups, wavesInTurn } from './waves.ts'

const zone = 'Europe/Amsterdam'
const wave = { starts: '2027-03-29', ends: '2027-04-16' }
const at = (countedFrom: MailTiming['countedFrom'], days: number, time: string): MailTiming => ({
  countedFrom,
  days,
  at: time,
})

describe('when a mail goes', () => {
  test.each([
    ['on the day, in winter time', at('starts', -3, '10:00'), '2027-03-26T09:00:00.000Z'],
    ['at the same time after the clock went forward', at('starts', 0, '10:00'), '2027-03-29T08:00:00.000Z'],
    ['in the hour that is skipped: after it', at('starts', -1, '02:30'), '2027-03-28T01:30:00.000Z'],
    ['counted from the end', at('ends', 1, '08:00'), '2027-04-17T06:00:00.000Z'],
  ])('%s', (_, timing, moment) => {
    expect(momentOf(timing, wave, zone)).toBe(moment)
  })

  test('in the hour that comes twice it is the first', () => {
    const autumn = { starts: '2026-10-25', ends: '2026-10-30' }
    expect(momentOf(at('starts', 0, '02:30'), autumn, zone)).toBe('2026-10-25T00:30:00.000Z')
  })

  test('moves along with the wave, day for day, and stays at its time of the clock', () => {
    const zones = fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata')
    fc.assert(
      fc.property(
        fc.constantFrom(...mailKinds),
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -90, max: 90 }),
        zones,
        (kind, by, days, timeZone) => {
          const timing = { ...usualTiming[kind], days }
          const moved = { starts: addDays(wave.starts, by), ends: addDays(wave.ends, by) }
          const local = Temporal.Instant.from(momentOf(timing, moved, timeZone)).toZonedDateTimeISO(timeZone)
          expect(local.toPlainDate().toString()).toBe(addDays(dayOf(timing, wave), by))
          expect(local.toPlainTime().toString()).toBe(`${timing.at}:00`)
        },
      ),
    )
  })
})

const scheduled = (change: Partial<Record<MailKind, Partial<Scheduled>>> = {}): Scheduled[] =>
  mailKinds.map((kind) => ({
    kind,
    moment: momentOf(usualTiming[kind], wave, zone),
    usefulUntil: usefulUntil(kind, usualTiming[kind], wave, zone),
    mayGo: true,
    ...change[kind],
  }))

describe('which mail somebody gets now', () => {
  test.each([
    ['2027-03-15T08:59:59.000Z', null],
    ['2027-03-15T09:00:00.000Z', 'kick-off'],
    ['2027-03-26T08:59:59.000Z', 'kick-off'],
    ['2027-03-26T09:00:00.000Z', 'before'],
    ['2027-03-29T05:59:59.000Z', 'before'],
    ['2027-03-29T06:00:00.000Z', 'enrollment'],
    ['2027-04-16T21:59:59.000Z', 'enrollment'],
    ['2027-04-16T22:00:00.000Z', null],
    ['2027-04-17T08:00:00.000Z', 'after'],
    ['2027-05-01T21:59:59.000Z', 'after'],
    ['2027-05-01T22:00:00.000Z', null],
  ])('at %s: %s', (now, kind) => {
    expect(mailNow(scheduled(), now)).toBe(kind)
  })

  test('passes over what was not approved or is paused, for the last that may go', () => {
    const held = scheduled({ before: { mayGo: false } })
    expect(mailNow(held, '2027-03-27T09:00:00.000Z')).toBe('kick-off')
    expect(
      mailNow(scheduled({ 'kick-off': { mayGo: false }, before: { mayGo: false } }), '2027-03-27T09:00:00.000Z'),
    ).toBe(null)
  })

  test('late joiners hear nothing that is past: whoever comes in the wave gets the steps, not what is to come', () => {
    expect(mailNow(scheduled(), '2027-04-05T09:00:00.000Z')).toBe('enrollment')
  })

  test('is never one that is not due, no longer of use, or held', () => {
    const moment = fc.integer({ min: 0, max: 1000 }).map((hours) => new Date(hours * 3_600_000).toISOString())
    const one = (kind: MailKind) =>
      fc.record({ kind: fc.constant(kind), moment, usefulUntil: moment, mayGo: fc.boolean() })
    fc.assert(
      fc.property(fc.tuple(...mailKinds.map(one)), moment, (all, now) => {
        const kind = mailNow(all, now)
        const able = all.filter((mail) => mail.mayGo && mail.moment <= now && now < mail.usefulUntil)
        expect(kind).toBe(able.at(-1)?.kind ?? null)
      }),
    )
  })
})

describe('what is odd about a moment', () => {
  const odd = (kind: MailKind, timing: MailTiming) =>
    timingWarnings(kind, { ...usualTiming, [kind]: timing }, wave)
  test.each([
    ['kick-off', at('starts', -14, '10:00'), []],
    ['kick-off', at('starts', -15, '10:00'), ['weekend']],
    ['before', at('starts', -20, '10:00'), ['out-of-order']],
    ['before', at('starts', 1, '10:00'), ['after-it-began']],
    ['after', at('starts', -4, '10:00'), ['out-of-order', 'before-the-wave-is-over']],
  ] as const)('%s at %j: %j', (kind, timing, expected) => {
    expect(odd(kind, timing)).toEqual(expected)
  })
})

describe('waves', () => {
  const plan = starterPlan({ startDay: '2026-11-30', owner: 'Contoso', timeZone: zone })

  test('follow each other over the phases', () => {
    expect(wavesInTurn(plan).map(({ wave: { key }, previous }) => [key, previous?.key ?? null])).toEqual([
      ['pilot', null],
      ['wave-1', 'pilot'],
      ['wave-2', 'wave-1'],
      ['wave-3', 'wave-2'],
    ])
  })

  test('whoever is in two is written to in the first', () => {
    expect(earlierGroups(plan, 'wave-2')).toEqual(['pilot', 'wave-1'])
    expect(earlierGroups(plan, 'pilot')).toEqual([])
  })
})
