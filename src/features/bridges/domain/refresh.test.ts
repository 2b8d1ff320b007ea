import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WantedItem } from './agenda.ts'
import type { AgendaItem } from './meeting.ts'
import { moved, refreshed } from './refresh.ts'

const want = (ticketId: string, given: Partial<WantedItem> = {}): WantedItem => ({
  kind: 'brought',
  ticketId,
  followsId: null,
  why: {},
  minutes: 5,
  ...given,
})
const item = (ticketId: string | null, position: number, given: Partial<AgendaItem> = {}): AgendaItem => ({
  ...want(ticketId ?? ''),
  ticketId,
  id: ticketId === null ? `own${position}` : `item ${ticketId}`,
  text: null,
  position,
  arranged: false,
  state: 'waiting',
  startedAt: null,
  spentSeconds: 0,
  outcome: null,
  addedBy: null,
  ...given,
})

function after(existing: readonly AgendaItem[], wanted: readonly WantedItem[]): readonly AgendaItem[] {
  const { add, change, remove } = refreshed(existing, wanted)
  const kept = existing
    .filter(({ id }) => !remove.includes(id))
    .map((one) => change.find(({ id }) => id === one.id) ?? one)
  return [...kept, ...add.map((one) => item(one.ticketId, one.position, one))].toSorted(
    (one, other) => one.position - other.position,
  )
}
const order = (agenda: readonly AgendaItem[]) => agenda.map(({ ticketId, id }) => ticketId ?? id)

describe('a refresh', () => {
  test('adds what the queue wants and takes off what it no longer does', () => {
    const agenda = after([item('a', 0), item('b', 1)], [want('b'), want('c')])
    expect(order(agenda)).toEqual(['b', 'c'])
  })

  test('puts news in its place, and leaves what people placed where they placed it', () => {
    const existing = [item('z', 0, { arranged: true }), item('a', 1), item('b', 2)]
    expect(order(after(existing, [want('n'), want('a'), want('b'), want('z')]))).toEqual(['z', 'n', 'a', 'b'])
  })

  test('tells a new reason and the time box of it, unless people set that', () => {
    const existing = [item('a', 0), item('b', 1, { arranged: true, minutes: 12 })]
    const news = { kind: 'due-soon', minutes: 4 } as const
    const agenda = after(existing, [want('a', news), want('b', news)])
    expect(agenda.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['due-soon', 4],
      ['due-soon', 12],
    ])
  })

  test.each<[string, Partial<AgendaItem>]>([
    ['parked', { state: 'parked' }],
    ['dealt with', { state: 'done' }],
    ['placed', { arranged: true }],
    ['added', { addedBy: 'pia' }],
  ])('keeps what people %s, although the queue has no reason for it', (_name, given) => {
    expect(order(after([item('a', 0, given)], []))).toEqual(['a'])
  })

  test('does not bring back what is parked, nor a ticket twice', () => {
    const agenda = after(
      [item('a', 0, { state: 'parked' }), item('b', 1, { addedBy: 'pia' })],
      [want('a'), want('b')],
    )
    expect(agenda.map(({ ticketId, state }) => [ticketId, state])).toEqual([
      ['a', 'parked'],
      ['b', 'waiting'],
    ])
  })
})

test('moved by hand, an item stands where it was put, and the others close up', () => {
  const agenda = [item('a', 0), item('b', 1), item('c', 2)]
  const now = moved(agenda, 'item c', 0)
  expect(order(now)).toEqual(['c', 'a', 'b'])
  expect(now.map(({ position }) => position)).toEqual([0, 1, 2])
  expect(now.map(({ arranged }) => arranged)).toEqual([true, false, false])
  expect(order(moved(agenda, 'item a', 99))).toEqual(['b', 'c', 'a'])
  expect(moved(agenda, 'gone', 1)).toEqual(agenda)
})

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const queues = fc.shuffledSubarray(names).map((some) => some.map((name) => want(name)))
const agendas = fc
  .tuple(
    fc.shuffledSubarray(names),
    fc.infiniteStream(fc.boolean()),
    fc.infiniteStream(fc.constantFrom('waiting', 'parked', 'done')),
  )
  .map(([some, arranged, states]) =>
    some.map((name, position) =>
      item(name, position, { arranged: arranged.next().value === true, state: states.next().value ?? 'waiting' }),
    ),
  )

test('whatever people arranged, a refresh loses none of it, doubles nothing, numbers on, and changes nothing the second time', () => {
  fc.assert(
    fc.property(agendas, queues, (existing, wanted) => {
      const agenda = after(existing, wanted)
      const subjects = agenda.map(({ ticketId }) => ticketId)
      expect(new Set(subjects).size).toBe(subjects.length)
      expect(agenda.map(({ position }) => position)).toEqual(agenda.map((_, index) => index))
      for (const { id } of existing.filter(({ arranged, state }) => arranged || state !== 'waiting'))
        expect(agenda.map((one) => one.id)).toContain(id)
      for (const { ticketId } of wanted) expect(subjects).toContain(ticketId)
      expect(refreshed(agenda, wanted)).toEqual({ add: [], change: [], remove: [] })
    }),
  )
})
