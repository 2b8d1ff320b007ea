import { findThread, headerRecipients, referencedIds } from '#integrations/mail/threading.ts'
import { readAlias } from '#integrations/mail/thread-token.ts'
import type { ParsedMail } from '#integrations/mail/parsed-mail.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Instant } from '#platform/clock.ts'
import { ticketOfEarlierMail } from './store/inbound-mails.ts'
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
  /** The desk's own address, where the mail came to that and only its subject says what it belongs to; null: by its address or what it answers. */
  readonly deskAddress: string | null
}

/** What a subject says by itself, and who says it. */
type Named = { readonly subject: string; readonly from: string }

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
  /**
   * What a mail to the desk belongs to whose subject names it and whose sender was accepted for it; and whether its sender may be the
   * other side at all, to whom no receipt of ours goes.
   */
  readonly named: (tx: Tx, mail: Named) => Promise<{ readonly id: string | null; readonly isTheirs: boolean }>
  readonly take: (tx: Tx, id: string, letter: LetterOfOthers) => Promise<void>
}

export const noCorrespondence: Correspondence = {
  find: () => Promise.resolve(null),
  named: () => Promise.resolve({ id: null, isTheirs: false }),
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

const nothing = { id: null, isTheirs: false } as const

/** The same by the subject alone, which proves least: only of one sender, and where nothing else says which ticket the mail answers. */
export async function namedIn(
  tx: Tx,
  { named }: Correspondence,
  mail: ParsedMail,
  { key, envelopeTo }: { readonly key: Uint8Array; readonly envelopeTo: readonly string[] },
) {
  const from = mail.from?.address.toLowerCase() ?? ''
  if (from === '' || mail.marks.includes('several-senders')) return nothing
  const thread = findThread(mail, { key, recipients: [...envelopeTo, ...headerRecipients(mail)] })
  if (thread.found === 'own-token') return nothing
  if ((await ticketOfEarlierMail(tx, from, referencedIds(mail))) !== null) return nothing
  return named(tx, { subject: mail.subject, from })
}
