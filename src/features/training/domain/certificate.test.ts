import { array, assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificateNumber, readCertificateNumber, stepsLeft, validUntil, warningDue } from './certificate.ts'
import { standingOf } from './standing.ts'

const at = '2026-11-23T09:00:00.000Z'
const course = { tier: 1, practiceTickets: 3 }

test.each([
  [null, null, 0, ['attend', 'pass', 'practise']],
  [at, null, 0, ['pass', 'practise']],
  [at, at, 2, ['practise']],
  [at, null, 3, ['pass']],
  [at, at, 3, []],
] as const)('attended %s, passed %s, practised %i leaves %j', (attendedAt, passedAt, practised, left) =>
  expect(stepsLeft(course, { attendedAt, passedAt, practised })).toEqual(left),
)

test.each([
  [at, 12, '2027-11-23T23:00:00.000Z'],
  ['2026-08-31T09:00:00.000Z', 6, '2027-02-28T23:00:00.000Z'],
  ['2026-11-23T23:30:00.000Z', 1, '2026-12-24T23:00:00.000Z'],
])('from %s, %i months go to the end of that day in Amsterdam', (from, months, until) =>
  expect(validUntil(from, months, 'Europe/Amsterdam')).toBe(until),
)

test.each([
  ['2027-01-23T09:00:00.000Z', [], null],
  ['2026-12-23T09:00:00.000Z', [], 30],
  ['2026-12-20T09:00:00.000Z', [30], null],
  ['2026-11-29T09:00:00.000Z', [30], 7],
  ['2026-11-29T09:00:00.000Z', [], 7],
  ['2026-11-25T09:00:00.000Z', [30, 7], null],
  ['2026-11-23T09:00:00.000Z', [], null],
] as const)('one that ends on %s, told %j, is due a warning of %s days', (until, told, due) =>
  expect(warningDue(until, told, at)).toBe(due),
)

describe('the number of a certificate', () => {
  const bytes = array(integer({ min: 0, max: 255 }), { minLength: 11, maxLength: 11 })

  test('is read as people type it', () => {
    assert(
      property(bytes, (given) => {
        const number = certificateNumber(given)
        expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
        expect(readCertificateNumber(number.toLowerCase().replaceAll('-', ' '))).toBe(number)
      }),
    )
  })

  test('with one character typed wrong is no number', () => {
    const place = integer({ min: 0, max: 11 })
    assert(
      property(
        bytes,
        place,
        constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')),
        (given, index, other) => {
          const plain = certificateNumber(given).replaceAll('-', '')
          if (plain[index] === other) return
          expect(readCertificateNumber(plain.slice(0, index) + other + plain.slice(index + 1))).toBeNull()
        },
      ),
    )
  })
})

describe('where somebody stands', () => {
  const nothing = { attendedAt: null, passedAt: null, practised: 0 }
  const until = (day: string) => ({ tier: 1, from: '2026-01-01T00:00:00.000Z', until: `${day}T00:00:00.000Z` })
  const trained = (day: string) => ({ ...until(day), override: null })
  const overridden = (day: string) => ({ ...until(day), override: { by: 'lies', reason: 'Drukte' } })
  test.each([
    ['nothing', [], false, 'missing'],
    ['a certificate that ended', [], true, 'ended'],
    ['one that holds for a year', [trained('2027-11-23')], true, 'certified'],
    ['one that ends within a month', [trained('2026-12-10')], true, 'ending'],
    ['an override', [overridden('2026-12-10')], false, 'overridden'],
    ['an override beside training', [overridden('2028-01-01'), trained('2027-11-23')], true, 'certified'],
    ['one for another tier', [{ ...trained('2027-11-23'), tier: 2 }], false, 'missing'],
  ] as const)('with %s', (_, certifications, hadOne, state) =>
    expect(standingOf(course, certifications, nothing, hadOne, at).state).toBe(state),
  )

  test('who is certified has nothing to do; who is by override has', () => {
    expect(standingOf(course, [trained('2027-11-23')], nothing, true, at).left).toEqual([])
    expect(standingOf(course, [overridden('2026-12-10')], nothing, false, at).left).toHaveLength(3)
  })
})
