import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readTicket } from '#features/tickets/server/actions.ts'
import { bellsOf } from '../../../../tests/support/bells.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { answerTo, burstsThatAreLetBe, burstsToAnswer, takeUp } from './burst-answers.ts'
import { lookForBursts } from './bursts.ts'
import { causeShown } from './cause-views.ts'
import { addToCause, close, makeCause, reopen, takeOut } from './causes.ts'
import { similarOf } from './similar.ts'

/** Who comes into a cause after it was made, and how it ends. Monday 23 November 2026, nine in Amsterdam. */
let platform: TestPlatform
let desk: TestDesk
let desks = 0
const monday = '2026-11-23T08:00:00.000Z'
const ten = '2026-11-23T09:00:00.000Z'

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
const by = async <Value>(
  name: PersonName,
  deed: (tx: Parameters<typeof lookForBursts>[1], actor: Awaited<ReturnType<TestDesk['as']>>) => Promise<Value>,
) => {
  const actor = await desk.as(name)
  return desk.within((tx) => deed(tx, actor))
}
const report = (name: PersonName) => opened(work(), name, { subject: 'Stops with 0x80180013' })
const look = () => desk.within((tx) => lookForBursts(platform, tx))
const shown = (id: string) => desk.within((tx) => causeShown(tx, id))
const ticket = (id: string) => by('tess', (tx, actor) => readTicket(tx, actor, id))

/** Five report the same, and a lead makes a cause of it. */
async function causeOfFive(): Promise<{ readonly id: string; readonly tickets: readonly string[] }> {
  const tickets: string[] = []
  for (const name of ['ada', 'bob', 'uma', 'otto', 'pia'] as const) tickets.push(await report(name))
  await look()
  const [burst] = await desk.within(burstsToAnswer)
  const given = { answer: 'cause', title: 'The device limit', incident: null } as const
  const { causeId } = await by('lies', (tx, actor) => answerTo(tx, actor, burst?.id ?? '', given))
  return { id: causeId ?? '', tickets }
}

describe('a ticket that comes in like those of a cause', () => {
  test('joins it at the next look, is linked, told of it, and says that Tierwise found it', async () => {
    const cause = await causeOfFive()
    platform.clock.set(ten)
    const sixth = await report('tom')
    await look()
    const { tickets, members, course } = await shown(cause.id)
    expect(tickets).toBe(6)
    expect(members.filter(({ byTierwise }) => byTierwise).map(({ id }) => id)).toEqual([sixth])
    const { number, ticket: now, events } = await ticket(sixth)
    expect(course).toMatchObject([{ at: ten, by: null, what: 'added', tickets: [number] }])
    expect(now.links).toEqual([{ ticketId: cause.tickets[0], kind: 'same-cause' }])
    expect(events.at(-1)?.by).toEqual({ kind: 'system', name: 'clock' })
    const beside = await by('tess', (tx, actor) => similarOf(tx, actor, sixth))
    expect(beside.cause).toMatchObject({ id: cause.id, tickets: 6, byTierwise: true, open: true })
    expect(beside.similar.every(({ linked }) => linked)).toBe(true)
  })

  test('has what one of the others finds', async () => {
    const cause = await causeOfFive()
    platform.clock.set(ten)
    const sixth = await report('tom')
    await look()
    await moved(work(), 'tess', cause.tickets[1] ?? '', { move: 'claim' })
    await moved(work(), 'tess', cause.tickets[1] ?? '', {
      ...{ move: 'diagnose', rootCause: 'The limit is five', solution: 'Retire one', wordingForRequester: 'Try' },
      ...{ presentTiers: [], knownIssue: { kind: 'linked', id: 'win-user-licence-invalid' } },
    })
    const beside = await by('tess', (tx, actor) => similarOf(tx, actor, sixth))
    expect(beside.cause?.found).toMatchObject({ ticketId: cause.tickets[1], rootCause: 'The limit is five' })
  })

  test('stays out once a person took it out, until a person puts it back', async () => {
    const cause = await causeOfFive()
    platform.clock.set(ten)
    const sixth = await report('tom')
    await look()
    await by('tess', (tx, actor) => takeOut(tx, actor, cause.id, sixth))
    await look()
    expect(await shown(cause.id)).toMatchObject({ tickets: 5 })
    await by('tess', (tx, actor) => addToCause(tx, actor, cause.id, sixth))
    const { tickets, members, course } = await shown(cause.id)
    expect(tickets).toBe(6)
    expect(members.some(({ byTierwise }) => byTierwise)).toBe(false)
    expect(course.map(({ what, by: who }) => [what, who])).toEqual([
      ['added', 'Tess'],
      ['taken-out', 'Tess'],
      ['added', null],
    ])
  })

  test('does not join one that is closed, and does once it is open again', async () => {
    const cause = await causeOfFive()
    await by('lies', (tx, actor) => close(tx, actor, cause.id))
    platform.clock.set(ten)
    await report('tom')
    await look()
    expect(await shown(cause.id)).toMatchObject({ tickets: 5 })
    await by('lies', (tx, actor) => reopen(tx, actor, cause.id, 'It began again'))
    await look()
    expect(await shown(cause.id)).toMatchObject({ tickets: 6 })
  })

  test('keeps a cause that it has', async () => {
    const cause = await causeOfFive()
    platform.clock.set(ten)
    const sixth = await report('tom')
    await by('tess', (tx, actor) => makeCause(tx, actor, { title: 'Own', incident: null, ticketIds: [sixth] }))
    await look()
    expect(await shown(cause.id)).toMatchObject({ tickets: 5, course: [] })
  })
})

test('a cause is closed with how many of its tickets were open, and opened again with a reason', async () => {
  const one = await report('ada')
  const { id } = await by('tess', (tx, actor) =>
    makeCause(tx, actor, { title: 'x', incident: null, ticketIds: [one] }),
  )
  const again = () => by('tess', (tx, actor) => reopen(tx, actor, id, 'It began again'))
  await expect(again()).rejects.toMatchObject({ refusal: { code: 'cause-open' } })
  await by('tess', (tx, actor) => close(tx, actor, id))
  platform.clock.set(ten)
  await again()
  expect(await shown(id)).toMatchObject({
    closedAt: null,
    course: [
      { at: ten, what: 'reopened', by: 'Tess', reason: 'It began again' },
      { at: monday, what: 'closed', by: 'Tess', open: 1 },
    ],
  })
})

describe('a burst that was let be', () => {
  const letBe = async () => {
    for (const name of ['ada', 'bob', 'uma', 'otto', 'pia'] as const) await report(name)
    await look()
    const [burst] = await desk.within(burstsToAnswer)
    await by('lies', (tx, actor) => answerTo(tx, actor, burst?.id ?? '', { answer: 'let-be' }))
    return burst?.id ?? ''
  }

  test('stands there with who did so, and waits for an answer once it is taken up again', async () => {
    const id = await letBe()
    expect(await desk.within(burstsThatAreLetBe)).toMatchObject([{ id, letBe: { by: 'Lies', at: monday } }])
    expect(await bellsOf(work(), 'triage')).toEqual([])
    await desk.within((tx) => takeUp(tx, id))
    expect(await desk.within(burstsThatAreLetBe)).toEqual([])
    expect(await desk.within(burstsToAnswer)).toMatchObject([{ id }])
    expect(await bellsOf(work(), 'triage')).toEqual(['Leo: burst', 'Lies: burst', 'Max: burst'])
    await expect(desk.within((tx) => takeUp(tx, id))).rejects.toMatchObject({
      refusal: { code: 'burst-not-let-be' },
    })
  })

  test('is not taken up again once it is over', async () => {
    const id = await letBe()
    platform.clock.set('2026-11-26T08:00:00.000Z')
    expect(await desk.within(burstsThatAreLetBe)).toEqual([])
    await expect(desk.within((tx) => takeUp(tx, id))).rejects.toMatchObject({ refusal: { code: 'burst-over' } })
  })
})
