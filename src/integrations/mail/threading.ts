import type { ParsedMail } from './parsed-mail.ts'
import { readMessageId, readReplyAddress, type ThreadToken } from './thread-token.ts'

/** Where a mail belongs, as far as the mail itself can prove it. */
export type Thread =
  /** A token of ours that was sent to this sender. */
  | { readonly found: 'own-token'; readonly ticketId: string }
  /** A token of ours that was sent to somebody else: forwarded, copied or stolen. Proves nothing about the sender. */
  | { readonly found: 'foreign-token'; readonly ticketId: string }
  | { readonly found: 'nothing' }

/**
 * Which ticket a mail answers. The subject is never asked: anyone can write a number.
 * `recipients` are the addresses the mail was really delivered to, where they are known; those in its headers otherwise.
 */
export function findThread(mail: ParsedMail, given: { key: Uint8Array; recipients: readonly string[] }): Thread {
  const sender = mail.from?.address ?? ''
  const tokens: ThreadToken[] = [
    ...referencedIds(mail).flatMap((id) => readMessageId(id, given.key, sender) ?? []),
    ...given.recipients.slice(0, 100).flatMap((one) => readReplyAddress(one, given.key, sender) ?? []),
  ]
  const own = tokens.find((token) => token.isBound)
  if (own !== undefined) return { found: 'own-token', ticketId: own.ticketId }
  const foreign = tokens[0]
  return foreign === undefined ? { found: 'nothing' } : { found: 'foreign-token', ticketId: foreign.ticketId }
}

/** In-Reply-To first, then the references from the newest back. */
export function referencedIds(mail: ParsedMail): readonly string[] {
  return [...new Set([...mail.inReplyTo, ...mail.references.toReversed()])].slice(0, 100)
}

/** Every address the headers name as a recipient. */
export function headerRecipients(mail: ParsedMail): readonly string[] {
  const delivered = mail.headers
    .filter((header) => ['delivered-to', 'x-original-to', 'envelope-to'].includes(header.name))
    .map((header) => header.value.replace(/^<|>$/g, '').trim())
  return [...mail.to, ...mail.cc]
    .map((one) => one.address)
    .concat(delivered)
    .filter((address) => address !== '')
}
