import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson } from '#features/people/server/persons.ts'
import { type Simulator, startSimulator } from '../../../../simulators/microsoft-graph/simulator.ts'
import { connectSimulator, type IntuneDesk, intuneDesk } from '../../../../tests/support/intune-desk.ts'
import { readContext } from './read-context-job.ts'
import { readOrganisationJob } from './read-organisation-job.ts'

/** A tenant of 5,000 devices: what a read costs does not depend on how many there are, and stays far below what Microsoft allows. */

let it: IntuneDesk
let large: Simulator
let people: readonly string[]

type Row = { readonly userPrincipalName: string }

beforeAll(async () => {
  it = await intuneDesk()
  large = await startSimulator({ devices: 5000, clock: it.platform.clock })
  await connectSimulator(it, it.desk, large)
  const { control } = large
  const token = await tokenOf(large)
  const users = await fetch(`${large.url}/v1.0/users?$select=userPrincipalName&$top=60`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { value } = (await users.json()) as { value: Row[] }
  people = await it.desk.within(async (tx) => {
    const made: string[] = []
    for (const { userPrincipalName: email } of value)
      made.push((await addPerson(tx, 'tierwise', { name: email, email, roles: ['requester'] })).id)
    return made
  })
  await control.resetCounters()
}, 60_000)
afterAll(async () => {
  await large.close()
  await it.close()
})

async function tokenOf({ connection }: Simulator): Promise<string> {
  const answer = await fetch(`${connection.loginUrl}/${connection.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: connection.read.clientId,
      client_secret: connection.read.secret,
      grant_type: 'client_credentials',
      scope: `${connection.graphUrl}/.default`,
    }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

const readAll = (ids: readonly string[]) =>
  Promise.all(ids.map((personId) => readContext(it.platform, { orgId: it.desk.orgId, personId }, 30_000)))

describe('a tenant of 5,000 devices', () => {
  test('is asked a dozen calls for a person, once the organisation is known', async () => {
    const [first = ''] = people
    await readAll([first])
    const { total, refused } = await large.control.counters()
    expect(refused).toBe(0)
    expect(total).toBeLessThanOrEqual(14)
  })

  test('is asked so by sixty tickets at once, below every limit, and none is refused', async () => {
    await large.control.resetCounters()
    await readAll(people)
    await readOrganisationJob(it.platform, { orgId: it.desk.orgId })
    const { total, refused, perLimit } = await large.control.counters()
    expect(refused).toBe(0)
    expect(total).toBeLessThanOrEqual(people.length * 14 + 5)
    // Everything within one window of twenty seconds: 1,000 reads are allowed of the strictest service, 240 a minute of service health.
    const most = (limit: string) => (limit.includes('health') ? 24 : 500)
    expect(Object.entries(perLimit).filter(([limit, { calls }]) => calls > most(limit))).toEqual([])
  }, 60_000)

  test('is not read whole where filters are ignored', async () => {
    it.later(20)
    await large.control.resetCounters()
    await large.control.fault('filters', { mode: 'ignored' })
    await readAll(people.slice(0, 5))
    const { total, refused } = await large.control.counters()
    await large.control.noFaults()
    expect(refused).toBe(0)
    expect(total).toBeLessThanOrEqual(5 * 80)
  }, 60_000)
})
