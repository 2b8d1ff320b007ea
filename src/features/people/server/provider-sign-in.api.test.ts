import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  fetchBehind,
  forgingPeer,
  type ForgingPeer,
  type OidcPeer,
  realPeer,
} from '../../../../tests/support/oidc-peers.ts'
import {
  type Caller,
  goodPassword,
  type Member,
  type PeopleServer,
  peopleServer,
  secretIn,
} from '../../../../tests/support/people-server.ts'

const directory = '11111111-2222-4333-8444-555555555555'
const entra = `https://login.microsoftonline.com/${directory}/v2.0`
const accounts = {
  ada: { tid: directory, oid: 'object-ada', name: 'Ada Visser', email: 'ada@contoso.example' },
  bob: { tid: directory, oid: 'object-bob', name: 'Bob Bakker', email: 'bob@contoso.example' },
  eve: { tid: 'another-directory', oid: 'object-eve', name: 'Eve', email: 'eve@elsewhere.example' },
}

let server: PeopleServer
let root: Member
let real: OidcPeer
let forger: ForgingPeer
let microsoft: ForgingPeer
const ids = { real: '', forger: '', microsoft: '' }

beforeAll(async () => {
  real = await realPeer(accounts)
  forger = await forgingPeer()
  microsoft = await forgingPeer(() => entra)
  server = await peopleServer({ fetch: fetchBehind('login.microsoftonline.com', () => microsoft.origin) })
  const { orgId } = await server.organisation('Contoso')
  root = await server.member(orgId, { roles: ['administrator'] })
  ids.real = await connect(real, { tenants: [directory] })
  ids.forger = await connect(forger)
  ids.microsoft = await connect(microsoft)
})
beforeEach(() => {
  forger.forgery = {}
  microsoft.forgery = {}
})
afterAll(async () => {
  await server.close()
  await Promise.all([real, forger, microsoft].map((peer) => peer.close()))
})

async function connect(peer: OidcPeer, more: object = {}): Promise<string> {
  const given = {
    name: 'Work account',
    issuer: peer.issuer,
    clientId: 'tierwise',
    clientSecret: 'a secret',
    tenants: [],
    createsRequesters: true,
  }
  const { body } = await root.call('POST', '/oidc-providers', { ...given, ...more, enabled: false })
  peer.know('tierwise', 'a secret', body.redirectAddress)
  const enabled = await root.call('PATCH', `/oidc-providers/${body.id}`, { enabled: true })
  if (enabled.status !== 200) throw new Error(JSON.stringify(enabled.body))
  return body.id
}

const begin = async (browser: Caller, provider: string, more: object = {}): Promise<string> =>
  (await browser.call('POST', '/sign-in/provider', { provider, ...more })).body.address

/** Where the browser lands after the provider sent it to `address`. */
async function land(browser: Caller, address: URL): Promise<string> {
  const { headers, status } = await browser.call('GET', address.pathname.replace('/api/v1', '') + address.search)
  expect(status).toBe(303)
  return String(headers['location']).replace('http://desk.test', '')
}

async function signIn(
  browser: Caller,
  peer: OidcPeer,
  id: string,
  login: string,
  more: object = {},
): Promise<string> {
  return land(browser, await peer.answer(await begin(browser, id, more), login))
}

const refused = (code: string) => `/sign-in?refusal=${code}`

describe('signing in at a provider', () => {
  it('brings somebody new in as requester, and knows them the next time', async () => {
    const [first, second] = [server.browser(), server.browser()]
    expect(await signIn(first, real, ids.real, 'ada', { returnTo: '/portal?x=1' })).toBe('/portal?x=1')
    const me = (await first.call('GET', '/me')).body
    expect(me).toMatchObject({ name: 'Ada Visser', email: 'ada@contoso.example', roles: ['requester'] })
    await signIn(second, real, ids.real, 'ada')
    expect((await second.call('GET', '/me')).body.id).toBe(me.id)
  })

  it('sends PKCE, state and nonce, and a secret that is not stored as it was given', async () => {
    const asked = new URL(await begin(server.browser(), ids.real)).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('state')).toMatch(/^[\w-]{22}\.[\w-]{43}$/)
    expect(asked.get('nonce')?.length).toBeGreaterThan(40)
    const { rows } = await server.platform.owner.query('select client_secret from oidc_providers')
    expect(JSON.stringify(rows)).not.toContain('a secret')
    expect(JSON.stringify((await root.call('GET', '/oidc-providers')).body)).not.toContain('secret":"')
  })

  it('goes by directory and object, never by address: a recycled address is somebody else', async () => {
    const browser = server.browser()
    await signIn(browser, microsoft, ids.microsoft, 'sub-1')
    microsoft.forgery = { claims: { tid: directory, oid: 'object-1', email: 'one@contoso.example', name: 'One' } }
    await signIn(browser, microsoft, ids.microsoft, 'sub-1')
    const one = (await browser.call('GET', '/me')).body
    microsoft.forgery = {
      claims: { tid: directory, oid: 'object-1', email: 'renamed@contoso.example', name: 'One' },
    }
    const renamed = server.browser()
    await signIn(renamed, microsoft, ids.microsoft, 'sub-other-application')
    expect((await renamed.call('GET', '/me')).body.id).toBe(one.id)
    microsoft.forgery = { claims: { tid: directory, oid: 'object-2', email: 'one@contoso.example', name: 'Two' } }
    expect(await signIn(server.browser(), microsoft, ids.microsoft, 'sub-2')).toBe(
      refused('provider-unknown-person'),
    )
  })

  it('does not hand over the account of somebody whose address an attacker claims', async () => {
    forger.forgery = { claims: { email: root.email, email_verified: true } }
    const browser = server.browser()
    expect(await signIn(browser, forger, ids.forger, 'mallory')).toBe(refused('provider-unknown-person'))
    expect((await browser.call('GET', '/me')).status).toBe(401)
  })

  it('lets only the named directories in', async () => {
    expect(await signIn(server.browser(), real, ids.real, 'eve')).toBe(refused('provider-tenant-not-allowed'))
  })

  it('ends when the person is disabled', async () => {
    const browser = server.browser()
    await signIn(browser, real, ids.real, 'bob')
    const { id } = (await browser.call('GET', '/me')).body
    await root.call('POST', `/people/${id}/disable`)
    expect(await signIn(server.browser(), real, ids.real, 'bob')).toBe(refused('provider-refused'))
    await root.call('POST', `/people/${id}/enable`)
  })

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/api/v1/sign-out',
  ])('never returns to %s (open redirect)', async (returnTo) => {
    expect(await signIn(server.browser(), real, ids.real, 'ada', { returnTo })).toBe('/')
  })
})

describe('an answer that was tampered with', () => {
  const tampered = async (change: (address: URL) => void, peer: OidcPeer = real, id = ids.real) => {
    const browser = server.browser()
    const address = await peer.answer(await begin(browser, id), 'ada')
    change(address)
    const landed = await land(browser, address)
    expect((await browser.call('GET', '/me')).status).toBe(401)
    return landed
  }

  it('with another state is refused', async () => {
    const other = new URL(await begin(server.browser(), ids.real)).searchParams.get('state') ?? ''
    expect(await tampered((address) => address.searchParams.set('state', other))).toBe(refused('provider-refused'))
    expect(await tampered((address) => address.searchParams.delete('state'))).toBe(refused('provider-refused'))
  })

  it('with another issuer beside it is refused (mix-up)', async () => {
    expect(await tampered((address) => address.searchParams.set('iss', forger.issuer))).toBe(
      refused('provider-refused'),
    )
    expect(await tampered((address) => address.searchParams.delete('iss'))).toBe(refused('provider-refused'))
  })

  it('that arrives at the address of another provider is refused (mix-up)', async () => {
    const landed = await tampered((address) => {
      address.pathname = address.pathname.replace(ids.real, ids.forger)
    })
    expect(landed).toBe(refused('provider-refused'))
  })

  it('with an error of the provider is refused without its words being shown', async () => {
    const landed = await tampered((address) => {
      address.searchParams.delete('code')
      address.searchParams.set('error', 'access_denied')
      address.searchParams.set('error_description', '<script>alert(1)</script>')
    })
    expect(landed).toBe(refused('provider-refused'))
  })

  it('with a nonce that was asked differently is refused', async () => {
    const browser = server.browser()
    const asked = new URL(await begin(browser, ids.real))
    asked.searchParams.set('nonce', 'one that the attacker knows')
    expect(await land(browser, await real.answer(asked.href, 'ada'))).toBe(refused('provider-refused'))
  })

  it('with a code for another sign-in is refused (code injection)', async () => {
    const attacker = await real.answer(await begin(server.browser(), ids.real), 'bob')
    const code = attacker.searchParams.get('code') ?? ''
    expect(await tampered((address) => address.searchParams.set('code', code))).toBe(refused('provider-refused'))
  })

  it('in another browser than the one that began is refused (login CSRF)', async () => {
    const address = await real.answer(await begin(server.browser(), ids.real), 'bob')
    const victim = server.browser()
    expect(await land(victim, address)).toBe(refused('provider-refused'))
    await begin(victim, ids.real)
    expect(await land(victim, address)).toBe(refused('provider-refused'))
    expect((await victim.call('GET', '/me')).status).toBe(401)
  })

  it('counts once: used again it is refused (replay), also fifty times at once', async () => {
    const browser = server.browser()
    const address = await real.answer(await begin(browser, ids.real), 'ada')
    const landed = await Promise.all(Array.from({ length: 50 }, () => land(browser, address)))
    expect(landed.filter((one) => one === '/')).toHaveLength(1)
    expect(await land(browser, address)).toBe(refused('provider-refused'))
  })

  it('after ten minutes is refused', async () => {
    const browser = server.browser()
    const address = await real.answer(await begin(browser, ids.real), 'ada')
    server.platform.clock.advance({ minutes: 10, seconds: 1 })
    expect(await land(browser, address)).toBe(refused('provider-refused'))
  })
})

describe('an ID token', () => {
  const hour = 3600
  const now = Math.floor(Date.now() / 1000)

  it('that is right is accepted', async () => {
    forger.forgery = { claims: { email: 'right@contoso.example' } }
    expect(await signIn(server.browser(), forger, ids.forger, 'right')).toBe('/')
  })

  it.each([
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['for another application', { claims: { aud: 'another-application' } }],
    ['with another nonce', { claims: { nonce: 'another' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['that has expired', { claims: { iat: now - 2 * hour, exp: now - hour } }],
    ['without a signature', { header: { alg: 'none' } }],
    ['signed with a key that was not published', { otherKey: true }],
    ['signed with a shared secret', { header: { alg: 'HS256' } }],
    ['without a subject', { claims: { sub: undefined } }],
  ])('%s is refused', async (_, forgery) => {
    forger.forgery = forgery
    expect(await signIn(server.browser(), forger, ids.forger, 'right')).toBe(refused('provider-refused'))
  })

  it('of Entra ID without directory or object is refused', async () => {
    for (const claims of [
      { tid: directory },
      { oid: 'object-1' },
      { tid: '', oid: 'object-1' },
      { tid: [directory], oid: 'object-1' },
    ]) {
      microsoft.forgery = { claims }
      expect(await signIn(server.browser(), microsoft, ids.microsoft, 'x')).toBe(refused('provider-refused'))
    }
  })
})

describe('an invitation', () => {
  it('can be accepted with an account at a provider, once, and by nobody whose account is somebody else', async () => {
    const { body } = await root.call('POST', '/people', {
      name: 'Invited',
      email: 'invited@contoso.example',
      roles: ['agent'],
    })
    const link = secretIn(body.link.address)
    const taken = server.browser()
    expect(await signIn(taken, real, ids.real, 'ada', { link })).toBe(refused('identity-of-somebody-else'))
    forger.forgery = { claims: { email: 'whatever@elsewhere.example' } }
    const browser = server.browser()
    expect(await signIn(browser, forger, ids.forger, 'invited', { link })).toBe('/')
    expect((await browser.call('GET', '/me')).body).toMatchObject({ id: body.person.id, roles: ['agent'] })
    const again = await server.browser().call('POST', '/sign-in/provider', { provider: ids.forger, link })
    expect(again.body.code).toBe('link-not-valid')
  })
})

describe('linking an account to oneself', () => {
  it('takes a fresh proof and lets one sign in with it afterwards; an account of somebody else cannot be taken', async () => {
    const refusedLink = await root.call('POST', '/me/identities', { provider: ids.forger })
    expect(refusedLink.body.code).toBe('proof-needed')
    await root.call('POST', '/me/proof', { password: goodPassword })
    const link = async (login: string) => {
      const { body } = await root.call('POST', '/me/identities', {
        provider: ids.forger,
        returnTo: '/settings/me',
      })
      return land(root, await forger.answer(body.address, login))
    }
    expect(await link('right')).toBe('/settings/me?refusal=identity-of-somebody-else')
    expect(await link('root-account')).toBe('/settings/me')
    const browser = server.browser()
    await signIn(browser, forger, ids.forger, 'root-account')
    expect((await browser.call('GET', '/me')).body.id).toBe(root.id)
  })
})

describe('setting up a provider', () => {
  const given = {
    name: 'New',
    clientId: 'tierwise',
    clientSecret: null,
    tenants: [],
    createsRequesters: false,
    enabled: true,
  }

  it('is refused when the issuer does not answer, or says it is another', async () => {
    const unreachable = await root.call('POST', '/oidc-providers', { ...given, issuer: 'http://127.0.0.1:9' })
    expect(unreachable.body.code).toBe('provider-not-reachable')
    forger.forgery = { issuerPublished: 'https://evil.example' }
    expect((await root.call('POST', '/oidc-providers', { ...given, issuer: forger.issuer })).body.code).toBe(
      'provider-not-reachable',
    )
  })

  it('of Microsoft for every directory in the world needs the directories that may sign in', async () => {
    microsoft.forgery = { issuerPublished: 'https://login.microsoftonline.com/{tenantid}/v2.0' }
    const common = { ...given, issuer: 'https://login.microsoftonline.com/organizations/v2.0' }
    expect((await root.call('POST', '/oidc-providers', common)).body.code).toBe('provider-needs-tenants')
    const made = await root.call('POST', '/oidc-providers', {
      ...common,
      tenants: [directory],
      createsRequesters: true,
    })
    const arrive = (claims: object) => {
      microsoft.forgery = {
        ...microsoft.forgery,
        claims: { oid: 'object-9', email: 'nine@contoso.example', ...claims },
      }
      return signIn(server.browser(), microsoft, made.body.id, 'nine')
    }
    expect(await arrive({ tid: directory })).toBe('/')
    const foreign = 'https://login.microsoftonline.com/foreign/v2.0'
    expect(await arrive({ tid: 'foreign', iss: foreign })).toBe(refused('provider-tenant-not-allowed'))
    expect(await arrive({ tid: directory, iss: foreign })).toBe(refused('provider-refused'))
  })

  it('forgets the secret when the issuer changes, so that no other server is sent it', async () => {
    const made = await root.call('POST', '/oidc-providers', {
      ...given,
      issuer: real.issuer,
      clientSecret: 'mine',
      enabled: false,
    })
    const moved = await root.call('PATCH', `/oidc-providers/${made.body.id}`, {
      issuer: 'https://elsewhere.example',
    })
    expect([made.body.hasSecret, moved.body.hasSecret]).toEqual([true, false])
  })
})
