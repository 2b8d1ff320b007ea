import { expect, test } from 'vitest'
import { type ArrivedReply, type Invited, judgeReply, type ReplyOutcome } from './reply.ts'

const reply: ArrivedReply = {
  method: 'REPLY',
  sender: 'ada@contoso.example',
  attendee: 'ada@contoso.example',
  answer: 'accepted',
  occurrence: null,
  sequence: 3,
  stamp: '2026-12-01T12:00:00.000Z',
}
const ada: Invited = {
  addresses: ['ada@contoso.example', 'ada.visser@contoso.example'],
  state: 'invited',
  timeSequence: 3,
  lastStamp: null,
  occurrences: ['2026-12-08T09:00:00.000Z'],
}

test.each<[what: string, outcome: ReplyOutcome, reply: Partial<ArrivedReply>, invited?: Partial<Invited>]>([
  ['of an attendee', 'noted', {}],
  ['from their new address about their old one', 'noted', { sender: 'ada.visser@contoso.example' }],
  ['that names nobody', 'noted', { attendee: null }],
  ['that is not about a certain invitation', 'noted', { sequence: null }],
  ['to a later state than the time', 'noted', { sequence: 5 }],
  ['to an earlier time', 'outdated', { sequence: 2 }],
  ['of no certain moment', 'noted', { stamp: null }, { lastStamp: '2026-12-01T13:00:00.000Z' }],
  ['that is older than another', 'outdated', {}, { lastStamp: '2026-12-01T13:00:00.000Z' }],
  ['of the same moment as another', 'noted', {}, { lastStamp: '2026-12-01T12:00:00.000Z' }],
  ['of somebody else', 'someone-else', { sender: 'bob@contoso.example' }],
  ['in the name of somebody else', 'someone-else', { attendee: 'bob@contoso.example' }],
  ['of somebody who is no longer asked', 'not-invited', {}, { state: 'withdrawn' }],
  ['that says nothing', 'not-readable', { answer: null }],
  ['that asks for the invitation again', 'not-readable', { method: 'REFRESH' }],
  ['that proposes another time', 'noted', { method: 'COUNTER', answer: 'tentative' }],
  ['about one occurrence', 'noted', { occurrence: { starts: '2026-12-08T09:00:00.000Z' } }],
  ['about one that does not take place', 'outdated', { occurrence: { starts: '2026-12-09T09:00:00.000Z' } }],
  ['about one that cannot be told', 'not-readable', { occurrence: { starts: null } }],
])('an answer %s is %s', (_, outcome, change, invited = {}) => {
  expect(judgeReply({ ...reply, ...change }, { ...ada, ...invited })).toBe(outcome)
})

test('nobody answers who was not invited', () => {
  expect(judgeReply(reply, null)).toBe('someone-else')
})
