import type { ParsedMail } from '#integrations/mail/parsed-mail.ts'
import type { InboundMail, SentMail } from '../contract/mail-view.ts'
import type { MailboxView } from '../contract/mailbox-view.ts'
import type { Direction, HealthRow } from './store/health.ts'
import type { InboundRow } from './store/inbound-mails.ts'
import type { MailboxRow } from './store/mailboxes.ts'
import type { SentRow } from './store/sent-mails.ts'

export function mailboxView(row: MailboxRow, health: readonly HealthRow[]): MailboxView {
  const { imapSecret, smtpSecret, revision, ...shown } = row
  void revision
  return {
    ...shown,
    hasImapPassword: imapSecret !== null,
    hasSmtpPassword: smtpSecret !== null,
    incoming: healthView(row.id, 'in', health),
    outgoing: healthView(row.id, 'out', health),
  }
}

function healthView(mailboxId: string, direction: Direction, all: readonly HealthRow[]): MailboxView['incoming'] {
  const health = all.find((one) => one.mailboxId === mailboxId && one.direction === direction)
  if (health === undefined) return null
  const { lastErrorCode: code, lastErrorAnswer: answer, lastErrorAt: at } = health
  return {
    lastSuccessAt: health.lastSuccessAt,
    failures: health.failures,
    lastError: code === null || at === null ? null : { code, answer: answer ?? '', at },
    alarmSince: health.alarmSince,
  }
}

export function inboundView(row: InboundRow): InboundMail {
  return {
    id: row.id,
    mailbox: { id: row.mailboxId, address: row.mailboxAddress },
    receivedAt: row.receivedAt,
    state: row.state,
    reason: row.reason,
    kind: row.kind,
    fromAddress: row.fromAddress,
    fromName: row.fromName,
    subject: row.subject,
    size: row.size,
    marks: [...row.marks],
    sameMessageId: row.sameMessageId,
    ticket: row.ticketId === null ? null : { id: row.ticketId, number: row.ticketNumber ?? 0 },
  }
}

/** What is inside a mail, safe to show: pictures from elsewhere are left out, nothing is fetched. */
export async function inboundDetail(row: InboundRow, parsed: ParsedMail | null) {
  // Loaded with the first mail that is looked at: a start should not wait for it.
  const { sanitiseMailHtml } = await import('#integrations/mail/sanitise.ts')
  return {
    ...inboundView(row),
    text: parsed?.text?.slice(0, 200_000) ?? null,
    html: parsed?.html === null || parsed === null ? null : sanitiseMailHtml(parsed.html, () => null),
    attachments: (parsed?.attachments ?? []).map(({ name, type, content }) => ({
      name,
      type,
      size: content.byteLength,
    })),
  }
}

export function sentView(row: SentRow): SentMail {
  const { mailboxId, mailboxAddress, ticketId, ticketNumber, messageId, ...shown } = row
  void messageId
  return {
    ...shown,
    mailbox: mailboxId === null ? null : { id: mailboxId, address: mailboxAddress ?? '' },
    ticket: ticketId === null ? null : { id: ticketId, number: ticketNumber ?? 0 },
  }
}
