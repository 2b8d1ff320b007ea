import { hasKnownFacility, hexOf } from './codes/facilities.ts'
import { plainText } from './codes/plain-text.ts'
import { decimals } from './codes/read-decimal.ts'
import { bareHex, prefixedHex, type Reading } from './codes/read-hex.ts'
import { namesIn, namesPattern } from './codes/read-names.ts'

/** A code as it stands in a text: its normal form, how it was written, and where. */
export type FoundCode = { readonly code: string; readonly written: string; readonly at: number }

/**
 * The codes in what somebody wrote or pasted, in the order in which they stand; the same code may stand twice. A number that looks like
 * a result is one, unless it is called something else; any other number has to be called an error, or to be known as a code and to stand where
 * one would.
 */
export function findCodes(text: string): readonly FoundCode[] {
  const plain = plainText(text)
  const readings = [namesIn, prefixedHex, bareHex, decimals].flatMap((read) => read(plain.text))
  return apart(readings, plain.text.length).map(({ reads, start, end }) => {
    const at = plain.from[start] ?? 0
    return { code: normalCode(reads), written: text.slice(at, plain.from[end]), at }
  })
}

/** Readings of different forms can lie over each other: the first form has it. */
function apart(readings: readonly Reading[], length: number): readonly Reading[] {
  const taken = new Uint8Array(length)
  const kept = readings.filter(({ start, end }) => {
    const isFree = !taken.subarray(start, end).includes(1)
    if (isFree) taken.fill(1, start, end)
    return isFree
  })
  return kept.toSorted((one, other) => one.start - other.start)
}

/**
 * A regular expression, in the words that JavaScript and PostgreSQL share, that every text with a code matches whatever its case: for stores that
 * would rather not read what has none. Many texts without a code match it too: what is one, `codesIn` says.
 */
export const mayHoldCode = String.raw`[0-9\uff10-\uff19]|${namesPattern}`

/** Each code of a text once, in its normal form. */
export function codesIn(text: string): readonly string[] {
  return [...new Set(findCodes(text).map(({ code }) => code))]
}

/**
 * One name for one code, however it is written: eight hexadecimal capitals for a 32-bit result (`80180014`), digits for a number
 * below that (`806`), `AADSTS50076`, or a name in capitals (`DEVICECAPREACHED`).
 */
export function normalCode(written: string): string {
  const text = written.trim().toUpperCase()
  const hex = /^0X([0-9A-F]{1,16})$/.exec(text)
  if (hex) return ofHex(hex[1] ?? '')
  if (/^[0-9A-F]{8}$/.test(text)) return ofHex(text)
  if (/^-?\d{1,10}$/.test(text)) return ofDecimal(Number(text))
  return text.replace(/^AADSTS[\s:-]*(\d+)$/, 'AADSTS$1')
}

/** Whether what somebody names as a code may be one: a number or a name in one piece, not a sentence. */
export const isCode = (written: string): boolean => /^[\p{L}\p{N}.:_#-]+$/u.test(normalCode(written))

/** How a code is met in portals, logs and mails, the usual one first. */
export function spellingsOf(code: string): readonly string[] {
  const normal = normalCode(code)
  if (/^[0-9A-F]{8}$/.test(normal)) {
    const value = Number.parseInt(normal, 16)
    const signed = String(value - 2 ** 32)
    const hex = [`0x${normal}`, normal]
    return value >= 0xff_ff_00_00 ? [signed, ...hex, String(value)] : [...hex, signed, String(value)]
  }
  if (/^\d{1,10}$/.test(normal)) return [normal, `0x${Number(normal).toString(16).toUpperCase()}`]
  return [code.trim()]
}

/** Written with 64 bits, a negative result begins with eight Fs and any with eight zeros: neither makes it another code. */
function ofHex(digits: string): string {
  const short = digits.replace(/^(?:F{8}|0{8})(?=[0-9A-F]{8}$)/, '')
  return short.length > 8 ? short : ofValue(Number.parseInt(short, 16))
}

/** Lists and mails lose the minus of a negative result; what is left is no result of anything, so it is put back. */
function ofDecimal(value: number): string {
  if (value >= 0 && value < 2 ** 31 && hasKnownFacility(2 ** 32 - value)) return hexOf(2 ** 32 - value)
  return ofValue(value < 0 ? value + 2 ** 32 : value)
}

function ofValue(value: number): string {
  return value < 2 ** 31 || value >= 2 ** 32 ? String(value) : hexOf(value)
}
