import { decode as decodeLegacy, encodingExists } from 'iconv-lite'

export type Decoded = { readonly text: string; readonly guessed: boolean }

/** Labels that say ASCII or nothing, under which mailers send anything. */
const sayNothing = new Set([
  '',
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  'unknown',
  'unknown-8bit',
  'x-unknown',
  '8bit',
])

/**
 * Bytes to text by the label the mail gives. An unknown, absent or wrong label gives the best guess, and says so.
 * NUL never comes out: PostgreSQL cannot store it.
 */
export function decodeText(bytes: Uint8Array, label: string | null): Decoded {
  const decoded = decodeLabelled(bytes, cleanLabel(label))
  return { text: decoded.text.replaceAll('\0', '').toWellFormed(), guessed: decoded.guessed }
}

function decodeLabelled(bytes: Uint8Array, label: string): Decoded {
  if (sayNothing.has(label)) return guess(bytes, false)
  if (label === 'utf-8' || label === 'utf8') return decodeUtf8(bytes)
  // The platform decodes what browsers do (iso-2022-jp among it); iconv-lite the rest (utf-7, cp437, cp850 …).
  const platform = label.startsWith('utf-7') ? null : platformDecoder(label)
  if (platform !== null) return { text: platform.decode(bytes), guessed: false }
  if (encodingExists(label)) return { text: decodeLegacy(bytes, label), guessed: false }
  return guess(bytes, true)
}

function cleanLabel(label: string | null): string {
  return (label ?? '')
    .trim()
    .toLowerCase()
    .replace(/\*.*$/, '')
    .replace(/^["']|["']$/g, '')
}

function platformDecoder(label: string): InstanceType<typeof TextDecoder> | null {
  for (const name of [label, label.replace(/^x-/, '')]) {
    try {
      return new TextDecoder(name)
    } catch {
      // Not a label of the Encoding Standard: the next one, or iconv-lite.
    }
  }
  return null
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!text.includes('\uFFFD') || isUtf8(bytes)) return { text, guessed: false }
  // Some of it is UTF-8: keep that and show the rest as replaced. None of it is: it was a single-byte charset.
  // oxlint-disable-next-line no-control-regex
  const someIsUtf8 = /[^\u0000-\u007F\uFFFD]/.test(text)
  return { text: someIsUtf8 ? text : new TextDecoder('windows-1252').decode(bytes), guessed: true }
}

function guess(bytes: Uint8Array, mark: boolean): Decoded {
  if (bytes.every((byte) => byte < 0x80)) {
    return bytes.includes(0x1b)
      ? guessEscaped(bytes, mark)
      : { text: new TextDecoder().decode(bytes), guessed: mark }
  }
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), guessed: mark }
  return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true }
}

/** Japanese mailers leave the label out: the escape sequences of ISO-2022-JP name it. */
function guessEscaped(bytes: Uint8Array, mark: boolean): Decoded {
  const plain = new TextDecoder().decode(bytes)
  const isJapanese = plain.includes('\u001B$B') || plain.includes('\u001B$@')
  return isJapanese
    ? { text: new TextDecoder('iso-2022-jp').decode(bytes), guessed: true }
    : { text: plain, guessed: mark }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
