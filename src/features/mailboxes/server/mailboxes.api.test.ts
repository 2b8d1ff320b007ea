import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Role } from '#features/people/domain/person.ts'
import { createParsePool } from '#integrations/mail/parse-pool.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { createApp } from '#platform/http/app.ts'
import type { Identification } from '#platform/http/signed-in.ts'
import { imapPeer } from '../../../../tests/support/imap-peer.ts'
import { mailServer } from '../../../../tests/support/mail-server.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { mailboxJobs } from './jobs.ts'
import { startReceivingMail, type MailReceiving } from './receiving.ts'
import { mailboxRoutes } from './routes.ts'

let platform: TestPlatform
let desk: TestDesk
let receiving: MailReceiving
let app: Awaited<ReturnType<typeof createApp>>
let worker: Awaited<ReturnType<typeof startWorker>>
const pool = createParsePool()

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
  app = await createApp(platform, signedInAs(await desk.as('root'), desk.orgId))
  mailboxRoutes(app, { pool })
  worker = await startWorker(platform, { jobs: mailboxJobs(pool) })
  receiving = await startReceivingMail(platform, { smtp: { host: '127.0.0.1', port: 0, tls: null } })
})
afterAll(async () => {
  await receiving.close()
  await worker.stop()
  await pool.close()
  await app.close()
  await platform.close()
})

/** Whoever calls has the roles that a header names. */
function signedInAs(actor: PersonActor, orgId: string): Identification {
  return {
    authenticate: ({ headers }) => {
      const named = headers['x-roles']
      const person = {
        orgId,
        personId: actor.personId,
        language: 'nl' as const,
        signInId: 's',
        actor,
        by: 'cookie' as const,
        lacksSecondFactor: false,
        practising: false,
      }
      return Promise.resolve(typeof named === 'string' ? { ...person, roles: named.split(',') as Role[] } : null)
    },
    stillSignedIn: (_orgId, ids) => Promise.resolve(new Set(ids)),
  }
}

type Call = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly roles?: string
}

async function call(url: string, { method = 'GET', body, roles = 'administrator' }: Call = {}) {
  const answer = await app.inject({
    method,
    url,
    headers: { 'x-roles': roles, 'sec-fetch-site': 'same-origin' },
    ...(body === undefined ? {} : { payload: body as object }),
  })
  const text = answer.body
  return {
    status: answer.statusCode,
    body: text === '' ? null : (JSON.parse(text) as Record<string, never>),
    text,
  }
}

const basic = { name: 'Helpdesk', receives: 'smtp', unknownSenders: 'quarantine' }
const imapOf = (port: number) => ({ host: '127.0.0.1', port, security: 'none', allowPrivate: true, user: 'desk' })

describe('a mailbox', () => {
  test('is added, changed and removed by an administrator, and by nobody else', async () => {
    const body = { ...basic, address: 'First@contoso.example' }
    expect((await call('/api/v1/mailboxes', { method: 'POST', body, roles: 'lead' })).status).toBe(403)
    const added = await call('/api/v1/mailboxes', { method: 'POST', body })
    expect(added).toMatchObject({
      status: 201,
      body: { address: 'first@contoso.example', hasSmtpPassword: false },
    })
    const url = `/api/v1/mailboxes/${String(added.body?.['id'])}`
    expect(await call(url, { method: 'PUT', body: { ...body, name: 'Desk' } })).toMatchObject({
      body: { name: 'Desk' },
    })
    expect((await call('/api/v1/mailboxes', { method: 'POST', body })).body).toMatchObject({
      code: 'mailbox-address-taken',
    })
    expect((await call(url, { method: 'DELETE' })).status).toBe(204)
    expect((await call(url, { method: 'PUT', body })).status).toBe(404)
  })

  test('never shows its passwords, and stores them sealed', async () => {
    const secret = 'canary-4711-secret'
    const body = {
      ...basic,
      address: 'sealed@contoso.example',
      receives: 'imap',
      imap: imapOf(1),
      imapPassword: secret,
      smtp: { host: 'smtp.contoso.example', port: 587, security: 'starttls', user: 'desk' },
      smtpPassword: secret,
      enabled: false,
    }
    const added = await call('/api/v1/mailboxes', { method: 'POST', body })
    expect(added).toMatchObject({ status: 201, body: { hasImapPassword: true, hasSmtpPassword: true } })
    expect(added.text + (await call('/api/v1/mailboxes')).text).not.toContain(secret)
    const { rows } = await platform.owner.query('select * from mailboxes')
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  test('does not send a kept password to another server that somebody names later', async () => {
    const peer = await imapPeer({ password: 'kept' })
    const body = {
      ...basic,
      address: 'moved@contoso.example',
      receives: 'imap',
      imap: imapOf(peer.port),
      enabled: false,
    }
    const { body: added } = await call('/api/v1/mailboxes', {
      method: 'POST',
      body: { ...body, imapPassword: 'kept' },
    })
    const check = `/api/v1/mailboxes/check?id=${String(added?.['id'])}`
    expect(await call(check, { method: 'POST', body })).toMatchObject({ body: { imap: { ok: true } } })
    const elsewhere = { ...body, imap: { ...body.imap, host: 'localhost' } }
    expect(await call(check, { method: 'POST', body: elsewhere })).toMatchObject({
      body: { imap: { ok: false, code: 'sign-in-refused' } },
    })
    await peer.close()
  })
})

describe('the test of settings', () => {
  test('says what the servers said', async () => {
    const [peer, world] = [await imapPeer(), await mailServer()]
    const body = {
      ...basic,
      address: 'check@contoso.example',
      receives: 'imap',
      imap: imapOf(peer.port),
      imapPassword: 'wrong',
      smtp: { host: '127.0.0.1', port: world.port, security: 'none', allowPrivate: true },
    }
    expect(await call('/api/v1/mailboxes/check', { method: 'POST', body })).toMatchObject({
      status: 200,
      body: { imap: { ok: false, code: 'sign-in-refused' }, smtp: { ok: true } },
    })
    await peer.close()
    await world.close()
  })

  test.each(['127.0.0.1', 'localhost', '169.254.169.254', '[::1]'])(
    'SSRF: reaches nothing inside unless that is allowed: %s',
    async (host) => {
      const body = { ...basic, address: 'x@contoso.example', smtp: { host, port: 25, security: 'none' } }
      expect(await call('/api/v1/mailboxes/check', { method: 'POST', body })).toMatchObject({
        body: { smtp: { ok: false, code: 'address-not-allowed' } },
      })
    },
  )

  test('SSRF: an organisation that shares the installation cannot allow itself the inside', async () => {
    const shared = await testPlatform()
    const first = await testDesk(shared, { name: 'Contoso' })
    await testDesk(shared, { name: 'Fabrikam' })
    const other = await createApp(shared, signedInAs(await first.as('root'), first.orgId))
    mailboxRoutes(other, { pool })
    const answer = await other.inject({
      method: 'POST',
      url: '/api/v1/mailboxes/check',
      headers: { 'sec-fetch-site': 'same-origin', 'x-roles': 'administrator' },
      payload: { ...basic, address: 'x@contoso.example', smtp: { ...imapOf(25), user: null } },
    })
    expect(answer.json()).toMatchObject({ code: 'private-server-not-allowed' })
    await other.close()
    await shared.close()
  })
})

describe('mail from the outside', () => {
  async function deliver(to: string, subject: string, from = 'ada@contoso.example'): Promise<string> {
    const transport = createTransport({ host: '127.0.0.1', port: receiving.port ?? 0, ignoreTLS: true })
    const sent = await transport
      .sendMail({ from, to, subject, text: 'Het werkt niet.' })
      .finally(() => transport.close())
    return sent.response
  }
  const mails = async (state: string) => (await call(`/api/v1/inbound-mails?state=${state}`)).body?.['mails'] ?? []
  const added = (body: object) => call('/api/v1/mailboxes', { method: 'POST', body })

  test('comes in by our SMTP server, becomes a ticket, and relays to nobody', async () => {
    await added({ ...basic, address: 'smtp@contoso.example' })
    expect(await deliver('smtp@contoso.example', 'By SMTP')).toContain('250')
    await vi.waitFor(
      async () =>
        expect(await mails('processed')).toContainEqual(
          expect.objectContaining({ subject: 'By SMTP', ticket: expect.anything() as object }),
        ),
      15_000,
    )
    await expect(deliver('victim@elsewhere.example', 'Relay')).rejects.toMatchObject({ responseCode: 550 })
  })

  test('comes in by IMAP, and is moved away when it is stored', async () => {
    const peer = await imapPeer()
    peer.deliver(
      Buffer.from('From: ada@contoso.example\r\nSubject: By IMAP\r\nMessage-ID: <i@x>\r\n\r\nHallo\r\n'),
    )
    const imap = { ...basic, address: 'imap@contoso.example', receives: 'imap', imap: imapOf(peer.port) }
    await added({ ...imap, imapPassword: 'secret' })
    await vi.waitFor(
      async () => expect(await mails('processed')).toContainEqual(expect.objectContaining({ subject: 'By IMAP' })),
      30_000,
    )
    await vi.waitFor(() => expect(peer.folder('Processed')).toHaveLength(1), 5000)
    const list = await call('/api/v1/mailboxes')
    const all = list.body?.['mailboxes'] as unknown as { address: string; incoming: object | null }[]
    expect(all.find((one) => one.address === 'imap@contoso.example')?.incoming).toMatchObject({ failures: 0 })
    await peer.close()
  })

  test('that was set aside is looked at safely, retried, opened or discarded', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: receiving.port ?? 0, ignoreTLS: true })
    const html = '<p onclick="x()">Hallo<img src="https://tracker.example/p.gif"><script>alert(1)</script></p>'
    for (const subject of ['Aside A', 'Aside B']) {
      await transport.sendMail({ from: 'nobody@else.example', to: 'smtp@contoso.example', subject, html })
    }
    transport.close()
    type Shown = { id: string; subject: string; reason: string }
    const aside = await vi.waitFor(async () => {
      const found = ((await mails('quarantined')) as Shown[]).filter((one) => one.subject.startsWith('Aside'))
      expect(found).toHaveLength(2)
      return found
    }, 15_000)
    expect(aside.map((one) => one.reason)).toEqual(['unknown-sender', 'unknown-sender'])
    const [b, a] = aside.map((one) => `/api/v1/inbound-mails/${one.id}`)
    const shown = await call(a ?? '')
    expect(shown.body).toMatchObject({ text: 'Hallo', html: '<p>Hallo<span></span></p>\n' })
    expect((await call(a ?? '', { roles: 'agent' })).status).toBe(403)
    const post = { method: 'POST', roles: 'lead' } as const
    expect((await call(`${a}/retry`, post)).body).toMatchObject({ state: 'quarantined' })
    expect((await call(`${a}/open`, post)).body).toMatchObject({
      state: 'processed',
      ticket: { number: expect.any(Number) as number },
    })
    expect((await call(`${a}/open`, post)).body).toMatchObject({ code: 'mail-already-handled' })
    expect((await call(`${b}/discard`, post)).body).toMatchObject({ state: 'discarded' })
    const raw = await app.inject({ url: `${b}/raw`, headers: { 'x-roles': 'administrator' } })
    expect(raw.headers['content-disposition']).toMatch(/^attachment/)
    expect(raw.body).toContain('Subject: Aside B')
  })
})
