import { afterAll, beforeAll, expect, test } from 'vitest'
import { planJobs } from '#features/plan/server/listeners.ts'
import { publishChanged, withBridge } from '../../../../tests/support/bridge-work.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { bridgePlanListener } from './hear-plans.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

const waiting = async <Payload>(name: string) =>
  (
    await platform.owner.query<{ payload: Payload }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = $1 and j.payload ->> 'orgId' = $2 order by j.id`,
      [name, desk.orgId],
    )
  ).rows.map(({ payload }) => payload)

test('another plan in force has its bridges planned at once, also when it is heard of twice', async () => {
  await publishChanged(desk, (plan) => withBridge(plan, { lengthMinutes: 45 }))
  const heard = planJobs([bridgePlanListener])['plan.published']
  const published = await waiting<never>('plan.published')
  expect(published).toHaveLength(2)
  expect(await waiting('bridges.keep-one')).toEqual([])
  for (const payload of [...published, ...published]) await heard?.(platform, payload, { isLast: false })
  expect(await waiting('bridges.keep-one')).toEqual([{ orgId: desk.orgId }])
})
