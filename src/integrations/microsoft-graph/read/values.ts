import type { Instant } from '#platform/clock.ts'

/** What Microsoft sent, before anything is known of it. */
export type Raw = Readonly<Record<string, unknown>>

export function record(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {}
}

/** The things of a collection, of an answer with `value`, or none. */
export function records(value: unknown): readonly Raw[] {
  const list = Array.isArray(value) ? value : record(value)['value']
  return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null).map(record) : []
}

/** Text that says something; null where it is absent or empty. */
export function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  const trimmed = value.trim()
  return trimmed === '' ? null : trimmed
}

export function flag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : null
}

export function amount(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** A moment; null for the years 1 and 9999, by which Microsoft says "never" and "no end". */
export function moment(value: unknown): Instant | null {
  if (typeof value !== 'string') return null
  const ms = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(value) ? value : `${value}Z`)
  if (Number.isNaN(ms)) return null
  const at = new Date(ms)
  const year = at.getUTCFullYear()
  return year < 1980 || year >= 9000 ? null : at.toISOString()
}

/** An id; null for the one that is all noughts, by which Microsoft says "none". */
export function id(value: unknown): string | null {
  const found = text(value)
  return found === null || /^[0-]+$/.test(found) ? null : found
}

/**
 * A value of an enumeration with its first letter small: Microsoft writes `ServiceDegradation` and `serviceDegradation`. Values that nobody
 * knows stay as they are.
 */
export function choice(value: unknown): string | null {
  const found = text(value)
  return found === null ? null : `${found.charAt(0).toLowerCase()}${found.slice(1)}`
}

/** `microsoft.graph.user` of an `@odata.type`, without its sign. */
export function typeOf(raw: Raw): string | null {
  return text(raw['@odata.type'])?.replace(/^#/, '') ?? null
}

/** A signed number of 32 or 64 bits as people look it up: `0x87D10194`; null for none and for nought. */
export function errorCode(value: unknown): string | null {
  let number: bigint
  try {
    if (typeof value === 'number' && Number.isFinite(value)) number = BigInt(Math.trunc(value))
    else if (typeof value === 'string' && /^-?\d+$/.test(value.trim())) number = BigInt(value.trim())
    else if (typeof value === 'string' && /^0x[0-9a-f]+$/i.test(value.trim())) number = BigInt(value.trim())
    else return null
  } catch {
    return null
  }
  if (number === 0n) return null
  // A 32-bit code comes stretched to 64 bits with its sign, or with noughts.
  const low = BigInt.asUintN(32, number)
  const isShort = BigInt.asIntN(64, number) === BigInt.asIntN(32, number) || BigInt.asUintN(64, number) === low
  const shown = isShort ? low : BigInt.asUintN(64, number)
  return `0x${shown
    .toString(16)
    .toUpperCase()
    .padStart(isShort ? 8 : 16, '0')}`
}

/** What of a list was understood. */
export function found<Value>(list: readonly (Value | null)[]): readonly Value[] {
  return list.filter((one): one is Value & {} => one !== null)
}

/** A part of a path: ids of mailboxes and mails hold characters that addresses do not. */
export function segment(value: string): string {
  // Both may stand in a path as they are, and Microsoft's own links have them so.
  return encodeURIComponent(value).replaceAll('%40', '@').replaceAll('%3D', '=')
}

/** A text inside a `$filter`. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
