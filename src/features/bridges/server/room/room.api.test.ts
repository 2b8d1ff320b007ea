import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { moveTicket, readTicket } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import { meetingNow } from '../../../../../tests/support/bridge-room.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../../tests/support/ticket-work.ts'
import type { BridgeServices } from '../services.ts'
import { openTasks } from '../store/decided.ts'
import { begin, end, goWithoutQuorum, takeRole, turnTable } from './course.ts'
import { issueIndex } from '#features/knowledge/server/actions.ts'
import { carryOut, endTask, giveTask, recordDecision } from './decided.ts'
import { moveInRoom } from './moves.ts'
import { comeOrStay, leave, watchPresence } from './presence.ts'
import { roomView, sharedRoomView } from './view.ts'

/** The room of a bridge on a real database: who is there decides what the bridge may do. */
let platform: TestPlatform
let desk: TestDesk
let meetingId: string
let items: readonly string[]
let ticketId: string

const services: BridgeServices = { mailIsSetUp: () => Promise.resolve(false) } as unknown as BridgeServices
const quorum = [
  { tier: 1, people: 1 },
  { tier: 2, people: 1 },
  { tier: 3, people: 1 },
]

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

beforeEach(async () => {
  ticketId = await opened({ platform, desk }, 'ada')
  await moved({ platform, desk }, 'tess', ticketId, { move: 'claim' })
  const made = await desk.within((tx) =>
    meetingNow(tx, { quorum, tickets: [ticketId], texts: ['The test of wave 2'], calledBy: desk.people.lies.id }),
  )
  meetingId = made.id
  items = made.items
})

const as = async <Value>(
  name: PersonName,
  work: (tx: Tx, actor: Awaited<ReturnType<TestDesk['as']>>) => Value,
) => {
  const actor = await desk.as(name)
  return desk.within(async (tx) => work(tx, actor))
}
const come = (...names: readonly PersonName[]) =>
  Promise.all(names.map((name) => as(name, (tx, actor) => comeOrStay(tx, actor, meetingId))))
const room = () => desk.within((tx) => roomView(tx, meetingId))
const seen = async () => (await room()).events.map(({ type }) => type)

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal.code
      throw error
    },
  )

const solution = {
  move: 'diagnose',
  rootCause: 'Retired devices count',
  solution: 'Remove them',
  wordingForRequester: 'Please try again',
  knownIssue: { kind: 'one-off', reason: 'Once' },
} as const
const diagnoses = (name: PersonName) =>
  as(name, (tx, actor) =>
    moveInRoom(tx, actor, meetingId, { ticketId, move: solution, seenVersion: null, source: 'portal' }),
  )
const begins = (name: PersonName) => as(name, (tx, actor) => begin(tx, actor, meetingId))
const puts = (name: PersonName, next: string | null, outcome?: 'done' | 'parked' | 'moved-on') =>
  as(name, (tx, actor) => turnTable(tx, actor, meetingId, { next, outcome }))

describe('who is there', () => {
  test('somebody who joins counts for their tier, until they leave', async () => {
    await come('tess', 'jan')
    const { tiers, lacks } = await room()
    expect(tiers.map(({ tier, personIds }) => [tier, personIds.length])).toEqual([
      [1, 1],
      [2, 1],
      [3, 0],
    ])
    expect(lacks).toEqual([{ tier: 3, people: 1 }])
    await as('jan', (tx, actor) => leave(tx, actor, meetingId))
    expect((await room()).present.map(({ name }) => name)).toEqual(['Tess'])
    expect(await seen()).toEqual(['joined', 'joined', 'left'])
  })

  test('a heartbeat tells nobody anything; a page that goes silent has left, which is noticed and recorded', async () => {
    await come('tess')
    const { version } = await room()
    platform.clock.advance({ seconds: 40 })
    await come('tess')
    expect((await room()).version).toBe(version)
    platform.clock.advance({ seconds: 61 })
    expect((await room()).present).toEqual([])
    await desk.within((tx) => watchPresence(tx, meetingId))
    expect((await room()).events.at(-1)).toMatchObject({
      type: 'left',
      facts: { expired: true },
      by: { name: 'Tess' },
    })
    await come('tess')
    expect((await room()).present).toHaveLength(1)
  })

  test('an auditor looks on and does not join', async () => {
    expect(await refusalOf(come('otto'))).toBe('reads-only')
  })

  test('who is in the team but not certified is there and counts for no tier', async () => {
    await come('uma')
    const { present, lacks } = await room()
    expect(present).toMatchObject([{ name: 'Uma', tiers: [] }])
    expect(lacks).toHaveLength(3)
  })
})

describe('the course of a meeting', () => {
  test('who begins it hosts it; others do not put items on the table', async () => {
    expect(await refusalOf(begins('tess'))).toBe('join-first')
    await come('tess', 'jan')
    await begins('tess')
    expect((await room()).meeting).toMatchObject({ state: 'running', host: { name: 'Tess' } })
    expect(await refusalOf(puts('jan', items[0] ?? ''))).toBe('not-the-host')
    await puts('tess', items[0] ?? '')
    expect((await room()).agenda[0]).toMatchObject({ state: 'on-table', startedAt: platform.clock.now() })
    expect(await refusalOf(puts('tess', items[1] ?? ''))).toBe('item-on-table')
  })

  test('time spent is kept per item; what nobody got to goes to the next bridge', async () => {
    await come('tess')
    await begins('tess')
    await puts('tess', items[0] ?? '')
    platform.clock.advance({ seconds: 50 })
    await puts('tess', null, 'parked')
    await come('tess')
    await puts('tess', items[0] ?? '')
    platform.clock.advance({ seconds: 10 })
    await puts('tess', null, 'done')
    await as('tess', (tx, actor) => end(tx, actor, meetingId))
    const { agenda, meeting, present } = await room()
    expect(agenda.map(({ state, spentSeconds }) => [state, spentSeconds])).toEqual([
      ['done', 60],
      ['moved-on', 0],
    ])
    expect([meeting.state, present]).toEqual(['ended', []])
  })

  test('an item that comes on the table brings its ticket to the bridge', async () => {
    await come('tess')
    await begins('tess')
    await puts('tess', items[0] ?? '')
    const { ticket } = await as('tess', (tx, actor) => readTicket(tx, actor, ticketId))
    expect(ticket.onBridge).toBe(true)
  })

  test('the role of host is taken by a lead at once, by others when the host has gone', async () => {
    await come('tess', 'jan', 'leo')
    await begins('tess')
    const takes = (name: PersonName) => as(name, (tx, actor) => takeRole(tx, actor, meetingId, 'host'))
    expect(await refusalOf(takes('jan'))).toBe('host-is-here')
    await as('tess', (tx, actor) => leave(tx, actor, meetingId))
    await takes('jan')
    await takes('leo')
    expect((await room()).meeting.host?.name).toBe('Leo')
  })

  test('a meeting that everybody forgot ends by itself', async () => {
    await come('tess')
    await begins('tess')
    platform.clock.advance({ minutes: 62 })
    await desk.within((tx) => watchPresence(tx, meetingId))
    expect((await room()).meeting.state).toBe('ended')
  })
})

describe('deciding', () => {
  test('a diagnosis waits for quorum; with it, every tier that is there has taken note', async () => {
    await come('tess', 'jan')
    await begins('tess')
    await puts('tess', items[0] ?? '')
    expect(await refusalOf(diagnoses('tess'))).toBe('no-quorum')
    await come('mira')
    await diagnoses('tess')
    const { ticket } = await as('tess', (tx, actor) => readTicket(tx, actor, ticketId))
    expect(ticket.stage.name).toBe('delivering')
    expect((await room()).events.at(-1)).toMatchObject({
      type: 'move-made',
      ticketId,
      facts: { move: 'diagnose' },
    })
    await puts('tess', null, 'done')
    const after = await as('tess', (tx, actor) => readTicket(tx, actor, ticketId))
    expect(after.ticket.onBridge).toBe(false)
  })

  test('tiers below take note by being there when a tier above finds the cause', async () => {
    const waiver = { reason: 'We look together' }
    await moved({ platform, desk }, 'lies', ticketId, {
      ...{ move: 'escalate', asked: 'Please look', evidence: [], waiver, fastLane: false },
    })
    await moved({ platform, desk }, 'jan', ticketId, { move: 'accept' })
    await come('tess', 'jan', 'mira')
    await begins('tess')
    await puts('tess', items[0] ?? '')
    await diagnoses('jan')
    const { ticket } = await as('jan', (tx, actor) => readTicket(tx, actor, ticketId))
    expect(ticket.trail.map(({ tier, tookNoteAt }) => [tier, tookNoteAt !== null])).toEqual([
      [1, true],
      [2, false],
    ])
  })

  test('the host lets it decide without quorum, with a reason; not once more people lack', async () => {
    await come('tess', 'jan')
    await begins('tess')
    const decides = () =>
      as('jan', (tx, actor) =>
        recordDecision(tx, actor, meetingId, { kind: 'other', what: 'We wait for the vendor', ticketId: null }),
      )
    expect(await refusalOf(decides())).toBe('no-quorum')
    expect(await refusalOf(as('jan', (tx, actor) => goWithoutQuorum(tx, actor, meetingId, 'Mira is ill')))).toBe(
      'not-the-host',
    )
    await as('tess', (tx, actor) => goWithoutQuorum(tx, actor, meetingId, 'Mira is ill'))
    await decides()
    const view = await room()
    expect(view.waived).toMatchObject({
      reason: 'Mira is ill',
      by: { name: 'Tess' },
      lacks: [{ tier: 3, people: 1 }],
    })
    expect(view.decisions).toMatchObject([{ what: 'We wait for the vendor', quorum: false, present: 2 }])
    await as('tess', (tx, actor) => leave(tx, actor, meetingId))
    expect(await refusalOf(decides())).toBe('no-quorum')
  })

  test('a change of the plan is taken over by who owns the plan, once', async () => {
    await come('tess', 'jan', 'mira')
    await begins('tess')
    await as('jan', (tx, actor) =>
      recordDecision(tx, actor, meetingId, {
        kind: 'plan-change',
        what: 'Ask for the serial number',
        ticketId: null,
      }),
    )
    const { decisions } = await room()
    const id = decisions[0]?.id ?? ''
    await expect(as('jan', (tx, actor) => carryOut(tx, actor, id))).rejects.toThrow('needs-plan-rights')
    expect(await as('pia', (tx, actor) => carryOut(tx, actor, id))).toMatchObject({
      carriedOut: { by: desk.people.pia.id },
    })
  })

  test('a known issue that was decided is written down from the ticket, once', async () => {
    await come('tess', 'jan', 'mira')
    await begins('tess')
    const what = 'The limit counts retired devices'
    await as('jan', (tx, actor) => recordDecision(tx, actor, meetingId, { kind: 'known-issue', what, ticketId }))
    const id = (await room()).decisions[0]?.id ?? ''
    await as('jan', (tx, actor) => carryOut(tx, actor, id))
    await as('tess', (tx, actor) => carryOut(tx, actor, id))
    const index = await desk.within((tx) => issueIndex(platform, tx))
    const written = index.all().filter(({ symptom }) => symptom.en === what)
    expect(written).toMatchObject([{ state: 'draft', supplied: false }])
  })

  test('a task has an owner and a day; it is done by its owner, who gave it, or a lead', async () => {
    await come('tess', 'jan')
    await begins('tess')
    const task = { what: 'Ask the vendor', ownerId: desk.people.jan.id, ticketId }
    const gives = (due: string) =>
      as('tess', (tx, actor) => giveTask(platform, services, tx, actor, meetingId, { ...task, due }))
    await expect(gives('2026-11-01')).rejects.toThrow('day-has-passed')
    await gives('2026-12-01')
    const [given] = await desk.within((tx) => openTasks(tx, desk.people.jan.id))
    const done = (name: PersonName) => as(name, (tx, actor) => endTask(tx, actor, given?.id ?? '', false))
    await expect(done('mira')).rejects.toThrow('not-your-task')
    await done('jan')
    expect((await room()).tasks).toMatchObject([{ owner: { name: 'Jan' }, done: { by: { name: 'Jan' } } }])
  })
})

describe('looking on', () => {
  test('everybody sees the same, built once until something changes', async () => {
    await come('tess')
    const [one, other] = await Promise.all([
      desk.within((tx) => sharedRoomView(tx, meetingId)),
      desk.within((tx) => sharedRoomView(tx, meetingId)),
    ])
    expect(other).toBe(one)
    await come('jan')
    const after = await desk.within((tx) => sharedRoomView(tx, meetingId))
    expect(after.present).toHaveLength(2)
  })

  test('what happened cannot be changed or taken away', async () => {
    await come('tess')
    await expect(
      desk.within((tx) => tx.db.updateTable('bridge_events').set({ type: 'left' }).execute()),
    ).rejects.toThrow('appended, never changed')
  })

  test('a ticket that is not on the agenda is not moved here', async () => {
    const other = await opened({ platform, desk }, 'bob')
    await come('tess')
    await begins('tess')
    await expect(
      as('tess', (tx, actor) =>
        moveInRoom(tx, actor, meetingId, {
          ...{ ticketId: other, move: { move: 'claim' }, seenVersion: null, source: 'portal' },
        }),
      ),
    ).rejects.toThrow('ticket')
    await as('tess', (tx, actor) =>
      moveTicket(tx, actor, { ticketId: other, move: { move: 'claim' }, seenVersion: 1 }),
    )
  })
})
