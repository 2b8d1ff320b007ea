import type { FastifyInstance, FastifyRequest, InjectOptions } from 'fastify'
import { newId } from '#platform/database/id.ts'
import { type AppOptions, createApp } from '#platform/http/app.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import { type TestPlatform, testPlatform } from './test-platform.ts'

/** Somebody as the platform sees them. Tests of the platform need no sign-in of a feature. */
export type Somebody = {
  readonly orgId: string
  readonly personId: string
  readonly roles: readonly string[]
  readonly language: 'nl' | 'en'
}

export type PlatformApp = {
  readonly platform: TestPlatform
  readonly app: FastifyInstance
  /** Sign-ins that have ended, by id; a sign-in has the id of its person. */
  readonly ended: Set<string>
  /** Headers that say who sends an httpRequest. */
  readonly as: (somebody: Somebody) => Record<string, string>
  readonly call: (
    somebody: Somebody | null,
    options: InjectOptions,
    // oxlint-disable-next-line typescript/no-explicit-any -- tests read what they expect and fail where it is not
  ) => Promise<{ status: number; body: any; headers: Record<string, unknown> }>
  readonly close: () => Promise<void>
}

export function somebody(given: Partial<Somebody> = {}): Somebody {
  return { orgId: newId(), personId: newId(), roles: ['agent'], language: 'en', ...given }
}

const header = 'x-test-somebody'

/** The platform's server without any feature: routes are served by the test. */
export async function platformApp(options: AppOptions = {}): Promise<PlatformApp> {
  const platform = await testPlatform()
  const ended = new Set<string>()
  const app = await createApp(
    platform,
    {
      authenticate: (httpRequest) => Promise.resolve(signedIn(httpRequest, ended)),
      stillSignedIn: (_orgId, ids) => Promise.resolve(new Set(ids.filter((id) => !ended.has(id)))),
    },
    options,
  )
  const as = (who: Somebody) => ({ [header]: JSON.stringify(who) })
  return {
    platform,
    app,
    ended,
    as,
    call: async (who, given) => {
      const answer = await app.inject({ ...given, headers: { ...(who ? as(who) : {}), ...given.headers } })
      const isJson = String(answer.headers['content-type']).includes('json')
      return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, headers: answer.headers }
    },
    close: async () => {
      await app.close()
      await platform.close()
    },
  }
}

function signedIn({ headers }: FastifyRequest, ended: ReadonlySet<string>): SignedIn | null {
  const given = headers[header]
  if (typeof given !== 'string') return null
  const who = JSON.parse(given) as Somebody
  if (ended.has(who.personId)) return null
  // What the feature that signs people in adds is not needed here.
  return { ...who, signInId: who.personId } as unknown as SignedIn
}
