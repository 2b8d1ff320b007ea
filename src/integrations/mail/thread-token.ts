import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Tokens that say which ticket a mail belongs to, and that we wrote so ourselves. Each is bound to the address it was
 * sent to: whoever else gets hold of it (a Cc, a forwarded mail, an archive) shows a genuine token that is not theirs.
 *
 *     <ticket.mail.ours.bound@domain>       Message-ID: 26, 13, 26 and 26 characters of base 32
 *     support+ticket-bound@domain           reply address, where the mailbox takes sub-addresses
 */
export type ThreadToken = {
  readonly ticketId: string
  /** Whether it was sent to the address asked about. */
  readonly isBound: boolean
}

const noTicket = '00000000-0000-0000-0000-000000000000'

/**
 * A Message-ID without its brackets: the same for the same mail (`mailId`), so that a repeat can be told. A mail
 * without a ticket gets one too, by which it is known when it comes back.
 */
export function signMessageId(given: {
  key: Uint8Array
  ticketId: string | null
  mailId: string
  recipient: string
  domain: string
}): string {
  const ticket = toBase32(uuidBytes(given.ticketId ?? noTicket))
  const random = toBase32(createHash('sha256').update(given.mailId).digest().subarray(0, 8))
  const ours = sign(given.key, ['message-id', ticket, random])
  const bound = sign(given.key, ['message-id', ticket, random, given.recipient.toLowerCase()])
  return `${ticket}.${random}.${ours}.${bound}@${given.domain}`
}

/** What a Message-ID says about the mail of `sender`, or null where it is not ours. */
export function readMessageId(id: string, key: Uint8Array, sender: string): ThreadToken | null {
  const parts = /^([a-z2-7]{26})\.([a-z2-7]{13})\.([a-z2-7]{26})\.([a-z2-7]{26})@/i.exec(id)
  if (parts === null) return null
  const [ticket = '', random = '', ours = '', bound = ''] = parts.slice(1).map((part) => part.toLowerCase())
  if (!isSigned(ours, key, ['message-id', ticket, random])) return null
  return {
    ticketId: uuidOf(ticket),
    isBound: isSigned(bound, key, ['message-id', ticket, random, sender.toLowerCase()]),
  }
}

/** Whether we signed it, whoever it was for: the mark of our own mail coming back. */
export function isOwnMessageId(id: string, key: Uint8Array): boolean {
  return readMessageId(id, key, '') !== null
}

/** The address that replies go to. Plain where the token would make it longer than the 64 characters of RFC 5321. */
export function signReplyAddress(given: {
  key: Uint8Array
  ticketId: string
  recipient: string
  mailbox: string
}): string {
  const [local = '', domain = ''] = given.mailbox.split('@')
  const ticket = toBase32(uuidBytes(given.ticketId))
  const bound = sign(given.key, ['reply', ticket, given.recipient.toLowerCase()])
  const signed = `${local}+${ticket}-${bound}`
  return signed.length > 64 ? given.mailbox : `${signed}@${domain}`
}

/** What a recipient address says about the mail of `sender`; null where it carries no token of ours for them. */
export function readReplyAddress(address: string, key: Uint8Array, sender: string): ThreadToken | null {
  const parts = /\+([a-z2-7]{26})-([a-z2-7]{26})@/i.exec(address)
  if (parts === null) return null
  const [ticket = '', bound = ''] = parts.slice(1).map((part) => part.toLowerCase())
  return isSigned(bound, key, ['reply', ticket, sender.toLowerCase()])
    ? { ticketId: uuidOf(ticket), isBound: true }
    : null
}

/** What opens the address of a correspondence of its own, such as a case at a vendor: whoever has it was written to from there. */
export function signAlias(key: Uint8Array, id: string): string {
  return sign(key, ['alias', id])
}

/** `support+case-…@`: what is sent there belongs to that correspondence. Plain where it would be longer than RFC 5321 allows. */
export function aliasAddress(mailbox: string, alias: string): string {
  const [local = '', domain = ''] = mailbox.split('@')
  const signed = `${local}+case-${alias}`
  return signed.length > 64 ? mailbox : `${signed}@${domain}`
}

/** What of a recipient address opens a correspondence; null for any other address. */
export function readAlias(address: string): string | null {
  return /\+case-([a-z2-7]{26})@/i.exec(address)?.[1]?.toLowerCase() ?? null
}

/** The address without its token: what the mailbox is known by. */
export function withoutToken(address: string): string {
  return address.replace(/\+[^@]*@/, '@').toLowerCase()
}

/** 128 bits; mail systems that change the case of a local part leave it valid. */
function sign(key: Uint8Array, parts: readonly string[]): string {
  return toBase32(createHmac('sha256', key).update(parts.join('\n')).digest().subarray(0, 16))
}

function isSigned(given: string, key: Uint8Array, parts: readonly string[]): boolean {
  const expected = Buffer.from(sign(key, parts))
  const written = Buffer.from(given)
  return written.length === expected.length && timingSafeEqual(written, expected)
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

function toBase32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >> bits) & 31]
    }
  }
  return bits === 0 ? text : text + alphabet[(value << (5 - bits)) & 31]
}

function fromBase32(text: string): Uint8Array {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const character of text) {
    value = ((value << 5) | alphabet.indexOf(character)) & 0xffff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 255)
    }
  }
  return Uint8Array.from(bytes)
}

function uuidBytes(id: string): Uint8Array {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function uuidOf(ticket: string): string {
  const hex = Buffer.from(fromBase32(ticket)).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
