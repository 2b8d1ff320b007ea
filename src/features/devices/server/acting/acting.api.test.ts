import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Job } from '#platform/jobs/enqueue.ts'
import { deviceServices } from '../../../../app/device-services.ts'
import { newestNotices } from '#features/notices/server/store/notices.ts'
import { bellsOf } from '../../../../../tests/support/bells.ts'
import { type IntuneDesk, intuneDesk } from '../../../../../tests/support/intune-desk.ts'
import type { PersonName } from '../../../../../tests/support/test-desk.ts'
import { moved, opened } from '../../../../../tests/support/ticket-work.ts'
import { deviceActionJobs } from '../jobs.ts'
import { deviceNotices } from '../notices.ts'

let desk: IntuneDesk
let ticketId: string
let phone: { id: string }
let laptop: { id: string }
const jobs = deviceActionJobs(deviceServices)
const run = (name: string, id: string) =>
  (jobs[name] as Job)(desk.platform, { orgId: desk.desk.orgId, id } as never, { isLast: false })
const ask = (who: PersonName, method: 'GET' | 'POST', url: string, body?: object) =>
  desk.call(
    { ...desk.agent, personId: desk.desk.people[who].id, roles: who === 'otto' ? ['auditor'] : ['agent'] },
    { method, url: `/api/v1/devices${url}`, ...(body ? { payload: body } : {}) },
  )
const asked = (who: PersonName, action: string, device: { id: string }, more: object = {}) =>
  ask(who, 'POST', `/tickets/${ticketId}/actions`, { deviceId: device.id, action, ...more })
const state = async (id: string) => {
  const { body } = await ask('tess', 'GET', `/tickets/${ticketId}/actions`)
  return body.actions.find((one: { id: string }) => one.id === id)
}
/** The worker does what is due, minute by minute. */
const pass = async (id: string, minutes: number) => {
  for (let minute = 0; minute < minutes; minute += 1) {
    desk.later(1)
    await run('devices.follow-action', id)
  }
}
const notes = async () => {
  const { rows } = await desk.platform.owner.query<{ words: string }>(
    `select string_agg(words::text, ' ') as words from ticket_events where ticket_id = $1`,
    [ticketId],
  )
  return rows[0]?.words ?? ''
}
const careful = { caller: 'called-back', purpose: 'Stolen on the train' }

beforeAll(async () => {
  desk = await intuneDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  const { control } = desk.simulator
  await control.noFaults()
  phone = await control.addDevice({ person: desk.desk.people.ada.email, platform: 'ios' })
  laptop = await control.addDevice({ person: desk.desk.people.ada.email, platform: 'windows' })
  // What was read a moment ago is not read again.
  desk.later(30)
  await desk.read('ada')
  ticketId = await opened({ platform: desk.platform, desk: desk.desk }, 'ada')
  await moved({ platform: desk.platform, desk: desk.desk }, 'tess', ticketId, { move: 'claim' })
})
const toBridge = () =>
  moved({ platform: desk.platform, desk: desk.desk }, 'tess', ticketId, { move: 'bring-to-bridge', reason: 'All' })

describe('an action', () => {
  test('is done through the registration that acts, followed until it is done, and stands on the ticket', async () => {
    const { status, body } = await asked('tess', 'restart', phone)
    expect([status, body.state, body.askedBy.name]).toEqual([201, 'sending', 'Tess'])
    await run('devices.act', body.id)
    expect((await state(body.id)).state).toBe('pending')
    await pass(body.id, 3)
    expect(await state(body.id)).toMatchObject({ state: 'done', code: null })
    const { devices } = await desk.simulator.control.person(desk.desk.people.ada.email)
    expect(devices.find(({ id }) => id === phone.id)?.deviceActionResults).toMatchObject([
      { actionName: 'rebootNow', actionState: 'done' },
    ])
  })

  test('a sync ends by a newer check-in', async () => {
    const { body } = await asked('tess', 'sync', phone)
    await run('devices.act', body.id)
    await pass(body.id, 3)
    expect((await state(body.id)).state).toBe('done')
  })

  test('is told to Intune once, whatever runs twice', async () => {
    const { body } = await asked('tess', 'restart', phone)
    await Promise.all([run('devices.act', body.id), run('devices.act', body.id)])
    await run('devices.act', body.id)
    const { rows } = await desk.platform.owner.query(
      `select count(*)::int as times from device_action_log where action_id = $1 and what = 'sent'`,
      [body.id],
    )
    expect(rows).toEqual([{ times: 1 }])
  })

  test('says that a device is away, and is done when it comes back', async () => {
    await desk.simulator.control.changeDevice({ device: phone.id, offline: true })
    const { body } = await asked('tess', 'restart', phone)
    await run('devices.act', body.id)
    await pass(body.id, 12)
    expect(await state(body.id)).toMatchObject({ state: 'pending', code: 'offline' })
    expect((await state(body.id)).deviceSeenAt).toBeTruthy()
    await desk.simulator.control.changeDevice({ device: phone.id, offline: false })
    await pass(body.id, 8)
    expect((await state(body.id)).state).toBe('done')
  })

  test('lives through a device that is not there between two looks, and a Microsoft that does not answer', async () => {
    const { body } = await asked('tess', 'restart', phone)
    await run('devices.act', body.id)
    await desk.simulator.control.fault('devices-vanish', { share: 1 })
    await pass(body.id, 2)
    expect((await state(body.id)).state).toBe('pending')
    await desk.simulator.control.noFaults()
    await pass(body.id, 3)
    expect((await state(body.id)).state).toBe('done')
  })

  test('that may not be done says which permission is missing', async () => {
    await desk.simulator.control.fault('permission', {
      permission: 'DeviceManagementManagedDevices.PrivilegedOperations.All',
    })
    const { body } = await asked('tess', 'restart', phone)
    await run('devices.act', body.id)
    expect(await state(body.id)).toMatchObject({ state: 'failed', code: 'permission-missing' })
  })

  test('is refused on another’s device, while the same is under way, and without the ticket', async () => {
    const other = await desk.simulator.control.addDevice({ person: desk.desk.people.bob.email, platform: 'ios' })
    expect((await asked('tess', 'sync', other)).body.code).toBe('device-not-of-requester')
    expect((await asked('tom', 'sync', phone)).body.code).toBe('not-your-ticket')
    expect((await asked('tess', 'wipe', phone, careful)).body.code).toBe('not-in-allowed-tier')
    expect((await asked('tess', 'sync', phone)).status).toBe(201)
    expect((await asked('tess', 'sync', phone)).body.code).toBe('action-under-way')
    expect(
      (await ask('otto', 'POST', `/tickets/${ticketId}/actions`, { deviceId: phone.id, action: 'sync' })).status,
    ).toBe(403)
  })
})

describe('what a colleague has to agree to', () => {
  beforeEach(toBridge)

  test('is done when another of an allowed tier agrees, never by who asked', async () => {
    expect((await asked('mira', 'wipe', phone)).body.code).toBe('caller-not-identified')
    const { body } = await asked('mira', 'wipe', phone, careful)
    expect(body).toMatchObject({ state: 'awaiting', mayWithdraw: true })
    await run('devices.act', body.id)
    expect((await state(body.id)).sentAt).toBeNull()
    const agree = (who: PersonName) => ask(who, 'POST', `/actions/${body.id}/agree`)
    expect((await agree('mira')).body.code).toBe('agree-to-own')
    expect((await agree('jan')).body.code).toBe('not-in-allowed-tier')
    expect((await agree('max')).body).toMatchObject({ state: 'sending', answeredBy: { name: 'Max' } })
    expect((await agree('max')).body.code).toBe('not-awaiting')
    await run('devices.act', body.id)
    await pass(body.id, 10)
    expect((await state(body.id)).state).toBe('done')
    const log = (await ask('otto', 'GET', '/actions')).body.actions.find(
      (one: { id: string }) => one.id === body.id,
    )
    expect(log.log.map(({ what }: { what: string }) => what)).toEqual(['asked', 'agreed', 'sent', 'done'])
    expect(log).toMatchObject({ purpose: careful.purpose, caller: careful.caller })
  })

  test('is agreed to by one of two who agree at the same moment, and told once', async () => {
    const { body } = await asked('mira', 'wipe', phone, careful)
    const both = await Promise.all([1, 2, 3].map(() => ask('max', 'POST', `/actions/${body.id}/agree`)))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  })

  test('is not done once the device has left, or who asked for it has', async () => {
    const { body } = await asked('mira', 'wipe', phone, careful)
    await desk.simulator.control.removeDevice(phone.id)
    desk.later(30)
    await desk.read('ada')
    const gone = await ask('max', 'POST', `/actions/${body.id}/agree`)
    expect(gone.body.code).toBe('device-not-of-requester')
    const other = (await asked('mira', 'wipe', laptop, careful)).body
    const since = (moment: string) =>
      desk.platform.owner.query(`update persons set disabled_at = ${moment} where id = $1`, [
        desk.desk.people.mira.id,
      ])
    await since('now()')
    const left = await ask('max', 'POST', `/actions/${other.id}/agree`)
    await since('null')
    expect(left.body.code).toBe('asker-may-no-longer')
    expect([(await state(body.id)).sentAt, (await state(other.id)).sentAt]).toEqual([null, null])
  })

  test('is not told to a device that was handed on since it was read', async () => {
    const { body } = await asked('mira', 'wipe', phone, careful)
    await ask('max', 'POST', `/actions/${body.id}/agree`)
    const { control } = desk.simulator
    const bobs = await control.person(desk.desk.people.bob.email)
    await control.changeDevice({ device: phone.id, fields: { userId: bobs.user.id } })
    await run('devices.act', body.id)
    expect(await state(body.id)).toMatchObject({ state: 'failed', code: 'device-of-another', sentAt: null })
  })

  test('is not done when nobody agrees within a day', async () => {
    const { body } = await asked('mira', 'wipe', phone, careful)
    desk.later(24 * 60)
    expect((await ask('max', 'POST', `/actions/${body.id}/agree`)).body.code).toBe('agreement-too-late')
    await run('devices.expire-action', body.id)
    expect((await state(body.id)).state).toBe('expired')
  })

  test('is not done when a colleague declines, or who asked takes it back', async () => {
    const one = (await asked('mira', 'wipe', phone, careful)).body
    const no = await ask('max', 'POST', `/actions/${one.id}/decline`, { reason: 'It was found' })
    expect(no.body.state).toBe('declined')
    const two = (await asked('mira', 'wipe', phone, careful)).body
    expect((await ask('max', 'POST', `/actions/${two.id}/withdraw`)).body.code).toBe('only-the-asker')
    expect((await ask('mira', 'POST', `/actions/${two.id}/withdraw`)).body.state).toBe('withdrawn')
    await run('devices.act', one.id)
    await run('devices.act', two.id)
    expect([(await state(one.id)).sentAt, (await state(two.id)).sentAt]).toEqual([null, null])
  })

  test('says where a device is to who asked alone, logs each look, and writes it nowhere', async () => {
    const { body } = await asked('mira', 'locate', phone, careful)
    await ask('max', 'POST', `/actions/${body.id}/agree`)
    await run('devices.act', body.id)
    await pass(body.id, 6)
    expect((await state(body.id)).state).toBe('done')
    const where = (who: PersonName) => ask(who, 'POST', `/actions/${body.id}/location`)
    expect((await where('max')).body.code).toBe('only-the-asker')
    const place = (await where('mira')).body
    expect(place.latitude).toBeCloseTo(52.09, 0)
    const { rows } = await desk.platform.owner.query<{ text: string; looks: number }>(
      `select (select a::text from device_actions a where id = $1) || (select string_agg(l::text, ' ') from device_action_log l)
        || (select coalesce(string_agg(c::text, ' '), '') from device_contexts c) as text,
        (select count(*)::int from device_action_log where action_id = $1 and what = 'looked') as looks`,
      [body.id],
    )
    expect(rows[0]?.looks).toBe(1)
    expect(rows[0]?.text).not.toContain(String(place.latitude))
    expect(await notes()).not.toContain(String(place.latitude))
  })
})

describe('whoever may agree hears that it waits', () => {
  beforeEach(async () => {
    await toBridge()
    await desk.platform.owner.query('delete from notices')
  })
  const bells = () => bellsOf(desk, 'devices')

  test('and nobody else: not who asked, not another tier, not who may not work there', async () => {
    const { body } = await asked('mira', 'wipe', phone, careful)
    expect(await bells()).toEqual(['Max: agree.wipe'])
    const bell = await desk.desk.within(async (tx) => {
      const reader = { personId: desk.desk.people.max.id, roles: ['agent'], language: 'nl' as const }
      return [...(await deviceNotices(tx, reader, await newestNotices(tx, reader.personId))).values()]
    })
    const { ticketNumber, deviceName } = body
    expect(bell).toEqual([
      { link: `/tickets/${ticketNumber}#action-${body.id}`, title: `T-${ticketNumber} ${deviceName}` },
    ])
  })

  test('once, and not of what is done without a colleague', async () => {
    await asked('tess', 'restart', phone)
    expect(await bells()).toEqual([])
  })

  test.each([
    ['agrees', (id: string) => ask('max', 'POST', `/actions/${id}/agree`)],
    ['declines', (id: string) => ask('max', 'POST', `/actions/${id}/decline`, { reason: 'It was found' })],
    ['takes it back', (id: string) => ask('mira', 'POST', `/actions/${id}/withdraw`)],
    [
      'lets the day pass',
      async (id: string) => {
        desk.later(24 * 60)
        await run('devices.expire-action', id)
      },
    ],
  ])('until somebody %s', async (_how, answer) => {
    const { body } = await asked('mira', 'wipe', phone, careful)
    expect(await bells()).toHaveLength(1)
    await answer(body.id)
    expect(await bells()).toEqual([])
  })
})

describe('diagnostics', () => {
  beforeEach(toBridge)

  test('come to the ticket as a file, and their link is kept nowhere', async () => {
    const { body } = await asked('jan', 'collect-diagnostics', laptop)
    await run('devices.act', body.id)
    await pass(body.id, 4)
    const done = await state(body.id)
    expect(done).toMatchObject({ state: 'done' })
    const { rows } = await desk.platform.owner.query<{ files: number; text: string }>(
      `select (select count(*)::int from ticket_files where ticket_id = $1 and file_id = $2) as files,
        (select a::text from device_actions a where id = $3) || (select coalesce(string_agg(o::text, ' '), '') from outbox o) as text`,
      [ticketId, done.fileId, body.id],
    )
    expect(rows[0]?.files).toBe(1)
    expect(rows[0]?.text).not.toContain('/blob')
  })

  test('that a device does not send within a day have failed', async () => {
    await desk.simulator.control.changeDevice({ device: laptop.id, offline: true })
    const { body } = await asked('jan', 'collect-diagnostics', laptop)
    await run('devices.act', body.id)
    desk.later(24 * 60)
    await pass(body.id, 2)
    expect(await state(body.id)).toMatchObject({ state: 'failed', code: 'no-answer-in-a-day' })
  })

  test('are of Windows alone', async () => {
    expect((await asked('jan', 'collect-diagnostics', phone)).body.code).toBe('not-for-this-platform')
  })
})

test('what happened stands on the ticket in words, and the log of it is never changed', async () => {
  const { body } = await asked('tess', 'restart', phone)
  await run('devices.act', body.id)
  await pass(body.id, 3)
  expect(await notes()).toMatch(/Herstarten/)
  for (const change of ['update device_action_log set code = null', 'delete from device_action_log'])
    await expect(desk.platform.owner.query(change)).rejects.toThrow('never changed')
})
