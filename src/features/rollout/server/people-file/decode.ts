/** The bytes of a file as text, or why they are none. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly code: 'workbook' | 'not-text' | 'text-broken' }
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Spreadsheets save what they call CSV in whatever their machine likes: UTF-8 with or without a mark, UTF-16, or Windows-1252, which is
 * what remains when it is no UTF-8.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return { ok: false, code: 'workbook' }
  const encoding = encodingOf(bytes)
  if (encoding === null) return { ok: false, code: 'not-text' }
  if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) return { ok: false, code: 'text-broken' }
  const text = read(bytes, encoding)
  return text === null ? { ok: false, code: 'text-broken' } : { ok: true, text, encoding }
}

function encodingOf(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  // Latin letters in UTF-16 have every other byte empty.
  const head = bytes.subarray(0, 2_000)
  const half = head.length / 2
  if (half >= 2 && countZeros(head, 1) > half * 0.7) return 'utf-16le'
  if (half >= 2 && countZeros(head, 0) > half * 0.7) return 'utf-16be'
  if (read(bytes, 'utf-8') !== null) return 'utf-8'
  return isBinary(head) ? null : 'windows-1252'
}

function read(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Control characters that no text has. */
function isBinary(head: Uint8Array): boolean {
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32))
}

function countZeros(bytes: Uint8Array, from: 0 | 1): number {
  let zeros = 0
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) zeros += 1
  return zeros
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
