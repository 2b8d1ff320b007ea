import type { MailAttachment, MailLimits } from './parsed-mail.ts'
import { safeFileName } from './file-name.ts'
import { decodeText } from './charset.ts'
import { readMapiProperties, type MapiProperties, property } from './winmail-properties.ts'
import { decompressRtf, rtfToText } from './winmail-rtf.ts'

export type OpenedWinmail = {
  readonly text: string | null
  readonly html: string | null
  readonly attachments: readonly MailAttachment[]
}

const signature = 0x223e9f78
const attribute = {
  body: 0x800c,
  attachmentTitle: 0x8010,
  attachmentData: 0x800f,
  attachmentStart: 0x9002,
  messageProperties: 0x9003,
  attachmentProperties: 0x9005,
  codepage: 0x9007,
} as const
const deepest = 5

export function isWinmail(attachment: Pick<MailAttachment, 'type' | 'name'>): boolean {
  return (
    attachment.type === 'application/ms-tnef' ||
    attachment.type === 'application/vnd.ms-tnef' ||
    attachment.name?.toLowerCase() === 'winmail.dat'
  )
}

/**
 * Opens Outlook's wrapper (MS-OXTNEF) for its text and attachments. Null where it is damaged or breaks a limit: the
 * file then stays an attachment like any other.
 */
export function openWinmail(
  content: Uint8Array,
  limits: Pick<MailLimits, 'bytes' | 'parts'>,
): OpenedWinmail | null {
  const budget = { parts: limits.parts, bytes: limits.bytes }
  try {
    return readStream(Buffer.from(content.buffer, content.byteOffset, content.byteLength), budget, 0)
  } catch (error) {
    // Reading past the end: cut short or made up.
    if (error instanceof RangeError) return null
    throw error
  }
}

type Budget = { parts: number; bytes: number }
type Pending = { title: string | null; data: Uint8Array | null; properties: MapiProperties }

function readStream(bytes: Buffer, budget: Budget, depth: number): OpenedWinmail | null {
  if (depth > deepest || bytes.readUInt32LE(0) !== signature) return null
  const pending: Pending[] = []
  let codepage = 'windows-1252'
  let body: string | null = null
  let message: MapiProperties = new Map()
  for (let at = 6; at + 9 <= bytes.length; ) {
    const id = bytes.readUInt16LE(at + 1)
    const length = bytes.readUInt32LE(at + 5)
    const data = bytes.subarray(at + 9, at + 9 + length)
    if (data.length < length) throw new RangeError('an attribute ends beyond the file')
    at += 9 + length + 2
    const last = pending.at(-1)
    if (id === attribute.codepage && length >= 4) codepage = `windows-${data.readUInt32LE(0)}`
    else if (id === attribute.body) body = asciiz(data, codepage)
    else if (id === attribute.messageProperties) message = readMapiProperties(data, codepage)
    else if (id === attribute.attachmentStart) {
      budget.parts -= 1
      if (budget.parts < 0) return null
      pending.push({ title: null, data: null, properties: new Map() })
    } else if (last !== undefined && id === attribute.attachmentTitle) last.title = asciiz(data, codepage)
    else if (last !== undefined && id === attribute.attachmentData) last.data = data
    else if (last !== undefined && id === attribute.attachmentProperties) {
      last.properties = readMapiProperties(data, codepage)
    }
  }
  return {
    text: body ?? textOf(message, budget),
    html: htmlOf(message, codepage),
    attachments: pending.flatMap((one) => attachmentsOf(one, budget, depth)),
  }
}

function textOf(message: MapiProperties, budget: Budget): string | null {
  const plain = message.get(property.body)
  if (typeof plain === 'string') return plain
  const compressed = message.get(property.compressedRtf)
  if (!(compressed instanceof Uint8Array)) return null
  const rtf = decompressRtf(compressed, Math.min(budget.bytes, 10 * 1024 * 1024))
  return rtf === null ? null : rtfToText(rtf)
}

function htmlOf(message: MapiProperties, codepage: string): string | null {
  const html = message.get(property.bodyHtml)
  if (typeof html === 'string') return html
  return html instanceof Uint8Array ? decodeText(html, codepage).text : null
}

function attachmentsOf(one: Pending, budget: Budget, depth: number): MailAttachment[] {
  const text = (id: number): string | null => {
    const value = one.properties.get(id)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const object = one.properties.get(property.attachmentData)
  const content = one.data ?? (object instanceof Uint8Array ? object : null)
  if (content === null) return []
  budget.bytes -= content.length
  if (budget.bytes < 0) throw new RangeError('attachments larger than a mail may be')
  // An embedded message is an object: sixteen bytes that name its interface, then a stream of its own.
  const inner = content.subarray(16)
  const embedded = inner.length > 6 ? openEmbedded(Buffer.from(inner), budget, depth) : null
  if (embedded !== null) return [...embedded.attachments]
  const name = text(property.attachmentLongName) ?? one.title ?? text(property.attachmentName)
  return [
    {
      name: name === null ? null : safeFileName(name),
      type: text(property.attachmentType)?.toLowerCase() ?? 'application/octet-stream',
      disposition: 'attachment',
      cid: text(property.attachmentContentId),
      content: Uint8Array.from(content),
    },
  ]
}

function openEmbedded(bytes: Buffer, budget: Budget, depth: number): OpenedWinmail | null {
  return bytes.readUInt32LE(0) === signature ? readStream(bytes, budget, depth + 1) : null
}

function asciiz(data: Buffer, codepage: string): string {
  const end = data.indexOf(0)
  return decodeText(end === -1 ? data : data.subarray(0, end), codepage).text
}
