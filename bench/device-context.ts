import { type AddressInfo, createServer } from 'node:net'
import { askAfterOpening } from '#features/devices/server/store/snapshots.ts'
import { systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/database/connect.ts'
import { newId } from '#platform/database/id.ts'
import { atOnce } from '#platform/database/transaction.ts'
import { createLog } from '#platform/log.ts'
import { startSimulator } from '../simulators/microsoft-graph/simulator.ts'
import type { TestBed } from './bed.ts'
import { round } from './load.ts'

type Spread = { readonly p50Ms: number; readonly p95Ms: number }

export type DeviceContextMeasured = {
  /** What the opening of a ticket pays for freezing where no tenant is connected: with the statement less without it. */
  readonly openingWithoutTenantMs: number
  /** A ticket's page and the context beside it: without a tenant, with one, with one that refuses, with one that swallows every call. */
  readonly page: Readonly<Record<'noTenant' | 'alive' | 'refuses' | 'swallows', Spread>>
  readonly context: Readonly<Record<'noTenant' | 'alive' | 'refuses' | 'swallows', Spread>>
}

const times = 300

/** That the page of a ticket does not pay for Microsoft, whatever state that is in. */
export async function measureDeviceContext(bed: TestBed): Promise<DeviceContextMeasured> {
  const { requesterId, agentToken } = await bed.withFilledIds()
  const database = openDatabase(bed.databaseUrl, { log: createLog('error') })
  const statements = { database, clock: systemClock }
  const opening = await cost(bed, statements, requesterId)
  const look = (path: string) => spread(() => ask(bed, agentToken, path))
  const both = async () => ({
    page: await look(`/api/v1/tickets/${bed.modelId}`),
    context: await look(`/api/v1/devices/people/${requesterId}?ticketId=${bed.modelId}`),
  })
  const noTenant = await both()
  const simulator = await startSimulator()
  const { connection } = simulator
  const connect = (url: string) =>
    ask(bed, bed.administratorToken, '/api/v1/tenant', {
      tenantId: connection.tenantId,
      cloud: 'own',
      loginUrl: url,
      graphUrl: url,
      allowPrivate: true,
      read: {
        clientId: connection.read.clientId,
        credential: { kind: 'secret', secret: connection.read.secret },
      },
    })
  const swallowing = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise((resolve) => swallowing.once('listening', resolve))
  try {
    await connect(simulator.url)
    const alive = await both()
    // Nothing listens on the port of discarding.
    await connect('http://127.0.0.1:9')
    const refuses = await both()
    await connect(`http://127.0.0.1:${(swallowing.address() as AddressInfo).port}`)
    const swallows = await both()
    const of = (part: 'page' | 'context') => ({
      noTenant: noTenant[part],
      alive: alive[part],
      refuses: refuses[part],
      swallows: swallows[part],
    })
    return { openingWithoutTenantMs: opening, page: of('page'), context: of('context') }
  } finally {
    swallowing.close()
    await simulator.close()
    await database.destroy()
  }
}

/** Both turn about, so that what else the machine does weighs on both. */
async function cost(bed: TestBed, statements: Parameters<typeof atOnce>[0], personId: string): Promise<number> {
  const [without, withIt]: [number[], number[]] = [[], []]
  const transaction = (isFrozen: boolean) =>
    atOnce(statements, bed.orgId, async (tx) => {
      await Promise.all([
        tx.db.selectFrom('tickets').select('id').where('id', '=', bed.modelId).execute(),
        isFrozen && askAfterOpening(tx, { personId, subject: newId(), reason: 'opened', at: systemClock.now() }),
      ])
    })
  for (let turn = 0; turn < 2 * times; turn += 1) {
    const isFrozen = turn % 2 === 1
    const begun = performance.now()
    await transaction(isFrozen)
    if (turn >= 100) (isFrozen ? withIt : without).push(performance.now() - begun)
  }
  return round(half(withIt) - half(without))
}

async function ask(bed: TestBed, token: string, path: string, body?: unknown): Promise<void> {
  const authorization = `Bearer ${token}`
  const answer = await fetch(
    bed.url + path,
    body === undefined
      ? { headers: { authorization } }
      : {
          method: 'PUT',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
  )
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`)
}

async function spread(work: () => Promise<void>): Promise<Spread> {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const begun = performance.now()
    await work()
    if (turn >= 50) taken.push(performance.now() - begun)
  }
  return { p50Ms: round(at(taken, 0.5)), p95Ms: round(at(taken, 0.95)) }
}

const half = (taken: readonly number[]) => at(taken, 0.5)

function at(taken: readonly number[], share: number): number {
  return taken.toSorted((a, b) => a - b)[Math.floor(taken.length * share)] ?? 0
}
