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
import type { RedactedPacket } from '../domain/packet/redact-packet.ts'
import { sections } from '../domain/packet/sections.ts'
import type { KnownPersonal } from '../domain/redaction/known-personal.ts'
import type { Personal } from '../domain/redaction/personal.ts'
import { redact } from '../domain/redaction/redact.ts'
import { isTextFile } from './packet.ts'
import { pictureAlone } from './picture-alone.ts'

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

type ToZip = {
  readonly packet: RedactedPacket
  readonly head: PacketHead
  readonly files: readonly StoredFile[]
  readonly known: KnownPersonal
  readonly isShown: (one: Personal) => boolean
}

/** Text, PDF, the chosen files and a list of all with their hashes. The same packet gives the same bytes. */
export async function packetZip(platform: Platform, given: ToZip, say: PacketWords): Promise<Uint8Array> {
  const { packet, head, files, known, isShown } = given
  const content: Record<string, Uint8Array> = {
    'packet.txt': strToU8(packetText(packet, head, say)),
    'packet.pdf': await packetPdf(packet, head, say),
  }
  const redacted = new Set(Object.keys(content))
  const names = redact(
    files.map(({ name }) => name.replaceAll(/[_]/g, ' ')),
    known,
    isShown,
  ).texts
  for (const [index, file] of files.entries()) {
    const isText = isTextFile(file)
    if (isText && Number(file.size) > largestText)
      throw new Refused({ code: 'log-too-large', ...{ name: file.name } })
    const bytes = await readFile(blobPath(platform, file.sha256))
    const place = `files/${String(index + 1).padStart(2, '0')}-${(names[index] ?? 'file').replaceAll(' ', '_').replaceAll(/[[\]/\\]/g, '')}`
    if (isText) redacted.add(place)
    content[place] = isText
      ? strToU8(redact([decoded(bytes)], known, isShown).texts[0] ?? '')
      : pictureAlone(bytes)
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
  return zipSync(content, { mtime: new Date(`${head.day}T12:00:00`), level: 6 })
}

/** Logs of Windows are often UTF-16. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}
