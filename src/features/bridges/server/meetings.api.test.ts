import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import { publishChanged, withBridge } from '../../../../tests/support/bridge-work.ts'
import { outboxPayloads } from '../../../../tests/support/outbox.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import type { Meeting } from '../domain/meeting.ts'
import { callBridge } from './call.ts'
import { cancelMeeting, moveMeeting } from './change-meeting.ts'
import { bridgeFigures } from './figures.ts'
import { keepMeetings } from './keep-meetings.ts'
import { meetingDetail, overview } from './overview.ts'
import { begin, end } from './room/course.ts'
import { comeOrStay } from './room/presence.ts'
import { agendaOf } from './store/agenda.ts'
import { standingFrom } from './store/meetings.ts'
import { resumeBridge, stopBridge } from './stop-bridge.ts'

/** Meetings of the plan and ad hoc ones, on a real database. Monday 23 November 2026, nine in Amsterdam: the pilot begins. */
let platform: TestPlatform
let desk: TestDesk
let desks = 0
let sentBefore = 0
const services = { mailIsSetUp: () => Promise.resolve(true) }

beforeAll(async () => {
  platform = await testPlatform('2026-11-23T08:00:00.000Z')
})
afterAll(() => platform.close())
// An organisation for each, so that what one plans and sends is nothing to another.
beforeEach(async () => {
  desks += 1
  desk = await testDesk(platform, { name: `Contoso ${desks}` })
  sentBefore = (await outboxPayloads<MailToSend>(platform)).length
})

const keep = () => desk.within((tx) => keepMeetings(platform, tx, services))
const meetings = () => desk.within((tx) => standingFrom(tx, '2026-11-01'))
const planned = async () =>
  (await meetings()).filter(({ state }) => state === 'planned').map(({ startsAt }) => startsAt)
const mails = async () =>
  (await outboxPayloads<MailToSend>(platform)).slice(sentBefore).map(({ to, subject }) => `${to.name}: ${subject}`)
const lastCalendar = async () => (await outboxPayloads<MailToSend>(platform)).at(-1)?.calendar
const at = async (startsAt: string): Promise<Meeting> => {
  const found = (await meetings()).find((one) => one.startsAt === startsAt)
  if (!found) throw new Error(`No meeting at ${startsAt}`)
  return found
}
async function by<Value>(name: PersonName, work: (actor: Awaited<ReturnType<TestDesk['as']>>) => Value) {
  return work(await desk.as(name))
}
const tuesday = '2026-11-24T09:00:00.000Z'

describe('the meetings of the plan', () => {
  test('are there two weeks ahead, once however often they are looked after, hosted by the lead of the plan’s team', async () => {
    await keep()
    const first = await meetings()
    // Ten working days from today on, and the Monday after.
    expect(first.map(({ standing }) => standing?.day).slice(0, 6)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
    ])
    expect(first[0]?.hostId).toBe(desk.people.max.id)
    await keep()
    expect(await meetings()).toEqual(first)
  })

  test('are in the calendars of the tiers and whoever owns the plan, and nothing is sent when nothing changed', async () => {
    await keep()
    const sent = await mails()
    expect(sent).toHaveLength(9)
    expect(sent.filter((one) => /^(?:Ada|Bob|Otto|Root)/.test(one))).toEqual([])
    await keep()
    expect(await mails()).toHaveLength(9)
  })

  test('nobody is invited while no mailbox sends; they are as soon as one does', async () => {
    await desk.within((tx) => keepMeetings(platform, tx, { mailIsSetUp: () => Promise.resolve(false) }))
    expect(await mails()).toEqual([])
    await keep()
    expect(await mails()).toHaveLength(9)
  })

  test('follow another plan: its time moves them, and what it drops is cancelled', async () => {
    await keep()
    await publishChanged(desk, (plan) =>
      withBridge(plan, { weekly: [{ day: 2, at: '14:00' }], lengthMinutes: 45 }),
    )
    await keep()
    expect((await planned()).slice(0, 2)).toEqual(['2026-11-24T13:00:00.000Z', '2026-12-01T13:00:00.000Z'])
    const wednesday = (await meetings()).find(({ standing }) => standing?.day === '2026-11-25')
    expect(wednesday?.cancelled).toEqual({ why: 'dropped', by: null })
    expect((await mails()).length).toBeGreaterThan(9)
  })
})

describe('one meeting', () => {
  test('is moved by hand, stays so, and calendars follow', async () => {
    await keep()
    const { id, version } = await at(tuesday)
    const before = (await mails()).length
    await by('lies', (actor) =>
      desk.within((tx) =>
        moveMeeting(platform, tx, services, actor, { id, version, startsAt: '2026-11-24T14:00:00.000Z' }),
      ),
    )
    await keep()
    const moved = await at('2026-11-24T14:00:00.000Z')
    expect([moved.id, moved.plannedFor]).toEqual([id, tuesday])
    expect((await mails()).length).toBe(before + 9)
    expect(await lastCalendar()).toMatchObject({
      ...{ method: 'REQUEST', sequence: 1, timeZone: 'Europe/Amsterdam' },
      // Weekly from the first day of the pilot to the last working day before Christmas, which is the last of the phases.
      when: {
        starts: '2026-11-23T09:00:00.000Z',
        weekly: {
          until: '2026-12-24T09:00:00.000Z',
          moved: [{ was: tuesday, starts: '2026-11-24T14:00:00.000Z', ends: '2026-11-24T14:30:00.000Z' }],
        },
      },
    })
  })

  test('is cancelled by hand and stays so; whoever saw it otherwise is told', async () => {
    await keep()
    const { id, version } = await at(tuesday)
    const cancel = () =>
      by('lies', (actor) => desk.within((tx) => cancelMeeting(platform, tx, services, actor, { id, version })))
    await cancel()
    await keep()
    expect(await planned()).not.toContain(tuesday)
    expect(await lastCalendar()).toMatchObject({ method: 'REQUEST', when: { weekly: { except: [tuesday] } } })
    await expect(cancel()).rejects.toMatchObject({ refusal: { code: 'meeting-cancelled' } })
  })

  test('is not moved by whoever does not arrange it, nor into the past, nor over somebody’s change', async () => {
    await keep()
    const { id, version } = await at(tuesday)
    const move = (name: PersonName, startsAt: string, seen = version) =>
      by(name, (actor) =>
        desk.within((tx) => moveMeeting(platform, tx, services, actor, { id, version: seen, startsAt })),
      )
    await expect(move('tess', '2026-11-24T14:00:00.000Z')).rejects.toMatchObject({
      refusal: { code: 'not-the-arranger' },
    })
    await expect(move('lies', '2026-11-20T14:00:00.000Z')).rejects.toMatchObject({
      refusal: { code: 'meeting-in-the-past' },
    })
    await expect(move('lies', '9999-12-31T00:00:00.000Z')).rejects.toMatchObject({
      refusal: { code: 'meeting-too-far' },
    })
    await expect(move('lies', '2026-11-24T14:00:00.000Z', version + 1)).rejects.toMatchObject({
      refusal: { code: 'meeting-changed' },
    })
  })

  test('shows who can come: absence counts against whatever was answered', async () => {
    await keep()
    const { id } = await at(tuesday)
    const tiers = async () =>
      (await by('tess', (actor) => desk.within((tx) => meetingDetail(tx, actor, id)))).tiers.map(
        ({ tier, outlook, absent }) => [tier, outlook, absent],
      )
    expect(await tiers()).toEqual([
      [1, 'likely', 0],
      [2, 'likely', 0],
      [3, 'likely', 0],
    ])
    for (const name of ['mira', 'max'] as const)
      await platform.owner.query(
        `insert into absences (org_id, id, person_id, from_at, until_at)
         values ($1, gen_random_uuid(), $2, '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z')`,
        [desk.orgId, desk.people[name].id],
      )
    expect((await tiers())[2]).toEqual([3, 'fails', 2])
  })
})

describe('an ad hoc bridge', () => {
  const call = (name: PersonName, ticketIds: readonly string[], startsAt: string | null = null) =>
    by(name, (actor) =>
      desk.within((tx) =>
        callBridge(platform, tx, services, actor, {
          ...{ reason: 'person', words: 'Nobody understands it', ticketIds, startsAt, minutes: 30 },
          meetingLink: null,
        }),
      ),
    )

  test('is called by whoever works on support: the tiers are invited, the ticket comes to the bridge, they host it', async () => {
    const ticketId = await opened({ platform, desk }, 'ada')
    // Jan of tier 2 does not hold it.
    const meeting = await call('jan', [ticketId])
    expect(meeting).toMatchObject({ state: 'planned', startsAt: platform.clock.now(), hostId: desk.people.jan.id })
    expect(meeting.quorum.map(({ tier }) => tier)).toEqual([1, 2, 3])
    expect(await mails()).toHaveLength(9)
    const [item] = await desk.within((tx) => agendaOf(tx, meeting.id))
    expect(item).toMatchObject({ ticketId, kind: 'brought', addedBy: desk.people.jan.id })
    const { ticket } = await moved({ platform, desk }, 'tess', ticketId, { move: 'follow' })
    expect(ticket.onBridge).toBe(true)
  })

  test('is not called by an auditor, nor for a time that has passed or is years ahead', async () => {
    await expect(call('otto', [])).rejects.toMatchObject({ refusal: { code: 'reads-only' } })
    await expect(call('jan', [], '2026-11-20T10:00:00.000Z')).rejects.toMatchObject({
      refusal: { code: 'meeting-in-the-past' },
    })
    await expect(call('jan', [], '2036-11-20T10:00:00.000Z')).rejects.toMatchObject({
      refusal: { code: 'meeting-too-far' },
    })
  })
})

describe('a standing bridge', () => {
  const stop = (name: PersonName) =>
    by(name, (actor) =>
      desk.within((tx) =>
        stopBridge(platform, tx, services, actor, { key: 'rollout-bridge', reason: 'It is quiet' }),
      ),
    )

  test('stops when the owner of the plan says so: the figures are kept, its meetings and invitations go', async () => {
    await keep()
    await stop('pia')
    expect(await planned()).toEqual([])
    expect(await mails()).toHaveLength(18)
    const { standing, coming } = await by('otto', (actor) => desk.within((tx) => overview(tx, actor)))
    expect(coming).toEqual([])
    expect(standing[0]?.stopped).toMatchObject({ reason: 'It is quiet', by: { name: 'Pia' } })
    const [bridge] = (await desk.within(bridgeFigures)).bridges
    expect(bridge?.stopped?.criteria).toMatchObject([{ figure: 'solved-at-tier-1', value: null, holds: false }])
    await expect(stop('pia')).rejects.toMatchObject({ refusal: { code: 'bridge-stopped-already' } })
  })

  test('goes on again, and everybody is invited again', async () => {
    await keep()
    const before = await planned()
    await stop('pia')
    await by('pia', (actor) => desk.within((tx) => resumeBridge(platform, tx, services, actor, 'rollout-bridge')))
    expect(await planned()).toEqual(before)
    expect(await mails()).toHaveLength(27)
  })

  test('does not stop because a lead says so', async () => {
    await expect(stop('lies')).rejects.toMatchObject({ refusal: { code: 'needs-plan-rights' } })
  })
})

test('figures say how long a cause took from the bridge on, whether it was cleared there, and who came', async () => {
  await keep()
  const ticketId = await opened({ platform, desk }, 'ada')
  await moved({ platform, desk }, 'tess', ticketId, { move: 'claim' })
  await moved({ platform, desk }, 'tess', ticketId, { move: 'bring-to-bridge', reason: 'It goes round' })
  platform.clock.set('2026-11-23T09:00:00.000Z')
  const { id } = await by('lies', (actor) =>
    desk.within((tx) =>
      callBridge(platform, tx, services, actor, {
        ...{
          reason: 'person',
          words: 'Now',
          ticketIds: [ticketId],
          startsAt: null,
          minutes: 30,
          meetingLink: null,
        },
      }),
    ),
  )
  for (const name of ['lies', 'jan'] as const)
    await by(name, (actor) => desk.within((tx) => comeOrStay(tx, actor, id)))
  await by('lies', (actor) => desk.within((tx) => begin(tx, actor, id)))
  platform.clock.set('2026-11-23T09:20:00.000Z')
  await moved({ platform, desk }, 'tess', ticketId, {
    ...{
      move: 'diagnose',
      rootCause: 'Old devices count',
      solution: 'Retire one',
      wordingForRequester: 'Try again',
    },
    ...{ knownIssue: { kind: 'one-off', reason: 'Once' }, presentTiers: [] },
  })
  for (const name of ['lies', 'jan'] as const)
    await by(name, (actor) => desk.within((tx) => comeOrStay(tx, actor, id)))
  await by('lies', (actor) => desk.within((tx) => end(tx, actor, id)))
  const figures = await desk.within(bridgeFigures)
  // From nine to twenty past ten on the clock of Amsterdam.
  expect(figures.hoursToCause.value).toBe(1.3)
  expect(figures.clearedOnBridge.value).toBe(100)
  expect(figures.solvedAtTier1.value).toBe(100)
  expect(figures.openOnBridge).toBe(0)
  expect(figures.attendance[0]?.tiers.map(({ tier, came, needed }) => [tier, came, needed])).toEqual([
    [1, 1, 1],
    [2, 1, 1],
    [3, 0, 1],
  ])
})
