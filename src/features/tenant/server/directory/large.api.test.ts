import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../../../../../simulators/microsoft-graph/simulator.ts'
import { type TestDesk, testDesk } from '../../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../../tests/support/test-platform.ts'
import { connectTenant } from '../actions.ts'
import { chooseGroups, groupsInEntra } from './choose.ts'
import { directoryRound } from './round.ts'

let platform: TestPlatform
let desk: TestDesk
let simulator: Simulator
beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
  simulator = await startSimulator({ devices: 0, clock: platform.clock })
  const { tenantId, loginUrl, graphUrl, read } = simulator.connection
  await connectTenant(platform, desk.orgId, {
    tenantId,
    cloud: 'own',
    loginUrl,
    graphUrl,
    allowPrivate: true,
    read: { clientId: read.clientId, credential: { kind: 'secret', secret: read.secret } },
  })
})
afterAll(async () => {
  await simulator.close()
  await platform.close()
})

test('a tenant of twelve hundred people is followed in seconds and few calls, and by two calls from then on', async () => {
  const groups = await groupsInEntra(platform, desk.orgId, 'Intune-Wave')
  await desk.within((tx) =>
    chooseGroups(
      tx,
      desk.people.root.id,
      groups.map((group) => ({ ...group, key: group.name })),
    ),
  )
  await simulator.control.resetCounters()
  const began = performance.now()
  expect(await directoryRound(platform, desk.orgId)).toBe('done')
  expect(performance.now() - began).toBeLessThan(20_000)
  const first = await simulator.control.counters()
  expect(first).toMatchObject({ refused: 0 })
  expect(first.total).toBeLessThan(40)
  const { rows } = await platform.owner.query<{ people: string }>('select count(*) as people from tenant_persons')
  expect(Number(rows[0]?.people)).toBeGreaterThan(1000)
  await simulator.control.resetCounters()
  expect(await directoryRound(platform, desk.orgId)).toBe('done')
  expect((await simulator.control.counters()).total).toBe(2)
})

test('while many wait for an administrator, a round reads everything, and stays within what Microsoft allows', async () => {
  const { rows } = await platform.owner.query<{ sign_in_name: string; group: string }>(
    `select u.sign_in_name, g.name as "group" from tenant_directory_users u
     join tenant_directory_groups g on g.entra_group_id = u.groups[1] order by u.entra_id limit 200`,
  )
  for (const { sign_in_name: person, group } of rows) await simulator.control.membership(person, group, false)
  expect(await directoryRound(platform, desk.orgId)).toBe('done')
  await simulator.control.resetCounters()
  expect(await directoryRound(platform, desk.orgId)).toBe('done')
  const { total, refused } = await simulator.control.counters()
  expect(refused).toBe(0)
  // Those who wait are asked for by their ids, twenty in a call, of which each counts.
  expect(total).toBeLessThan(220)
  const held = await platform.owner.query<{ people: number }>(
    "select jsonb_array_length(held -> 'people') as people from tenant_directories",
  )
  expect(held.rows).toEqual([{ people: 200 }])
})
