import { decodeText } from './charset.ts'

/** Values by property id; those that mail does not need are absent. */
export type MapiProperties = ReadonlyMap<number, string | Uint8Array>

export const property = {
  body: 0x1000,
  compressedRtf: 0x1009,
  bodyHtml: 0x1013,
  attachmentData: 0x3701,
  attachmentName: 0x3704,
  attachmentLongName: 0x3707,
  attachmentType: 0x370e,
  attachmentContentId: 0x3712,
} as const

const type = { object: 0x0d, text: 0x1e, unicode: 0x1f, binary: 0x102 } as const
const several = 0x1000
const fixedLengths = new Map([
  [0x02, 4],
  [0x03, 4],
  [0x04, 4],
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x0a, 4],
  [0x0b, 4],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
])

/**
 * Reads a block of MAPI properties (MS-OXTNEF 2.1.3.4). Stops where it meets a type it does not know: what follows
 * cannot be found without its length. Throws RangeError past the end.
 */
export function readMapiProperties(data: Buffer, codepage: string): MapiProperties {
  const found = new Map<number, string | Uint8Array>()
  const count = data.readUInt32LE(0)
  let at = 4
  for (let index = 0; index < count && at + 4 <= data.length; index += 1) {
    const written = data.readUInt16LE(at)
    const id = data.readUInt16LE(at + 2)
    at += 4
    if (id >= 0x8000) at = skipName(data, at)
    const kind = written & ~several
    const fixed = fixedLengths.get(kind)
    if (fixed !== undefined) {
      const values = (written & several) === 0 ? 1 : data.readUInt32LE(at)
      at += ((written & several) === 0 ? 0 : 4) + values * fixed
      continue
    }
    if (kind !== type.object && kind !== type.text && kind !== type.unicode && kind !== type.binary) break
    const values = data.readUInt32LE(at)
    at += 4
    for (let value = 0; value < values && at < data.length; value += 1) {
      const length = data.readUInt32LE(at)
      const bytes = data.subarray(at + 4, at + 4 + length)
      if (bytes.length < length) throw new RangeError('a property ends beyond its block')
      at += 4 + padded(length)
      if (value === 0) found.set(id, valueOf(kind, bytes, codepage))
    }
  }
  return found
}

function skipName(data: Buffer, at: number): number {
  const isText = data.readUInt32LE(at + 16) === 1
  return isText ? at + 24 + padded(data.readUInt32LE(at + 20)) : at + 24
}

function valueOf(kind: number, bytes: Buffer, codepage: string): string | Uint8Array {
  if (kind === type.unicode) return decodeText(bytes, 'utf-16le').text
  return kind === type.text ? decodeText(bytes, codepage).text : bytes
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}
