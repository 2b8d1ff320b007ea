import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setGroups } from '#features/people/server/actions.ts'
import { nothingLearnt } from '#features/plan/domain/check/desk-facts.ts'
import { deviceJobs, slowDeviceJobs } from '#features/devices/server/jobs.ts'
import { detectJob } from '#features/devices/server/detection/look.ts'
import { newId } from '#platform/database/id.ts'
import type { Job } from '#platform/jobs/enqueue.ts'
import { type IntuneDesk, intuneDesk } from '../../../../tests/support/intune-desk.ts'
import { type Somebody, somebody } from '../../../../tests/support/platform-app.ts'
import type { WavePerson } from '../contract/people.ts'
import type { RolloutView, WaveView } from '../contract/waves.ts'
import { rolloutRoutes } from './routes.ts'

/** How many people of a wave have enrolled comes from Intune, over HTTP; where it cannot, the last figure stays, with why. */

let it: IntuneDesk
let pia: Somebody
const ada = 'ada@contoso.example'
const bob = 'bob@contoso.example'
const dayMs = 86_400_000

beforeAll(async () => {
  it = await intuneDesk()
  rolloutRoutes(it.app, { learningFacts: () => Promise.resolve(nothingLearnt) })
  pia = somebody({
    orgId: it.desk.orgId,
    personId: it.desk.people.pia.id,
    roles: ['plan-owner', 'rollout-manager'],
  })
  const { people } = it.desk
  await it.desk.within((tx) =>
    setGroups(tx, null, [
      ...(['ada', 'bob', 'tess'] as const).map((name) => ({ id: people[name].id, before: [], after: ['pilot'] })),
      { id: people.uma.id, before: [], after: ['wave-1'] },
    ]),
  )
}, 60_000)
afterAll(() => it.close())
beforeEach(async () => {
  await it.simulator.control.reset()
  it.later(90)
  for (const table of [
    'device_enrollment_reads',
    'device_enrollments',
    'wave_enrollments',
    'device_findings',
    'device_detections',
  ])
    await it.platform.owner.query(`delete from ${table} where org_id = $1`, [it.desk.orgId])
})

const read = () =>
  (slowDeviceJobs['devices.read-enrollments'] as Job)(it.platform, { orgId: it.desk.orgId } as never, {
    isLast: true,
  })
const call = (who: Somebody, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  it.call(who, {
    ...{ method, url: `/api/v1/rollout${url}` },
    ...(method === 'GET' ? {} : { headers: { 'idempotency-key': newId() } }),
    ...(payload ? { payload } : {}),
  })
const wave = async (key = 'pilot'): Promise<WaveView> => (await call(pia, 'GET', `/waves/${key}`)).body
const rollout = async (): Promise<RolloutView> => (await call(pia, 'GET', '')).body
const ago = (days: number) => new Date(Date.parse(it.platform.clock.now()) - days * dayMs).toISOString()
const enrolls = (
  person: string,
  platform: 'ios' | 'windows' | 'macos',
  enrolledDateTime = it.platform.clock.now(),
) => it.simulator.control.addDevice({ person, platform, fields: { enrolledDateTime } })
const asked = () =>
  it.platform.owner
    .query<{ id: string }>(
      "select id from graphile_worker.jobs where task_identifier = 'devices.read-enrollments'",
    )
    .then(({ rows }) => rows.length)

describe('the enrollments of a wave', () => {
  test('count each person once who enrolled a device since it began, and apart who had one before', async () => {
    await enrolls(ada, 'ios')
    await enrolls(ada, 'windows')
    await enrolls(ada, 'ios', ago(400))
    await enrolls(bob, 'windows', ago(400))
    await read()
    const { wave: summary, intune, run } = await wave()
    const at = it.platform.clock.now()
    expect(summary.enrolled).toEqual({ count: 1, source: 'intune', day: null, at })
    expect(run.now.enrolled).toBe(1)
    expect(intune).toEqual({
      ...{ readAt: at, failed: null, failing: null },
      people: {
        ...{ of: 3, since: 1, before: 1 },
        platforms: [
          { platform: 'ios', people: 1 },
          { platform: 'windows', people: 1 },
        ],
      },
    })
    const { phases, intune: reading } = await rollout()
    expect(phases[0]?.waves[0]?.enrolled?.count).toBe(1)
    expect(reading).toEqual({ readAt: at, failed: null })
  })

  test('are none of a wave that is to come, of which it is told who has one already', async () => {
    await read()
    await it.desk.within((tx) =>
      setGroups(tx, null, [{ id: it.desk.people.bob.id, before: ['pilot'], after: ['wave-1'] }]),
    )
    await enrolls(bob, 'ios')
    await read()
    const { wave: summary, intune } = await wave('wave-1')
    expect(summary).toMatchObject({ state: 'to-come', enrolled: null })
    expect(intune?.people).toMatchObject({ of: 2, since: 0, before: 1 })
    // Who comes into another wave counts there at once, without another read.
    await it.desk.within((tx) =>
      setGroups(tx, null, [{ id: it.desk.people.bob.id, before: ['wave-1'], after: ['pilot'] }]),
    )
    expect((await wave()).wave.enrolled?.count).toBe(1)
  })

  test('know people by the user that they are linked to, also after a new address, and devices that are leaving no more', async () => {
    await it.read('ada')
    const device = await enrolls(ada, 'ios')
    await it.simulator.control.renamePerson(ada, { address: 'ada.new@contoso.example' })
    await it.simulator.control.changeDevice({
      device: device.id,
      fields: { emailAddress: 'ada.new@contoso.example', userPrincipalName: 'ada.new@contoso.example' },
    })
    await read()
    expect((await wave()).wave.enrolled?.count).toBe(1)
    await it.simulator.control.changeDevice({
      device: device.id,
      fields: { managementState: 'wipePending' } as never,
    })
    await read()
    expect((await wave()).wave.enrolled?.count).toBe(0)
    await it.platform.owner.query('delete from tenant_persons')
  })

  test('stand per person too, by the day on which they last enrolled', async () => {
    await enrolls(ada, 'ios')
    await read()
    const { people } = (await call(pia, 'GET', '/people?wave=pilot')).body as { people: WavePerson[] }
    const today = it.platform.clock.now().slice(0, 10)
    expect(people.map(({ name, intune }) => [name, intune])).toEqual([
      ['Ada', { has: true, day: today }],
      ['Bob', { has: false, day: null }],
      ['Tess', { has: false, day: null }],
    ])
  })

  test('have beside them for how many people it failed and has not succeeded since', async () => {
    await it.simulator.control.addFailure({ person: ada, kind: 'not-supported', minutesAgo: 60 })
    await it.simulator.control.addFailure({ person: bob, kind: 'not-supported', minutesAgo: 60 })
    await detectJob(it.platform, { orgId: it.desk.orgId } as never)
    await read()
    expect((await wave()).intune?.failing).toBe(2)
    await enrolls(bob, 'windows')
    await read()
    expect((await wave()).intune?.failing).toBe(1)
  })
})

describe('where Intune cannot be read', () => {
  test.each([
    [
      'a permission is missing',
      () => it.simulator.control.fault('permission', { permission: 'DeviceManagementManagedDevices.Read.All' }),
      'permission-missing',
    ],
    ['Microsoft cannot be reached', () => it.simulator.control.outage('refuse'), 'unreachable'],
  ] as const)(
    'since %s the last figure stays, with its age and why, and comes again by itself',
    async (_, happens, code) => {
      await enrolls(ada, 'ios')
      await read()
      const at = it.platform.clock.now()
      await enrolls(bob, 'ios')
      it.later(60)
      await happens()
      await read()
      const stale = await wave()
      expect(stale.wave.enrolled).toEqual({ count: 1, source: 'intune', day: null, at })
      expect(stale.intune).toMatchObject({ readAt: at, failed: { code } })
      expect((await rollout()).intune?.failed?.code).toBe(code)
      await it.simulator.control.noFaults()
      await it.simulator.control.outage('none')
      it.later(10)
      await read()
      expect(await wave()).toMatchObject({ wave: { enrolled: { count: 2 } }, intune: { failed: null } })
    },
  )

  test('a list that Microsoft cannot give for now changes nothing', async () => {
    await enrolls(ada, 'ios')
    await read()
    await it.simulator.control.fault('unavailable', { share: 1 })
    await read()
    expect((await wave()).intune).toMatchObject({ people: { since: 1 }, failed: expect.anything() })
  })

  test('nobody knows a figure until it was read, but somebody can count', async () => {
    await it.simulator.control.fault('permission', { permission: 'DeviceManagementManagedDevices.Read.All' })
    await read()
    expect(await wave()).toMatchObject({ wave: { enrolled: null }, intune: { readAt: null, people: null } })
    const day = it.platform.clock.now().slice(0, 10)
    expect((await call(pia, 'POST', '/waves/pilot/enrollments', { day, enrolled: 7 })).status).toBe(204)
    expect((await wave()).wave.enrolled).toEqual({ count: 7, source: 'counted', day, at: null })
  })
})

describe('a figure by hand', () => {
  test('corrects what Intune tells with a reason, is marked, and stands until somebody goes back to it', async () => {
    await enrolls(ada, 'ios')
    await read()
    const day = it.platform.clock.now().slice(0, 10)
    const without = await call(pia, 'POST', '/waves/pilot/enrollments', { day, enrolled: 3 })
    expect([without.status, without.body.code]).toEqual([400, 'invalid-input'])
    const note = 'Three tablets at the counter are nobody’s'
    await call(pia, 'POST', '/waves/pilot/enrollments', { day, enrolled: 3, note })
    it.later(60)
    await read()
    const corrected = await wave()
    expect(corrected.wave.enrolled).toEqual({ count: 3, source: 'corrected', day, at: null })
    expect(corrected.correction).toMatchObject({ enrolled: 3, note, by: { name: 'Pia' } })
    expect(corrected.intune?.people?.since).toBe(1)
    expect((await call(pia, 'DELETE', '/waves/pilot/correction')).status).toBe(204)
    expect((await wave()).wave.enrolled?.source).toBe('intune')
    expect((await wave()).counts).toMatchObject([{ enrolled: 3, kind: 'correction', note }])
    expect((await call(pia, 'DELETE', '/waves/pilot/correction')).body.code).toBe('nothing-corrected')
  })

  test('that was counted before Intune was connected gives way to it', async () => {
    const day = it.platform.clock.now().slice(0, 10)
    await call(pia, 'POST', '/waves/pilot/enrollments', { day, enrolled: 9 })
    expect((await wave()).wave.enrolled?.count).toBe(9)
    await read()
    expect((await wave()).wave.enrolled).toMatchObject({ count: 0, source: 'intune' })
  })
})

describe('when it is read', () => {
  const everyTenMinutes = () =>
    (deviceJobs['devices.read-all-enrollments'] as Job)(it.platform, {} as never, { isLast: true })
  const clear = () =>
    it.platform.owner.query('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))')

  test('is every hour while a wave runs, at once where it never was, and now where somebody wants it', async () => {
    await clear()
    await everyTenMinutes()
    expect(await asked()).toBe(1)
    await clear()
    await read()
    it.later(10)
    await everyTenMinutes()
    expect(await asked()).toBe(0)
    expect((await call(pia, 'POST', '/enrollments/read')).body).toEqual({ reading: true })
    expect(await asked()).toBe(1)
    await clear()
    await read()
    expect((await call(pia, 'POST', '/enrollments/read')).body).toEqual({ reading: false })
    expect(await asked()).toBe(0)
    it.later(60)
    await everyTenMinutes()
    expect(await asked()).toBe(1)
    await clear()
  })
})

test('an organisation without a tenant is asked nothing, and says so', async () => {
  await it.platform.owner.query('delete from tenants where org_id = $1', [it.desk.orgId])
  await it.simulator.control.resetCounters()
  await read()
  expect((await it.simulator.control.counters()).total).toBe(0)
  expect(await wave()).toMatchObject({ intune: null, wave: { enrolled: null } })
  expect((await call(pia, 'POST', '/enrollments/read')).body.code).toBe('no-tenant')
  await it.connect()
})
