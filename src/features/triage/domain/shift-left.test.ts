import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FoundTicket, shiftLeft, turnOf } from './shift-left.ts'

let numbers = 0
const day = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour)).toISOString()
function found(openedAt: string, tier: number, given: Partial<FoundTicket> = {}): FoundTicket {
  numbers += 1
  return {
    ...{ id: `t${numbers}`, number: numbers, wave: null, about: ['issue:ki-1'] },
    ...{ openedAt, tier, causeMinutes: 60 * tier, resolveMinutes: 100 * tier, notedAt: null },
    ...given,
  }
}
const never = () => null

test('a failure that tier 3 diagnosed once and tier 1 solved the next time shows, and says that it is too few to be sure', () => {
  const first = found(day(2), 3, { notedAt: day(3) })
  const { causes, overall } = shiftLeft([first, found(day(4), 1)], never, 1)
  expect(causes).toMatchObject([
    {
      about: 'issue:ki-1',
      turn: { at: day(3), by: 'handed-down' },
      before: { solved: { count: 0, of: 1 }, causeMedian: 180, resolveMedian: 300 },
      after: { solved: { count: 1, of: 1 }, causeMedian: 60, resolveMedian: 100 },
      compared: 'too-few',
    },
  ])
  expect(overall).toMatchObject({
    before: { solved: { count: 0, of: 1 } },
    after: { solved: { count: 1, of: 1 } },
  })
})

test('with enough of both it says that more are solved at the contact tier', () => {
  const before = Array.from({ length: 6 }, (_, index) => found(day(2 + index), 3, { notedAt: day(9) }))
  const after = Array.from({ length: 6 }, (_, index) => found(day(10 + index), 1))
  expect(shiftLeft([...before, ...after], never, 1).causes[0]?.compared).toBe('rose')
})

test.each([
  ['never confirmed nor noted', [found(day(2), 3)], null, null],
  ['noted', [found(day(2), 3, { notedAt: day(5) }), found(day(3), 2, { notedAt: day(4) })], null, day(4)],
  ['confirmed before it was noted', [found(day(2), 3, { notedAt: day(5) })], day(3), day(3)],
  ['confirmed later', [found(day(2), 3, { notedAt: day(5) })], day(8), day(5)],
] as const)('the contact tier knows a cause since it was %s', (_, tickets, confirmedAt, at) => {
  expect(turnOf(tickets, confirmedAt)?.at ?? null).toBe(at)
})

test('a wave has its own figures, with the turn of the whole desk', () => {
  const taught = found(day(2), 3, { wave: 'wave-1', notedAt: day(3) })
  const { causes } = shiftLeft([taught, found(day(5), 1, { wave: 'wave-2' })], never, 1, 'wave-2')
  expect(causes).toMatchObject([{ before: { solved: { of: 0 } }, after: { solved: { count: 1, of: 1 } } }])
})

test('every ticket counts once on one side, whatever happened', () => {
  const any = fc.array(
    fc.record({
      opened: fc.integer({ min: 1, max: 25 }),
      tier: fc.constantFrom(1, 2, 3),
      noted: fc.option(fc.integer({ min: 1, max: 28 })),
      about: fc.subarray(['issue:a', 'issue:b', 'cause:c'], { minLength: 1 }),
    }),
  )
  fc.assert(
    fc.property(any, fc.option(fc.integer({ min: 1, max: 28 })), (given, confirmed) => {
      const tickets = given.map(({ opened, tier, noted, about }) =>
        found(day(opened), tier, { about, notedAt: noted === null ? null : day(noted) }),
      )
      const confirmedAt = () => (confirmed === null ? null : day(confirmed))
      const { causes, overall } = shiftLeft(tickets, confirmedAt, 1)
      for (const { about, before, after } of causes) {
        const own = tickets.filter((one) => one.about.includes(about))
        expect(before.solved.of + after.solved.of).toBe(own.length)
        expect(before.solved.count + after.solved.count).toBe(own.filter(({ tier }) => tier === 1).length)
      }
      expect(overall.before.solved.of + overall.after.solved.of).toBe(overall.tickets)
      expect(overall.tickets).toBeLessThanOrEqual(tickets.length)
    }),
  )
})
