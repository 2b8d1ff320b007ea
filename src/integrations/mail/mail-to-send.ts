import { putOut } from '#platform/outbox/put-out.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { CalendarItem } from '../calendar/calendar-item.ts'
import type { MailAddress } from './parsed-mail.ts'

/** A mail as features put it in the outbox. Sender, threading headers and signatures are added when it is sent. */
export type MailToSend = {
  readonly to: MailAddress
  readonly language: 'nl' | 'en'
  readonly subject: string
  /** Paragraphs are separated by an empty line. */
  readonly text: string
  /** Shown as buttons below the text. */
  readonly links: readonly { readonly label: string; readonly url: string }[]
  /** Written by Tierwise and not by a person. */
  readonly automatic: boolean
  /** The ticket that replies to it belong to; null for a mail that needs none. */
  readonly ticketId: string | null
  /** Ids of files to attach. */
  readonly files: readonly string[]
  /** A correspondence of its own, which no ticket's token is in: replies come to its alias, and it answers these. */
  readonly correspondence?: {
    readonly alias: string
    /** Message-IDs without brackets, oldest first. */
    readonly references: readonly string[]
  }
  /** What it puts into the calendar of its reader, who answers with their calendar's own buttons. */
  readonly calendar?: CalendarItem
}

/** Puts a mail in the outbox, in the transaction of its cause. Its id there is that in the send log; chosen by whoever has to know it before. */
export function putMail(
  platform: Pick<Platform, 'dataFolder'>,
  tx: Tx,
  mail: MailToSend,
  id?: string,
): Promise<string> {
  return putOut(platform, tx, { kind: 'mail', payload: mail, ...(id === undefined ? {} : { id }) })
}
