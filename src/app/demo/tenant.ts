import type { Instant } from '#features/people/domain/instant.ts'
import { connectTenant } from '#features/tenant/server/actions.ts'
import type { Clock } from '#platform/clock.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { chanceFor } from '../../../simulators/microsoft-graph/chance.ts'
import { type Simulator, startSimulator } from '../../../simulators/microsoft-graph/simulator.ts'
import { type DemoDevice, inTenant, mended, type Misfortune } from './in-tenant.ts'
import { type Happened, journalOf } from './journal.ts'

/** The Microsoft tenant of the demo: a simulator in this process, with the demo's own people, reached over HTTP like the real one. */
export type DemoTenant = {
  readonly simulator: Simulator
  /** What came to pass, to happen again when the demo is opened another time. */
  readonly happened: readonly Happened[]
  /** Microsoft's clock goes with this one from now on. */
  readonly follow: (clock: Clock) => void
  /** What is behind a ticket happens in the tenant too; what went wrong shows there if it `shows`. The device it is about. */
  readonly befall: (misfortune: Misfortune, shows: boolean) => Promise<DemoDevice>
  readonly mend: (misfortune: Misfortune, device: DemoDevice) => Promise<void>
  readonly connect: (platform: Platform, orgId: string) => Promise<void>
  readonly close: () => Promise<void>
}

const seed = 20_261_122
/** Who has enrolled already has a device and a quarter. */
const devicesEach = 1.25
/** The share of a wave that has no device yet: it runs since a week, or has to begin. */
const notYet: Readonly<Record<string, number>> = { 'wave-2': 0.55, 'wave-3': 0.88 }

export type People = Awaited<ReturnType<typeof everybody>>

type TenantOf = {
  readonly people: People
  /** Who came after it was made: they are there, without a device. */
  readonly newcomers?: People
  /** The moment from which its dates count. */
  readonly madeFor: Instant
  /** Until when its devices have checked in, where that is later. */
  readonly checkedIn?: Instant
}

/** The same people and moment give the same tenant. It is seen through `clock`, which may be earlier. */
export async function openDemoTenant(
  { people, newcomers = [], madeFor, checkedIn = madeFor }: TenantOf,
  clock: Clock,
): Promise<DemoTenant> {
  let followed = clock
  const withoutDevice = people
    .filter(({ address, groups: [wave = ''] }) =>
      chanceFor(seed, `enrolled ${address}`).happens(notYet[wave] ?? 0),
    )
    .map(({ address }) => address)
  const simulator = await startSimulator({
    ...{ seed, people: [...people, ...newcomers] },
    withoutDevice: [...withoutDevice, ...newcomers.map(({ address }) => address)],
    devices: Math.round((people.length - withoutDevice.length) * devicesEach),
    failures: 0,
    ...{ madeFor, checkedIn },
    clock: { now: () => followed.now() },
  })
  const journal = journalOf(simulator.control, () => followed.now())
  const tenant = { ...journal, control: simulator.control }
  return {
    simulator,
    happened: journal.happened,
    follow: (other) => {
      followed = other
    },
    befall: (misfortune, shows) => inTenant(tenant, misfortune, shows),
    mend: (misfortune, device) => mended(tenant, misfortune, device),
    connect: (platform, orgId) => connect(simulator, platform, orgId),
    close: simulator.close,
  }
}

/** The organisation's people as Microsoft knows them: the same names, addresses and groups. */
export function everybody(platform: Platform, orgId: string) {
  return inOrganisation(platform, orgId, async ({ db }) => {
    const rows = await db
      .selectFrom('persons')
      .select(['name', 'email', 'language', 'groups'])
      .where('org_id', '=', orgId)
      .orderBy('email')
      .execute()
    return rows.map(({ name, email, language, groups }) => ({
      name,
      address: email,
      language: language === 'en' ? ('en' as const) : ('nl' as const),
      groups,
    }))
  })
}

async function connect({ connection }: Simulator, platform: Platform, orgId: string): Promise<void> {
  const { tenantId, loginUrl, graphUrl, read, act } = connection
  const registration = ({ clientId, secret }: { readonly clientId: string; readonly secret: string }) => ({
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
    act: registration(act),
  })
}
