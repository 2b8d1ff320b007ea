import { type Hidden, redact } from '../redaction/redact.ts'
import type { KnownPersonal } from '../redaction/known-personal.ts'
import type { Personal } from '../redaction/personal.ts'
import type { Packet, PacketField } from './fill.ts'

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
  const { texts, hidden, secrets } = redact([...packet.fields.map(({ value }) => value), asked], known, isShown)
  const fields = packet.fields.map((field, index) => ({ ...field, value: texts[index] ?? '' }))
  return { asked: texts.at(-1) ?? '', fields, missing: packet.missing, hidden, secrets }
}
