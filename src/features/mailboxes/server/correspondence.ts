import { headerRecipients, referencedIds } from '#integrations/mail/threading.ts'
import { readAlias } from '#integrations/mail/thread-token.ts'
import type { ParsedMail } from '#integrations/mail/parsed-mail.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Instant } from '#platform/clock.ts'
import { sentWithMessageIds } from './store/sent-mails.ts'

/** A mail of a correspondence that is not with a requester. */
export type LetterOfOthers = {
  readonly inboundMailId: string
  readonly receivedAt: Instant
  readonly messageId: string | null
  readonly from: { readonly name: string; readonly address: string }
  /** More than one sender is named, as forgers do. */
  readonly severalSenders: boolean
  /** Written by a machine, such as a receipt. */
  readonly automatic: boolean
  readonly subject: string
  readonly text: string
  /** Ids of files that the mail brought. */
  readonly files: readonly string[]
}

/**
 * A correspondence of a feature above: mail that belongs to it never opens a ticket and never comes into one. Given by the
 * composition root.
 */
export type Correspondence = {
  /** What a mail belongs to that came to these aliases or answers what left with these ids; null: nothing of theirs. */
  readonly find: (
    tx: Tx,
    known: { readonly aliases: readonly string[]; readonly answers: readonly string[] },
  ) => Promise<string | null>
  readonly take: (tx: Tx, id: string, letter: LetterOfOthers) => Promise<void>
}

export const noCorrespondence: Correspondence = {
  find: () => Promise.resolve(null),
  take: () => Promise.resolve(),
}

/** Which correspondence a mail belongs to: by the address that it came to, else by what it answers. */
export async function correspondenceOf(
  tx: Tx,
  { find }: Correspondence,
  mail: ParsedMail,
  envelopeTo: readonly string[],
): Promise<string | null> {
  const aliases = [...envelopeTo, ...headerRecipients(mail)].slice(0, 100).flatMap((one) => readAlias(one) ?? [])
  const references = referencedIds(mail)
  if (aliases.length === 0 && references.length === 0) return null
  const answers = await sentWithMessageIds(tx, references)
  return aliases.length === 0 && answers.length === 0 ? null : find(tx, { aliases, answers })
}
