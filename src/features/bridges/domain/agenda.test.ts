import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgendaFacts, agendaFrom, kindsInOrder } from './agenda.ts'
import type { QueueTicket } from './queue.ts'
import { planWith } from './testing/plan.ts'
import { queued } from './testing/queue.ts'

const facts = (tickets: readonly QueueTicket[], given: Partial<AgendaFacts> = {}): AgendaFacts => ({
  plan: planWith({}),
  startsAt: '2026-12-01T09:00:00.000Z',
  lastHeldAt: '2026-11-30T09:00:00.000Z',
  tickets,
  bursts: [],
  newCodes: new Set(),
  followUps: [],
  ...given,
})
const kinds = (given: AgendaFacts) => agendaFrom(given).map(({ kind, ticketId }) => `${kind} ${ticketId}`)
const due = (at: string) => ({ at, target: 'work', tier: 1 })

describe('a ticket comes on the agenda', () => {
  test.each<[string, Partial<QueueTicket>, string | null]>([
    ['that somebody brought', { broughtBy: 'person' }, 'brought'],
    ['that has to be found within two hours of the meeting', { due: due('2026-12-01T10:45:00.000Z') }, 'due-soon'],
    [
      'not when its cause is known and only telling it is due',
      { due: due('2026-12-01T10:45:00.000Z'), stage: 'delivering' },
      null,
    ],
    ['not when it is due later', { due: due('2026-12-01T11:30:00.000Z') }, null],
    [
      'not for a target that is not about finding or solving',
      { due: { ...due('2026-12-01T10:45:00.000Z'), target: 'acknowledge' } },
      null,
    ],
    ['that was to be found already', { due: due('2026-11-30T10:45:00.000Z') }, 'due-soon'],
    [
      'not for its target while it waits for somebody else',
      { due: due('2026-12-01T10:45:00.000Z'), waiting: 'vendor' },
      null,
    ],
    ['that was sent back', { bounces: 1 }, 'bounced'],
    ['not for having been sent back once its cause is known', { bounces: 1, stage: 'delivering' }, null],
    [
      'that a vendor answered since the last meeting',
      { vendorAnsweredAt: '2026-11-30T14:00:00.000Z' },
      'vendor-answer',
    ],
    ['not for an answer of before it', { vendorAnsweredAt: '2026-11-30T08:00:00.000Z' }, null],
    ['that nobody touched for a working day of support hours', { movedAt: '2026-11-27T13:00:00.000Z' }, 'stuck'],
    ['not for a weekend in which nobody is in', { movedAt: '2026-11-27T16:00:00.000Z', priority: 4 }, null],
    ['sooner when it is urgent', { movedAt: '2026-11-30T15:00:00.000Z', priority: 1 }, 'stuck'],
    ['not for standing still while it waits', { movedAt: '2026-11-20T13:00:00.000Z', waiting: 'requester' }, null],
    ['with a code that nobody saw before', { codes: ['80180013'] }, 'new-code'],
    ['not with a code that is known', { codes: ['80180014'] }, null],
  ])('%s', (_name, ticket, kind) => {
    const found = agendaFrom(facts([queued(1, ticket)], { newCodes: new Set(['80180013']) }))
    expect(found.map((one) => one.kind)).toEqual(kind === null ? [] : [kind])
  })

  test('once, for the first of its reasons', () => {
    const ticket = queued(1, { broughtBy: 'bounce-cap', bounces: 3, due: due('2026-12-01T10:00:00.000Z') })
    expect(kinds(facts([ticket]))).toEqual(['brought t1'])
  })
})

test('what hits most people comes before what one is stuck with, the urgent before the rest', () => {
  const brought = [
    queued(1, { broughtBy: 'person', priority: 4 }),
    queued(2, { broughtBy: 'person', priority: 1 }),
  ]
  const bounced = queued(3, { bounces: 1 })
  const burst = {
    kind: 'code' as const,
    about: 'code:80180013',
    values: { code: '80180013' },
    tickets: [queued(4), queued(5), queued(6)],
  }
  const followUps = [{ id: 'f1', what: 'Ask Apple', who: 'Max', due: '2026-12-01' }]
  const tickets = [...brought, bounced, queued(4), queued(5), queued(6)]
  const found = agendaFrom(facts(tickets, { bursts: [burst], followUps }))
  expect(found.map(({ kind, ticketId, followsId }) => [kind, ticketId ?? followsId])).toEqual([
    ['follow-up', 'f1'],
    ['burst', 't4'],
    ['brought', 't2'],
    ['brought', 't1'],
    ['bounced', 't3'],
  ])
})

test('a burst stands there by its oldest open ticket; one of it that somebody brought stands there too', () => {
  const burst = {
    kind: 'code' as const,
    about: 'code:1',
    values: { code: '1' },
    tickets: [queued(1), queued(2), queued(3)],
  }
  // Ticket 1 is closed: it is not in the queue any more.
  const tickets = [queued(2, { bounces: 2 }), queued(3, { broughtBy: 'person' })]
  expect(kinds(facts(tickets, { bursts: [burst] }))).toEqual(['burst t2', 'brought t3'])
})

test('of what the desk finds itself it takes a bounded number, and everything that people brought', () => {
  const tickets = Array.from({ length: 60 }, (_, index) =>
    queued(index, index < 30 ? { broughtBy: 'person' } : { bounces: 1 }),
  )
  const found = agendaFrom(facts(tickets))
  expect(found.filter(({ kind }) => kind === 'brought')).toHaveLength(30)
  expect(found.filter(({ kind }) => kind === 'bounced')).toHaveLength(20)
})

const moments = fc.integer({ min: 0, max: 10 }).map((days) => `2026-11-${20 + days}T10:00:00.000Z`)
const tickets = fc
  .array(
    fc.record({
      broughtBy: fc.constantFrom(null, 'person' as const, 'phase' as const),
      bounces: fc.integer({ min: 0, max: 2 }),
      priority: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      movedAt: moments,
      vendorAnsweredAt: fc.option(moments),
      due: fc.option(moments.map(due)),
      waiting: fc.constantFrom(null, 'vendor' as const),
      codes: fc.subarray(['80180013', '80180014']),
    }),
    { maxLength: 30 },
  )
  .map((given) => given.map((one, index) => queued(index, one)))

test('the agenda is the same in whichever order the queue comes, nothing twice, in the order it explains', () => {
  fc.assert(
    fc.property(tickets, fc.infiniteStream(fc.nat()), (queue, chance) => {
      const given = facts(queue, { newCodes: new Set(['80180013']) })
      const agenda = agendaFrom(given)
      const shuffled = queue
        .map((ticket) => [chance.next().value ?? 0, ticket] as const)
        .toSorted(([one], [other]) => one - other)
        .map(([, ticket]) => ticket)
      expect(agendaFrom({ ...given, tickets: shuffled })).toEqual(agenda)
      const subjects = agenda.map(({ ticketId }) => ticketId)
      expect(new Set(subjects).size).toBe(subjects.length)
      const ranks = agenda.map(({ kind }) => kindsInOrder.indexOf(kind))
      expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
    }),
  )
})
