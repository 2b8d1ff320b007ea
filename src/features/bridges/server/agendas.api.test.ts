import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readTicket } from '#features/tickets/server/actions.ts'
import { lookForBursts } from '#features/triage/server/actions.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import { outboxPayloads } from '../../../../tests/support/outbox.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { agendasOfTicket } from './agendas-of-ticket.ts'
import { addItem, changeItem, removeItem } from './arrange.ts'
import { cancelMeeting } from './change-meeting.ts'
import { bridgeListener } from './hear-tickets.ts'
import { keepMeetings } from './keep-meetings.ts'
import { meetingDetail, overview } from './overview.ts'
import { newestNotices } from '#features/notices/server/store/notices.ts'
import { bellsOf } from '../../../../tests/support/bells.ts'
import { bridgeNotices } from './proposal-notices.ts'
import { answer, proposeForBursts } from './propose.ts'
import { refreshAgendas } from './refresh-agendas.ts'
import { agendaOf } from './store/agenda.ts'
import { openMeetings } from './store/meetings.ts'

/** Agendas from the queue, and bridges that the desk proposes. Monday 23 November 2026, nine in Amsterdam; the bridge meets at ten. */
let platform: TestPlatform
let desk: TestDesk
let desks = 0
const services = { mailIsSetUp: () => Promise.resolve(true) }
const silent = { mailIsSetUp: () => Promise.resolve(false) }
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
async function by<Value>(name: PersonName, deed: (actor: Awaited<ReturnType<TestDesk['as']>>) => Value) {
  return deed(await desk.as(name))
}
const plan = () => desk.within((tx) => keepMeetings(platform, tx, silent))
const refresh = () => desk.within(refreshAgendas)
const nextId = async () => (await desk.within((tx) => openMeetings(tx, '2026-12-31T00:00:00.000Z')))[0]?.id ?? ''
const agenda = async (id?: string) => {
  const meetingId = id ?? (await nextId())
  return (await desk.within((tx) => agendaOf(tx, meetingId))).map(({ kind, ticketId, text, state }) => [
    kind,
    ticketId ?? text,
    state,
  ])
}
const items = async () => desk.within(async (tx) => agendaOf(tx, await nextId()))
const brings = async (name: PersonName, subject?: string) => {
  const id = await opened(work(), 'ada', subject === undefined ? {} : { subject })
  await moved(work(), name, id, { move: 'claim' })
  await moved(work(), name, id, { move: 'bring-to-bridge', reason: 'All tiers should look' })
  return id
}
const proposals = async () => (await by('lies', (actor) => desk.within((tx) => overview(tx, actor)))).proposals

describe('the agenda of the next standing bridge', () => {
  beforeEach(plan)

  test('has what was brought, and loses it when its cause is found before the bridge meets', async () => {
    const id = await brings('tess')
    await refresh()
    expect(await agenda()).toEqual([['brought', id, 'waiting']])
    await moved(work(), 'tess', id, {
      ...{ move: 'diagnose', rootCause: 'Old devices', solution: 'Retire one', wordingForRequester: 'Try again' },
      ...{ knownIssue: { kind: 'one-off', reason: 'Once' }, presentTiers: [] },
    })
    await refresh()
    expect(await agenda()).toEqual([])
  })

  test('has what was never seen before by its code', async () => {
    platform.clock.set('2026-11-13T08:00:00.000Z')
    await opened(work(), 'bob', { subject: 'Stops with 0x80180014' })
    platform.clock.set('2026-11-23T08:10:00.000Z')
    const known = await opened(work(), 'ada', { subject: 'Again 0x80180014' })
    const fresh = await opened(work(), 'ada', { subject: 'Stops with 0x87D1041C' })
    await refresh()
    const found = await items()
    expect(found.find(({ ticketId }) => ticketId === fresh)).toMatchObject({
      kind: 'new-code',
      why: { codes: ['87D1041C'] },
    })
    expect(found.map(({ ticketId }) => ticketId)).not.toContain(known)
  })

  test.each([
    ['Foutcode 80180019 bij inschrijven', '80180019'],
    ['Sign-in fails with AADSTS53003', 'AADSTS53003'],
    ['Setup stops with error 1603', '1603'],
    ['Shows DeviceCapReached', 'DEVICECAPREACHED'],
    ['Stops with -2145910759', '80180019'],
  ])('has what was never seen before however its code is spelled: %s', async (subject, code) => {
    platform.clock.set('2026-11-23T08:10:00.000Z')
    const fresh = await opened(work(), 'ada', { subject })
    await refresh()
    expect((await items()).find(({ ticketId }) => ticketId === fresh)).toMatchObject({
      kind: 'new-code',
      why: { codes: [code] },
    })
  })

  test('takes a code that was written in decimals before for seen', async () => {
    platform.clock.set('2026-11-13T08:00:00.000Z')
    await opened(work(), 'bob', { subject: 'Stops with -2145910764' })
    platform.clock.set('2026-11-23T08:10:00.000Z')
    const again = await opened(work(), 'ada', { subject: 'Again 0x80180014' })
    await refresh()
    expect((await items()).map(({ ticketId }) => ticketId)).not.toContain(again)
  })

  test('keeps what people arranged while the queue goes on', async () => {
    const [first, second] = [await brings('tess'), await brings('tess')]
    await refresh()
    const id = await nextId()
    const [, last] = await items()
    await by('max', (actor) =>
      desk.within((tx) => changeItem(tx, actor, { id, itemId: last?.id ?? '' }, { position: 0, minutes: 12 })),
    )
    const third = await brings('tess')
    await refresh()
    expect((await agenda()).map(([, ticketId]) => ticketId)).toEqual([second, first, third])
    expect((await items())[0]).toMatchObject({ minutes: 12, arranged: true })
  })

  test('takes a ticket or a text from anybody of a tier, once; and gives back what they added', async () => {
    const id = await nextId()
    const ticketId = await opened(work(), 'ada')
    const add = (name: PersonName, what: { ticketId: string } | { text: string }) =>
      by(name, (actor) => desk.within((tx) => addItem(tx, actor, id, { ...what, reason: () => 'On the agenda' })))
    await add('jan', { ticketId })
    await add('jan', { text: 'The new certificates' })
    expect(await agenda()).toEqual([
      ['brought', ticketId, 'waiting'],
      ['own', 'The new certificates', 'waiting'],
    ])
    await expect(add('mira', { ticketId })).rejects.toMatchObject({ refusal: { code: 'already-on-agenda' } })
    const own = (await items())[1]?.id ?? ''
    const remove = (name: PersonName) =>
      by(name, (actor) => desk.within((tx) => removeItem(tx, actor, { id, itemId: own })))
    await expect(remove('tess')).rejects.toMatchObject({ refusal: { code: 'item-not-yours' } })
    await remove('jan')
    expect(await agenda()).toEqual([['brought', ticketId, 'waiting']])
  })

  test('is arranged by the host, the scribe and leads alone', async () => {
    await brings('tess')
    await refresh()
    const [item] = await items()
    const place = { id: await nextId(), itemId: item?.id ?? '' }
    const park = (name: PersonName) =>
      by(name, (actor) => desk.within((tx) => changeItem(tx, actor, place, { state: 'parked' })))
    await expect(park('tess')).rejects.toMatchObject({ refusal: { code: 'not-the-arranger' } })
    await expect(park('otto')).rejects.toMatchObject({ refusal: { code: 'reads-only' } })
    await park('lies')
    await refresh()
    expect((await agenda())[0]?.[2]).toBe('parked')
  })

  test('tells a ticket’s page on which meeting it is, and the one it could come on', async () => {
    const on = await brings('tess')
    const off = await opened(work(), 'ada')
    await refresh()
    const where = (ticketId: string) =>
      by('jan', (actor) => desk.within((tx) => agendasOfTicket(tx, actor, ticketId)))
    const id = await nextId()
    expect((await where(on)).on.map((meeting) => meeting.id)).toEqual([id])
    expect(await where(off)).toMatchObject({ on: [], next: { id }, mayAdd: { refusal: null } })
  })

  test('hands what people put there to the next meeting when it is cancelled', async () => {
    const id = await nextId()
    await by('jan', (actor) =>
      desk.within((tx) => addItem(tx, actor, id, { text: 'The new certificates', reason: () => '' })),
    )
    const { meeting } = await by('lies', (actor) => desk.within((tx) => meetingDetail(tx, actor, id)))
    await by('lies', (actor) =>
      desk.within((tx) => cancelMeeting(platform, tx, silent, actor, { id, version: meeting.version })),
    )
    expect(await nextId()).not.toBe(id)
    expect(await agenda()).toEqual([['own', 'The new certificates', 'waiting']])
    expect(await agenda(id)).toEqual([['own', 'The new certificates', 'moved-on']])
  })
})

test('what people put on the agenda of a meeting that nobody held goes to the next', async () => {
  await plan()
  const id = await nextId()
  await by('jan', (actor) =>
    desk.within((tx) => addItem(tx, actor, id, { text: 'The new certificates', reason: () => '' })),
  )
  platform.clock.set('2026-11-23T10:30:00.000Z')
  await plan()
  const { meeting } = await by('lies', (actor) => desk.within((tx) => meetingDetail(tx, actor, id)))
  expect(meeting).toMatchObject({ state: 'cancelled', cancelled: { why: 'not-held', by: null } })
  expect(await nextId()).not.toBe(id)
  expect(await agenda()).toEqual([['own', 'The new certificates', 'waiting']])
})

/** A ticket that tier 2 sends back as often as the plan allows. */
async function bouncing(): Promise<string> {
  const id = await opened(work(), 'ada')
  await moved(work(), 'tess', id, { move: 'claim' })
  for (let time = 0; time < 3; time += 1) {
    await moved(work(), 'lies', id, {
      ...{
        move: 'escalate',
        asked: 'Please look',
        evidence: [],
        waiver: { reason: 'It is urgent' },
        fastLane: false,
      },
    })
    await moved(work(), 'jan', id, { move: 'send-back', missing: [], reason: 'This belongs lower' })
  }
  return id
}

/** What the listener does with the last time that it was sent back. */
async function hears(ticketId: string) {
  await by('tess', (actor) =>
    desk.within(async (tx) => {
      const { ticket, events, number } = await readTicket(tx, actor, ticketId)
      const event = events.findLast(({ fact }) => fact.type === 'sent-back')
      const found = await tx.db
        .selectFrom('plan_versions')
        .select('document')
        .where('org_id', '=', tx.orgId)
        .executeTakeFirstOrThrow()
      if (event)
        await bridgeListener(services)(platform, tx, { plan: found.document as never, ticket, number, event })
    }),
  )
}

describe('the desk proposes a bridge', () => {
  const mailed = async (from: number) =>
    (await outboxPayloads<MailToSend>(platform)).slice(from).map(({ to, subject }) => `${to.name}: ${subject}`)

  test('when tiers keep returning a ticket and no standing bridge is soon; leads hear of it once, and one of them calls it', async () => {
    const before = (await outboxPayloads(platform)).length
    const ticketId = await bouncing()
    await hears(ticketId)
    await hears(ticketId)
    const [proposal, ...more] = await proposals()
    expect(more).toEqual([])
    expect(proposal).toMatchObject({ reason: 'bounce-cap', why: { bounces: 3 }, tickets: [{ id: ticketId }] })
    const told = await mailed(before)
    expect(told.map((one) => one.split(':')[0]).toSorted()).toEqual(['Leo', 'Lies', 'Max'])
    const asked = 'proposed.bounce-cap'
    expect(await bellsOf(work(), 'bridges')).toEqual([`Leo: ${asked}`, `Lies: ${asked}`, `Max: ${asked}`])
    const reader = { personId: desk.people.max.id, roles: ['lead'], language: 'nl' as const }
    const bell = await desk.within(async (tx) =>
      bridgeNotices(tx, reader, await newestNotices(tx, reader.personId)),
    )
    expect([...bell.values()]).toMatchObject([{ link: '/bridge', values: { bounces: '3' } }])
    const reply = (name: PersonName) =>
      by(name, (actor) =>
        desk.within((tx) =>
          answer(platform, tx, silent, actor, { id: proposal?.id ?? '', call: true, startsAt: null, minutes: 30 }),
        ),
      )
    await expect(reply('tess')).rejects.toMatchObject({ refusal: { code: 'not-the-arranger' } })
    const meeting = await reply('lies')
    expect(meeting?.called).toMatchObject({ reason: 'bounce-cap', by: desk.people.lies.id })
    expect(await agenda(meeting?.id)).toEqual([['bounced', ticketId, 'waiting']])
    expect(await bellsOf(work(), 'bridges')).toEqual([])
    await expect(reply('max')).rejects.toMatchObject({ refusal: { code: 'proposal-answered' } })
    await hears(ticketId)
    expect(await proposals()).toEqual([])
  })

  test('not when a standing bridge comes within a working day: there it is on the agenda', async () => {
    await plan()
    const ticketId = await bouncing()
    await hears(ticketId)
    expect(await proposals()).toEqual([])
    await refresh()
    expect(await agenda()).toEqual([['brought', ticketId, 'waiting']])
    expect((await items())[0]?.why).toMatchObject({ bounces: 3 })
  })

  const look = () =>
    desk.within(async (tx) => {
      await lookForBursts(platform, tx)
      await proposeForBursts(platform, tx, silent)
    })

  test('for a burst of like issues, once as long as it goes on', async () => {
    const report = (name: PersonName) => opened(work(), name, { subject: 'Stops with 0x80180013' })
    for (const name of ['ada', 'bob', 'pia', 'otto'] as const) await report(name)
    await look()
    expect(await proposals()).toEqual([])
    await report('tess')
    await look()
    await look()
    const [proposal, ...more] = await proposals()
    expect(more).toEqual([])
    expect(proposal).toMatchObject({ reason: 'burst', why: { of: 'code', code: '80180013', count: 5 } })
    const letBe = { id: proposal?.id ?? '', call: false, startsAt: null, minutes: 30 }
    await by('lies', (actor) => desk.within((tx) => answer(platform, tx, silent, actor, letBe)))
    // It goes on the same afternoon: nobody is bothered with it again.
    platform.clock.set('2026-11-23T11:00:00.000Z')
    await report('uma')
    await look()
    expect(await proposals()).toEqual([])
  })

  test('no longer once the burst is over', async () => {
    for (const name of ['ada', 'bob', 'tess', 'pia', 'otto'] as const)
      await opened(work(), name, { subject: '0x80180013' })
    await look()
    expect(await proposals()).toHaveLength(1)
    expect(await bellsOf(work(), 'bridges')).toHaveLength(3)
    platform.clock.set('2026-11-26T08:00:00.000Z')
    await look()
    expect(await proposals()).toEqual([])
    expect(await bellsOf(work(), 'bridges')).toEqual([])
  })
})
