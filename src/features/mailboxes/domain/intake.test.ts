import { describe, expect, it } from 'vitest'
import { automaticAnswersPerDay, withholdAnswer } from './automatic-answers.ts'
import { type Arrived, decideIntake, mailKinds, type Sender, type Thread } from './intake.ts'

const ada: Sender = { personId: 'ada', disabled: false, isStaff: false }
const bob: Sender = { personId: 'bob', disabled: false, isStaff: false }
const tess: Sender = { personId: 'tess', disabled: false, isStaff: true }
const adas: NonNullable<Thread> = {
  ticketId: 't1',
  requesterId: 'ada',
  isClosed: false,
  canReopen: false,
  isProven: true,
}

function decide(arrived: Partial<Arrived>) {
  return decideIntake({
    kind: 'person',
    severalSenders: false,
    sender: null,
    thread: null,
    unknownSenders: 'open',
    ...arrived,
  })
}

describe('a mail', () => {
  it.each<[what: string, arrived: Partial<Arrived>, outcome: unknown]>([
    ['of somebody known opens a ticket for them', { sender: ada }, { do: 'open', requester: 'known' }],
    ['of somebody new opens a ticket where the mailbox says so', {}, { do: 'open', requester: 'new' }],
    [
      'of somebody new is set aside where the mailbox says so',
      { unknownSenders: 'quarantine' },
      { do: 'quarantine', reason: 'unknown-sender' },
    ],
    ['of a requester lands in their ticket', { sender: ada, thread: adas }, { do: 'answer', ticketId: 't1' }],
    [
      'of a requester lands in their ticket by another proof',
      { sender: ada, thread: { ...adas, isProven: false } },
      { do: 'answer', ticketId: 't1' },
    ],
    [
      'of a requester reopens their closed ticket',
      { sender: ada, thread: { ...adas, isClosed: true, canReopen: true } },
      { do: 'reopen', ticketId: 't1' },
    ],
    [
      'of a requester opens another when the window is over',
      { sender: ada, thread: { ...adas, isClosed: true } },
      { do: 'open', requester: 'known' },
    ],
    [
      'of an agent who answers a notice stays inside',
      { sender: tess, thread: adas },
      { do: 'note', ticketId: 't1' },
    ],
    [
      'of an agent to a closed ticket is set aside',
      { sender: tess, thread: { ...adas, isClosed: true } },
      { do: 'quarantine', reason: 'ticket-closed' },
    ],
    [
      'of an agent without proof stays out',
      { sender: tess, thread: { ...adas, isProven: false } },
      { do: 'quarantine', reason: 'reply-from-someone-else' },
    ],
    [
      'of another requester stays out (CVE-2024-49193: a Cc grants access)',
      { sender: bob, thread: adas },
      { do: 'quarantine', reason: 'reply-from-someone-else' },
    ],
    [
      'of a stranger stays out, also where strangers may open',
      { thread: adas },
      { do: 'quarantine', reason: 'reply-from-someone-else' },
    ],
    [
      'of somebody who was disabled is set aside',
      { sender: { ...ada, disabled: true }, thread: adas },
      { do: 'quarantine', reason: 'sender-disabled' },
    ],
    [
      'with two senders is set aside (sender spoofing)',
      { sender: ada, severalSenders: true },
      { do: 'quarantine', reason: 'several-senders' },
    ],
  ])('%s', (_what, arrived, outcome) => expect(decide(arrived)).toEqual(outcome))

  it.each(mailKinds.filter((kind) => kind !== 'person'))('that no person wrote touches no ticket: %s', (kind) => {
    for (const sender of [null, ada, tess]) {
      for (const thread of [null, adas]) {
        expect(decide({ kind, sender, thread })).toEqual({ do: 'ignore', reason: kind })
      }
    }
  })
})

describe('an automatic answer', () => {
  const known = { mayAnswer: true, answeredTicket: false, answersInADay: 0 }

  it('goes out once per sender and ticket', () => {
    expect(withholdAnswer(known)).toBe(null)
    expect(withholdAnswer({ ...known, answeredTicket: true })).toBe('answered-already')
  })

  it('goes out five times a day per sender, so that two desks do not answer each other for ever', () => {
    expect(withholdAnswer({ ...known, answersInADay: automaticAnswersPerDay - 1 })).toBe(null)
    expect(withholdAnswer({ ...known, answersInADay: automaticAnswersPerDay })).toBe('too-many-answers')
  })

  it('does not go to a mail that wants none', () => {
    expect(withholdAnswer({ ...known, mayAnswer: false })).toBe('answers-not-wanted')
  })
})
