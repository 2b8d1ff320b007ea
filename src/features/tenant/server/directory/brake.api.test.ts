import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { personById, personByEmail } from '#features/people/server/actions.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import { outboxPayloads } from '../../../../../tests/support/outbox.ts'
import { type TenantDesk, tenantDesk } from '../../../../../tests/support/tenant-server.ts'
import type { DirectoryView } from '../../contract/directory.ts'
import { tenantJobs } from '../jobs.ts'
import { directoryRound } from './round.ts'

/** When Entra ID takes unusually many people away, nobody is taken away here until an administrator has said so. */

let desk: TenantDesk
const pilot = 'Intune-Wave-01-Pilot'
const staff = ['tess', 'tom', 'lies', 'leo', 'jan', 'mira', 'max'] as const
const address = (who: string) => `${who}@contoso.example`

beforeAll(async () => {
  desk = await tenantDesk()
})
afterAll(() => desk.close())

const round = () => directoryRound(desk.platform, desk.desk.orgId)
const shown = async (): Promise<DirectoryView> => (await desk.call('root', 'GET', '/api/v1/tenant/directory')).body
const decide = (decision: 'withdraw' | 'keep', seen: string, who: 'root' | 'pia' = 'root') =>
  desk.call(who, 'POST', '/api/v1/tenant/directory/withdrawals', { decision, seen })
const groupsOf = async (who: string) =>
  (await desk.desk.within((tx) => personByEmail(tx, address(who))))?.groups ?? null
const changes = async () =>
  (
    await desk.platform.owner.query<{ what: string; by: string | null; people: string }>(
      `select what, by_person as by, after ->> 'people' as people from people_changes
       where what like 'directory-withdrawals%' order by id`,
    )
  ).rows
const everybody = async () =>
  (
    await desk.platform.owner.query<{ email: string }>(
      "select email from persons where 'pilot' = any(groups) order by email",
    )
  ).rows.map(({ email }) => email)
const leave = async (people: readonly string[], stays = false) => {
  for (const one of people) await desk.simulator.control.membership(address(one), pilot, stays)
}

beforeEach(async () => {
  await desk.simulator.control.reset()
  await desk.simulator.control.noFaults()
  await desk.platform.owner.query('delete from tenants')
  await desk.platform.owner.query("update persons set disabled_at = null, groups = '{}'")
  await desk.platform.owner.query('alter table people_changes disable trigger all')
  await desk.platform.owner.query("delete from people_changes where what like 'directory-withdrawals%'")
  await desk.platform.owner.query('alter table people_changes enable trigger all')
  await desk.connect()
  const { body } = await desk.call('root', 'GET', `/api/v1/tenant/directory/groups?begins=${pilot}`)
  await desk.call('root', 'PUT', '/api/v1/tenant/directory', { groups: [{ ...body.groups[0], key: 'pilot' }] })
  expect(await round()).toBe('done')
})

test('a few who leave go without a word', async () => {
  await leave(staff.slice(0, 5))
  expect(await round()).toBe('done')
  expect(await shown()).toMatchObject({ held: null, outcome: { regrouped: 5 } })
  expect(await groupsOf('tess')).toEqual([])
})

test('so many that it may be a mistake stay, while who joins is added, and the page says whom it is about', async () => {
  await leave(['pia'])
  await round()
  expect(await groupsOf('pia')).toEqual([])
  const before = await everybody()
  await leave(staff)
  await leave(['pia'], true)
  await desk.simulator.control.removePerson(address('bob'))
  await desk.simulator.control.renamePerson(address('ada'), { name: 'Ada de Boer' })
  expect(await round()).toBe('done')
  expect(await everybody()).toEqual([...before, address('pia')].toSorted())
  expect((await desk.desk.within((tx) => personById(tx, desk.desk.people.bob.id)))?.disabledAt).toBeNull()
  expect((await desk.desk.within((tx) => personById(tx, desk.desk.people.ada.id)))?.name).toBe('Ada de Boer')
  const { held, outcome, state } = await shown()
  expect(state).toBe('works')
  expect(outcome).toMatchObject({ regrouped: 1, disabled: 0, renamed: 1 })
  expect(held).toMatchObject({ count: 8, gone: 1 })
  expect(held?.people.find(({ name }) => name === 'Bob')).toMatchObject({ gone: true, groups: ['pilot'] })
  expect(held?.people.map(({ name }) => name)).toContain('Tess')
  expect(await changes()).toEqual([{ what: 'directory-withdrawals-held', by: null, people: '8' }])
})

test('administrators hear by mail that people wait for them, once, and not where nobody waits any more', async () => {
  const tell = () =>
    tenantJobs({ mailIsSetUp: () => Promise.resolve(true) })['tenant.tell-held']?.(
      ...([desk.platform, { orgId: desk.desk.orgId } as never, { isLast: false }] as const),
    )
  const asked = async () =>
    (
      await desk.platform.owner.query(
        "select id from graphile_worker.jobs where task_identifier = 'tenant.tell-held' and attempts < max_attempts",
      )
    ).rows.length
  await desk.platform.owner.query(
    'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
  )
  await leave(staff)
  await round()
  expect(await asked()).toBe(1)
  await tell()
  await desk.platform.owner.query(
    'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
  )
  await round()
  expect(await asked()).toBe(0)
  const mails = await outboxPayloads<MailToSend>(desk.platform)
  expect(mails.map(({ to, subject }) => [to.address, subject])).toEqual([
    [address('root'), 'Entra ID zou 7 mensen weghalen: besluit of dat klopt'],
  ])
  await decide('keep', (await shown()).held?.seen ?? '')
  await tell()
  expect(await outboxPayloads<MailToSend>(desk.platform)).toHaveLength(1)
})

test('they wait as long as it takes, whatever Microsoft suffers from, and nothing is told twice', async () => {
  const before = await everybody()
  await leave(staff)
  await round()
  const since = (await shown()).held?.since
  await desk.simulator.control.fault('delta', { share: 1 })
  for (let turn = 0; turn < 3; turn += 1) expect(await round()).toBe('done')
  await desk.simulator.control.noFaults()
  await desk.simulator.control.fault('permission', { permission: 'GroupMember.Read.All' })
  expect(await round()).toBe('failed')
  await desk.simulator.control.noFaults()
  desk.platform.clock.advance({ hours: 30 })
  expect(await round()).toBe('done')
  expect(await everybody()).toEqual(before)
  expect((await shown()).held).toMatchObject({ count: 7, since })
  expect(await changes()).toHaveLength(1)
})

test('a link that is too old, and a list that is read anew, take nobody away and find the same', async () => {
  await desk.simulator.control.fault('delta', { share: 1 })
  expect(await round()).toBe('done')
  expect((await shown()).held).toBeNull()
  await leave(staff)
  expect(await round()).toBe('done')
  expect((await shown()).held?.count).toBe(7)
})

test('a mistake that is mended in Entra ID is over by itself', async () => {
  await leave(staff)
  await round()
  await leave(staff, true)
  await round()
  expect(await shown()).toMatchObject({ held: null, outcome: { regrouped: 0 } })
  expect(await groupsOf('tess')).toEqual(['pilot'])
})

test('a group that is emptied bit by bit does not slip through', async () => {
  for (const one of staff) {
    await leave([one])
    await round()
  }
  expect(await groupsOf('tess')).toEqual([])
  expect((await shown()).held?.count).toBe(2)
  expect(await groupsOf('max')).toEqual(['pilot'])
})

describe('an administrator', () => {
  test('lets them go: those whom they saw, and nobody else', async () => {
    await leave(staff)
    await round()
    const { held } = await shown()
    expect((await decide('withdraw', held?.seen ?? '', 'pia')).status).toBe(403)
    expect((await decide('withdraw', '0'.repeat(64))).body.code).toBe('withdrawals-changed')
    const { status, body } = await decide('withdraw', held?.seen ?? '')
    expect([status, body.held]).toEqual([200, null])
    expect((await decide('withdraw', held?.seen ?? '')).body.code).toBe('withdrawals-changed')
    await leave(['ada'])
    expect(await round()).toBe('done')
    expect(await shown()).toMatchObject({ held: null, kept: null, outcome: { regrouped: 8 } })
    expect(await groupsOf('tess')).toEqual([])
    expect((await changes()).map(({ what, by }) => [what, by])).toEqual([
      ['directory-withdrawals-held', null],
      ['directory-withdrawals-confirmed', desk.desk.people.root.id],
    ])
  })

  test('lets them stay, whatever rounds read, and can let them go after all', async () => {
    await leave(staff)
    await round()
    expect((await decide('keep', (await shown()).held?.seen ?? '')).status).toBe(200)
    await round()
    desk.platform.clock.advance({ hours: 30 })
    await round()
    const { held, kept } = await shown()
    expect([held, kept?.count]).toEqual([null, 7])
    expect(await groupsOf('tess')).toEqual(['pilot'])
    // Back in Entra ID, they are kept no longer: next time counts as anybody's.
    await leave(['max'], true)
    desk.platform.clock.advance({ hours: 30 })
    await round()
    expect((await shown()).kept?.count).toBe(6)
    expect((await decide('keep', (await shown()).kept?.seen ?? '')).body.code).toBe('withdrawals-changed')
    await decide('withdraw', (await shown()).kept?.seen ?? '')
    await round()
    expect(await shown()).toMatchObject({ held: null, kept: null })
    expect(await groupsOf('tess')).toEqual([])
    expect(await groupsOf('max')).toEqual(['pilot'])
  })

  test('who chooses another group, or none, is not asked again', async () => {
    await desk.call('root', 'PUT', '/api/v1/tenant/directory', { groups: [] })
    await round()
    expect(await everybody()).toEqual([])
    expect(await changes()).toEqual([])
  })
})

test('a decision that is made while a round runs is not lost', async () => {
  await leave(staff)
  await round()
  await desk.simulator.control.outage('slow', 120)
  const running = round()
  await new Promise((resolve) => setTimeout(resolve, 150))
  await decide('withdraw', (await shown()).held?.seen ?? '')
  const outcome = await running
  await desk.simulator.control.outage('none')
  if (outcome === 'changed' || (await groupsOf('tess'))?.length !== 0) await round()
  expect(await groupsOf('tess')).toEqual([])
  expect((await shown()).held).toBeNull()
})
