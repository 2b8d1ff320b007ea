import type { AddressInfo } from 'node:net'
import { simulatorClock } from './clock.ts'
import { controlAt, type SimulatorControl } from './control/client.ts'
import { webhookAddress } from './routes/workflows.ts'
import { graphServer } from './server.ts'
import { actRegistration, readRegistration } from './sign-in/registrations.ts'
import { tenantId } from './tenant/make-tenant.ts'
import type { GivenPerson } from './tenant/names.ts'
import { makeWorld } from './world.ts'

export type SimulatorWish = {
  /** 0: any free one. */
  readonly port?: number
  readonly seed?: number
  readonly devices?: number
  /** Who is in the tenant; 1,200 invented people where nobody is given. */
  readonly people?: readonly GivenPerson[]
  readonly name?: string
  readonly domain?: string
  /** The share of people whose enrollment failed lately: 1/16 unless given. */
  readonly failures?: number
  /** Addresses of people who have no device yet; the others have one each at least, where there are enough. */
  readonly withoutDevice?: readonly string[]
  /** What links begin with, where the simulator stands behind something else; its own address otherwise. */
  readonly publicUrl?: string
  /** The moment for which the tenant is made, where that is later than the clock: until then devices are still to come. */
  readonly madeFor?: string
  /** Until when its devices have checked in, where that is later: a tenant of an earlier day is opened again. */
  readonly checkedIn?: string
  /** The moment as the cloud sees it; the clock of this machine where none is given. */
  readonly clock?: { readonly now: () => string }
}

/** What an administrator types into Tierwise to connect. */
export type Connection = {
  readonly tenantId: string
  readonly loginUrl: string
  readonly graphUrl: string
  readonly read: { readonly clientId: string; readonly secret: string }
  readonly act: { readonly clientId: string; readonly secret: string }
}

export type Simulator = {
  readonly url: string
  readonly connection: Connection
  /** Where a channel's workflow takes cards. */
  readonly webhook: string
  readonly control: SimulatorControl
  readonly close: () => Promise<void>
}

/** A server that speaks Graph as Microsoft does, on this machine alone. */
export async function startSimulator(wish: SimulatorWish = {}): Promise<Simulator> {
  const { port = 0, seed = 1, devices = 1500, clock, publicUrl, madeFor, checkedIn, ...rest } = wish
  let url = ''
  const moment = simulatorClock(clock ? () => Date.parse(clock.now()) : () => Date.now())
  const world = makeWorld(
    {
      ...{ seed, devices },
      ...rest,
      ...(madeFor === undefined ? {} : { madeFor: Date.parse(madeFor) }),
      ...(checkedIn === undefined ? {} : { checkedIn: Date.parse(checkedIn) }),
    },
    moment,
    () => publicUrl ?? url,
  )
  const server = graphServer(world)
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => done())
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    connection: { tenantId, loginUrl: url, graphUrl: url, read: readRegistration, act: actRegistration },
    webhook: webhookAddress(world),
    control: controlAt(url),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
