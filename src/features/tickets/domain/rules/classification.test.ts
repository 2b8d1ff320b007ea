import { expect, test } from 'vitest'
import type { Move } from '../moves.ts'
import { cast, clock, mail } from '../testing/cast.ts'
import { judge, make, ticketOf } from '../testing/desk.ts'
import { stations } from '../testing/scenes.ts'

const { held1 } = stations()
const tagged = make(held1, cast.a1, { move: 'tag', add: ['vip', ' vip ', 'ios'], remove: [] })
const linked = make(held1, cast.a1, { move: 'link', ticketId: 'ticket-2', kind: 'same-cause' })

function code(move: Move, desk = held1, context = {}): string {
  const decision = judge(desk, cast.a1, move, context)
  return decision.ok ? 'yes' : decision.refusal.code
}

test('Tierwise itself links tickets that came in alike; mail does not, and nothing of the machine unlinks', () => {
  const link = { move: 'link', ticketId: 'ticket-2', kind: 'same-cause' } as const
  expect(ticketOf(make(held1, clock, link)).links).toEqual([{ ticketId: 'ticket-2', kind: 'same-cause' }])
  expect(judge(held1, mail, link)).toMatchObject({ refusal: { code: 'not-for-the-system' } })
  expect(judge(linked, clock, { move: 'unlink', ticketId: 'ticket-2' }).ok).toBe(false)
})

test('impact and urgency give the priority, by the plan', () => {
  const high = { move: 'reprioritise', impact: 'high', urgency: 'high', reason: 'The board' } as const
  expect(ticketOf(make(held1, cast.a1, high)).priority).toBe(1)
  expect(code({ ...high, reason: '' })).toBe('text-required')
  expect(code({ ...high, impact: 'medium' })).toBe('nothing-to-change')
})

test('a category is one of the plan, and a change of it', () => {
  const same = { move: 'categorise', category: 'enrollment-blocked', platform: 'ios' } as const
  expect(code(same)).toBe('nothing-to-change')
  expect(code({ ...same, platform: 'android' })).toBe('yes')
  expect(code({ ...same, category: 'weather' })).toBe('not-in-plan')
  expect(ticketOf(make(held1, cast.a1, { ...same, category: 'request-app' })).kind).toBe('request')
})

test('tags are added once and taken off', () => {
  expect(ticketOf(tagged).tags).toEqual(['vip', 'ios'])
  expect(ticketOf(make(tagged, cast.a1, { move: 'tag', add: [], remove: ['vip'] })).tags).toEqual(['ios'])
  expect(code({ move: 'tag', add: ['vip'], remove: ['gone'] }, tagged)).toBe('nothing-to-change')
  expect(code({ move: 'tag', add: [' '], remove: [] })).toBe('text-required')
})

test('a ticket is linked once, to another that exists, and unlinked', () => {
  const link = { move: 'link', ticketId: 'ticket-2', kind: 'related' } as const
  expect(code(link, linked)).toBe('already-linked')
  expect(code({ ...link, ticketId: 'ticket-1' })).toBe('cannot-link-to-itself')
  expect(code(link, held1, { linkedTicketExists: false })).toBe('unknown-ticket')
  expect(ticketOf(make(linked, cast.a1, { move: 'unlink', ticketId: 'ticket-2' })).links).toEqual([])
  expect(code({ move: 'unlink', ticketId: 'ticket-3' }, linked)).toBe('not-linked')
})

test('whoever is given a ticket works in its tier by training', () => {
  const give = (agentId: string, assignee = Object.values(cast).find((one) => one.personId === agentId) ?? null) =>
    code({ move: 'assign', agentId }, held1, { assignee })
  expect([give('b1'), give('a1'), give('x1'), give('a2'), give('req'), give('nobody')]).toEqual([
    'yes',
    'already-assigned',
    'assignee-not-certified',
    'assignee-not-in-tier',
    'assignee-not-in-tier',
    'unknown-person',
  ])
})
