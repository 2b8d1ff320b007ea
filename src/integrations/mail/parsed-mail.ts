import type { CalendarReply } from '../calendar/read-reply.ts'

/** What a raw mail says, with nothing of the wire left in it: characters decoded, NUL stripped, names made safe. */
export type ParsedMail = {
  /** Without the angle brackets, as are all ids here. */
  readonly messageId: string | null
  readonly inReplyTo: readonly string[]
  readonly references: readonly string[]
  /** The first address of the first From header. */
  readonly from: MailAddress | null
  readonly sender: MailAddress | null
  readonly replyTo: readonly MailAddress[]
  readonly to: readonly MailAddress[]
  readonly cc: readonly MailAddress[]
  /** `''` is the null sender; null means that the header is absent. */
  readonly returnPath: string | null
  readonly subject: string
  readonly date: string | null
  /** Plain text; made from the HTML where the mail has no plain text of its own. */
  readonly text: string | null
  /** As sent: sanitise before showing. */
  readonly html: string | null
  readonly attachments: readonly MailAttachment[]
  /** The answer to an invitation that a calendar sent; null for any other mail. */
  readonly calendarReply: CalendarReply | null
  readonly contentType: { readonly type: string; readonly reportType: string | null }
  /** Top-level headers in order, names in lower case. */
  readonly headers: readonly MailHeader[]
  readonly marks: readonly MailMark[]
}

/** `address` is empty where the header names nobody reachable. */
export type MailAddress = { readonly name: string; readonly address: string }

export type MailHeader = { readonly name: string; readonly value: string }

export type MailAttachment = {
  /** A file name without a path; null where the mail gives none. */
  readonly name: string | null
  readonly type: string
  readonly disposition: 'inline' | 'attachment' | null
  /** Content-ID, by which HTML refers to it. */
  readonly cid: string | null
  readonly content: Uint8Array
}

/** Something about the mail that a person who reads it has to know. */
export type MailMark =
  /** More than one sender is named; the first counts. */
  | 'several-senders'
  /** The charset is missing, unknown or wrong: the text is a best guess. */
  | 'charset-guessed'
  | 'winmail-opened'
  | 'winmail-unreadable'

export type ParseRefusal = {
  readonly code: 'mail-too-large' | 'mail-too-many-parts' | 'mail-too-deep' | 'mail-too-slow' | 'mail-unreadable'
}

export type ParseResult =
  | { readonly ok: true; readonly value: ParsedMail }
  | { readonly ok: false; readonly refusal: ParseRefusal }

export type MailLimits = {
  readonly bytes: number
  readonly parts: number
  readonly depth: number
  readonly milliseconds: number
}

export const mailLimits: MailLimits = { bytes: 50 * 1024 * 1024, parts: 1000, depth: 50, milliseconds: 5000 }

/** All values of a header, in order. */
export function headerValues(mail: ParsedMail, name: string): readonly string[] {
  return mail.headers.filter((header) => header.name === name).map((header) => header.value)
}

/** The first value of a header: a repeated header never overrules the one above it. */
export function headerValue(mail: ParsedMail, name: string): string | null {
  return mail.headers.find((header) => header.name === name)?.value ?? null
}
