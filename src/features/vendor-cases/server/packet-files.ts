import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { strToU8, zipSync } from 'fflate'
import { pdfOf } from '#integrations/documents/make-pdf.ts'
import type { Block, Report } from '#integrations/documents/report.ts'
import { Refused } from '#platform/errors.ts'
import { blobPath } from '#platform/files/blobs.ts'
import type { StoredFile } from '#platform/files/files.ts'
import type { Platform } from '#platform/platform.ts'
import { labelOf, type PacketHead, packetText, type PacketWords } from '../domain/packet/packet-text.ts'
import type { Packet } from '../domain/packet/fill.ts'
import { type RedactedPacket, textsOf, withTexts } from '../domain/packet/redact-packet.ts'
import { sections } from '../domain/packet/sections.ts'
import { isTextFile } from './packet.ts'
import { pictureAlone } from './picture-alone.ts'
import { redactAside, type ToRedact } from './redact-aside.ts'

/** The same as PDF, section by section. */
export function packetPdf(packet: RedactedPacket, head: PacketHead, say: PacketWords): Promise<Uint8Array> {
  return pdfOf(reportOf(packet, head, say))
}

function reportOf(packet: RedactedPacket, head: PacketHead, say: PacketWords): Report {
  const facts = [
    { label: say('packet.pdf.severity'), value: [{ text: head.severity }] },
    ...(head.caseNumber ? [{ label: say('packet.pdf.caseNumber'), value: [{ text: head.caseNumber }] }] : []),
    { label: say('packet.pdf.day'), value: [{ text: head.day }] },
  ]
  const blocks: Block[] = sections.flatMap((section, index): Block[] => {
    const fields = packet.fields.filter((field) => field.section === section)
    const heading: Block = {
      kind: 'heading',
      level: 1,
      text: `${index + 1}. ${say(`packet.sections.${section}`)}`,
    }
    if (fields.length === 0) return [heading, { kind: 'paragraph', text: say('packet.notKnown'), quiet: true }]
    const items = fields.map((field) => ({
      label: labelOf(field, say),
      value: (field.key === 'ever' ? '–' : field.value).split('\n').map((text) => ({ text })),
    }))
    return [heading, { kind: 'facts', items }]
  })
  const asked: Block[] =
    packet.asked.trim() === ''
      ? []
      : [
          { kind: 'heading', level: 1, text: say('packet.asked') },
          ...packet.asked.split(/\n+/).map((text): Block => ({ kind: 'paragraph', text, quiet: false })),
        ]
  return {
    language: 'en',
    title: say('packet.title', { number: head.ticket }),
    organisation: null,
    subject: say('packet.pdf.subject'),
    author: 'Tierwise',
    day: head.day,
    draftMark: null,
    footer: say('packet.pdf.footer', { number: head.ticket }),
    pageOf: say('packet.pdf.pageOf'),
    contents: null,
    cover: facts,
    blocks: [...asked, ...blocks, { kind: 'paragraph', text: say('packet.hidden'), quiet: true }],
  }
}

/** A text beyond this is not read: it would have to be sent as it is. */
const largestText = 5 * 1024 * 1024

type ToZip = Pick<ToRedact, 'known' | 'ticketId' | 'shown'> & {
  /** As it is here, and as it leaves by itself. */
  readonly packet: Packet
  readonly asked: string
  readonly redacted: RedactedPacket
  readonly head: PacketHead
  readonly files: readonly StoredFile[]
}

type Zipped = { readonly bytes: Uint8Array; readonly packet: RedactedPacket }

/**
 * Text, PDF, the chosen files and a list of all with their hashes; who is hidden has one name in all of them, and what one of them gives away is
 * hidden in all. The same packet gives the same bytes.
 */
export async function packetZip(platform: Platform, given: ToZip, say: PacketWords): Promise<Zipped> {
  const { packet: whole, asked, redacted: alone, head, files, ...read } = given
  const large = files.find((file) => isTextFile(file) && Number(file.size) > largestText)
  if (large) throw new Refused({ code: 'log-too-large', ...{ name: large.name } })
  const bytes = await Promise.all(files.map(({ sha256 }) => readFile(blobPath(platform, sha256))))
  const own = textsOf(whole, asked)
  const redaction = await redactAside({
    ...read,
    texts: [
      ...own,
      ...files.map(({ name }) => name.replaceAll('_', ' ')),
      ...files.map((file, index) => (isTextFile(file) ? decoded(bytes[index] ?? Buffer.alloc(0)) : '')),
    ],
    before: alone.hidden,
  })
  const packet = withTexts(whole, redaction)
  const texts = redaction.texts.slice(own.length)
  const content: Record<string, Uint8Array> = {
    'packet.txt': strToU8(packetText(packet, head, say)),
    'packet.pdf': await packetPdf(packet, head, say),
  }
  const redacted = new Set(Object.keys(content))
  for (const [index, file] of files.entries()) {
    const name = (texts[index] ?? 'file').replaceAll(' ', '_').replaceAll(/[[\]/\\]/g, '')
    const place = `files/${String(index + 1).padStart(2, '0')}-${name}`
    const isText = isTextFile(file)
    if (isText) redacted.add(place)
    content[place] = isText
      ? strToU8(texts[files.length + index] ?? '')
      : pictureAlone(bytes[index] ?? Buffer.alloc(0))
  }
  const manifest = Object.entries(content).map(([name, bytes]) => ({
    name,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    redacted: redacted.has(name),
  }))
  content['manifest.json'] = strToU8(
    `${JSON.stringify({ packet: head.ticket, day: head.day, files: manifest }, null, 2)}\n`,
  )
  return { bytes: zipSync(content, { mtime: new Date(`${head.day}T12:00:00`), level: 6 }), packet }
}

/** Logs of Windows are often UTF-16. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}
