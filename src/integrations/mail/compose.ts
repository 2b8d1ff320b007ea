import { escapeHtml } from './html-text.ts'
import type { MailAddress } from './parsed-mail.ts'

export type OutgoingMail = {
  readonly from: MailAddress
  readonly to: MailAddress
  /** Where answers go, where that is not the sender. */
  readonly replyTo: MailAddress | null
  readonly subject: string
  /** Paragraphs are separated by an empty line. */
  readonly text: string
  /** Shown as buttons below the text, and as lines with the address in plain text. */
  readonly links: readonly { readonly label: string; readonly url: string }[]
  readonly language: string
  /** Ids without brackets. */
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  readonly date: string
  /** Written by Tierwise and not by a person: says so, and leaves without a sender so that nothing can answer it. */
  readonly automatic: boolean
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: Uint8Array }[]
  /** iCalendar (RFC 6047): shown as an invitation by mail programs that know it, attached as a file for the others. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string }
}

export type ComposedMail = {
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
  readonly messageId: string
  readonly raw: Uint8Array
}

/** An address that cannot be written into a header or an envelope as it is. */
export class AddressUnusable extends Error {
  readonly address: string
  constructor(address: string) {
    super('the mail address cannot be used')
    this.name = 'AddressUnusable'
    this.address = address
  }
}

/** Builds the raw mail. Nothing that a person typed can add a header or a recipient. */
export async function compose(mail: OutgoingMail): Promise<ComposedMail> {
  const to = usableAddress(mail.to.address)
  const from = usableAddress(mail.from.address)
  // Loaded with the first mail: a start should not wait for it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const raw = await new MailComposer({
    from: { name: oneLine(mail.from.name), address: from },
    to: { name: oneLine(mail.to.name), address: to },
    ...(mail.replyTo === null
      ? {}
      : { replyTo: { name: oneLine(mail.replyTo.name), address: usableAddress(mail.replyTo.address) } }),
    subject: oneLine(mail.subject),
    date: new Date(mail.date),
    messageId: `<${usableId(mail.messageId)}>`,
    ...(mail.inReplyTo === null ? {} : { inReplyTo: `<${usableId(mail.inReplyTo)}>` }),
    references: mail.references
      .slice(-20)
      .filter((id) => isUsableId(id))
      .map((id) => `<${id}>`),
    text: plainText(mail),
    html: simpleHtml(mail),
    headers: {
      'Auto-Submitted': mail.automatic ? 'auto-generated' : 'no',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': oneLine(mail.language),
    },
    attachments: mail.attachments.map((attachment) => ({
      filename: oneLine(attachment.name),
      contentType: /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(attachment.type)
        ? attachment.type
        : 'application/octet-stream',
      content: Buffer.from(attachment.content),
      contentDisposition: 'attachment',
    })),
    ...(mail.calendar === undefined
      ? {}
      : { icalEvent: { method: mail.calendar.method, content: mail.calendar.text, filename: 'invite.ics' } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
  return { envelope: { from: mail.automatic ? '' : from, to: [to] }, messageId: mail.messageId, raw }
}

/** One line without control characters: what cannot end a header. */
export function oneLine(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ')
      .toWellFormed()
      .trim()
      .slice(0, 900)
  )
}

/** An address that is exactly one address: no second recipient, no header, no route. */
export function isUsableAddress(address: string): boolean {
  return /^[^\s<>()[\],;:\\"@]{1,64}@[^\s<>()[\],;:\\"@]{1,255}$/.test(address) && oneLine(address) === address
}

function usableAddress(address: string): string {
  if (!isUsableAddress(address)) throw new AddressUnusable(address)
  return address
}

function isUsableId(id: string): boolean {
  return /^[^\s<>]{1,900}$/.test(id) && oneLine(id) === id
}

function usableId(id: string): string {
  if (!isUsableId(id)) throw new Error('the message id cannot be used')
  return id
}

function plainText(mail: OutgoingMail): string {
  const links = mail.links.map((link) => `${oneLine(link.label)}:\n${link.url}`)
  return [mail.text.replace(/\r\n?/g, '\n').trim(), ...links].join('\n\n')
}

function simpleHtml(mail: OutgoingMail): string {
  return `<!doctype html>
<html lang="${escapeHtml(oneLine(mail.language))}">
<head><meta charset="utf-8"><title>${escapeHtml(oneLine(mail.subject))}</title></head>
<body style="font-family:'Segoe UI',Arial,sans-serif;font-size:15px;line-height:1.5;color:#242424">
${htmlWords(mail)}
</body>
</html>`
}

/** The words of a mail as its reader sees them: what stands in the body of its HTML. */
export function htmlWords(mail: Pick<OutgoingMail, 'text' | 'links'>): string {
  const paragraphs = mail.text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p style="margin:0 0 1em">${linked(paragraph).replaceAll('\n', '<br>\n')}</p>`)
  const buttons = mail.links.map(
    (link) =>
      `<p style="margin:0 0 1em"><a href="${escapeHtml(link.url)}" style="display:inline-block;padding:10px 18px;border-radius:4px;background:#0f6cbd;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(oneLine(link.label))}</a></p>`,
  )
  return [...paragraphs, ...buttons].join('\n')
}

/** Escaped text in which web addresses can be followed. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]{1,2000})/)
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part),
    )
    .join('')
}
