import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { putMail, type MailToSend } from '#integrations/mail/mail-to-send.ts'
import { createParsePool } from '#integrations/mail/parse-pool.ts'
import { deliverJob } from '#platform/outbox/deliver.ts'
import { type TenantDesk, tenantDesk } from '../../../../tests/support/tenant-server.ts'
import { addMailbox } from './actions.ts'
import { checkMailbox } from './check.ts'
import { mailDeliverer } from './deliver.ts'
import { fetchByGraph } from './graph/fetch-graph.ts'
import { takeIn } from './intake.ts'
import { createSenders } from './senders.ts'
import { type InboundRow, listInbound } from './store/inbound-mails.ts'
import { findMailbox, type MailboxRow } from './store/mailboxes.ts'
import { findSent } from './store/sent-mails.ts'

const pool = createParsePool()
const senders = createSenders()
const deliver = deliverJob({ mail: mailDeliverer(senders) })
const shared = 'uma@contoso.example'
let desk: TenantDesk
let mailbox: MailboxRow

const input = {
  address: 'helpdesk@contoso.example',
  name: 'Helpdesk',
  enabled: true,
  receives: 'graph' as const,
  imap: null,
  smtp: null,
  sends: 'graph' as const,
  graph: { user: shared, folder: 'inbox', processedFolder: 'Processed' },
  unknownSenders: 'open' as const,
  subAddresses: true,
}

beforeAll(async () => {
  desk = await tenantDesk()
  await desk.connect()
  const id = await addMailbox(desk.platform, desk.desk.orgId, input)
  const found = await desk.desk.within((tx) => findMailbox(tx, id ?? ''))
  if (found === null) throw new Error('the mailbox was not added')
  mailbox = found
})
afterAll(async () => {
  await senders.close()
  await pool.close()
  await desk.close()
})
beforeEach(async () => {
  await desk.simulator.control.noFaults()
  await desk.simulator.control.mailboxPolicy(shared, true)
})

const fetchMails = () => fetchByGraph(desk.platform, desk.desk.orgId, mailbox, new AbortController().signal)

const everyMail = (): Promise<InboundRow[]> =>
  desk.desk.within(async (tx) => {
    const states = ['stored', 'processed', 'ignored', 'quarantined'] as const
    const lists = await Promise.all(
      states.map((state) => listInbound(tx, { state, before: undefined, limit: 100 })),
    )
    return lists.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1))
  })

/** Reads what was stored, as the job does. */
async function takeAll(): Promise<readonly InboundRow[]> {
  for (const { id, state } of await everyMail()) {
    if (state === 'stored') await takeIn(desk.platform, pool, { orgId: desk.desk.orgId, id })
  }
  return everyMail()
}

let count = 0
function mime(from: string, subject: string, headers: readonly string[] = []): string {
  count += 1
  return [
    `From: ${from}`,
    `To: ${input.address}`,
    `Subject: ${subject}`,
    `Message-ID: <g${String(count)}@mail.example>`,
    ...headers,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Het werkt niet, ook niet één keer.',
    '',
  ].join('\r\n')
}

const plain: MailToSend = {
  to: { name: 'Ada', address: 'ada@contoso.example' },
  language: 'nl',
  subject: 'Je melding',
  text: 'Werkt het nu?',
  links: [],
  automatic: false,
  ticketId: null,
  files: [],
}

async function send(mail: Partial<MailToSend>) {
  const id = await desk.desk.within((tx) => putMail(desk.platform, tx, { ...plain, ...mail }))
  await deliver(desk.platform, { orgId: desk.desk.orgId, id }).catch(() => undefined)
  const sent = await desk.desk.within((tx) => findSent(tx, id))
  if (sent === null) throw new Error('nothing was written down')
  return sent
}

describe('mail by Microsoft Graph', () => {
  let ticketId: string

  test('opens a ticket, byte for byte as it came, and is moved away', async () => {
    await desk.simulator.control.addMime(shared, mime('Ada <ada@contoso.example>', 'iPhone meldt zich niet aan'))
    expect(await fetchMails()).toBeNull()
    const [mail] = await takeAll()
    expect(mail).toMatchObject({ state: 'processed', kind: 'person', fromAddress: 'ada@contoso.example' })
    ticketId = mail?.ticketId ?? ''
    expect(ticketId).not.toBe('')
    const kept = await desk.simulator.control.mail(shared)
    expect(kept.map(({ folder }) => folder)).toEqual(['Processed'])
  })

  test('is answered by Graph, and the answer threads on both sides', async () => {
    const sent = await send({ ticketId, subject: 'Re: iPhone meldt zich niet aan' })
    expect(sent).toMatchObject({ state: 'sent', answer: '202 Accepted' })
    const arrived = (await desk.simulator.control.mail('ada@contoso.example')).at(-1)
    expect(arrived?.internetMessageId).toBe(`<${sent.messageId}>`)
    expect(arrived?.mime).toMatch(/In-Reply-To: <g1@mail\.example>/i)
    expect(arrived?.mime).toMatch(/Reply-To: Helpdesk\s+<helpdesk\+/i)
    await desk.simulator.control.addMime(
      shared,
      mime('ada@contoso.example', 'Re: iPhone meldt zich niet aan', [`In-Reply-To: <${sent.messageId}>`]),
    )
    await fetchMails()
    const mails = await takeAll()
    expect(mails.at(-1)).toMatchObject({ state: 'processed', ticketId })
  })

  test('comes in once, also where the folder has to be read anew', async () => {
    const before = (await everyMail()).length
    await desk.simulator.control.fault('delta', { share: 1 })
    await desk.simulator.control.addMime(
      shared,
      mime('bob@contoso.example', 'Outlook vraagt steeds een wachtwoord'),
    )
    for (let turn = 0; turn < 6; turn += 1) expect(await fetchMails()).toBeNull()
    expect((await takeAll()).length).toBe(before + 1)
  })

  test.each([
    ['Microsoft answers at another address', `graph_link = replace(graph_link, '127.0.0.1', '127.0.0.2')`],
    ['another tenant is connected', `graph_link = graph_link || 'x', graph_tenant = gen_random_uuid()`],
  ])('comes once, and goes on coming, where %s since', async (_, change) => {
    await fetchMails()
    const before = (await everyMail()).length
    await desk.platform.owner.query(`update mailboxes set ${change}`)
    await desk.simulator.control.addMime(shared, mime('bob@contoso.example', 'Na de verhuizing'))
    for (let turn = 0; turn < 2; turn += 1) expect(await fetchMails()).toBeNull()
    expect((await takeAll()).length).toBe(before + 1)
  })

  test('that cannot be moved stays once as well', async () => {
    const before = (await everyMail()).length
    await desk.simulator.control.registration({
      clientId: desk.simulator.connection.read.clientId,
      take: 'Mail.ReadWrite',
      give: 'Mail.Read',
    })
    await desk.simulator.control.addMime(shared, mime('bob@contoso.example', 'Nog iets'))
    for (let turn = 0; turn < 3; turn += 1) expect(await fetchMails()).toBeNull()
    expect((await takeAll()).length).toBe(before + 1)
    await desk.simulator.control.registration({
      clientId: desk.simulator.connection.read.clientId,
      take: 'Mail.Read',
      give: 'Mail.ReadWrite',
    })
  })

  test('outside the access policy says so, is tried again, and comes when it is allowed', async () => {
    await desk.simulator.control.mailboxPolicy(shared, false)
    await desk.simulator.control.addMime(shared, mime('ada@contoso.example', 'Wacht'))
    expect(await fetchMails()).toMatchObject({ code: 'mailbox-not-allowed' })
    expect(await send({})).toMatchObject({ state: 'retrying', reason: 'mailbox-not-allowed' })
    const check = await checkMailbox(desk.platform, desk.desk.orgId, input, mailbox)
    expect(check.graph).toMatchObject({ ok: false, code: 'mailbox-not-allowed' })
    await desk.simulator.control.mailboxPolicy(shared, true)
    expect(await fetchMails()).toBeNull()
    expect((await takeAll()).at(-1)).toMatchObject({ subject: 'Wacht', state: 'processed' })
    expect((await checkMailbox(desk.platform, desk.desk.orgId, input, mailbox)).graph).toEqual({
      ok: true,
      code: null,
      answer: '',
    })
  })

  test.each(['Mail.Send', 'Mail.ReadWrite'])('names %s where it is missing', async (permission) => {
    const { clientId } = desk.simulator.connection.read
    await desk.simulator.control.registration({ clientId, take: permission })
    const check = await checkMailbox(desk.platform, desk.desk.orgId, input, mailbox)
    expect(check.graph).toMatchObject({ ok: false, code: 'graph-permission-missing' })
    await desk.simulator.control.registration({ clientId, give: permission })
  })

  test('too large for Microsoft to take is refused for good, and says so', async () => {
    expect(await send({ text: 'x'.repeat(3_000_000) })).toMatchObject({
      state: 'failed',
      reason: 'too-large-for-graph',
    })
  })

  test('waits while Microsoft cannot be reached, and loses nothing', async () => {
    await desk.simulator.control.addMime(shared, mime('ada@contoso.example', 'Storing'))
    await desk.simulator.control.outage('refuse')
    expect(await fetchMails()).toMatchObject({ code: 'not-reachable' })
    expect(await send({ subject: 'Later' })).toMatchObject({ state: 'retrying', reason: 'not-reachable' })
    await desk.simulator.control.outage('none')
    await fetchMails()
    expect((await takeAll()).at(-1)).toMatchObject({ subject: 'Storing', state: 'processed' })
  })
})
