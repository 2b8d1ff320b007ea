import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createParsePool } from '#integrations/mail/parse-pool.ts'
import { putMail, type MailToSend } from '#integrations/mail/mail-to-send.ts'
import { storeBlob } from '#platform/files/blobs.ts'
import { addFile } from '#platform/files/files.ts'
import { deliverJob } from '#platform/outbox/deliver.ts'
import { outboxPayloads } from '../../../../tests/support/outbox.ts'
import { type MailServer, mailServer } from '../../../../tests/support/mail-server.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { addMailbox } from './actions.ts'
import { mailDeliverer } from './deliver.ts'
import { takeIn } from './intake.ts'
import { createSenders } from './senders.ts'
import { listSuppressed, liftSuppression } from './store/answers.ts'
import { listHealth } from './store/health.ts'
import { findSent, listSent, type SentRow } from './store/sent-mails.ts'
import { listInbound } from './store/inbound-mails.ts'
import { storeMail } from './store-mail.ts'

let platform: TestPlatform
let desk: TestDesk
let world: MailServer
let mailboxId: string
const pool = createParsePool()
const senders = createSenders()
const deliver = deliverJob({ mail: mailDeliverer(senders) })

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
  world = await mailServer()
  const smtp = { host: '127.0.0.1', port: world.port, security: 'none' as const, allowPrivate: true, user: null }
  const id = await addMailbox(platform, desk.orgId, {
    address: 'helpdesk@contoso.example',
    name: 'Helpdesk',
    enabled: true,
    receives: 'smtp',
    imap: null,
    smtp,
    unknownSenders: 'open',
    subAddresses: true,
  })
  if (id === null) throw new Error('the address is taken')
  mailboxId = id
})
afterAll(async () => {
  await senders.close()
  await pool.close()
  await world.close()
  await platform.close()
})
beforeEach(() => world.refuse(null))

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

/** Puts a mail in the outbox and brings it to the mail server, as the job does. */
async function send(mail: Partial<MailToSend>): Promise<SentRow> {
  const id = await desk.within((tx) => putMail(platform, tx, { ...plain, ...mail }))
  await deliver(platform, { orgId: desk.orgId, id }).catch(() => undefined)
  const sent = await desk.within((tx) => findSent(tx, id))
  if (sent === null) throw new Error('nothing was written down')
  return sent
}

let count = 0
async function arrives(from: string, headers: readonly string[] = [], body = 'Het werkt niet.') {
  count += 1
  const head = [
    `From: ${from}`,
    `Message-ID: <d${String(count)}@mail.example>`,
    `Subject: S${String(count)}`,
    ...headers,
  ]
  const raw = Buffer.from([...head, '', body, ''].join('\r\n'))
  await storeMail(
    platform,
    { orgId: desk.orgId, id: mailboxId },
    { bytes: raw, envelopeFrom: null, envelopeTo: [] },
  )
  const [stored] = await desk.within((tx) => listInbound(tx, { state: 'stored', before: undefined, limit: 1 }))
  await takeIn(platform, pool, { orgId: desk.orgId, id: stored?.id ?? '' })
  const lists = await desk.within((tx) =>
    Promise.all(
      (['processed', 'ignored', 'quarantined'] as const).map((state) =>
        listInbound(tx, { state, before: undefined, limit: 5 }),
      ),
    ),
  )
  const mail = lists.flat().find((one) => one.id === stored?.id)
  if (mail === undefined) throw new Error('the mail is gone')
  return mail
}

describe('a mail that goes out', () => {
  test('reaches its person, and what the mail server said is kept', async () => {
    const sent = await send({})
    expect(sent).toMatchObject({ state: 'sent', answer: expect.stringContaining('4711') as string, attempts: 1 })
    expect(world.received.at(-1)).toMatchObject({ from: 'helpdesk@contoso.example', to: ['ada@contoso.example'] })
  })

  test('has a reply that lands in its ticket', async () => {
    const { ticketId } = await arrives('ada@contoso.example')
    await send({ ticketId })
    const { mail } = world.received.at(-1) ?? { mail: null }
    const reply = await arrives('ada@contoso.example', [`In-Reply-To: <${mail?.messageId ?? ''}>`], 'Nee.')
    expect(reply).toMatchObject({ state: 'processed', ticketId })
    const byAddress = await arrives(
      'ada@contoso.example',
      [`To: ${mail?.replyTo[0]?.address ?? ''}`],
      'Nog steeds niet.',
    )
    expect(byAddress).toMatchObject({ state: 'processed', ticketId })
  })

  test('stands in the conversation of the mail it answers', async () => {
    const { ticketId } = await arrives('ada@contoso.example')
    await send({ ticketId })
    await send({ ticketId })
    const [first, second] = world.received.slice(-2).map((one) => one.mail)
    expect(first?.inReplyTo).toEqual([`d${String(count)}@mail.example`])
    expect(second?.references).toEqual([`d${String(count)}@mail.example`, first?.messageId])
  })

  test('takes its files along', async () => {
    const blob = await storeBlob(platform, Buffer.from('hello'))
    const file = await desk.within((tx) => addFile(tx, blob, { name: 'stappen.txt', ownerId: null }))
    await send({ files: [file.id] })
    expect(world.received.at(-1)?.mail.attachments.map((one) => one.name)).toEqual(['stappen.txt'])
  })

  test('keeps its Message-ID when it is tried again, so that a double can be told', async () => {
    world.refuse({ code: 451, text: 'try later' })
    const first = await send({})
    expect(first).toMatchObject({ state: 'retrying', reason: 'try-later' })
    world.refuse(null)
    await deliver(platform, { orgId: desk.orgId, id: first.id })
    const again = await desk.within((tx) => findSent(tx, first.id))
    expect(again).toMatchObject({ state: 'sent', attempts: 2, messageId: first.messageId })
    expect(world.received.at(-1)?.mail.messageId).toBe(first.messageId)
  })

  test('does not go to one of our own addresses', async () => {
    expect(await send({ to: { name: '', address: 'Helpdesk@contoso.example' } })).toMatchObject({
      state: 'withheld',
      reason: 'own-address',
    })
  })
})

describe('mail to an address that does not exist', () => {
  test('stops after the server has said so, until somebody lifts it', async () => {
    world.refuse({ code: 550, text: '5.1.1 no such person' })
    const to = { name: 'Weg', address: 'weg@contoso.example' }
    expect(await send({ to })).toMatchObject({ state: 'failed', reason: 'recipient-refused' })
    world.refuse(null)
    expect(await send({ to })).toMatchObject({ state: 'withheld', reason: 'suppressed' })
    await desk.within((tx) => liftSuppression(tx, 'weg@contoso.example'))
    expect(await send({ to })).toMatchObject({ state: 'sent' })
  })

  const report = (messageId: string, to: string): readonly [readonly string[], string] => [
    ['Return-Path: <>', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
    `--b\r\n\r\nUndeliverable\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${to}\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 unknown\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <${messageId}>\r\n\r\nx\r\n--b--`,
  ]

  test('stops after a report about our own mail, which is put with its ticket', async () => {
    const { ticketId } = await arrives('ada@contoso.example')
    const sent = await send({ ticketId, to: { name: 'Oud', address: 'oud@contoso.example' } })
    const bounce = await arrives('MAILER-DAEMON@mx.example', ...report(sent.messageId, 'oud@contoso.example'))
    expect(bounce).toMatchObject({ state: 'ignored', reason: 'bounce', ticketId })
    expect(await desk.within((tx) => findSent(tx, sent.id))).toMatchObject({ state: 'bounced' })
    const suppressed = await desk.within((tx) => listSuppressed(tx))
    expect(suppressed.map((one) => one.address)).toContain('oud@contoso.example')
  })

  test('does not stop because of a made-up report about somebody', async () => {
    await send({ to: { name: 'Bob', address: 'bob@contoso.example' } })
    await arrives('MAILER-DAEMON@evil.example', ...report('made@up.example', 'bob@contoso.example'))
    const suppressed = await desk.within((tx) => listSuppressed(tx))
    expect(suppressed.map((one) => one.address)).not.toContain('bob@contoso.example')
    expect(await send({ to: { name: 'Bob', address: 'bob@contoso.example' } })).toMatchObject({ state: 'sent' })
  })
})

describe('an automatic answer', () => {
  const answer = (ticketId: string | null, address: string) =>
    send({ ticketId, automatic: true, to: { name: '', address } })

  test('goes out once for a mail, from nobody, so that it cannot be answered', async () => {
    const { ticketId } = await arrives('kim@contoso.example')
    expect(await answer(ticketId, 'kim@contoso.example')).toMatchObject({ state: 'sent' })
    expect(world.received.at(-1)?.from).toBe('')
  })

  test('mail loop: goes to one sender five times a day, and other mail still does', async () => {
    const states: string[] = []
    for (let mail = 0; mail < 7; mail += 1) {
      const { ticketId } = await arrives('robot@elsewhere.example')
      states.push((await answer(ticketId, 'robot@elsewhere.example')).state)
    }
    expect(states).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'withheld', 'withheld'])
    expect(await send({ to: { name: '', address: 'robot@elsewhere.example' } })).toMatchObject({ state: 'sent' })
    platform.clock.advance({ days: 2 })
    const { ticketId } = await arrives('robot@elsewhere.example')
    expect(await answer(ticketId, 'robot@elsewhere.example')).toMatchObject({ state: 'sent' })
  })

  test('mail loop: is not let through by a second mail that overtakes it', async () => {
    const { ticketId } = await arrives('quick@elsewhere.example', ['X-Auto-Response-Suppress: All'])
    await arrives('quick@elsewhere.example', [`References: <d${String(count)}@mail.example>`])
    expect(await answer(ticketId, 'quick@elsewhere.example')).toMatchObject({ state: 'withheld' })
  })

  test('does not go to a mail that asks for none', async () => {
    const { ticketId } = await arrives('lou@contoso.example', ['X-Auto-Response-Suppress: All'])
    expect(await answer(ticketId, 'lou@contoso.example')).toMatchObject({
      state: 'withheld',
      reason: 'answers-not-wanted',
    })
  })
})

describe('a mail server that does not work', () => {
  test('raises one alarm after two failures, and ends it when it works again', async () => {
    world.refuse({ code: 421, text: 'closed for today' })
    await send({})
    await send({})
    await send({})
    const health = (await desk.within((tx) => listHealth(tx))).find((one) => one.direction === 'out')
    expect(health).toMatchObject({ failures: 3, alarmSince: expect.any(String) as string })
    const mails = await outboxPayloads<MailToSend>(platform)
    expect(mails.filter(({ subject }) => subject?.includes('helpdesk@contoso.example'))).toHaveLength(1)
    world.refuse(null)
    await send({})
    const after = (await desk.within((tx) => listHealth(tx))).find((one) => one.direction === 'out')
    expect(after).toMatchObject({ failures: 0, alarmSince: null })
  })

  test('leaves every mail in the log', async () => {
    const all = await desk.within((tx) => listSent(tx, { states: ['retrying'], before: undefined, limit: 100 }))
    expect(all.length).toBeGreaterThanOrEqual(3)
  })
})
