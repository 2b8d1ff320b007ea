import type { FastifyInstance } from 'fastify'
import type { Role } from '#features/people/domain/person.ts'
import { connectTenant } from '#features/tenant/server/actions.ts'
import { tenantRoutes } from '#features/tenant/server/routes.ts'
import type { TenantInput } from '#features/tenant/contract/tenant-input.ts'
import { createApp } from '#platform/http/app.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import { type Simulator, startSimulator } from '../../simulators/microsoft-graph/simulator.ts'
import { type PersonName, type TestDesk, testDesk, type TestDeskOptions } from './test-desk.ts'
import { type TestPlatform, testPlatform } from './test-platform.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- tests read what they expect and fail where it is not
export type Told = { readonly status: number; readonly body: any; readonly text: string }

/** A desk whose people are in a simulated tenant too. */
export type TenantDesk = {
  readonly platform: TestPlatform
  readonly desk: TestDesk
  readonly simulator: Simulator
  readonly app: FastifyInstance
  readonly call: (
    who: PersonName,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
  ) => Promise<Told>
  /** As an administrator would type it. */
  readonly input: (change?: Partial<TenantInput>) => TenantInput
  readonly connect: (change?: Partial<TenantInput>) => Promise<void>
  readonly close: () => Promise<void>
}

export type TenantDeskOptions = {
  readonly devices?: number
  readonly change?: TestDeskOptions['change']
  /** More routes than those of the tenant. */
  readonly serve?: (app: FastifyInstance) => void
}

export async function tenantDesk({ devices = 40, change, serve }: TenantDeskOptions = {}): Promise<TenantDesk> {
  const platform = await testPlatform()
  const desk = await testDesk(platform, change ? { change } : {})
  const simulator = await startSimulator({
    devices,
    domain: 'contoso.example',
    clock: platform.clock,
    people: Object.values(desk.people).map(({ name, email }) => ({
      name,
      address: email,
      language: 'nl',
      groups: ['Intune-Wave-01-Pilot'],
    })),
  })
  const app = await createApp(platform, {
    authenticate: async ({ headers }) => signedInAs(desk, headers['x-person'] as PersonName),
    stillSignedIn: (_orgId, ids) => Promise.resolve(new Set(ids)),
  })
  tenantRoutes(app)
  serve?.(app)
  const { connection } = simulator
  const input = (changed: Partial<TenantInput> = {}): TenantInput => ({
    tenantId: connection.tenantId,
    cloud: 'own',
    loginUrl: connection.loginUrl,
    graphUrl: connection.graphUrl,
    allowPrivate: true,
    read: credential(connection.read),
    act: credential(connection.act),
    ...changed,
  })
  return {
    platform,
    desk,
    simulator,
    app,
    input,
    call: async (who, method, url, body) => {
      const answer = await app.inject({
        method,
        url,
        headers: { 'x-person': who },
        ...(body ? { payload: body } : {}),
      })
      const isJson = String(answer.headers['content-type']).includes('json') && answer.body !== ''
      return { status: answer.statusCode, body: isJson ? answer.json() : null, text: answer.body }
    },
    connect: async (changed) => {
      await connectTenant(platform, desk.orgId, input(changed))
    },
    close: async () => {
      await app.close()
      await simulator.close()
      await platform.close()
    },
  }
}

export function credential({ clientId, secret }: { readonly clientId: string; readonly secret: string }) {
  return { clientId, credential: { kind: 'secret' as const, secret, expiresAt: '2027-11-23T09:00:00.000Z' } }
}

async function signedInAs(
  { orgId, as, people, within }: TestDesk,
  who: PersonName | undefined,
): Promise<SignedIn | null> {
  if (who === undefined) return null
  const actor = await as(who)
  const person = await within(({ db }) =>
    db.selectFrom('persons').select('roles').where('id', '=', people[who].id).executeTakeFirstOrThrow(),
  )
  return {
    orgId,
    personId: actor.personId,
    roles: person.roles as readonly Role[],
    language: 'nl',
    signInId: 's',
    actor,
    by: 'cookie',
    lacksSecondFactor: false,
    practising: false,
  } as unknown as SignedIn
}
