import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createOrganisation } from '#features/people/server/actions.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import { certificateFor } from '../../../../simulators/microsoft-graph/testing/certificate.ts'
import { newId } from '#platform/database/id.ts'
import { outboxPayloads } from '../../../../tests/support/outbox.ts'
import { credential, type TenantDesk, tenantDesk } from '../../../../tests/support/tenant-server.ts'
import { checks } from '../domain/checks.ts'
import { graphOf, tenantOf } from './actions.ts'
import { tenantJobs } from './jobs.ts'

let desk: TenantDesk
beforeAll(async () => {
  desk = await tenantDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  await desk.simulator.control.noFaults()
  await desk.connect()
})

const path = '/api/v1/tenant'
const put = (body: object) => desk.call('root', 'PUT', path, body)
const check = (key?: string) => desk.call('root', 'POST', `${path}/check`, key === undefined ? {} : { key })
type Outcome = {
  key: string
  outcome: string
  code: string | null
  answer: string | null
  requestId: string | null
}
const outcomes = (body: { checks: Outcome[] }) =>
  Object.fromEntries(body.checks.map(({ key, outcome }) => [key, outcome]))
const job = (name: 'tenant.check') =>
  tenantJobs({ mailIsSetUp: () => Promise.resolve(true) })[name]?.(
    desk.platform,
    { orgId: desk.desk.orgId } as never,
    { isLast: false },
  )

describe('the self-check', () => {
  test('tries every permission by a call of its own, and everything works', async () => {
    const { status, body } = await check()
    expect(status).toBe(200)
    expect(outcomes(body)).toEqual(Object.fromEntries(checks.map(({ key }) => [key, 'works'])))
    expect(body.health).toBe('works')
    expect(body.tenant.name).toBeTruthy()
    expect(body.tenant.read.beyondNeed).toEqual([])
  })

  test.each(checks.filter((one) => one.permission !== null && one.purpose === 'read'))(
    'names the one permission that is missing: $permission',
    async ({ key, permission }) => {
      await desk.simulator.control.fault('permission', { permission: permission ?? '' })
      const { body } = await check()
      const missing = body.checks.filter((one: Outcome) => one.outcome === 'missing')
      expect(missing.map((one: Outcome) => one.key)).toContain(key)
      const found = missing.find((one: Outcome) => one.key === key)
      expect(found).toMatchObject({ code: 'permission-missing', status: 403 })
      expect(found.requestId).toBeTruthy()
      expect(body.health).toBe('partly')
      await desk.simulator.control.noFaults()
      expect(outcomes((await check()).body)[key]).toBe('works')
    },
  )

  test('tries one again without the others', async () => {
    await check()
    await desk.simulator.control.outage('refuse')
    const { body } = await check('groups')
    await desk.simulator.control.outage('none')
    expect(outcomes(body)).toMatchObject({ groups: 'failed', people: 'works' })
    expect(body.checks.find(({ key }: Outcome) => key === 'groups')).toMatchObject({ code: 'unreachable' })
  })

  test('says by Microsoft’s number why signing in is refused, and administrators hear of it once', async () => {
    await desk.connect({ read: credential({ ...desk.simulator.connection.read, secret: 'not-it' }) })
    const { body } = await check()
    expect(body.health).toBe('fails')
    expect(body.checks[0]).toMatchObject({ key: 'sign-in', outcome: 'failed', code: 'sign-in-refused' })
    expect(body.checks[0].answer).toContain('7000215')
    const mails = async () =>
      (await outboxPayloads<MailToSend>(desk.platform)).filter(({ subject }) => subject.includes('aanmelden'))
    await job('tenant.check')
    await job('tenant.check')
    expect(await mails()).toHaveLength(1)
    await desk.connect()
    await job('tenant.check')
    expect((await desk.call('root', 'GET', path)).body.tenant.read.refusedSince).toBeNull()
  })

  test('warns administrators at each step towards an expiry, once', async () => {
    const { read } = desk.simulator.connection
    const expiring = { kind: 'secret' as const, secret: read.secret, expiresAt: '2026-12-03T09:00:00.000Z' }
    await desk.connect({ read: { clientId: read.clientId, credential: expiring } })
    const mails = async () =>
      (await outboxPayloads<MailToSend>(desk.platform)).filter(({ subject }) => subject.includes('verloopt'))
    await job('tenant.check')
    await job('tenant.check')
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      'De sleutel van Tierwise bij Microsoft verloopt over 10 dagen',
    ])
  })
})

describe('a secret', () => {
  const stored = async () =>
    (
      await desk.platform.owner.query<{ purpose: string; sealed: string | null }>(
        'select purpose, sealed from tenant_registrations order by purpose',
      )
    ).rows

  test('is kept sealed, shown to nobody and recorded nowhere', async () => {
    const { secret } = desk.simulator.connection.read
    await put(desk.input())
    const answers = [await desk.call('root', 'GET', path), await desk.call('otto', 'GET', path), await check()]
    const { rows } = await desk.platform.owner.query<{ text: string }>(
      `select (select string_agg(t::text, ' ') from tenant_registrations t) || (select string_agg(c::text, ' ') from people_changes c) as text`,
    )
    for (const text of [...answers.map((answer) => answer.text), rows[0]?.text ?? '']) {
      expect(text).not.toContain(secret)
    }
    const { rows: changes } = await desk.platform.owner.query<{ what: string }>(
      `select what from people_changes where what like 'tenant-%' order by id desc limit 1`,
    )
    expect(changes).toEqual([{ what: 'tenant-changed' }])
  })

  test('stays where it is left out, and is dropped where it would go elsewhere', async () => {
    const { read, act } = desk.simulator.connection
    const kept = { read: { clientId: read.clientId }, act: { clientId: act.clientId } }
    const before = await stored()
    expect((await put(desk.input(kept))).body.tenant.read.hasSecret).toBe(true)
    expect(await stored()).toEqual(before)
    const elsewhere: [string, object][] = [
      ['another tenant', { ...kept, tenantId: newId() }],
      ['another address of Graph', { ...kept, graphUrl: 'https://graph.elsewhere.example' }],
      ['another address to sign in', { ...kept, loginUrl: 'https://login.elsewhere.example' }],
      ['another cloud', { ...kept, cloud: 'public', loginUrl: undefined, graphUrl: undefined }],
      ['another registration', { read: { clientId: newId() }, act: { clientId: newId() } }],
    ]
    for (const [name, change] of elsewhere) {
      await desk.connect()
      const { body } = await put({ ...desk.input(), ...change })
      expect([name, body.tenant.read.hasSecret, body.tenant.act.hasSecret]).toEqual([name, false, false])
      expect(body.health).toBe('secret-missing')
      expect(await graphOf(desk.platform, desk.desk.orgId, 'read')).toBeNull()
    }
  })

  test('that was copied to another row cannot be opened', async () => {
    await desk.platform.owner.query(
      `update tenant_registrations set sealed = (select sealed from tenant_registrations where purpose = 'read') where purpose = 'act'`,
    )
    await expect(graphOf(desk.platform, desk.desk.orgId, 'act')).rejects.toThrow()
  })

  test('may be a certificate with its own key, which says itself when it expires', async () => {
    const { clientId } = desk.simulator.connection.read
    const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
    const [own, other] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
    if (!own || !other) throw new Error('Two keys are made')
    const certificateOfOwn = certificateFor(own)
    const read = (privateKey: string, certificate = certificateOfOwn) => ({
      clientId,
      credential: { kind: 'certificate' as const, privateKey, certificate },
    })
    const fields = async (given: object) => (await put({ ...desk.input(), read: given })).body.errors?.[0]
    expect(await fields(read(pem(other)))).toMatchObject({ code: 'private-key-of-another' })
    expect(await fields(read('no key'))).toMatchObject({ code: 'private-key-not-valid' })
    expect(await fields(read(pem(own), 'no certificate'))).toMatchObject({ code: 'certificate-not-valid' })
    await desk.simulator.control.registration({ clientId, certificate: certificateOfOwn })
    const { body } = await put(desk.input({ read: read(pem(own)) }))
    expect(body.tenant.read).toMatchObject({ kind: 'certificate', hasSecret: true, expiry: 'far' })
    // What is signed with a key bears the time of this machine.
    desk.platform.clock.set(new Date().toISOString())
    expect(outcomes((await check()).body)).toMatchObject({ 'sign-in': 'works', people: 'works' })
  })
})

describe('the connection', () => {
  test('is one client for everybody, and another once it was changed', async () => {
    const { platform } = desk
    const { orgId } = desk.desk
    const first = await graphOf(platform, orgId, 'read')
    expect(await graphOf(platform, orgId, 'read')).toBe(first)
    await desk.connect()
    expect(await graphOf(platform, orgId, 'read')).not.toBe(first)
  })
})

test('agents and leads see nothing of it, auditors read, and what is disconnected leaves nothing behind', async () => {
  for (const who of ['tess', 'lies', 'pia', 'ada'] as const)
    expect((await desk.call(who, 'GET', path)).status).toBe(403)
  expect((await desk.call('otto', 'GET', path)).status).toBe(200)
  expect((await desk.call('otto', 'DELETE', path)).status).toBe(403)
  await check()
  expect((await desk.call('root', 'DELETE', path)).status).toBe(204)
  expect(await desk.desk.within(tenantOf)).toBeNull()
  const { rows } = await desk.platform.owner.query<{ left: number }>(
    `select ((select count(*) from tenant_registrations) + (select count(*) from tenant_checks) + (select count(*) from tenant_persons))::int as left`,
  )
  expect(rows).toEqual([{ left: 0 }])
  expect((await desk.call('root', 'GET', path)).body.health).toBe('none')
})

describe('what would replace a secret that works', () => {
  const wrong = () => credential({ ...desk.simulator.connection.read, secret: 'not-it' })

  test('is tried first, and changes nothing where Microsoft refuses it', async () => {
    const { status, body } = await put({ ...desk.input(), read: wrong() })
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'sign-in-not-accepted', data: { purpose: 'read' } })
    expect(body.data.said).toContain('7000215')
    expect((await check()).body.health).toBe('works')
  })

  test('is saved all the same where an administrator says so', async () => {
    expect((await put({ ...desk.input(), read: wrong(), keepRefused: true })).status).toBe(200)
    expect((await check()).body.health).toBe('fails')
    expect((await put(desk.input())).status).toBe(200)
    expect((await check()).body.health).toBe('works')
  })

  test('is saved where no answer comes, which says nothing of it', async () => {
    await desk.simulator.control.outage('refuse')
    expect((await put({ ...desk.input(), read: wrong() })).status).toBe(200)
    await desk.simulator.control.outage('none')
  })
})

describe('an address of our own', () => {
  test.each([
    ['http://169.254.169.254', true],
    ['http://[fe80::1]:8080', true],
    ['https://169.254.169.254/graph', false],
    ['https://10.0.0.7', false],
    ['https://[::1]', false],
    ['https://localhost', false],
  ])('is refused with words where the guard would refuse it later: %s', async (graphUrl, allowPrivate) => {
    const loginUrl = allowPrivate ? desk.simulator.connection.loginUrl : 'https://login.microsoftonline.com'
    const { status, body } = await put({ ...desk.input(), loginUrl, graphUrl, allowPrivate })
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ field: 'graphUrl', code: 'address-not-allowed' }])
    expect(body.errors[0].message).not.toBe('')
  })
})

describe('as soon as there is a second organisation', () => {
  test('no connection may lead into a private network', async () => {
    const { body } = await put({ ...desk.input(), allowPrivate: false })
    expect(body.errors).toMatchObject([{ field: 'loginUrl', code: 'address-needs-tls' }])
    await createOrganisation(
      desk.platform,
      { name: 'Fabrikam', language: 'nl', timeZone: 'Europe/Amsterdam' },
      () => Promise.resolve(),
    )
    const answer = await put(desk.input())
    expect(answer.body.code).toBe('private-address-not-allowed')
    expect((await desk.call('root', 'GET', path)).body.canBePrivate).toBe(false)
  })
})
