import { decodeText } from './charset.ts'

type Word = { readonly charset: string; readonly bytes: Uint8Array }

const encodedWord = /=\?([^?\s]{1,60})\?([QqBb])\?([^?]*)\?=/g

/**
 * Rewrites every run of encoded words (RFC 2047) as one UTF-8 word. Mailers split a character over two words, use
 * charsets the parser does not know, and UTF-7; joined as bytes and decoded here, whatever reads the header next sees
 * whole characters. It stays encoded, so that a decoded comma or bracket cannot become part of the header's syntax.
 */
export function joinEncodedWords(header: string): { readonly value: string; readonly guessed: boolean } {
  let guessed = false
  let value = ''
  let run: Word[] = []
  let end = 0

  const flush = (): void => {
    for (const group of sameCharset(run)) {
      const decoded = decodeText(group.bytes, group.charset)
      guessed ||= decoded.guessed
      value += `=?utf-8?B?${Buffer.from(decoded.text, 'utf8').toString('base64')}?=`
    }
    run = []
  }

  for (const match of header.matchAll(encodedWord)) {
    const between = header.slice(end, match.index)
    if (run.length === 0 || between.trim() !== '') {
      flush()
      value += between
    }
    run.push({ charset: match[1] ?? '', bytes: wordBytes(match[2] ?? '', match[3] ?? '') })
    end = match.index + match[0].length
  }
  flush()
  return { value: value + header.slice(end), guessed }
}

/** A header without addresses, decoded. */
export function decodeHeader(header: string): { readonly value: string; readonly guessed: boolean } {
  const joined = joinEncodedWords(header)
  const value = joined.value.replace(encodedWord, (_, __, ___, text: string) =>
    Buffer.from(text, 'base64').toString('utf8'),
  )
  return { value, guessed: joined.guessed }
}

function sameCharset(words: readonly Word[]): Word[] {
  const groups: { readonly charset: string; readonly bytes: Uint8Array[] }[] = []
  for (const word of words) {
    const last = groups.at(-1)
    if (last !== undefined && last.charset.toLowerCase() === word.charset.toLowerCase())
      last.bytes.push(word.bytes)
    else groups.push({ charset: word.charset, bytes: [word.bytes] })
  }
  return groups.map((group) => ({ charset: group.charset, bytes: Buffer.concat(group.bytes) }))
}

function wordBytes(encoding: string, text: string): Uint8Array {
  return encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedBytes(Buffer.from(text, 'utf8'))
}

function quotedBytes(written: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(written.length)
  let length = 0
  for (let at = 0; at < written.length; at += 1) {
    const hex = written[at] === 0x3d ? String.fromCharCode(...written.subarray(at + 1, at + 3)) : ''
    const escaped = /^[0-9a-f]{2}$/i.test(hex)
    bytes[length] = escaped ? Number.parseInt(hex, 16) : written[at] === 0x5f ? 0x20 : (written[at] ?? 0)
    if (escaped) at += 2
    length += 1
  }
  return bytes.subarray(0, length)
}
