import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeFrom, mayNoteAttendance, mayUseCode } from './attendance.ts'
import { mayPlan } from './session.ts'
import { movingUp, type SignUp, signUp, withdraw } from './sign-up.ts'
import { momentOf, usualStart, wallTimeOf } from './wall-time.ts'

const at = '2026-11-23T09:00:00.000Z'
const held = { startsAt: '2026-11-23T10:00:00.000Z', endsAt: '2026-11-23T12:30:00.000Z', cancelledAt: null }

describe('seats', () => {
  const moves = array(
    record({
      person: constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      move: constantFrom('sign-up', 'withdraw', 'grow'),
    }),
    { maxLength: 60 },
  )

  test('are never given twice; who waited longest moves up; nobody waits while a seat is free', () => {
    assert(
      property(moves, integer({ min: 1, max: 4 }), (all, first) => {
        let seats = first
        let rows: readonly SignUp[] = []
        const place = (personId: string, state: SignUp['state'], turn: number) => {
          rows = [...rows.filter((one) => one.personId !== personId), { personId, state, turn, attendedAt: null }]
        }
        const up = (people: readonly string[]) => {
          for (const personId of people) {
            const row = rows.find((one) => one.personId === personId)
            const waiting = rows.filter(({ state }) => state === 'waiting')
            expect(row?.turn).toBe(Math.min(...waiting.map(({ turn }) => turn)))
            place(personId, 'seated', row?.turn ?? 0)
          }
        }
        for (const { person, move } of all) {
          const trainingSession = { ...held, seats }
          if (move === 'grow') {
            seats = Math.min(6, seats + 1)
            up(movingUp({ seats }, rows))
          } else if (move === 'sign-up') {
            const result = signUp(trainingSession, rows, person, at)
            if (result.ok) place(person, result.value.state, result.value.turn)
          } else {
            const result = withdraw(trainingSession, rows, person, at)
            if (!result.ok) continue
            place(person, 'withdrawn', rows.find((one) => one.personId === person)?.turn ?? 0)
            up(result.value)
          }
          const seated = rows.filter(({ state }) => state === 'seated').length
          const waiting = rows.filter(({ state }) => state === 'waiting').length
          expect(seated).toBeLessThanOrEqual(seats)
          if (waiting > 0) expect(seated).toBe(seats)
        }
      }),
    )
  })

  test.each([
    ['one that was cancelled', { ...held, seats: 2, cancelledAt: at }, at, 'session-cancelled'],
    ['one that is over', { ...held, seats: 2 }, held.endsAt, 'session-over'],
  ] as const)('%s takes nobody', (_, trainingSession, now, code) =>
    expect(signUp(trainingSession, [], 'a', now)).toMatchObject({ ok: false, refusal: { code } }),
  )

  test('whoever was there cannot withdraw', () => {
    const was: SignUp = { personId: 'a', state: 'seated', turn: 1, attendedAt: at }
    expect(withdraw({ ...held, seats: 2 }, [was], 'a', at)).toMatchObject({
      refusal: { code: 'already-attended' },
    })
  })
})

describe('attendance', () => {
  test.each([
    ['an hour before', '2026-11-23T09:00:00.000Z', false, false],
    ['as people come in', '2026-11-23T09:30:00.000Z', true, true],
    ['during it', '2026-11-23T11:00:00.000Z', true, true],
    ['just after it', '2026-11-23T13:30:00.000Z', true, true],
    ['in the evening', '2026-11-23T20:00:00.000Z', true, false],
    ['two days later', '2026-11-25T12:31:00.000Z', false, false],
  ])('%s', (_, now, byList, byCode) => {
    expect(mayNoteAttendance(held, now).ok).toBe(byList)
    expect(mayUseCode(held, now).ok).toBe(byCode)
  })

  test('a code has six digits, whatever the chance', () => {
    assert(
      property(array(integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 }), (bytes) => {
        expect(codeFrom(bytes)).toMatch(/^\d{6}$/)
      }),
    )
  })
})

test.each([
  ['without place or link', { place: null }, 'session-place-missing'],
  [
    'in the past',
    { startsAt: '2026-11-22T10:00:00.000Z', endsAt: '2026-11-22T12:00:00.000Z' },
    'session-in-the-past',
  ],
  ['of eight thousand years', { endsAt: '9999-12-31T23:59:59.999Z' }, 'session-too-long'],
  [
    'in another century',
    { startsAt: '2126-11-24T10:00:00.000Z', endsAt: '2126-11-24T12:00:00.000Z' },
    'session-too-far',
  ],
  ['of ten minutes', { endsAt: '2026-11-23T10:10:00.000Z' }, 'session-too-short'],
] as const)('a training session %s is not planned', (_, change, code) => {
  const given = { ...held, place: 'Zaal 3', link: null, seats: 12, ...change }
  expect(mayPlan(given, at)).toMatchObject({ ok: false, refusal: { code } })
})

describe('the time on the wall', () => {
  test.each([
    ['2026-12-01T10:00', '2026-12-01T09:00:00.000Z'],
    ['2026-07-01T10:00', '2026-07-01T08:00:00.000Z'],
    // Skipped when summer begins: an hour later on the clock.
    ['2027-03-28T02:30', '2027-03-28T01:30:00.000Z'],
    ['2027-03-28T10:00', '2027-03-28T08:00:00.000Z'],
  ])('%s in Amsterdam is %s', (wall, moment) => expect(momentOf(wall, 'Europe/Amsterdam')).toBe(moment))

  test('and back', () => {
    expect(wallTimeOf('2026-12-01T09:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-12-01T10:00')
  })

  test('usually a training session is on the next working day', () => {
    expect(usualStart('2026-11-27T12:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-11-30T10:00')
  })
})
