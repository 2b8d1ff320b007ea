import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { type Blob, storeBlob } from '#platform/files/blobs.ts'
import { addFile, keepFiles } from '#platform/files/files.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { tellKeepers } from './tell-keepers.ts'
import { endInbound, insertInbound } from './store/inbound-mails.ts'
import type { ReceivingMailbox } from './store/mailboxes.ts'

export type Envelope = {
  readonly envelopeFrom: string | null
  readonly envelopeTo: readonly string[]
  /** Only the headers came, because the whole is too large. */
  readonly isTooLarge?: boolean
}
export type RawMail = Envelope & { readonly bytes: AsyncIterable<Uint8Array> | Uint8Array }

/**
 * Keeps a raw mail for good before anything is done with it. When this returns, the mail survives a crash and a job
 * reads it. The same mail for the same mailbox is kept once, however often it is delivered.
 */
export async function storeMail(platform: Platform, mailbox: ReceivingMailbox, mail: RawMail): Promise<void> {
  await enterMail(platform, mailbox, await storeBlob(platform, mail.bytes), mail)
}

/** The same for a mail whose bytes are stored already. */
export async function enterMail(
  platform: Platform,
  mailbox: ReceivingMailbox,
  { sha256, size, type }: Blob,
  { envelopeFrom, envelopeTo, isTooLarge }: Envelope,
): Promise<void> {
  const [id, fileId] = [newId(), newId()]
  const mail = { id, mailboxId: mailbox.id, sha256, fileId, size, envelopeFrom, envelopeTo }
  await inOrganisation(platform, mailbox.orgId, async (tx) => {
    const [, isNew] = await Promise.all([
      addFile(tx, { sha256, size, type }, { id: fileId, name: 'mail.eml', ownerId: null }),
      insertInbound(tx, mail),
    ])
    if (!isNew) return
    await Promise.all([
      keepFiles(tx, [fileId]),
      ...(isTooLarge
        ? [endInbound(tx, id, { state: 'quarantined', reason: 'mail-too-large' }), tellKeepers(tx, id)]
        : [enqueue(tx, 'mailboxes.intake', { id }, { key: id })]),
    ])
  })
}
