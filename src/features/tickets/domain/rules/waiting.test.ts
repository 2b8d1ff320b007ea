import { expect, test } from 'vitest'
import { cast, clock } from '../testing/cast.ts'
import { judge, later, make, ticketOf } from '../testing/desk.ts'
import { minimalMoves } from '../testing/minimal-moves.ts'
import { does, stations } from '../testing/scenes.ts'

const { held1, offered } = stations()
const asked = does(held1, 'a1', 'ask')
const until = does(held1, 'a1', 'wait-until')

test('a question makes a ticket wait for the requester, and their answer ends it', () => {
  expect(ticketOf(asked).waiting).toEqual({ for: 'requester' })
  expect(ticketOf(does(asked, 'req', 'answer')).waiting).toBe(null)
})

test('an answer does not end waiting for a moment, or for the vendor', () => {
  expect(ticketOf(does(until, 'req', 'answer')).waiting).toMatchObject({ for: 'until' })
  const vendor = does(stations().held3, 'a3', 'open-vendor-case')
  expect(ticketOf(does(vendor, 'req', 'answer')).waiting).toMatchObject({ for: 'vendor' })
})

test('waiting has an end that lies ahead, and a reason', () => {
  const past = judge(held1, cast.a1, { move: 'wait-until', until: held1.at, reason: 'Check-in' })
  expect(past).toMatchObject({ refusal: { code: 'moment-not-ahead' } })
  const yesterday = judge(later(held1, 1440), cast.a1, { move: 'wait-until', until: held1.at, reason: 'Check-in' })
  expect(yesterday).toMatchObject({ refusal: { code: 'moment-not-ahead' } })
  const idle = judge(held1, cast.a1, { ...minimalMoves['wait-until'](held1), reason: ' ' })
  expect(idle).toMatchObject({ refusal: { code: 'text-required', field: 'reason' } })
})

test('the clock takes it up when the time has come, and not before', () => {
  expect(judge(later(until, 1439), clock, { move: 'resume' })).toMatchObject({ refusal: { code: 'not-yet' } })
  expect(ticketOf(make(later(until, 1440), clock, { move: 'resume' })).waiting).toBe(null)
})

test('the clock does not end waiting for the requester', () => {
  expect(judge(later(asked, 100_000), clock, { move: 'resume' }).ok).toBe(false)
})

test('whoever takes the next step ends the waiting', () => {
  for (const step of ['escalate', 'diagnose'] as const) {
    const moved = does(asked, 'a1', step)
    expect(ticketOf(moved).waiting).toBe(null)
    expect(moved.events.map(({ fact }) => fact.type)).toContain('resumed')
  }
})

test('what the sender of an offer waits for, they still wait for when it is sent back', () => {
  const back = does(does(offered, 'a1', 'ask'), 'a2', 'send-back')
  expect(ticketOf(back)).toMatchObject({ waiting: { for: 'requester' }, assigneeId: 'a1' })
})
