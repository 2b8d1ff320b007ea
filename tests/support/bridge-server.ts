import type { AddressInfo } from 'node:net'
import { bridgeRoutes } from '#features/bridges/server/routes.ts'
import { createApp } from '#platform/http/app.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import { createHub } from '#platform/live/hub.ts'
import { serveLive } from '#platform/live/stream.ts'
import { type PersonName, type TestDesk, testDesk } from './test-desk.ts'
import { type TestPlatform, testPlatform } from './test-platform.ts'

/** Bridges and the live stream on a port, for pages that say in a header who they are. */
export type BridgeServer = {
  readonly platform: TestPlatform
  readonly desk: TestDesk
  readonly port: number
  readonly as: (name: PersonName) => Record<string, string>
  readonly close: () => Promise<void>
}

export async function bridgeServer(): Promise<BridgeServer> {
  const platform = await testPlatform()
  const desk = await testDesk(platform)
  const app = await createApp(platform, {
    authenticate: async ({ headers }) => {
      const name = headers['x-test-person'] as PersonName | undefined
      if (name === undefined) return null
      const actor = await desk.as(name)
      const { personId, roles } = actor
      const { orgId } = desk
      return {
        orgId,
        personId,
        roles,
        actor,
        language: 'en',
        signInId: personId,
        by: 'sign-in',
      } as unknown as SignedIn
    },
    stillSignedIn: (_orgId, ids) => Promise.resolve(new Set(ids)),
  })
  bridgeRoutes(app, { mailIsSetUp: () => Promise.resolve(false) } as Parameters<typeof bridgeRoutes>[1])
  serveLive(app, { hub: createHub(platform) })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    platform,
    desk,
    port: (app.server.address() as AddressInfo).port,
    as: (name) => ({ 'x-test-person': name }),
    close: async () => {
      await app.close()
      await platform.close()
    },
  }
}
