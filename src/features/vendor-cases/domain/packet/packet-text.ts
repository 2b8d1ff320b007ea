import { type Section, sections } from './sections.ts'
import type { PacketField } from './fill.ts'
import type { RedactedPacket } from './redact-packet.ts'

/** The packet's own words, which are English whoever reads them here. */
export type PacketWords = (key: string, values?: Readonly<Record<string, string | number>>) => string

export type PacketHead = {
  readonly ticket: number
  readonly caseNumber: string | null
  readonly severity: string
  readonly day: string
}

export function labelOf({ label, isDutch }: PacketField, say: PacketWords): string {
  const name = 'name' in label ? label.name : say(`packet.fields.${label.word}`)
  return isDutch ? say('packet.inDutch', { name }) : name
}

/** A field whose label says it all has no value of its own. */
const isSaid = ({ label, key }: PacketField) => key === 'ever' && 'word' in label

/** What is pasted into the vendor's form: one section after the other, with what is not known said. */
export function packetText(packet: RedactedPacket, head: PacketHead, say: PacketWords): string {
  const lines = [
    say('packet.title', { number: head.ticket }),
    ...(head.caseNumber ? [say('packet.caseNumber', { number: head.caseNumber })] : []),
    say('packet.severity', { name: head.severity }),
    say('packet.day', { day: head.day }),
    ...(packet.asked.trim() === '' ? [] : ['', say('packet.asked'), packet.asked.trim()]),
  ]
  for (const [index, section] of sections.entries())
    lines.push('', `${index + 1}. ${say(`packet.sections.${section}`)}`, ...sectionLines(packet, section, say))
  lines.push('', say('packet.hidden'))
  return `${lines.join('\n')}\n`
}

function sectionLines(packet: RedactedPacket, section: Section, say: PacketWords): readonly string[] {
  const fields = packet.fields.filter((field) => field.section === section)
  if (fields.length === 0) return [say('packet.notKnown')]
  return fields.map((field) => {
    const label = labelOf(field, say)
    if (isSaid(field)) return label
    const value = field.value.trim()
    return value.includes('\n') ? `${label}:\n  ${value.replaceAll('\n', '\n  ')}` : `${label}: ${value}`
  })
}
