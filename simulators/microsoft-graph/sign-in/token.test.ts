import { createSign, generateKeyPairSync, randomUUID, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../simulator.ts'
import { askToken, graphCaller, graphScope } from '../testing/graph-caller.ts'
import { certificateFor } from '../testing/certificate.ts'

let simulator: Simulator

beforeAll(async () => {
  simulator = await startSimulator({ devices: 50 })
})
afterAll(() => simulator.close())

const form = () => ({
  grant_type: 'client_credentials',
  scope: graphScope,
  client_id: simulator.connection.read.clientId,
  client_secret: simulator.connection.read.secret,
})

async function refusalOf(given: Record<string, string>, tenant?: string): Promise<[number, string, unknown]> {
  const { status, json } = await askToken(simulator, given, tenant)
  return [status, String(json['error']), (json['error_codes'] as unknown[] | undefined)?.[0]]
}

describe('a token', () => {
  test('is given for an hour, for the right secret', async () => {
    const { status, json } = await askToken(simulator, form())
    expect(status).toBe(200)
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3599 })
    expect(json['refresh_token']).toBeUndefined()
  })

  test('is refused as Entra ID refuses, with its code', async () => {
    const { client_secret: _, ...bare } = form()
    expect(await refusalOf({ ...form(), client_secret: 'wrong' })).toEqual([401, 'invalid_client', 7_000_215])
    expect(await refusalOf(bare)).toEqual([401, 'invalid_client', 7_000_218])
    expect(await refusalOf({ ...form(), client_id: randomUUID() })).toEqual([400, 'unauthorized_client', 700_016])
    expect(await refusalOf({ ...form(), scope: 'User.Read.All' })).toEqual([400, 'invalid_scope', 1_002_012])
    expect(await refusalOf(form(), randomUUID())).toEqual([400, 'invalid_request', 90_002])
    await simulator.control.registration({ clientId: form().client_id, secretExpires: '2020-01-01T00:00:00Z' })
    expect(await refusalOf(form())).toEqual([401, 'invalid_client', 7_000_222])
    await simulator.control.reset()
  })

  test('holds for an hour and no longer', async () => {
    const caller = await graphCaller(simulator)
    expect((await caller.get('/v1.0/users?$top=1')).status).toBe(200)
    await simulator.control.advance(3600)
    const late = await caller.get('/v1.0/users?$top=1')
    expect([late.status, late.text]).toEqual([401, expect.stringContaining('InvalidAuthenticationToken')])
  })

  test('is given for an assertion that a known certificate signed, and for no other', async () => {
    const { clientId } = simulator.connection.read
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const certificate = certificateFor(privateKey)
    const audience = `${simulator.url}/${simulator.connection.tenantId}/oauth2/v2.0/token`
    const asked = (assertion: string) => ({
      grant_type: 'client_credentials',
      scope: graphScope,
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    })
    const now = Math.floor(Date.now() / 1000) + 3600
    const claims = { iss: clientId, sub: clientId, aud: audience, jti: randomUUID(), nbf: now, exp: now + 300 }
    const signed = (content: object, key = privateKey) => {
      const x5t = new X509Certificate(certificate).fingerprint256.replaceAll(':', '')
      const header = { alg: 'RS256', typ: 'JWT', 'x5t#S256': Buffer.from(x5t, 'hex').toString('base64url') }
      const text = [header, content]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.')
      return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`
    }
    expect(await refusalOf(asked(signed(claims)))).toEqual([401, 'invalid_client', 700_027])
    await simulator.control.registration({ clientId, certificate })
    expect((await askToken(simulator, asked(signed(claims)))).status).toBe(200)
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    expect(await refusalOf(asked(signed(claims, other)))).toEqual([401, 'invalid_client', 700_027])
    expect(await refusalOf(asked(signed({ ...claims, exp: now - 4000 })))).toEqual([
      401,
      'invalid_client',
      700_024,
    ])
    expect(await refusalOf(asked(signed({ ...claims, aud: 'https://elsewhere.example' })))).toEqual([
      401,
      'invalid_client',
      700_023,
    ])
    expect(await refusalOf(asked(signed({ ...claims, sub: 'another' })))).toEqual([401, 'invalid_client', 700_021])
  })

  test('opens only what its registration may read', async () => {
    const caller = await graphCaller(simulator)
    await simulator.control.registration({
      clientId: simulator.connection.read.clientId,
      take: 'ServiceHealth.Read.All',
    })
    const refused = await caller.get('/v1.0/admin/serviceAnnouncement/issues')
    expect(refused.status).toBe(403)
    expect((await caller.get('/v1.0/users?$top=1')).status).toBe(200)
    const act = await graphCaller(simulator, 'act')
    const other = await act.get('/v1.0/users?$top=1')
    expect([other.status, other.text]).toEqual([403, expect.stringContaining('Authorization_RequestDenied')])
    await simulator.control.reset()
  })

  test('and the consent page leads back', async () => {
    const to = `${simulator.url}/${simulator.connection.tenantId}/adminconsent?client_id=a&state=s1&redirect_uri=${encodeURIComponent('http://desk.example/back')}`
    const answer = await fetch(to, { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe(
      `http://desk.example/back?admin_consent=True&tenant=${simulator.connection.tenantId}&state=s1`,
    )
  })
})
