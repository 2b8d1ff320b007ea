import { ImapFlow } from 'imapflow'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { expect } from 'vitest'
import type { deliverJob } from '#platform/outbox/deliver.ts'
import type { ImapPeer } from './imap-peer.ts'
import { readCalendar, type SeenCalendar } from './read-calendar.ts'
import type { TestPlatform } from './test-platform.ts'

/** An invitation as it lies in the mailbox of whoever is invited. */
export type ArrivedInvitation = {
  readonly raw: Buffer
  /** The sender in the SMTP dialogue. */
  readonly from: string
  readonly calendar: SeenCalendar
  readonly text: string
}

/** Delivers everything that waits in the outbox, as its jobs do. */
export async function sendWaiting(
  platform: TestPlatform,
  orgId: string,
  deliver: ReturnType<typeof deliverJob>,
): Promise<void> {
  const { rows } = await platform.owner.query<{ id: string }>(
    `select id from outbox where state = 'waiting' and org_id = $1 order by id`,
    [orgId],
  )
  for (const { id } of rows) await deliver(platform, { orgId, id })
}

/**
 * Puts what arrived by SMTP into a mailbox, fetches it by IMAP, and reads it with two mail libraries that are not ours: the same
 * calendar is an alternative of the text and a file.
 */
export async function readArrived(
  mailbox: ImapPeer,
  given: { readonly raw: Buffer; readonly from: string },
): Promise<ArrivedInvitation> {
  const raw = await overImap(mailbox, given.raw)
  const [mail, other] = await Promise.all([simpleParser(raw), PostalMime.parse(raw)])
  const method = /^content-type: text\/calendar; charset=utf-8; method=(\w+)/im.exec(raw.toString('latin1'))?.[1]
  const files = mail.attachments.filter((one) => one.filename === 'invite.ics')
  const inline = other.attachments.find((one) => one.mimeType === 'text/calendar')
  const calendar = readCalendar(new TextDecoder().decode(inline?.content as ArrayBuffer))
  expect(files.map((one) => one.contentType)).toEqual(['application/ics'])
  expect(readCalendar(files[0]?.content.toString('utf8') ?? '')).toEqual({
    ...calendar,
    text: expect.any(Function) as unknown,
  })
  expect(method).toBe(calendar.method)
  return { raw, from: given.from, calendar, text: mail.text ?? '' }
}

async function overImap(mailbox: ImapPeer, raw: Buffer): Promise<Buffer> {
  const uid = mailbox.deliver(raw)
  const auth = { user: 'tess', pass: 'secret' }
  const client = new ImapFlow({ host: '127.0.0.1', port: mailbox.port, secure: false, auth, logger: false })
  await client.connect()
  try {
    await client.mailboxOpen('INBOX')
    const mail = await client.fetchOne(String(uid), { source: true }, { uid: true })
    if (!mail || mail.source === undefined) throw new Error('the mail is not there')
    return mail.source
  } finally {
    await client.logout()
  }
}
