import { insertMailbox } from '#features/mailboxes/server/store/mailboxes.ts'
import { newId } from '#platform/database/id.ts'
import { storeBlob } from '#platform/files/blobs.ts'
import { addFile } from '#platform/files/files.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import type { TestDesk } from '../support/test-desk.ts'
import { next } from './fixtures.ts'
import type { World } from './world.ts'

/** With `sends`, people are told by mail. Nothing leaves: no worker runs. */
export function mailboxOn({ within }: TestDesk, { sends = false } = {}): Promise<string> {
  const id = newId()
  return within(async (tx) => {
    await insertMailbox(tx, id, {
      address: `box${next()}@contoso.example`,
      name: 'Desk',
      enabled: true,
      receives: 'none',
      ...{ imap: null, imapSecret: null, smtpSecret: null },
      smtp: sends ? { host: 'mail.example', port: 25, security: 'none', user: null, allowPrivate: false } : null,
      sends: sends ? 'smtp' : 'none',
      graph: null,
      unknownSenders: 'quarantine',
      subAddresses: false,
    })
    return id
  })
}

/** A mail of a stranger that was set aside. */
export async function inboundOn({ platform }: World, desk: TestDesk): Promise<string> {
  const mailbox = await mailboxOn(desk)
  const from = `stranger${next()}@elsewhere.example`
  const raw = `From: Stranger <${from}>\r\nTo: desk@contoso.example\r\nSubject: It stops ${next()}\r\n\r\nAt the last step.\r\n`
  const blob = await storeBlob(platform, Buffer.from(raw))
  return desk.within(async (tx) => {
    const file = await addFile(tx, blob, { name: 'mail.eml', ownerId: null })
    const id = newId()
    await tx.db
      .insertInto('inbound_mails')
      .values({
        org_id: tx.orgId,
        id,
        mailbox_id: mailbox,
        sha256: blob.sha256,
        file_id: file.id,
        size: blob.size,
        received_at: tx.now,
        envelope_from: from,
        envelope_to: ['desk@contoso.example'],
        state: 'quarantined',
        reason: 'unknown-sender',
        from_address: from,
        subject: 'It stops',
      })
      .execute()
    return id
  })
}

/** A mail that could not be sent for good. */
export function failedMailOn({ platform }: World, desk: TestDesk): Promise<string> {
  return desk.within(async (tx) => {
    const to = { name: 'Ada', address: 'ada@contoso.example' }
    const words = { subject: 'It stops', text: 'At the last step.', links: [], files: [] }
    const id = await putMail(platform, tx, { ...words, to, automatic: true, ticketId: null } as never)
    await tx.db.updateTable('outbox').set({ state: 'failed' }).where('id', '=', id).execute()
    await tx.db
      .insertInto('sent_mails')
      .values({
        org_id: tx.orgId,
        id,
        to_address: to.address,
        subject: words.subject,
        message_id: `<${id}@contoso.example>`,
        automatic: true,
        state: 'failed',
        attempts: 12,
        tried_at: tx.now,
      })
      .execute()
    return id
  })
}

export function suppressedOn(desk: TestDesk): Promise<string> {
  const address = `gone${next()}@contoso.example`
  return desk.within(async (tx) => {
    await tx.db
      .insertInto('suppressed_addresses')
      .values({ org_id: tx.orgId, address, since: tx.now, reason: 'bounced' })
      .execute()
    return address
  })
}

export async function mailKey({ within }: TestDesk): Promise<void> {
  await within((tx) => tx.db.insertInto('mail_keys').values({ org_id: tx.orgId, sealed_key: 'sealed' }).execute())
}
