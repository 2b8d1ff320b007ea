import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  cancelMeeting as cancelOnline,
  createMeeting,
  moveMeeting as moveOnline,
  tenantOf,
} from '#features/tenant/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { type TenantDesk, tenantDesk } from '../../../../../tests/support/tenant-server.ts'
import { callBridge } from '../call.ts'
import { cancelMeeting, linkMeeting, moveMeeting } from '../change-meeting.ts'
import { keepMeetings } from '../keep-meetings.ts'
import type { BridgeServices } from '../services.ts'
import { findMeeting, standingFrom } from '../store/meetings.ts'
import { meetingViewOf } from '../views.ts'
import { keepOnline } from './keep-online.ts'

const provider = {
  isThere: async (tx: Tx) => (await tenantOf(tx)) !== null,
  create: createMeeting,
  move: moveOnline,
  cancel: cancelOnline,
}
const services: BridgeServices = { mailIsSetUp: () => Promise.resolve(true), meetings: provider }
let desk: TenantDesk
beforeAll(async () => {
  desk = await tenantDesk({
    devices: 1,
    change: (plan) => ({
      ...plan,
      involvement: {
        ...plan.involvement,
        bridges: plan.involvement.bridges.map((bridge) => ({ ...bridge, meetingLink: null })),
      },
    }),
  })
  await desk.connect()
})
afterAll(() => desk.close())
beforeEach(() => desk.simulator.control.noFaults())

const inHours = (hours: number) =>
  new Date(Date.parse(desk.platform.clock.now()) + hours * 3_600_000).toISOString()
const call = async (meetingLink: string | null = null) => {
  const actor = await desk.desk.as('lies')
  return desk.desk.within((tx) =>
    callBridge(desk.platform, tx, services, actor, {
      reason: 'person',
      words: '',
      ticketIds: [],
      startsAt: inHours(2),
      minutes: 30,
      meetingLink,
    }),
  )
}
const keep = () => keepOnline(desk.platform, services, desk.desk.orgId)
const read = async (id: string) => {
  const meeting = await desk.desk.within((tx) => findMeeting(tx, id, { lock: false }))
  if (!meeting) throw new Error('This meeting is not there')
  return meeting
}
const view = async (id: string) => {
  const meeting = await read(id)
  return desk.desk.within((tx) => meetingViewOf(tx, meeting))
}
const link = async (id: string, meetingLink: string | null) => {
  const actor = await desk.desk.as('lies')
  const { version } = await read(id)
  return desk.desk.within((tx) => linkMeeting(desk.platform, tx, services, actor, { id, version, meetingLink }))
}
const there = () => desk.simulator.control.meetings()

describe('a bridge that somebody calls without a link', () => {
  test('gets a Teams meeting in the name of its host, once, and its link comes into calendars', async () => {
    const { id } = await call()
    await Promise.all([keep(), keep()])
    await keep()
    const { meetingLink, startsAt } = await read(id)
    expect(meetingLink).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//)
    const own = (await there()).filter(({ joinWebUrl }) => joinWebUrl === meetingLink)
    expect(own).toMatchObject([{ startDateTime: startsAt.replace('.000Z', 'Z') }])
    const { rows } = await desk.platform.owner.query<{ content: { link: string } }>(
      'select content from calendar_invitations where subject_id = $1',
      [id],
    )
    expect(rows[0]?.content.link).toBe(meetingLink)
  })

  test('moves it along, under the same link, and takes it away when it is cancelled', async () => {
    const { id } = await call()
    await keep()
    const made = await read(id)
    const actor = await desk.desk.as('lies')
    const startsAt = inHours(5)
    await desk.desk.within((tx) =>
      moveMeeting(desk.platform, tx, services, actor, { id, version: made.version, startsAt }),
    )
    await keep()
    const moved = await read(id)
    expect(moved.meetingLink).toBe(made.meetingLink)
    const found = async () => (await there()).find(({ joinWebUrl }) => joinWebUrl === made.meetingLink)
    expect(await found()).toMatchObject({ startDateTime: startsAt.replace('.000Z', 'Z') })
    await desk.desk.within((tx) =>
      cancelMeeting(desk.platform, tx, services, actor, { id, version: moved.version }),
    )
    await keep()
    expect(await found()).toBeUndefined()
  })

  test('stands without one as long as Teams has no access policy, and gets it once it has', async () => {
    await desk.simulator.control.fault('policies', { mode: 'meetings' })
    const { id } = await call()
    await keep()
    expect((await read(id)).meetingLink).toBeNull()
    const { rows } = await desk.platform.owner.query(
      'select state, code from bridge_online_meetings where subject = $1',
      [id],
    )
    expect(rows).toEqual([{ state: 'failed', code: 'no-meeting-policy' }])
    const { noLink } = await view(id)
    expect(noLink?.code).toBe('no-meeting-policy')
    expect(noLink?.nextTryAt).toBe(inHours(1))
    await desk.simulator.control.noFaults()
    await keep()
    expect((await read(id)).meetingLink).toBeNull()
    desk.platform.clock.advance({ minutes: 61 })
    await keep()
    expect((await read(id)).meetingLink).toContain('teams.microsoft.com')
    expect((await view(id)).noLink).toBeNull()
  })

  test('takes the link that its caller puts there instead, which no Teams meeting replaces, and is given one again without it', async () => {
    await desk.simulator.control.fault('policies', { mode: 'meetings' })
    const { id } = await call()
    await keep()
    const typed = 'https://meet.example/by-hand'
    expect(await link(id, typed)).toMatchObject({ meetingLink: typed, linkByHand: true })
    expect((await view(id)).noLink).toBeNull()
    await desk.simulator.control.noFaults()
    desk.platform.clock.advance({ minutes: 61 })
    await keep()
    expect((await read(id)).meetingLink).toBe(typed)
    const { rows } = await desk.platform.owner.query<{ content: { link: string } }>(
      'select content from calendar_invitations where subject_id = $1',
      [id],
    )
    expect(rows[0]?.content.link).toBe(typed)
    expect(await link(id, null)).toMatchObject({ meetingLink: null, linkByHand: false })
    await keep()
    const made = (await read(id)).meetingLink
    expect(made).toContain('teams.microsoft.com')
    // A link of somebody's own takes the place of the one of Teams, whose meeting goes.
    await link(id, typed)
    await keep()
    expect((await there()).some(({ joinWebUrl }) => joinWebUrl === made)).toBe(false)
  })
})

test('a node that goes down between making a meeting and keeping its id leaves none behind', async () => {
  const { id, version } = await call()
  const before = (await there()).length
  const goesDown: BridgeServices = {
    ...services,
    meetings: {
      ...provider,
      create: async (...given) => {
        await createMeeting(...given)
        throw new Error('the node is gone')
      },
    },
  }
  await expect(keepOnline(desk.platform, goesDown, desk.desk.orgId)).rejects.toThrow('the node is gone')
  expect((await there()).length).toBe(before + 1)
  const actor = await desk.desk.as('lies')
  const startsAt = inHours(6)
  await desk.desk.within((tx) => moveMeeting(desk.platform, tx, services, actor, { id, version, startsAt }))
  desk.platform.clock.advance({ minutes: 6 })
  await keep()
  const own = await there()
  expect(own.length).toBe(before + 1)
  const { meetingLink } = await read(id)
  expect(own.filter(({ joinWebUrl }) => joinWebUrl === meetingLink)).toMatchObject([
    { startDateTime: startsAt.replace('.000Z', 'Z') },
  ])
})

test('a bridge with a link that somebody typed keeps it', async () => {
  const { id } = await call('https://meet.example/desk')
  const before = (await there()).length
  await keep()
  expect((await read(id)).meetingLink).toBe('https://meet.example/desk')
  expect((await there()).length).toBe(before)
})

test('the meetings of a standing bridge share one link, which a new look at the plan leaves alone', async () => {
  const { platform } = desk
  const { orgId } = desk.desk
  const again = () => inOrganisation(platform, orgId, (tx) => keepMeetings(platform, tx, services))
  const planned = async () =>
    (await desk.desk.within((tx) => standingFrom(tx, '2026-11-23'))).filter(({ state }) => state === 'planned')
  await again()
  expect((await planned()).every(({ meetingLink }) => meetingLink === null)).toBe(true)
  await keep()
  const links = new Set((await planned()).map(({ meetingLink }) => meetingLink))
  expect(links.size).toBe(1)
  expect([...links][0]).toContain('teams.microsoft.com')
  const before = await planned()
  await again()
  await keep()
  expect(await planned()).toEqual(before)
})

test('a meeting of a standing bridge keeps the link that somebody put there, alone, until they take it away', async () => {
  const again = () =>
    inOrganisation(desk.platform, desk.desk.orgId, (tx) => keepMeetings(desk.platform, tx, services))
  const planned = async () =>
    (await desk.desk.within((tx) => standingFrom(tx, '2026-11-23'))).filter(({ state }) => state === 'planned')
  const [first, second] = await planned()
  const own = 'https://meet.example/this-one'
  await link(first?.id ?? '', own)
  await again()
  await keep()
  expect((await planned()).slice(0, 2).map(({ meetingLink }) => meetingLink)).toEqual([own, second?.meetingLink])
  await link(first?.id ?? '', null)
  expect((await read(first?.id ?? '')).meetingLink).toBe(first?.meetingLink)
})
