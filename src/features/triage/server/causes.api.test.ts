import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PersonName, TestDesk } from '../../../../tests/support/test-desk.ts'
import { testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { newestNotices } from '#features/notices/server/store/notices.ts'
import { bellsOf } from '../../../../tests/support/bells.ts'
import { triageNotices } from './ask-leads.ts'
import { answerTo, burstsToAnswer } from './burst-answers.ts'
import { lookForBursts, ongoingBursts } from './bursts.ts'
import { causeShown, causesShown } from './cause-views.ts'
import { addToCause, close, makeCause, takeOut } from './causes.ts'
import { shiftLeftOf } from './shift-left.ts'
import { similarOf } from './similar.ts'

/** Likeness, bursts, causes and shift left on a real desk. Monday 23 November 2026, nine in Amsterdam. */
let platform: TestPlatform
let desk: TestDesk
let desks = 0
const monday = '2026-11-23T08:00:00.000Z'

beforeAll(async () => {
  platform = await testPlatform(monday)
})
afterAll(() => platform.close())
beforeEach(async () => {
  platform.clock.set(monday)
  desks += 1
  desk = await testDesk(platform, { name: `Contoso ${desks}` })
})

const work = () => ({ platform, desk })
const by = async <Value>(name: PersonName, deed: (actor: Awaited<ReturnType<TestDesk['as']>>) => Promise<Value>) =>
  deed(await desk.as(name))
const five: readonly PersonName[] = ['ada', 'bob', 'uma', 'otto', 'pia']
const ios = { category: 'enrollment-blocked', platform: 'ios' } as const
const diagnosis = {
  move: 'diagnose',
  ...{ rootCause: 'The limit is five', solution: 'Retire one device', wordingForRequester: 'Try it again' },
  presentTiers: [],
} as const

async function solvedBy(who: PersonName, ticketId: string): Promise<void> {
  await moved(work(), who, ticketId, { move: 'claim' })
  const knownIssue = { kind: 'linked', id: 'win-user-licence-invalid' } as const
  await moved(work(), who, ticketId, { ...diagnosis, knownIssue })
}

describe('similar tickets', () => {
  const similar = (id: string) => by('tess', (actor) => desk.within((tx) => similarOf(tx, actor, id)))

  test('are found by code and by words, with why, where they stand and how they were solved', async () => {
    const solved = await opened(work(), 'bob', { subject: 'Company Portal says 0x80180013', ...ios })
    await solvedBy('tess', solved)
    const unlike = await opened(work(), 'uma', { subject: 'The calendar is empty', platform: 'ios' })
    const mine = await opened(work(), 'ada', { subject: 'Foutcode -2145910765 bij inschrijven', ...ios })
    const found = await similar(mine)
    expect(found.similar.map(({ ticket: { id } }) => id).indexOf(unlike)).not.toBe(0)
    expect(found.similar[0]).toMatchObject({
      ticket: { id: solved, stage: 'delivering', solution: { rootCause: 'The limit is five', byTier: 1 } },
      linked: false,
    })
    expect(found.similar[0]?.because[0]).toEqual({ kind: 'code', codes: ['80180013'] })
  })

  test('of the other language too, and one that is linked says so', async () => {
    const dutch = await opened(work(), 'bob', { subject: 'Wifi-certificaat ontbreekt op mijn laptop' })
    const mine = await opened(work(), 'ada', { subject: 'The wifi certificate is missing on my laptop' })
    expect((await similar(mine)).similar.map(({ ticket: { id } }) => id)).toContain(dutch)
    await moved(work(), 'tess', mine, { move: 'link', ticketId: dutch, kind: 'same-cause' })
    expect((await similar(mine)).similar.find(({ ticket: { id } }) => id === dutch)?.linked).toBe(true)
  })
})

describe('a burst', () => {
  const look = () => desk.within((tx) => lookForBursts(platform, tx))
  const report = (name: PersonName, subject = 'Stops with 0x80180013') => opened(work(), name, { subject })
  const waiting = () => desk.within(burstsToAnswer)
  /** Whoever leads a team of a tier hears of it, and nobody else. */
  const leads = ['Leo: burst', 'Lies: burst', 'Max: burst']

  test('is kept once as long as it goes on, with every ticket of it', async () => {
    for (const name of five.slice(0, 4)) await report(name)
    await look()
    expect(await waiting()).toEqual([])
    await report('pia')
    await look()
    platform.clock.set('2026-11-23T09:00:00.000Z')
    await report('tom')
    await look()
    const [burst, ...more] = await waiting()
    expect(more).toEqual([])
    const reader = { personId: desk.people.leo.id, roles: ['lead'], language: 'nl' as const }
    const bell = await desk.within(async (tx) =>
      triageNotices(tx, reader, await newestNotices(tx, reader.personId)),
    )
    expect([...bell.values()]).toEqual([{ link: '/causes', title: null, values: { count: 6 } }])
    expect(burst).toMatchObject({ kind: 'code', values: { code: '80180013' } })
    expect(burst?.tickets).toHaveLength(6)
    expect(await desk.within(ongoingBursts)).toHaveLength(1)
  })

  test('is over when nobody answered and it stopped', async () => {
    for (const name of five) await report(name)
    await look()
    expect(await bellsOf(work(), 'triage')).toEqual(leads)
    platform.clock.set('2026-11-26T08:00:00.000Z')
    await look()
    expect(await waiting()).toEqual([])
    expect(await bellsOf(work(), 'triage')).toEqual([])
    expect(await desk.within(ongoingBursts)).toEqual([])
  })

  test('becomes a cause when a lead says so: its tickets are linked, and a diagnosis of one is shown for all', async () => {
    const ids: string[] = []
    for (const name of five) ids.push(await report(name))
    await look()
    const [burst] = await waiting()
    const given = { answer: 'cause', title: 'The device limit', incident: null } as const
    const made = await by('lies', (actor) => desk.within((tx) => answerTo(tx, actor, burst?.id ?? '', given)))
    expect(made.linked).toBe(4)
    expect(await bellsOf(work(), 'triage')).toEqual([])
    await expect(
      by('lies', (actor) => desk.within((tx) => answerTo(tx, actor, burst?.id ?? '', given))),
    ).rejects.toMatchObject({ refusal: { code: 'burst-answered' } })
    await look()
    expect(await waiting()).toEqual([])
    await solvedBy('tess', ids[2] ?? '')
    const shown = await desk.within((tx) => causeShown(tx, made.causeId ?? ''))
    expect(shown).toMatchObject({
      title: 'The device limit',
      tickets: 5,
      found: { ticketId: ids[2], rootCause: 'The limit is five' },
    })
    const mine = await by('tess', (actor) => desk.within((tx) => similarOf(tx, actor, ids[4] ?? '')))
    expect(mine.cause).toMatchObject({ id: made.causeId, title: 'The device limit', tickets: 5 })
  })
})

describe('a cause', () => {
  const make = async (ticketIds: readonly string[]) =>
    by('tess', (actor) => desk.within((tx) => makeCause(tx, actor, { title: 'Same', incident: null, ticketIds })))

  test('has a ticket once: who has a cause keeps it', async () => {
    const [one, other] = [await opened(work(), 'ada'), await opened(work(), 'bob')]
    const { id } = await make([one])
    await expect(make([one])).rejects.toMatchObject({ refusal: { code: 'all-have-a-cause' } })
    await by('tess', (actor) => desk.within((tx) => addToCause(tx, actor, id, other)))
    await expect(
      by('tess', (actor) => desk.within((tx) => addToCause(tx, actor, id, other))),
    ).rejects.toMatchObject({ refusal: { code: 'has-a-cause' } })
    await by('tess', (actor) => desk.within((tx) => takeOut(tx, actor, id, other)))
    expect((await desk.within((tx) => causeShown(tx, id))).members.map((member) => member.id)).toEqual([one])
  })

  test('takes nothing any more once it is closed, and nothing of another organisation ever', async () => {
    const ticket = await opened(work(), 'ada')
    const { id } = await make([ticket])
    await by('tess', (actor) => desk.within((tx) => close(tx, actor, id)))
    const late = await opened(work(), 'bob')
    await expect(
      by('tess', (actor) => desk.within((tx) => addToCause(tx, actor, id, late))),
    ).rejects.toMatchObject({ refusal: { code: 'cause-closed' } })
    const other = await testDesk(platform, { name: `Fabrikam ${desks}` })
    expect(await other.within(causesShown)).toEqual([])
    await expect(
      other.within(async (tx) =>
        makeCause(tx, await other.as('tess'), { title: 'x', incident: null, ticketIds: [ticket] }),
      ),
    ).rejects.toThrow('ticket')
  })
})

test('shift left: what tier 3 diagnosed and handed down, tier 1 solves the next time', async () => {
  const first = await opened(work(), 'ada')
  await moved(work(), 'tess', first, { move: 'claim' })
  const waiver = { reason: 'Now' }
  for (const [up, taker] of [
    ['lies', 'jan'],
    ['leo', 'mira'],
  ] as const) {
    await moved(work(), up, first, { move: 'escalate', asked: 'Look', evidence: [], waiver, fastLane: false })
    await moved(work(), taker, first, { move: 'accept' })
  }
  platform.clock.set('2026-11-23T10:00:00.000Z')
  const knownIssue = { kind: 'linked', id: 'win-user-licence-invalid' } as const
  await moved(work(), 'mira', first, { ...diagnosis, knownIssue })
  platform.clock.set('2026-11-23T11:00:00.000Z')
  await moved(work(), 'tess', first, { move: 'take-note' })
  platform.clock.set('2026-11-23T12:00:00.000Z')
  const next = await opened(work(), 'bob')
  platform.clock.set('2026-11-23T12:30:00.000Z')
  await solvedBy('tess', next)
  const measured = await desk.within((tx) => shiftLeftOf(platform, tx, null))
  expect(measured.causes).toMatchObject([
    {
      kind: 'issue',
      id: 'win-user-licence-invalid',
      turn: { at: '2026-11-23T11:00:00.000Z', by: 'handed-down' },
      before: { solved: { count: 0, of: 1 }, causeMedian: 120 },
      after: { solved: { count: 1, of: 1 }, causeMedian: 30 },
      compared: 'too-few',
    },
  ])
  expect(measured.overall).toMatchObject({ before: { solved: { of: 1 } }, after: { solved: { count: 1 } } })
})
