import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { type Simulator, startSimulator } from '../../../simulators/microsoft-graph/simulator.ts'
import { virtualPace } from '../../../tests/support/virtual-pace.ts'
import { type GraphClient, GraphFailure, openGraph } from './graph-client.ts'
import { type Limit, meterOf } from './limits.ts'
import { allDevices, failingSettings } from './read/devices.ts'
import { enrollmentSettings } from './read/enrollment-settings.ts'
import { openHealthIssues } from './read/health.ts'
import { groupsOf, readUser } from './read/users.ts'
import { createThrottle } from './throttle.ts'

describe('a meter of Microsoft’s', () => {
  it.each([
    ['GET', '/users/a/managedDevices', 'devices reads'],
    ['POST', '/deviceManagement/managedDevices/d/syncDevice', 'devices writes'],
    ['GET', '/deviceManagement/troubleshootingEvents?$top=100', 'enrollment reads'],
    ['GET', '/users/a/deviceManagementTroubleshootingEvents', 'enrollment reads'],
    ['GET', '/admin/serviceAnnouncement/issues', 'health'],
    ['GET', "/users('Desk@contoso.example')/mailFolders('inbox')/messages/delta", 'mail desk@contoso.example'],
    ['POST', '/users/desk@contoso.example/sendMail', 'mail desk@contoso.example'],
    ['GET', '/groups/g/members', 'directory'],
    ['POST', '/$batch', 'batch'],
  ] as const)('counts %s %s', (method, path, name) => {
    expect(meterOf(method, path).name).toBe(name)
  })
})

test.each([
  ['GET', '/admin/serviceAnnouncement/issues'],
  ['GET', '/users/a/managedDevices'],
  ['POST', '/deviceManagement/managedDevices/d/syncDevice'],
] as const)('in whatever stretch it is counted, %s %s stays below its limits', async (method, path) => {
  const pace = virtualPace('2026-11-23T09:00:00.000Z')
  const throttle = createThrottle(pace)
  const meter = meterOf(method, path)
  const entered: number[] = []
  await Promise.all(
    Array.from({ length: 1500 }, async () => {
      const leave = await throttle.enter(meter, Number.POSITIVE_INFINITY)
      entered.push(pace.now())
      await pace.wait(50)
      leave()
    }),
  )
  for (const limit of meter.limits) expect(mostWithin(entered, limit)).toBeLessThanOrEqual(limit.units)
})

function mostWithin(moments: readonly number[], { withinMs }: Limit): number {
  return Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + withinMs).length))
}

describe('a tenant of 5,000 devices', () => {
  const pace = virtualPace('2026-11-23T09:00:00.000Z')
  let simulator: Simulator
  let graph: GraphClient
  beforeAll(async () => {
    simulator = await startSimulator({ devices: 5000, clock: { now: pace.at } })
    const { tenantId, loginUrl, graphUrl, read } = simulator.connection
    const credential = { kind: 'secret' as const, secret: read.secret }
    const connection = { tenantId, clientId: read.clientId, credential, loginUrl, graphUrl, allowPrivate: true }
    graph = openGraph(connection, { clock: systemClock, log: createLog('silent') }, pace)
  })
  afterAll(async () => {
    await graph.close()
    await simulator.close()
  })

  it('is read whole without being told to wait once', { timeout: 240_000 }, async () => {
    const devices = []
    for await (const page of allDevices(graph)) devices.push(...page)
    expect(devices).toHaveLength(5000)
    /** A job comes back later when its turn is too far away. */
    const patient = async <Value>(read: () => Promise<Value>): Promise<Value> => {
      for (;;) {
        try {
          return await read()
        } catch (error) {
          if (!(error instanceof GraphFailure && error.code === 'throttled' && error.status === null)) throw error
          await pace.wait(error.retryAfterMs ?? 1000)
        }
      }
    }
    const owners = [...new Set(devices.flatMap(({ userId }) => userId ?? []))]
    await Promise.all([
      ...devices.slice(0, 2400).map(({ id }) => patient(() => failingSettings(graph, id))),
      ...owners
        .slice(0, 600)
        .flatMap((id) => [patient(() => readUser(graph, id)), patient(() => groupsOf(graph, id))]),
      ...Array.from({ length: 400 }, () => patient(() => openHealthIssues(graph))),
      ...Array.from({ length: 100 }, () => patient(() => enrollmentSettings(graph))),
    ])
    const { total, refused, perLimit } = await simulator.control.counters()
    expect(refused).toBe(0)
    expect(total).toBeGreaterThan(4000)
    const most = (name: string, seconds: number): number => {
      const entries = Object.entries(perLimit[name]?.perSecond ?? {}).map(
        ([at, calls]) => [Number(at), calls] as const,
      )
      return Math.max(
        0,
        ...entries.map(([from]) =>
          entries.reduce((sum, [at, calls]) => (at >= from && at < from + seconds ? sum + calls : sum), 0),
        ),
      )
    }
    expect(most('intune-devices', 20)).toBeLessThanOrEqual(2000)
    expect(most('intune-enrollment', 20)).toBeLessThanOrEqual(1000)
    expect(most('service-health', 60)).toBeLessThanOrEqual(240)
    expect(most('service-health', 3600)).toBeLessThanOrEqual(800)
  })
})
