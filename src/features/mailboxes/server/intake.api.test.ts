import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { readTicket } from '#features/tickets/server/actions.ts'
import { createParsePool } from '#integrations/mail/parse-pool.ts'
import { signMessageId } from '#integrations/mail/thread-token.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { addMailbox } from './actions.ts'
import { takeIn } from './intake.ts'
import { listInbound, type InboundRow, type InboundState } from './store/inbound-mails.ts'
import { storeMail } from './store-mail.ts'
import { threadKey } from './thread-key.ts'

let platform: TestPlatform
let desk: TestDesk
let mailboxId: string
const pool = createParsePool()

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
  mailboxId = await mailbox('helpdesk@contoso.example', 'quarantine')
})
afterAll(async () => {
  await pool.close()
  await platform.close()
})

async function mailbox(address: string, unknownSenders: 'open' | 'quarantine'): Promise<string> {
  const input = { address, name: 'Helpdesk', enabled: true, receives: 'smtp' as const, imap: null, smtp: null }
  const id = await addMailbox(platform, desk.orgId, { ...input, unknownSenders, subAddresses: false })
  if (id === null) throw new Error('the address is taken')
  return id
}

let count = 0
function mailFrom(
  from: string,
  subject: string,
  headers: readonly string[] = [],
  body = 'Het werkt niet.',
): Buffer {
  count += 1
  const own = headers.some((header) => header.startsWith('Message-ID'))
    ? []
    : [`Message-ID: <m${String(count)}@mail.example>`]
  const head = [`From: ${from}`, 'To: helpdesk@contoso.example', `Subject: ${subject}`, ...own, ...headers]
  return Buffer.from([...head, 'Content-Type: text/plain; charset=utf-8', '', body, ''].join('\r\n'))
}

async function store(raw: Uint8Array, to = mailboxId, envelopeFrom: string | null = null): Promise<void> {
  await storeMail(platform, { orgId: desk.orgId, id: to }, { bytes: raw, envelopeFrom, envelopeTo: [] })
}

const states: readonly InboundState[] = ['stored', 'processed', 'ignored', 'quarantined', 'discarded']
async function everyMail(): Promise<InboundRow[]> {
  const lists = await desk.within((tx) =>
    Promise.all(states.map((state) => listInbound(tx, { state, before: undefined, limit: 1000 }))),
  )
  return lists.flat().toSorted((a, b) => (a.id < b.id ? 1 : -1))
}

/** Stores a mail, reads it as the job does, and tells what became of it. */
async function takes(raw: Uint8Array, to = mailboxId, envelopeFrom: string | null = null): Promise<InboundRow> {
  await store(raw, to, envelopeFrom)
  const [newest] = await everyMail()
  if (newest === undefined) throw new Error('nothing was stored')
  await takeIn(platform, pool, { orgId: desk.orgId, id: newest.id })
  const after = (await everyMail()).find((one) => one.id === newest.id)
  if (after === undefined) throw new Error('the mail is gone')
  return after
}

async function tokenFor(name: PersonName, ticketId: string): Promise<string> {
  const key = await desk.within((tx) => threadKey(platform, tx))
  const recipient = desk.people[name].email
  return `In-Reply-To: <${signMessageId({ key, ticketId, mailId: 'x', recipient, domain: 'contoso.example' })}>`
}

async function factsOf(ticketId: string | null) {
  const { events } = await desk.within((tx) => readTicket(tx, { kind: 'system', name: 'mail' }, ticketId ?? ''))
  return events.map((event) => event.fact)
}

const ticketCount = async (): Promise<number> =>
  Number((await platform.owner.query<{ count: string }>('select count(*) from tickets')).rows[0]?.count)

describe('a mail of a requester', () => {
  test('opens a ticket under the published plan, in their name', async () => {
    const mail = await takes(mailFrom('Ada <ADA@contoso.example>', 'Re: iPhone meldt zich niet aan'))
    expect(mail).toMatchObject({ state: 'processed', kind: 'person', ticketNumber: expect.any(Number) as number })
    const { rows } = await platform.owner.query('select subject, requester_id, state from tickets where id = $1', [
      mail.ticketId,
    ])
    expect(rows[0]).toMatchObject({ subject: 'iPhone meldt zich niet aan', requester_id: desk.people.ada.id })
  })

  test('lands in their ticket without the history below it', async () => {
    const { ticketId } = await takes(mailFrom('ada@contoso.example', 'One'))
    const reply = mailFrom(
      'ada@contoso.example',
      'anything at all',
      [await tokenFor('ada', ticketId ?? '')],
      'Code 0x80180013.\n\nOp ma 2 nov 2026 schreef Helpdesk <helpdesk@contoso.example>:\n> Welke code?',
    )
    expect(await takes(reply)).toMatchObject({ state: 'processed', ticketId })
    expect((await factsOf(ticketId)).at(-1)).toMatchObject({
      type: 'answered',
      words: { text: 'Code 0x80180013.' },
    })
  })

  test('lands in their ticket when it answers their own earlier mail', async () => {
    const first = mailFrom('ada@contoso.example', 'Two', ['Message-ID: <first@contoso.example>'])
    const { ticketId } = await takes(first)
    const second = mailFrom('ada@contoso.example', 'Two', ['References: <first@contoso.example>'], 'Nog iets.')
    expect(await takes(second)).toMatchObject({ state: 'processed', ticketId })
  })

  test('brings its attachments along', async () => {
    const raw = Buffer.from(
      'From: ada@contoso.example\r\nMessage-ID: <att@x.example>\r\nSubject: Foto\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nZie foto\r\n--b\r\nContent-Type: image/png; name="../scherm.png"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n',
    )
    const { ticketId } = await takes(raw)
    const { rows } = await platform.owner.query(
      'select f.name from ticket_files t join files f on f.org_id = t.org_id and f.id = t.file_id where t.ticket_id = $1',
      [ticketId],
    )
    expect(rows).toEqual([{ name: 'scherm.png' }])
  })
})

describe('a mail that must not get into a ticket', () => {
  test('ticket trick: a number in the subject proves nothing', async () => {
    const { ticketId, ticketNumber } = await takes(mailFrom('ada@contoso.example', 'Mine'))
    const trick = await takes(mailFrom('bob@contoso.example', `Re: [T-${String(ticketNumber)}] Mine`))
    expect(trick.ticketId).not.toBe(ticketId)
  })

  test('CVE-2024-49193: somebody who was on Cc is not let in by the token of the requester', async () => {
    const { ticketId } = await takes(mailFrom('ada@contoso.example', 'Private'))
    const token = await tokenFor('ada', ticketId ?? '')
    const reply = await takes(mailFrom('bob@contoso.example', 'Re: Private', [token]))
    expect(reply).toMatchObject({ state: 'quarantined', reason: 'reply-from-someone-else' })
    expect((await factsOf(ticketId)).map((fact) => fact.type)).toEqual(['opened'])
  })

  test('sender spoofing: two From headers are set aside', async () => {
    const mail = await takes(mailFrom('ada@contoso.example', 'x', ['From: bob@contoso.example']))
    expect(mail).toMatchObject({
      state: 'quarantined',
      reason: 'several-senders',
      fromAddress: 'ada@contoso.example',
    })
  })

  test('a stranger is set aside or becomes a requester, as the mailbox says', async () => {
    const stranger = 'Nieuwe Collega <nieuw@contoso.example>'
    expect(await takes(mailFrom(stranger, 'Hulp'))).toMatchObject({
      state: 'quarantined',
      reason: 'unknown-sender',
    })
    const open = await mailbox('open@contoso.example', 'open')
    expect(await takes(mailFrom(stranger, 'Hulp'), open)).toMatchObject({ state: 'processed' })
    const { rows } = await platform.owner.query(
      `select name, roles from persons where email = 'nieuw@contoso.example'`,
    )
    expect(rows).toEqual([{ name: 'Nieuwe Collega', roles: ['requester'] }])
  })

  test('an agent who answers a notice writes to colleagues, never to the requester', async () => {
    const { ticketId } = await takes(mailFrom('ada@contoso.example', 'Internal'))
    const reply = await takes(
      mailFrom('tess@contoso.example', 'Re', [await tokenFor('tess', ticketId ?? '')], 'I look'),
    )
    expect(reply).toMatchObject({ state: 'processed', ticketId })
    expect((await factsOf(ticketId)).at(-1)).toMatchObject({ type: 'noted' })
  })

  test.each([
    ['an absence', ['Auto-Submitted: auto-replied']],
    ['a list', ['List-Id: <news.example>']],
    ['a robot', ['Precedence: bulk']],
  ])('is noted and moves nothing: %s', async (_what, headers) => {
    const before = await ticketCount()
    expect(await takes(mailFrom('ada@contoso.example', 'Re: x', headers))).toMatchObject({ state: 'ignored' })
    expect(await takes(mailFrom('ada@contoso.example', 'x'), mailboxId, '')).toMatchObject({ state: 'ignored' })
    expect(await ticketCount()).toBe(before)
  })
})

describe('a mail is taken once', () => {
  test('however often it is delivered', async () => {
    const raw = mailFrom('ada@contoso.example', 'Once')
    const before = await ticketCount()
    await takes(raw)
    await takes(raw)
    expect(await ticketCount()).toBe(before + 1)
  })

  test('by two nodes at the same time', async () => {
    const before = await ticketCount()
    await store(mailFrom('ada@contoso.example', 'Raced'))
    const [newest] = await everyMail()
    const take = () => takeIn(platform, pool, { orgId: desk.orgId, id: newest?.id ?? '' })
    await Promise.all(Array.from({ length: 8 }, take))
    expect(await ticketCount()).toBe(before + 1)
  })

  test('and a mail with the same Message-ID and other content is another, marked', async () => {
    const id = ['Message-ID: <twice@contoso.example>']
    await takes(mailFrom('ada@contoso.example', 'A', id, 'first'))
    const second = await takes(mailFrom('ada@contoso.example', 'A', id, 'second'))
    expect(second).toMatchObject({ state: 'processed', sameMessageId: true })
  })
})

describe('a mail that cannot be processed', () => {
  test.each([
    [
      'too many parts',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(1500)}`,
      'mail-too-many-parts',
    ],
    ['headers without end', `Subject: ${'x'.repeat(3_000_000)}\r\n\r\n`, 'mail-unreadable'],
  ])('is set aside with the reason, and the next goes on: %s', async (_what, raw, reason) => {
    expect(await takes(Buffer.from(raw))).toMatchObject({ state: 'quarantined', reason })
    expect(await takes(mailFrom('ada@contoso.example', 'Next'))).toMatchObject({ state: 'processed' })
  })

  test('is set aside when a move is refused, and nothing of it stays behind', async () => {
    const { ticketId } = await takes(mailFrom('ada@contoso.example', 'Empty reply'))
    const reply = await takes(mailFrom('ada@contoso.example', 'Re', [await tokenFor('ada', ticketId ?? '')], ''))
    expect(reply).toMatchObject({
      state: 'quarantined',
      reason: 'text-required',
      fromAddress: 'ada@contoso.example',
    })
    expect((await factsOf(ticketId)).map((fact) => fact.type)).toEqual(['opened'])
  })
})

const bounces = '../shared/data/mail/bounces'
const rfc = '../shared/data/mail/rfc'
const isThere = existsSync(bounces)
if (!isThere) console.log(`skipped: the mails of real mail systems stand in ${bounces}, which is absent here`)

describe.skipIf(!isThere)('the mails of real mail systems', () => {
  it('open no ticket and are not answered, all 318 of them', async () => {
    const open = await mailbox('bounces@contoso.example', 'open')
    const before = await ticketCount()
    const names = readdirSync(bounces).filter((name) => name.endsWith('.eml'))
    for (const name of names) await store(readFileSync(`${bounces}/${name}`), open)
    const stored = (await everyMail()).filter((mail) => mail.mailboxId === open)
    await Promise.all(stored.map((mail) => takeIn(platform, pool, { orgId: desk.orgId, id: mail.id })))
    const ended = (await everyMail()).filter((mail) => mail.mailboxId === open)
    // Some of the files are the same mail: it is kept once.
    expect(ended).toHaveLength(new Set(names.map((name) => readFileSync(`${bounces}/${name}`, 'latin1'))).size)
    expect(ended.filter((mail) => mail.state !== 'ignored')).toEqual([])
    expect(await ticketCount()).toBe(before)
    const { rows } = await platform.owner.query(`select id from outbox where kind = 'mail'`)
    expect(rows).toEqual([])
  })

  it('crash nothing: the mails of the RFCs are processed, ignored or set aside', async () => {
    const open = await mailbox('rfc@contoso.example', 'open')
    for (const name of readdirSync(rfc).filter((one) => one.endsWith('.eml'))) {
      const mail = await takes(readFileSync(`${rfc}/${name}`), open)
      expect(['processed', 'ignored', 'quarantined']).toContain(mail.state)
      expect(mail.reason).not.toBe('not-processed')
    }
  })
})
