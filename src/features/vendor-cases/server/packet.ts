import { createHash } from 'node:crypto'
import type { StoredFile } from '#platform/files/files.ts'
import type { Platform } from '#platform/platform.ts'
import type { PacketView } from '../contract/answers.ts'
import { fillPacket, type Packet, type Typed } from '../domain/packet/fill.ts'
import { type PacketHead, packetText, type PacketWords } from '../domain/packet/packet-text.ts'
import { readingOf } from '../domain/packet/reading.ts'
import { type RedactedPacket, redactPacket } from '../domain/packet/redact-packet.ts'
import type { Personal } from '../domain/redaction/personal-kinds.ts'
import type { Gathered } from './gather.ts'

/** By which one hidden thing of one ticket is named without saying what it is. */
export function printOf(ticketId: string, { kind, value }: Personal): string {
  return createHash('sha256').update(`${ticketId}\n${kind}\n${value}`).digest('hex').slice(0, 32)
}

/** Files that are read as text, and redacted like the rest. */
export function isTextFile({ name, type }: Pick<StoredFile, 'name' | 'type'>): boolean {
  return (
    /^text\/|json|xml|x-sh$/.test(type) ||
    /[.](?:txt|log|csv|json|xml|reg|ini|yaml|yml|md|ps1|evt\.txt)$/i.test(name)
  )
}

export type Choices = {
  readonly asked: string
  readonly typed: Typed
  readonly shown: ReadonlySet<string>
  readonly files: readonly string[]
}

export type Made = {
  readonly packet: Packet
  readonly redacted: RedactedPacket
}

export function makePacket({ facts, known, ticket }: Gathered, { asked, typed, shown }: Choices): Made {
  const packet = fillPacket(facts, typed)
  const isShown = (one: Personal) => shown.has(printOf(ticket.id, one))
  return { packet, redacted: redactPacket(packet, asked, known, isShown) }
}

/** Microsoft reads English, whatever the agent reads. */
export function englishWords(platform: Platform): PacketWords {
  return (key, values = {}) => platform.translate('en', `vendor-cases:${key}`, values)
}

export function packetView(
  platform: Platform,
  gathered: Gathered,
  choices: Choices,
  head: PacketHead,
): PacketView {
  const { packet, redacted } = makePacket(gathered, choices)
  return {
    fields: redacted.fields.map((field, index) => ({
      ...field,
      label: { ...field.label },
      own: packet.fields[index]?.value ?? '',
      asIs: readingOf(field) === 'as-is',
    })),
    missing: redacted.missing.map(({ section, suppliers }) => ({ section, suppliers: [...suppliers] })),
    hidden: redacted.hidden.map(({ value: _, ...one }) => ({
      ...one,
      print: printOf(gathered.ticket.id, { kind: one.kind, value: _ }),
    })),
    secrets: redacted.secrets,
    files: gathered.files.map((file) => ({
      id: file.id,
      name: file.name,
      size: Number(file.size),
      type: file.type,
      isText: isTextFile(file),
      chosen: choices.files.includes(file.id),
    })),
    text: packetText(redacted, head, englishWords(platform)),
  }
}
