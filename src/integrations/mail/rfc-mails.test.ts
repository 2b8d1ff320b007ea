import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseMail } from './parse.ts'
import type { MailAttachment } from './parsed-mail.ts'

const folder = '../shared/data/mail/rfc'
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
if (names.length === 0) console.log(`skipped: the RFC mails stand in ${folder}, which is absent here`)

type ExpectedValue = {
  Text?: string
  Address?: { List?: { name: string | null; address: string | null }[] }
  DateTime?: Record<string, number | boolean>
  ContentType?: {
    c_type: string
    c_subtype: string | null
    attributes: { name: string; value: string }[] | null
  }
}
type ExpectedPart = {
  headers: { name: string; value: ExpectedValue | string }[]
  is_encoding_problem: boolean
  body: { Text?: string; Html?: string; Binary?: number[]; InlineBinary?: number[]; Message?: ExpectedMail }
}
type ExpectedMail = { text_body: number[]; html_body: number[]; attachments: number[]; parts: ExpectedPart[] }

const lf = (text: string): string => text.replaceAll('\r\n', '\n')

function header(part: ExpectedPart, name: string): ExpectedValue | null {
  const value = part.headers.find((one) => one.name === name)?.value
  return value === undefined || typeof value === 'string' ? null : value
}

function expectedDate(value: ExpectedValue | null): string | null {
  const at = value?.DateTime
  if (at === undefined) return null
  const two = (name: string): string => String(at[name]).padStart(2, '0')
  const zone = `${at['tz_before_gmt'] === true ? '-' : '+'}${two('tz_hour')}:${two('tz_minute')}`
  const local = `${String(at['year'])}-${two('month')}-${two('day')}T${two('hour')}:${two('minute')}:${two('second')}`
  return new Date(`${local}${zone}`).toISOString()
}

/** `A1 (The Enforcer) Gore`: where a comment in a display name belongs is the reader's choice; ours leaves it out. */
function withoutComment(name: string): string {
  return name.replace(/\s*\([^)]*\)/, '')
}

function people(value: ExpectedValue | null) {
  return (value?.Address?.List ?? []).map((one) => ({
    // A display name that only repeats the address is no name.
    name: one.name === one.address ? '' : withoutComment(one.name ?? ''),
    address: one.address ?? '',
  }))
}

function contentType(part: ExpectedPart): { type: string; name: string | null } {
  const type = header(part, 'content_type')?.ContentType
  const disposition = header(part, 'content_disposition')?.ContentType
  const named =
    disposition?.attributes?.find((one) => one.name === 'filename') ??
    type?.attributes?.find((one) => one.name === 'name')
  return {
    type:
      type === undefined
        ? part.body.Message
          ? 'message/rfc822'
          : 'text/plain'
        : `${type.c_type}/${type.c_subtype}`,
    // Ours is a name, never a path.
    name: named?.value.split('/').at(-1) ?? null,
  }
}

function bodyText(mail: ExpectedMail, kind: 'text_body' | 'html_body'): string {
  const parts = mail[kind].map((index) => mail.parts[index]?.body ?? {})
  const texts = parts.flatMap((body) => body.Html ?? body.Text ?? [])
  return lf(texts.join('\n'))
}

/** What both sides can say of a mail; null where one of them does not hold it. */
type View = Record<string, unknown>

function expectedView(mail: ExpectedMail): View {
  const root = mail.parts[0]
  if (root === undefined) throw new Error('the expected mail has no parts')
  const htmlParts = mail.html_body.filter((index) => mail.parts[index]?.body.Html !== undefined)
  return {
    from: people(header(root, 'from')).slice(0, 1),
    to: people(header(root, 'to')),
    subject: header(root, 'subject')?.Text ?? '',
    messageId: header(root, 'message_id')?.Text ?? null,
    returnPath: header(root, 'return_path')?.Text ?? null,
    date: expectedDate(header(root, 'date')),
    type: contentType(root).type,
    text: mail.text_body.length > 0 ? bodyText(mail, 'text_body') : null,
    // Where plain and HTML parts alternate in the page, the joint is ours to choose.
    html:
      htmlParts.length === 0
        ? null
        : htmlParts.length === mail.html_body.length
          ? bodyText(mail, 'html_body')
          : 'mixed',
    attachments: mail.attachments.map((index) => expectedAttachment(mail.parts[index])),
  }
}

function expectedAttachment(part: ExpectedPart | undefined): View {
  if (part === undefined) throw new Error('the expected attachment has no part')
  const binary = part.body.Binary ?? part.body.InlineBinary
  return {
    ...contentType(part),
    disposition: header(part, 'content_disposition')?.ContentType?.c_type ?? null,
    content:
      part.body.Message !== undefined
        ? expectedView(part.body.Message)
        : part.is_encoding_problem
          ? 'not decodable'
          : lf(binary ? Buffer.from(binary).toString('latin1') : (part.body.Text ?? '')),
  }
}

async function ourView(raw: Uint8Array, expected: ExpectedMail): Promise<View> {
  const result = await parseMail(raw)
  if (!result.ok) throw new Error(result.refusal.code)
  const mail = result.value
  const isMixed =
    new Set(expected.html_body.map((index) => expected.parts[index]?.body.Html === undefined)).size > 1
  return {
    from: mail.from === null ? [] : [mail.from],
    to: mail.to,
    subject: mail.subject,
    messageId: mail.messageId,
    returnPath: mail.returnPath,
    date: mail.date,
    type: mail.contentType.type,
    text: mail.text,
    html: isMixed && mail.html !== null ? 'mixed' : mail.html,
    attachments: await Promise.all(
      mail.attachments.map((one, order) => ourAttachment(one, expected.parts[expected.attachments[order] ?? -1])),
    ),
  }
}

async function ourAttachment(attachment: MailAttachment, part: ExpectedPart | undefined): Promise<View> {
  return {
    type: attachment.type,
    name: attachment.name,
    disposition: attachment.disposition,
    content:
      part?.body.Message !== undefined
        ? await ourView(attachment.content, part.body.Message)
        : part?.is_encoding_problem === true
          ? 'not decodable'
          : lf(Buffer.from(attachment.content).toString('latin1')),
  }
}

function expectedOf(name: string): ExpectedMail {
  return JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as ExpectedMail
}

describe.skipIf(names.length === 0)('the mails of the RFCs', () => {
  it.each(names)('%s says what it should, field by field', async (name) => {
    const expected = expectedOf(name.replace('.eml', '.json'))
    expect(await ourView(readFileSync(`${folder}/${name}`), expected)).toEqual(expectedView(expected))
  })

  it.each(names)('%s says the same with the line ends of the wire', async (name) => {
    const raw = readFileSync(`${folder}/${name}`, 'latin1').replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')
    const expected = expectedOf(name.replace('.eml', '.crlf.json'))
    expect(await ourView(Buffer.from(raw, 'latin1'), expected)).toEqual(expectedView(expected))
  })
})
