import { addressParser } from 'postal-mime'
import { type CalendarReply, readCalendarReply } from '../calendar/read-reply.ts'
import { decodeHeader, joinEncodedWords } from './encoded-words.ts'
import { htmlToText, textToHtml } from './html-text.ts'
import { type MimePart, readMimeTree, textOfPart } from './mime-tree.ts'
import {
  type MailAddress,
  type MailAttachment,
  type MailLimits,
  type MailMark,
  mailLimits,
  type ParsedMail,
  type ParseResult,
} from './parsed-mail.ts'
import { safeFileName } from './file-name.ts'
import { isWinmail, openWinmail } from './winmail.ts'

/**
 * Reads a raw mail. Runs in the calling thread: for mail from outside use a parse pool, which also keeps the time
 * limit.
 */
export async function parseMail(raw: Uint8Array, limits: MailLimits = mailLimits): Promise<ParseResult> {
  const tree = await readMimeTree(raw, limits)
  if (!tree.ok) return tree
  const marks = new Set<MailMark>()
  const headers = readHeaders(tree.value, marks)
  const body = readBody(tree.value, marks)
  const opened = openWinmails(body.attachments, marks, limits)
  const addresses = (name: string): readonly MailAddress[] => readAddresses(tree.value, name)
  const firstFrom = readAddresses(tree.value, 'from', 'first')
  if (addresses('from').length > 1) marks.add('several-senders')
  const value = (name: string): string | null => headers.find((header) => header.name === name)?.value ?? null
  const html = body.html ?? opened.html
  const text = body.text ?? opened.text
  return {
    ok: true,
    value: {
      messageId: idsIn(value('message-id') ?? '')[0] ?? null,
      inReplyTo: idsIn(value('in-reply-to') ?? ''),
      references: idsIn(value('references') ?? ''),
      from: firstFrom[0] ?? null,
      sender: readAddresses(tree.value, 'sender', 'first')[0] ?? null,
      replyTo: addresses('reply-to'),
      to: addresses('to'),
      cc: addresses('cc'),
      returnPath: returnPathOf(value('return-path')),
      subject: value('subject') ?? '',
      date: instantOf(value('date')),
      text: text ?? (html === null ? null : htmlToText(html)),
      html,
      attachments: opened.attachments,
      calendarReply: await calendarReplyIn(body.attachments),
      contentType: {
        type: tree.value.type,
        reportType: tree.value.parameters['report-type']?.toLowerCase() ?? null,
      },
      headers,
      marks: [...marks],
    },
  }
}

function readHeaders(root: MimePart, marks: Set<MailMark>): ParsedMail['headers'] {
  return root.headers.map((header) => {
    const decoded = decodeHeader(header.value)
    if (decoded.guessed && header.name === 'subject') marks.add('charset-guessed')
    return { name: header.name, value: clean(decoded.value) }
  })
}

function readAddresses(root: MimePart, name: string, which: 'all' | 'first' = 'all'): readonly MailAddress[] {
  const written = root.headers.filter((header) => header.name === name).map((header) => header.value)
  const used = which === 'all' ? written : written.slice(0, 1)
  return used.flatMap((value) =>
    addressParser(joinEncodedWords(value).value, { flatten: true }).map((one) => ({
      name: clean(one.name),
      address: clean(one.address ?? ''),
    })),
  )
}

/** Calendars answer in a part of their own type; an answer that a person attached as a file is something to read. */
async function calendarReplyIn(attachments: readonly MailAttachment[]): Promise<CalendarReply | null> {
  const part = attachments.find((one) => one.type.toLowerCase() === 'text/calendar')
  return part === undefined ? null : readCalendarReply(part.content)
}

type Slot = { readonly plain: string[]; readonly html: string[] }

/** The text a reader would show, by the rules of RFC 8621 (4.1.4), and everything else as attachments. */
function readBody(root: MimePart, marks: Set<MailMark>) {
  const slots: Slot[] = []
  const attachments: MailAttachment[] = []
  const visit = (part: MimePart, parent: string, index: number, alternative: Slot | null): void => {
    if (part.type.startsWith('multipart/') && part.parts.length > 0) {
      const kind = part.type.slice('multipart/'.length)
      const slot = alternative ?? (kind === 'alternative' ? newSlot(slots) : null)
      part.parts.forEach((child, at) => visit(child, kind, at, slot))
    } else if (isBodyText(part, parent, index)) {
      const decoded = textOfPart(part)
      if (decoded.guessed) marks.add('charset-guessed')
      const slot = alternative ?? newSlot(slots)
      ;(part.type === 'text/html' ? slot.html : slot.plain).push(decoded.text)
    } else if (!part.type.startsWith('multipart/')) attachments.push(attachmentOf(part))
  }
  visit(root, '', 0, null)

  const filled = slots.filter((slot) => slot.plain.length > 0 || slot.html.length > 0)
  const hasHtml = filled.some((slot) => slot.html.length > 0)
  const hasPlain = filled.some((slot) => slot.plain.length > 0)
  const plain = (slot: Slot): string =>
    slot.plain.length > 0 ? slot.plain.join('\n') : htmlToText(slot.html.join('\n'))
  const html = (slot: Slot): string =>
    slot.html.length > 0 ? slot.html.join('\n') : textToHtml(slot.plain.join('\n'))
  return {
    text: hasPlain ? filled.map(plain).join('\n') : null,
    html: hasHtml ? filled.map(html).join('\n') : null,
    attachments,
  }
}

function newSlot(slots: Slot[]): Slot {
  const slot: Slot = { plain: [], html: [] }
  slots.push(slot)
  return slot
}

function isBodyText(part: MimePart, parent: string, index: number): boolean {
  // A multipart without parts is a damaged mail whose text stands where its parts should be.
  if (part.type.startsWith('multipart/')) return part.content.length > 0
  if (part.type !== 'text/plain' && part.type !== 'text/html') return false
  if (part.disposition === 'attachment') return false
  return index === 0 || (parent !== 'related' && nameOf(part) === null)
}

function attachmentOf(part: MimePart): MailAttachment {
  const name = nameOf(part)
  return {
    name: name === null ? null : safeFileName(name),
    type: part.type === '' ? 'application/octet-stream' : clean(part.type),
    disposition: part.disposition === 'inline' || part.disposition === 'attachment' ? part.disposition : null,
    cid: part.contentId === null ? null : (idsIn(part.contentId)[0] ?? null),
    content: part.content,
  }
}

function nameOf(part: MimePart): string | null {
  const written = part.dispositionParameters['filename'] ?? part.parameters['name'] ?? ''
  return written === '' ? null : decodeHeader(written).value
}

function openWinmails(attachments: readonly MailAttachment[], marks: Set<MailMark>, limits: MailLimits) {
  const result: { text: string | null; html: string | null; attachments: MailAttachment[] } = {
    text: null,
    html: null,
    attachments: [],
  }
  for (const attachment of attachments) {
    const opened = isWinmail(attachment) ? openWinmail(attachment.content, limits) : null
    if (opened === null) {
      if (isWinmail(attachment)) marks.add('winmail-unreadable')
      result.attachments.push(attachment)
      continue
    }
    marks.add('winmail-opened')
    result.text ??= opened.text
    result.html ??= opened.html
    result.attachments.push(...opened.attachments)
  }
  return result
}

/** Ids of a header, without brackets; mailers that forget the brackets separate by white space. */
function idsIn(value: string): readonly string[] {
  const bracketed = [...value.matchAll(/<([^<>\s]{1,998})>/g)].map((match) => match[1] ?? '')
  return bracketed.length > 0 ? bracketed : value.split(/\s+/).filter((id) => id !== '' && id.length < 999)
}

function returnPathOf(value: string | null): string | null {
  if (value === null) return null
  const inner = value.trim().replace(/^<|>$/g, '').trim()
  return inner.toLowerCase() === 'null' ? '' : inner
}

/** Dates before 1970 or beyond four digits are nonsense in mail; a mail without a usable date has none. */
function instantOf(value: string | null): string | null {
  const time = value === null ? Number.NaN : Date.parse(value)
  return Number.isNaN(time) || time < 0 || time > 253_402_300_799_999 ? null : new Date(time).toISOString()
}

function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
