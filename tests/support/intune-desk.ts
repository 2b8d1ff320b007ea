import { connectTenant } from '#features/tenant/server/actions.ts'
import type { ShownContext } from '#features/devices/contract/context-routes.ts'
import { deviceServices } from '../../src/app/device-services.ts'
import { deviceRoutes } from '#features/devices/server/routes.ts'
import { slowDeviceJobs } from '#features/devices/server/jobs.ts'
import type { Job } from '#platform/jobs/enqueue.ts'
import { type Simulator, type SimulatorWish, startSimulator } from '../../simulators/microsoft-graph/simulator.ts'
import { type PlatformApp, platformApp, type Somebody, somebody } from './platform-app.ts'
import { type PersonName, type TestDesk, testDesk } from './test-desk.ts'

/** A desk whose organisation has a simulated tenant, in which its requesters are. */
export type IntuneDesk = PlatformApp & {
  readonly desk: TestDesk
  readonly simulator: Simulator
  readonly agent: Somebody
  /** Reads what Microsoft says of somebody, as the job does. */
  readonly read: (name: PersonName, openedTicket?: string) => Promise<void>
  readonly readOrganisation: () => Promise<void>
  /** What the page of a ticket gets. */
  readonly shown: (name: PersonName, ticketId?: string) => Promise<ShownContext>
  /** Minutes pass, here and there. */
  readonly later: (minutes: number) => void
  /** Connects the tenant anew. */
  readonly connect: () => Promise<void>
}

export async function intuneDesk(wish: SimulatorWish = {}): Promise<IntuneDesk> {
  const app = await platformApp()
  deviceRoutes(app.app, deviceServices)
  const { platform } = app
  const desk = await testDesk(platform)
  const people = (['ada', 'bob'] as const).map((name) => ({
    name: desk.people[name].name,
    address: desk.people[name].email,
    language: 'nl' as const,
    groups: ['Intune-Wave-02-Retail'],
  }))
  const simulator = await startSimulator({ people, devices: 0, clock: platform.clock, ...wish })
  await connectSimulator(app, desk, simulator)
  const agent = somebody({ orgId: desk.orgId, personId: desk.people.tess.id })
  const run = (name: string, payload: object) =>
    (slowDeviceJobs[name] as Job)(platform, { orgId: desk.orgId, ...payload } as never, { isLast: true })
  return {
    ...app,
    desk,
    simulator,
    agent,
    read: (name, openedTicket) =>
      run('devices.read', {
        personId: desk.people[name].id,
        ...(openedTicket === undefined ? {} : { openedTicket }),
      }),
    readOrganisation: () => run('devices.read-organisation', {}),
    shown: async (name, ticketId) => {
      const { status, body } = await app.call(agent, {
        method: 'GET',
        url: `/api/v1/devices/people/${desk.people[name].id}${ticketId === undefined ? '' : `?ticketId=${ticketId}`}`,
      })
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
      return body as ShownContext
    },
    later: (minutes) => platform.clock.advance({ minutes }),
    connect: () => connectSimulator(app, desk, simulator),
    close: async () => {
      await simulator.close()
      await app.close()
    },
  }
}

export async function connectSimulator(
  { platform }: Pick<PlatformApp, 'platform'>,
  { orgId }: TestDesk,
  { connection }: Simulator,
): Promise<void> {
  const { tenantId, loginUrl, graphUrl, read, act } = connection
  const registration = ({ clientId, secret }: typeof read) => ({
    clientId,
    credential: { kind: 'secret' as const, secret },
  })
  await connectTenant(platform, orgId, {
    tenantId,
    cloud: 'own',
    loginUrl,
    graphUrl,
    allowPrivate: true,
    read: registration(read),
    act: registration(act as typeof read),
  })
}
