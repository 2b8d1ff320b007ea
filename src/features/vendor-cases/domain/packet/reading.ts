import type { Reading } from '../redaction/things.ts'
import type { PacketField } from './fill.ts'

/** Evidence in which devices and accounts are listed. */
const things: ReadonlySet<string> = new Set([
  'device-identity',
  'affected-devices',
  'devices-in-use',
  'moment-and-account',
  'device-snapshot',
])
/** What a plan calls evidence of that kind that it asks for besides. */
const calledThings =
  /\b(?:serials?|serial numbers?|device names?|computer names?|host ?names?|asset tags?|imei|user ?names?|accounts?|sign-?in names?|upn|example devices|affected devices)\b/i

/** Whom the vendor is to call: typed for the vendor, and no use where it is hidden. */
const contact = 'evidence.contact-and-hours'

/** How a field is read before it leaves: its label speaks for what stands in it. */
export function readingOf({ key, label }: Pick<PacketField, 'key' | 'label'>): Reading {
  if (key === contact) return 'as-is'
  const name = 'name' in label ? label.name : ''
  return things.has(key.replace(/^evidence\./, '')) || calledThings.test(name) ? 'things' : 'prose'
}
