import type { FastifyInstance } from 'fastify'
import { buildServer } from '../../src/app/server.ts'
import { cookieNames } from '#features/people/server/cookies.ts'
import { addPerson } from '#features/people/server/persons.ts'
import { insertApiToken, insertSignIn } from '#features/people/server/store/sign-ins.ts'
import { newApiToken, newToken } from '#features/people/server/tokens.ts'
import { newId } from '#platform/database/id.ts'
import { listen } from '../support/live-listener.ts'
import { type PersonName, type TestDesk, testDesk } from '../support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../support/test-platform.ts'

/** Whoever may stand before a route. */
export const signedInActors = [
  'requester',
  'otherRequester',
  'tier1',
  'tier2',
  'tier3',
  'lead',
  'planOwner',
  'administrator',
  'auditor',
  'outsider',
] as const
export const actors = [...signedInActors, 'anonymous', 'disabled', 'revoked'] as const
export type Actor = (typeof actors)[number]

const persons: Readonly<Partial<Record<Actor, PersonName>>> = {
  requester: 'ada',
  otherRequester: 'bob',
  tier1: 'tess',
  tier2: 'jan',
  tier3: 'mira',
  lead: 'lies',
  planOwner: 'pia',
  administrator: 'root',
  auditor: 'otto',
}

export type Headers = Readonly<Record<string, string>>
export type Ask = {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Bytes to send as a form with one file. */
  readonly upload?: { readonly name: string; readonly bytes: Buffer; readonly type?: string }
  readonly headers?: Headers
}
// oxlint-disable-next-line typescript/no-explicit-any -- tests read what they expect and fail where it is not
export type Answer = {
  readonly status: number
  readonly body: any
  readonly text: string
  readonly headers: Headers
}

/** The whole server, with two organisations that both run a desk. */
export type World = {
  readonly platform: TestPlatform
  readonly app: FastifyInstance
  readonly home: TestDesk
  /** The other organisation. */
  readonly away: TestDesk
  /** A sign-in of its own for each call: headers that prove who it is. */
  readonly signIn: (actor: Actor) => Promise<Headers>
  readonly signInAs: (desk: TestDesk, personId: string) => Promise<Headers>
  readonly ask: (who: Headers, route: string, ask?: Ask) => Promise<Answer>
  readonly close: () => Promise<void>
}

export type WorldOptions = { readonly platform?: (given: TestPlatform) => TestPlatform }

export async function makeWorld({ platform: adapt = (given) => given }: WorldOptions = {}): Promise<World> {
  const platform = adapt(await testPlatform())
  const app = await buildServer(platform, { pages: null, signInsPerMinute: 100_000 })
  const home = await testDesk(platform)
  const away = await testDesk(platform, { name: 'Fabrikam' })
  // Numbers of tickets begin elsewhere, so that one of home is none of the other's.
  await platform.owner.query(
    'insert into ticket_numbers (org_id, last) values ($1, 5000) on conflict (org_id) do update set last = 5000',
    [home.orgId],
  )
  const dora = await home.within((tx) =>
    addPerson(tx, 'tierwise', { name: 'Dora', email: 'dora@contoso.example', roles: ['administrator'] }),
  )
  await platform.owner.query('update persons set disabled_at = created_at where id = $1', [dora.id])

  const signInAs: World['signInAs'] = async ({ within, orgId }, personId) => {
    const { hash, text } = newToken(orgId)
    const signIn = { id: newId(), personId, tokenHash: hash, means: 'password', userAgent: 'test' } as const
    await within((tx) => insertSignIn(tx, signIn))
    return { cookie: `${cookieNames(platform.baseUrl).signIn}=${text}` }
  }
  /** An API token of the administrator that is withdrawn again. */
  const revoked = async (): Promise<Headers> => {
    const { hash, text } = newApiToken(home.orgId)
    const id = newId()
    const personId = home.people.root.id
    const expiresAt = '2027-11-23T09:00:00.000Z'
    await home.within((tx) => insertApiToken(tx, { id, personId, name: 'gone', tokenHash: hash, expiresAt }))
    await platform.owner.query('delete from api_tokens where id = $1', [id])
    return { authorization: `Bearer ${text}` }
  }
  const address = { url: '' }
  const listening = async () => (address.url ||= await app.listen({ port: 0, host: '127.0.0.1' }))

  return {
    platform,
    app,
    home,
    away,
    signInAs,
    signIn: (actor) => {
      if (actor === 'anonymous') return Promise.resolve({})
      if (actor === 'revoked') return revoked()
      if (actor === 'disabled') return signInAs(home, dora.id)
      if (actor === 'outsider') return signInAs(away, away.people.root.id)
      return signInAs(home, home.people[persons[actor] ?? 'ada'].id)
    },
    ask: async (who, route, ask = {}) => {
      const [method = 'GET', path = ''] = route.split(' ')
      const url = addressOf(path, ask)
      if (path === '/api/v1/live' && method === 'GET') {
        const listener = await listen(`${await listening()}${url}`, { ...who })
        listener.close()
        const code = listener.status === 401 ? 'not-signed-in' : undefined
        return { status: listener.status, body: { code }, text: '', headers: {} }
      }
      const answer = await app.inject({
        method: method as 'GET',
        url,
        headers: {
          ...who,
          ...ask.headers,
          ...(ask.upload ? { 'content-type': `multipart/form-data; boundary=edge` } : {}),
        },
        ...(ask.body === undefined ? {} : { payload: ask.body as object }),
        ...(ask.upload ? { payload: formWith(ask.upload) } : {}),
      })
      const isJson = String(answer.headers['content-type']).includes('json') && answer.body !== ''
      return {
        status: answer.statusCode,
        body: isJson ? answer.json() : answer.body,
        text: answer.body,
        headers: answer.headers as Headers,
      }
    },
    close: async () => {
      await app.close()
      await platform.close()
    },
  }
}

function addressOf(path: string, { params = {}, query = {} }: Ask): string {
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? `no-${name}`))
  const search = new URLSearchParams(query).toString()
  return search === '' ? filled : `${filled}?${search}`
}

function formWith({ name, bytes, type = 'text/plain' }: NonNullable<Ask['upload']>): Buffer {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--edge--\r\n')])
}
