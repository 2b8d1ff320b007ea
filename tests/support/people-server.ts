import type { FastifyInstance } from 'fastify'
import { createOrganisation } from '#features/people/server/actions.ts'
import { identification } from '#features/people/server/authenticate.ts'
import { addPerson, type GivenPerson } from '#features/people/server/persons.ts'
import { hashPassword } from '#features/people/server/password-hash.ts'
import { servePeople } from '#features/people/server/routes.ts'
import type { PersonalMail, PeopleServices } from '#features/people/server/services.ts'
import { putPasswordHash } from '#features/people/server/store/credentials.ts'
import { updatePerson } from '#features/people/server/store/persons.ts'
import { addTeam } from '#features/people/server/teams.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { createApp } from '#platform/http/app.ts'
import { type TestPlatform, testPlatform } from './test-platform.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
// oxlint-disable-next-line typescript/no-explicit-any -- tests read what they expect and fail where it is not
export type Called = { readonly status: number; readonly body: any; readonly headers: Record<string, unknown> }

/** A browser with its cookies, or a program with an API token. */
export type Caller = {
  readonly cookies: Map<string, string>
  readonly call: (method: Method, url: string, body?: unknown, headers?: Record<string, string>) => Promise<Called>
}

export const goodPassword = 'koe fiets lantaarn drie'

/** The routes of people on a database of their own, with the real way of signing in. */
export type PeopleServer = {
  readonly platform: TestPlatform
  readonly app: FastifyInstance
  readonly mails: PersonalMail[]
  readonly browser: (from?: string) => Caller
  /** With two teams: service-desk and mdm. */
  readonly organisation: (name: string) => Promise<{ orgId: string; slug: string; link: string }>
  /** Somebody who has a password and signs in with it. */
  readonly member: (orgId: string, given: Partial<GivenPerson> & Pick<GivenPerson, 'roles'>) => Promise<Member>
  readonly close: () => Promise<void>
}
export type Member = Caller & { readonly id: string; readonly email: string }

let hashed: Promise<string> | undefined

type ServerOptions = { readonly baseUrl?: string }

export async function peopleServer(
  services: Partial<PeopleServices> = {},
  options: ServerOptions = {},
): Promise<PeopleServer> {
  const platform: TestPlatform = { ...(await testPlatform()), ...options }
  const mails: PersonalMail[] = []
  const app = await createApp(platform, identification(platform), { signInsPerMinute: 100_000 })
  servePeople(app, {
    mail: {
      isSetUp: () => Promise.resolve(true),
      send: (_platform, _tx, mail) => {
        mails.push(mail)
        return Promise.resolve()
      },
    },
    ...services,
  })
  await app.ready()

  const browser = (from = '198.51.100.7'): Caller => {
    const cookies = new Map<string, string>()
    const call: Caller['call'] = async (method, url, body, headers = {}) => {
      const answer = await app.inject({
        method,
        url: `/api/v1${url}`,
        remoteAddress: from,
        headers: {
          ...(method === 'GET' ? {} : { 'idempotency-key': newId() }),
          ...(cookies.size === 0
            ? {}
            : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      for (const { name, value, maxAge, expires } of answer.cookies) {
        const isOver = maxAge === 0 || (expires !== undefined && expires.getTime() < 1000)
        if (isOver) cookies.delete(name)
        else cookies.set(name, value)
      }
      const isJson = String(answer.headers['content-type']).includes('json')
      return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, headers: answer.headers }
    }
    return { cookies, call }
  }

  return {
    platform,
    app,
    mails,
    browser,
    organisation: async (name) => {
      const { organisation, administratorLink } = await createOrganisation(
        platform,
        { name, language: 'nl', timeZone: 'Europe/Amsterdam' },
        async (tx) => {
          await addTeam(tx, 'tierwise', { key: 'service-desk', name: { nl: 'Servicedesk', en: 'Service desk' } })
          await addTeam(tx, 'tierwise', { key: 'mdm', name: { nl: 'MDM-team', en: 'MDM team' } })
        },
      )
      return { orgId: organisation.id, slug: organisation.slug, link: secretIn(administratorLink) }
    },
    member: async (orgId, given) => {
      hashed ??= hashPassword(goodPassword)
      const hash = await hashed
      const email = given.email ?? `p${newId()}@contoso.example`
      const person = await inOrganisation(platform, orgId, async (tx) => {
        const added = await addPerson(tx, 'tierwise', { name: 'Somebody', ...given, email })
        await putPasswordHash(tx, added.id, hash)
        await updatePerson(tx, added.id, { joinedAt: tx.now })
        return added
      })
      const caller = browser()
      const { rows } = await platform.owner.query<{ slug: string }>(
        'select slug from organisations where org_id = $1',
        [orgId],
      )
      const signedIn = await caller.call('POST', '/sign-in', {
        organisation: rows[0]?.slug,
        email,
        password: goodPassword,
      })
      if (signedIn.status !== 200) throw new Error(`${email} could not sign in: ${JSON.stringify(signedIn.body)}`)
      return { ...caller, id: person.id, email }
    },
    close: async () => {
      await app.close()
      await platform.close()
    },
  }
}

/** What stands behind the `#` of a one-time link. */
export function secretIn(address: string): string {
  return new URL(address).hash.slice(1)
}
