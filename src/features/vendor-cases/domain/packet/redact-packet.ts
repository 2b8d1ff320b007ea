import { type Hidden, redact, type Redaction, type ToRead } from '../redaction/redact.ts'
import type { KnownPersonal } from '../redaction/known-personal.ts'
import type { Personal } from '../redaction/personal-kinds.ts'
import type { Packet, PacketField } from './fill.ts'
import { readingOf } from './reading.ts'

/** The packet as it leaves: nothing of people in it but what was shown on purpose. */
export type RedactedPacket = {
  /** What is asked of the vendor. */
  readonly asked: string
  readonly fields: readonly PacketField[]
  readonly missing: Packet['missing']
  readonly hidden: readonly Hidden[]
  readonly secrets: number
}

export function redactPacket(
  packet: Packet,
  asked: string,
  known: KnownPersonal,
  isShown: (one: Personal) => boolean,
): RedactedPacket {
  return withTexts(packet, redact(textsOf(packet, asked), known, isShown))
}

/** What of a packet is read, each as it has to be. */
export function textsOf({ fields }: Packet, asked: string): readonly ToRead[] {
  return [
    ...fields.map((field) => ({ text: field.value, reading: readingOf(field) })),
    { text: asked, reading: 'prose' },
  ]
}

/** A packet with what became of `textsOf` it; more texts may follow those. */
export function withTexts(packet: Packet, { texts, hidden, secrets }: Redaction): RedactedPacket {
  const fields = packet.fields.map((field, index) => ({ ...field, value: texts[index] ?? '' }))
  return { asked: texts[fields.length] ?? '', fields, missing: packet.missing, hidden, secrets }
}
