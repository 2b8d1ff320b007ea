import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { organisationIds } from '#features/people/server/actions.ts'
import { brokenLink } from '#features/tickets/server/chain.ts'
import { readChain } from '#features/tickets/server/store/event-rows.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { type TestPlatform, testPlatform } from '../../../tests/support/test-platform.ts'
import { prepareDemo } from './prepare.ts'

let platform: TestPlatform

beforeAll(async () => {
  platform = await testPlatform()
}, 400_000)
afterAll(() => platform.close())

describe('the demo', () => {
  test('plays six weeks by the rules, and leaves open work in every tier', async () => {
    const { played, accounts } = await prepareDemo(platform)
    expect(played?.opened).toBeGreaterThan(80)
    expect(played?.brokenOff).toBeLessThan((played?.opened ?? 0) / 20)
    expect(accounts.accounts.length).toBe(8)
    const [orgId = ''] = await organisationIds(platform)
    const { tiers, ids } = await inOrganisation(platform, orgId, async (tx) => {
      const rows = await tx.db.selectFrom('tickets').select(['id', 'stage', 'tier']).execute()
      return {
        tiers: new Set(rows.filter((row) => row.stage !== 'closed').map((row) => row.tier)),
        ids: rows.map((row) => row.id),
      }
    })
    expect([...tiers].toSorted()).toEqual([1, 2, 3])
    for (const id of ids.slice(-20))
      expect(brokenLink(await inOrganisation(platform, orgId, (tx) => readChain(tx, id)))).toBeNull()
  }, 400_000)
})
