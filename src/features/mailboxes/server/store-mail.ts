import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { storeBlob } from '#platform/files/blobs.ts'
import { addFile, keepFiles } from '#platform/files/files.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { tellKeepers } from './tell-keepers.ts'
import { endInbound, insertInbound } from './store/inbound-mails.ts'
import type { ReceivingMailbox } from './store/mailboxes.ts'

export type RawMail = {
  readonly bytes: AsyncIterable<Uint8Array> | Uint8Array
  readonly envelopeFrom: string | null
  readonly envelopeTo: readonly string[]
  /** Only the headers came, because the whole is too large. */
  readonly isTooLarge?: boolean
}

/**
 * Keeps a raw mail for good before anything is done with it. When this returns, the mail survives a crash and a job
 * reads it. The same mail for the same mailbox is kept once, however often it is delivered.
 */
export async function storeMail(platform: Platform, mailbox: ReceivingMailbox, mail: RawMail): Promise<void> {
  const blob = await storeBlob(platform, mail.bytes)
  await inOrganisation(platform, mailbox.orgId, async (tx) => {
    const id = newId()
    const file = await addFile(tx, blob, { name: 'mail.eml', ownerId: null })
    const isNew = await insertInbound(tx, {
      id,
      mailboxId: mailbox.id,
      sha256: blob.sha256,
      fileId: file.id,
      size: blob.size,
      envelopeFrom: mail.envelopeFrom,
      envelopeTo: mail.envelopeTo,
    })
    if (!isNew) return
    await keepFiles(tx, [file.id])
    if (mail.isTooLarge === true) {
      await endInbound(tx, id, { state: 'quarantined', reason: 'mail-too-large' })
      await tellKeepers(tx, id)
    } else await enqueue(tx, 'mailboxes.intake', { id }, { key: id })
  })
}
