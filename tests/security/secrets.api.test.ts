import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '#features/people/server/password-hash.ts'
import { putPasswordHash } from '#features/people/server/store/credentials.ts'
import { createLog } from '#platform/log.ts'
import { codeAt } from '../support/second-factors.ts'
import * as made from './fixtures.ts'
import { allRows } from './rows/all.ts'
import { type Headers, makeWorld, type World } from './world.ts'

/** Passwords, tokens and the secrets of mailboxes and providers stand in no line of the log and in no answer. */
let world: World
let logged = ''
const password = 'kanarie koe fiets lantaarn'
const secrets = new Set<string>([password])
let root: Headers

const tokenOf = (headers: Headers) => Object.values(headers)[0]?.split(/[=. ]/).at(-1) ?? 'no token'

beforeAll(async () => {
  const write = (line: string) => {
    logged += line
  }
  world = await makeWorld({ platform: (given) => ({ ...given, log: createLog('trace', { write }) }) })
  root = await world.signIn('administrator')
  secrets.add(tokenOf(root))
  const { ask, home } = world
  const hash = await hashPassword(password)
  await home.within((tx) => putPasswordHash(tx, home.people.ada.id, hash))
  const signIn = { organisation: 'contoso', email: home.people.ada.email }
  await ask({}, 'POST /api/v1/sign-in', { body: { ...signIn, password } })
  await ask({}, 'POST /api/v1/sign-in', { body: { ...signIn, password: secret('wrong') } })
  await ask({}, 'POST /api/v1/sign-in', { body: { ...signIn, password: [secret('no text')] } })
  await ask(root, 'PUT /api/v1/me/password', { body: { current: null, wanted: `${secret('wanted')} and long` } })
  const token = (await ask(root, 'POST /api/v1/me/api-tokens', { body: { name: 'script' } })).body.secret as string
  secrets.add(token.split('_').slice(2).join('_'))
  await ask({ authorization: `Bearer ${token}` }, 'GET /api/v1/me')
  const app = (await ask(root, 'POST /api/v1/me/authenticator')).body.secret as string
  secrets.add(app)
  const code = codeAt(app, world.platform.clock.now())
  const { recoveryCodes } = (await ask(root, 'POST /api/v1/me/authenticator/confirm', { body: { code } })).body
  for (const one of recoveryCodes as string[]) secrets.add(one.replaceAll('-', '')).add(one)
  await ask({}, 'POST /api/v1/sign-in/second-factor', { body: { code: recoveryCodes[0] } })
  await ask({ authorization: `Bearer ${token}x` }, 'GET /api/v1/me')
  const server = { host: '127.0.0.1', port: 9, security: 'none', user: 'desk' }
  const mailbox = {
    address: 'desk@contoso.example',
    name: 'Desk',
    receives: 'imap',
    imap: server,
    smtp: server,
    imapPassword: secret('imap'),
    smtpPassword: secret('smtp'),
  }
  const kept = await ask(root, 'POST /api/v1/mailboxes', { body: mailbox })
  if (kept.status !== 201) throw new Error(kept.text)
  await ask(root, 'POST /api/v1/mailboxes/check', { body: mailbox })
  await ask(root, 'PUT /api/v1/mailboxes/:id', {
    params: { id: kept.body.id },
    body: { ...mailbox, imap: 'none' },
  })
  await ask(root, 'POST /api/v1/oidc-providers', {
    body: {
      name: 'Elsewhere',
      issuer: 'https://127.0.0.1:9/',
      clientId: 'tierwise',
      clientSecret: secret('client'),
      ...{ tenants: [], createsRequesters: false, enabled: true },
    },
  })
  const portal = await made.portalToken(world, (await made.ticket(world)).id)
  secrets.add(portal)
  await ask({}, 'POST /api/v1/portal/visits', { body: { token: portal } })
  await ask({}, 'POST /api/v1/portal/moves', { body: { token: portal, move: { move: 'claim' } } })
  const invitation = await ask(root, 'POST /api/v1/people/:id/invitation', { params: { id: home.people.bob.id } })
  const link = String(invitation.body.address).split('#')[1] ?? ''
  secrets.add(link.split('.')[1] ?? '')
  await ask({}, 'POST /api/v1/links/look', { body: { link } })
  await ask({}, 'POST /api/v1/links/use', { body: { link, password: 'kort' } })
  // Something goes wrong inside while secrets are at hand.
  await world.platform.owner.query('alter table api_tokens rename to api_tokens_gone')
  const failed = await ask({ authorization: `Bearer ${token}` }, 'GET /api/v1/me')
  await world.platform.owner.query('alter table api_tokens_gone rename to api_tokens')
  if (failed.status !== 500) throw new Error(`It did not fail: ${failed.text}`)
})
afterAll(() => world.close())

function secret(name: string): string {
  const made = `kanarie-${name.replace(' ', '-')}-4f1d`
  secrets.add(made)
  return made
}

const told = (text: string) => [...secrets].filter((one) => text.includes(one))

describe('a secret', () => {
  test('stands in no line of the log', () => {
    expect(secrets.size).toBeGreaterThan(9)
    expect([...secrets].every((one) => one.length > 10)).toBe(true)
    expect(logged.split('\n').length).toBeGreaterThan(3)
    expect(logged).toContain('failed unexpectedly')
    expect(told(logged)).toEqual([])
  })

  test('stands in no answer that anybody can ask for', async () => {
    const lists = Object.keys(allRows).filter((route) => route.startsWith('GET ') && !/:|\/live$/.test(route))
    const found: string[] = []
    for (const actor of ['administrator', 'auditor', 'lead', 'requester'] as const) {
      const who = await world.signIn(actor)
      for (const route of lists) {
        if (told((await world.ask(who, route)).text).length > 0) found.push(`${actor}: ${route}`)
      }
    }
    expect(found).toEqual([])
  })

  test('is stored as it was given in no table, also not in mails that wait to be sent', async () => {
    const { rows: tables } = await world.platform.owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await world.platform.owner.query<{ text: string }>(`select t::text as text from ${name} t`)
      if (told(rows.map(({ text }) => text).join('\n')).length > 0) found.push(name)
    }
    expect(found).toEqual([])
  })
})

describe('the address in a link', () => {
  test.each([
    { host: 'evil.example' },
    { host: 'desk.test', 'x-forwarded-host': 'evil.example' },
    { host: 'desk.test', forwarded: 'host=evil.example' },
    { host: 'desk.test', origin: 'https://evil.example' },
  ])('is our own, whatever %j says (host header poisoning)', async (headers) => {
    const { id } = world.home.people.bob
    const who = await world.signIn('administrator')
    const answer = await world.ask(who, 'POST /api/v1/people/:id/password-reset', { params: { id }, headers })
    if (answer.status === 200) expect(new URL(answer.body.address).origin).toBe('http://desk.test')
    else expect([403, 421]).toContain(answer.status)
    expect(answer.text).not.toContain('https://evil.example')
  })
})
