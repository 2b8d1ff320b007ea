/** The dictionary every stream starts with (MS-OXRTFCP 2.1.2.1). */
const initial =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const compressedMark = 0x75465a4c
const plainMark = 0x414c454d
const window = 4096

/** The RTF of a compressed body, or null where it is damaged or would be longer than `limit`. */
export function decompressRtf(compressed: Uint8Array, limit: number): string | null {
  const bytes = Buffer.from(compressed.buffer, compressed.byteOffset, compressed.byteLength)
  if (bytes.length < 16) return null
  const size = bytes.readUInt32LE(4)
  const mark = bytes.readUInt32LE(8)
  if (size > limit) return null
  if (mark === plainMark) return bytes.toString('latin1', 16, 16 + size)
  if (mark !== compressedMark) return null
  return inflate(bytes, size)
}

function inflate(bytes: Buffer, size: number): string {
  const dictionary = Buffer.alloc(window)
  let write = dictionary.write(initial, 'latin1')
  const output = Buffer.alloc(size)
  let length = 0
  const put = (byte: number): void => {
    output[length] = byte
    length += 1
    dictionary[write] = byte
    write = (write + 1) % window
  }
  for (let at = 16; at < bytes.length && length < size; ) {
    const control = bytes[at] ?? 0
    at += 1
    for (let bit = 0; bit < 8 && length < size && at < bytes.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at] ?? 0)
        at += 1
        continue
      }
      if (at + 1 >= bytes.length) break
      const reference = bytes.readUInt16BE(at)
      at += 2
      const offset = reference >> 4
      if (offset === write) return output.toString('latin1', 0, length)
      for (let step = 0; step < (reference & 0xf) + 2 && length < size; step += 1) {
        put(dictionary[(offset + step) % window] ?? 0)
      }
    }
  }
  return output.toString('latin1', 0, length)
}

/** Groups that hold no text of the message. */
const unread = /^\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|object|header|footer|generator|listtable|themedata)/

/** The words of an RTF document; layout is lost, hidden HTML tags are left out. */
export function rtfToText(rtf: string): string {
  const text: string[] = []
  const hidden: boolean[] = [false]
  let isHtmlRtf = false
  for (let at = 0; at < rtf.length; ) {
    const character = rtf[at] ?? ''
    const isHidden = (hidden.at(-1) ?? false) || isHtmlRtf
    if (character === '{') {
      hidden.push((hidden.at(-1) ?? false) || unread.test(rtf.slice(at + 1, at + 20)))
      at += 1
    } else if (character === '}') {
      if (hidden.length > 1) hidden.pop()
      at += 1
    } else if (character === '\\') {
      const control = readControl(rtf, at)
      at = control.end
      if (control.word === 'htmlrtf') isHtmlRtf = control.number !== 0
      else if (!isHidden) text.push(control.text)
    } else {
      if (!isHidden && character !== '\r' && character !== '\n') text.push(character)
      at += 1
    }
  }
  return text.join('').replaceAll('\0', '').toWellFormed().trim()
}

type Control = {
  readonly word: string
  readonly number: number | null
  readonly text: string
  readonly end: number
}

function readControl(rtf: string, at: number): Control {
  const found = /^\\(?:'([0-9a-f]{2})|([a-z]{1,32})(-?\d{1,10})? ?|([^a-z]))/i.exec(rtf.slice(at, at + 50))
  if (found === null) return { word: '', number: null, text: '', end: at + 1 }
  const [whole, hex, word = '', number, symbol] = found
  const end = at + whole.length
  if (hex !== undefined) {
    const text = new TextDecoder('windows-1252').decode(Uint8Array.of(Number.parseInt(hex, 16)))
    return { word: '', number: null, text, end }
  }
  if (symbol !== undefined) return { word: '', number: null, text: symbolText(symbol), end }
  const value = number === undefined ? null : Number.parseInt(number, 10)
  if (word === 'u' && value !== null) {
    // One substitute character follows for readers without Unicode.
    const substitute = /^(?:\\'[0-9a-f]{2}|\?)/i.exec(rtf.slice(end, end + 4))?.[0].length ?? 0
    return { word, number: value, text: String.fromCharCode(value & 0xffff), end: end + substitute }
  }
  const text = word === 'par' || word === 'line' ? '\n' : word === 'tab' || word === 'cell' ? '\t' : ''
  return { word, number: value, text, end }
}

function symbolText(symbol: string): string {
  return symbol === '~' ? ' ' : symbol === '\\' || symbol === '{' || symbol === '}' ? symbol : ''
}
