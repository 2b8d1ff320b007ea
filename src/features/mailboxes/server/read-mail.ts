import { readFile } from 'node:fs/promises'
import { classify, type MailClass, mayAnswerAutomatically } from '#integrations/mail/classify.ts'
import type { ParsePool } from '#integrations/mail/parse-pool.ts'
import type { ParsedMail, ParseRefusal } from '#integrations/mail/parsed-mail.ts'
import { isOwnMessageId } from '#integrations/mail/thread-token.ts'
import { blobPath } from '#platform/files/blobs.ts'
import type { Platform } from '#platform/platform.ts'
import type { InboundRow, Reading } from './store/inbound-mails.ts'

export type ReadMail = {
  readonly parsed: ParsedMail
  readonly mailClass: MailClass
  readonly reading: Reading
}

/** Reads a stored mail in a thread of its own and says who wrote it. */
export async function readMail(
  platform: Pick<Platform, 'dataFolder'>,
  pool: ParsePool,
  mail: Pick<InboundRow, 'sha256' | 'envelopeFrom'>,
  known: { readonly key: Uint8Array; readonly ownAddresses: ReadonlySet<string> },
): Promise<{ ok: true; value: ReadMail } | { ok: false; refusal: ParseRefusal }> {
  const result = await pool.parse(await readFile(blobPath(platform, mail.sha256)))
  if (!result.ok) return result
  const parsed = result.value
  const mailClass = classify(parsed, {
    envelopeFrom: mail.envelopeFrom,
    ownAddresses: known.ownAddresses,
    isOwnMessageId: (id) => isOwnMessageId(id, known.key),
  })
  return {
    ok: true,
    value: {
      parsed,
      mailClass,
      reading: {
        kind: mailClass.kind,
        messageId: parsed.messageId?.slice(0, 998) ?? null,
        fromAddress: parsed.from?.address.toLowerCase().slice(0, 320) ?? null,
        fromName: parsed.from?.name.slice(0, 200) ?? null,
        subject: parsed.subject,
        marks: parsed.marks,
        mayAnswer: mayAnswerAutomatically(parsed, mailClass),
      },
    },
  }
}
