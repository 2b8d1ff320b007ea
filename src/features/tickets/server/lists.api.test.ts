import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { TicketListQuery } from '../contract/list.ts'
import { deskGroups } from '../domain/desk-views.ts'
import { runClock } from './actions.ts'
import { deskCounts, listPage } from './lists.ts'

// The plan's office hours are 8:00 to 17:30 in Amsterdam, where it is an hour later than UTC.
const morning = '2026-11-23T09:30:00.000Z'
const tuesday = '2026-11-24T10:00:00.000Z'
let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

const at = <Value>(now: Instant, work: (tx: Tx) => Promise<Value>) => desk.within((tx) => work({ ...tx, now }))

const blocked = { category: 'enrollment-blocked', platform: 'ios' }
const openAt = (now: Instant, name: PersonName = 'ada') => opened({ platform, desk, now }, name, blocked)

const make = (now: Instant, name: PersonName, ticketId: string, move: Parameters<typeof moved>[3]) =>
  moved({ platform, desk, now }, name, ticketId, move)

async function listed(now: Instant, name: PersonName, query: Readonly<Record<string, unknown>>) {
  const actor = await desk.as(name)
  return at(now, (tx) => listPage(tx, actor, TicketListQuery.parse({ limit: 200, ...query })))
}

async function row(now: Instant, name: PersonName, id: string) {
  const { tickets } = await listed(now, name, { state: 'all' })
  return tickets.find((one) => one.id === id)
}

const diagnosis = {
  move: 'diagnose',
  rootCause: 'Fifteen devices were left behind.',
  solution: 'Remove the old devices.',
  wordingForRequester: 'We removed your old devices.',
  knownIssue: { kind: 'one-off', reason: 'Only this person' },
  presentTiers: [],
} as const

/** Handed over to tier 2, which found the cause: tier 1 has to contact and to learn, after which it may be closed. */
async function handedDown(now: Instant): Promise<string> {
  const id = await openAt(now)
  await make(now, 'tess', id, { move: 'claim' })
  const lead = {
    move: 'escalate',
    asked: 'Why?',
    evidence: [],
    waiver: { reason: 'Now' },
    fastLane: false,
  } as const
  await make(now, 'lies', id, { move: 'assign', agentId: desk.people.lies.id })
  await make(now, 'lies', id, lead)
  await make(now, 'jan', id, { move: 'accept' })
  await make(now, 'jan', id, diagnosis)
  return id
}

describe('a missed target in a list', () => {
  test('stays due at its moment, with its name and tier, before and after the clock marked it', async () => {
    const id = await openAt(morning)
    const before = await row(morning, 'tess', id)
    expect(before).toMatchObject({ missed: false, dueTarget: 'acknowledge', dueTier: 1 })
    const late = tuesday
    const missed = { missed: true, dueAt: before?.dueAt, dueTarget: 'acknowledge', dueTier: 1 }
    expect(await row(late, 'tess', id)).toMatchObject(missed)
    await at(late, (tx) => runClock(tx, id))
    expect(await row(late, 'tess', id)).toMatchObject(missed)
  })

  test('comes first when sorted by due, before what is due later', async () => {
    const [early, later] = [await openAt('2026-11-23T10:00:00.000Z'), await openAt('2026-11-24T09:58:00.000Z')]
    const { tickets } = await listed(tuesday, 'tess', { sort: 'due', direction: 'asc' })
    const ids = tickets.map((one) => one.id)
    expect(ids.indexOf(early)).toBeLessThan(ids.indexOf(later))
    const lates = tickets.map((one) => one.missed)
    expect(lates).toEqual(lates.toSorted((one, other) => Number(other) - Number(one)))
  })

  test('makes room for the next target once it is reached after all', async () => {
    const id = await openAt(morning)
    const late = '2026-11-23T12:00:00.000Z'
    await make(late, 'tess', id, { move: 'claim' })
    expect(await row(late, 'tess', id)).toMatchObject({ missed: false, dueTarget: 'work' })
  })

  test('the filter finds exactly the rows that say so', async () => {
    const all = await listed(tuesday, 'tess', { state: 'open' })
    const missed = await listed(tuesday, 'tess', { state: 'open', due: 'missed' })
    expect(missed.tickets.map((one) => one.id).toSorted()).toEqual(
      all.tickets
        .filter((one) => one.missed)
        .map((one) => one.id)
        .toSorted(),
    )
    expect(missed.total.count).toBeGreaterThan(0)
    expect(missed.total.count).toBeLessThan(all.total.count)
  })

  test('is nothing that a requester is told', async () => {
    const id = await openAt(morning)
    const mine = await row(tuesday, 'ada', id)
    expect(mine).toMatchObject({ missed: false, dueAt: null, dueTarget: null, dueTier: null, myDuties: [] })
  })
})

describe('what somebody has to do', () => {
  test('another priority moves the moment of the duty too', async () => {
    const id = await openAt(morning)
    const before = (await row(morning, 'tess', id))?.myDuties[0]
    await make(morning, 'tess', id, { move: 'claim' })
    await make(morning, 'tess', id, { move: 'reprioritise', impact: 'high', urgency: 'high', reason: 'All' })
    const after = (await row(morning, 'tess', id))?.myDuties[0]
    expect(before).toMatchObject({ kind: 'investigate', tier: 1, dueTarget: 'acknowledge' })
    expect(after).toMatchObject({ kind: 'investigate', tier: 1, dueTarget: 'work' })
    await make(morning, 'tess', id, { move: 'reprioritise', impact: 'low', urgency: 'low', reason: 'One' })
    const calmer = (await row(morning, 'tess', id))?.myDuties[0]
    expect(String(calmer?.dueAt) > String(after?.dueAt)).toBe(true)
  })

  test('a colleague’s late duty is not mine: each duty has its own moment', async () => {
    const id = await handedDown(morning)
    const duties = (await row(morning, 'lies', id))?.myDuties
    expect(duties?.map(({ kind, dueTarget }) => [kind, dueTarget]).toSorted()).toEqual([
      ['contact', 'contact'],
      ['take-note', 'take-note'],
    ])
    expect((await row(morning, 'mira', id))?.myDuties).toEqual([])
  })
})

describe('what was learnt', () => {
  test('is found again by the name that the one who found the cause gave it', async () => {
    const id = await openAt(morning)
    await make(morning, 'tess', id, { move: 'claim' })
    const named = { kind: 'create', title: 'Zeldzame apparaatlimiet' } as const
    const { ticket } = await make(morning, 'tess', id, { ...diagnosis, knownIssue: named })
    expect(ticket.diagnosis?.knownIssue).toMatchObject(named)
    const found = await listed(morning, 'jan', { state: 'all', words: 'zeldzame apparaatlimiet' })
    expect(found.tickets.map((one) => one.id)).toEqual([id])
    expect((await listed(morning, 'ada', { state: 'all', words: 'zeldzame apparaatlimiet' })).tickets).toEqual([])
  })
})

describe('the counts of the desk', () => {
  test('are what the list of each view shows, for everybody, also when learning outlives the ticket', async () => {
    const id = await handedDown(morning)
    await make(morning, 'lies', id, { move: 'take-note' })
    const applied = { move: 'contact', channel: 'phone', outcome: 'applied', text: 'Done', retryAt: null } as const
    await make(morning, 'lies', id, applied)
    await make(morning, 'ada', id, { move: 'confirm', satisfaction: null })
    const views = deskGroups([1, 2, 3], 1).flatMap((group) => group.views)
    for (const name of ['tess', 'lies', 'jan', 'mira', 'otto'] as const) {
      const actor = await desk.as(name)
      const counts = await at(tuesday, (tx) => deskCounts(tx, actor))
      expect(Object.keys(counts.views).toSorted()).toEqual(views.map(({ key }) => key).toSorted())
      for (const { key, filter } of views) {
        const { tickets, total } = await listed(tuesday, name, filter)
        expect({ key, count: counts.views[key] }).toEqual({ key, count: total.count })
        expect(tickets).toHaveLength(total.count)
      }
    }
  })

  test('what is to do is what somebody has a duty on, also on a closed ticket', async () => {
    const id = await deliveredWithoutTierTwo()
    const toDo = await listed(morning, 'leo', { mine: 'to-do', state: 'all' })
    expect(toDo.tickets.every((one) => one.myDuties.length > 0)).toBe(true)
    expect(toDo.tickets.find((one) => one.id === id)).toMatchObject({ stage: 'closed' })
  })
})

/** Closed while tier 2, where it passed, has yet to learn what tier 3 found. */
async function deliveredWithoutTierTwo(): Promise<string> {
  const id = await openAt(morning)
  const up = { move: 'escalate', asked: 'Why?', evidence: [], waiver: { reason: 'Now' }, fastLane: false } as const
  await make(morning, 'lies', id, { move: 'claim' })
  await make(morning, 'lies', id, up)
  await make(morning, 'leo', id, { move: 'accept' })
  await make(morning, 'leo', id, up)
  await make(morning, 'mira', id, { move: 'accept' })
  await make(morning, 'mira', id, diagnosis)
  await make(morning, 'lies', id, { move: 'take-note' })
  const applied = { move: 'contact', channel: 'phone', outcome: 'applied', text: 'Done', retryAt: null } as const
  await make(morning, 'lies', id, applied)
  await make(morning, 'ada', id, { move: 'confirm', satisfaction: null })
  return id
}
