import { crc32, deflateSync } from 'node:zlib'

/** Five by seven dots for what stands in codes. */
const dots: Readonly<Record<string, readonly number[]>> = {
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
  A: [14, 17, 17, 31, 17, 17, 17],
  B: [30, 17, 17, 30, 17, 17, 30],
  C: [14, 17, 16, 16, 16, 17, 14],
  D: [28, 18, 17, 17, 17, 18, 28],
  E: [31, 16, 16, 30, 16, 16, 31],
  F: [31, 16, 16, 30, 16, 16, 16],
  S: [15, 16, 16, 14, 1, 1, 30],
  T: [31, 4, 4, 4, 4, 4, 4],
  X: [17, 17, 10, 4, 10, 17, 17],
  '-': [0, 0, 0, 31, 0, 0, 0],
}

const width = 360
const height = 200
const [paper, ink, bar] = [245, 40, 120]

/** A picture of a window that shows a code, as a PNG in greys. */
export function screenPicture(code: string): Uint8Array {
  const pixels = Buffer.alloc(width * height, paper)
  pixels.fill(bar, 0, width * 28)
  const text = code.toUpperCase().slice(0, 16)
  const scale = 3
  let left = Math.floor((width - text.length * 6 * scale) / 2)
  for (const character of text) {
    for (const [row, bits] of (dots[character] ?? []).entries())
      for (let column = 0; column < 5; column += 1)
        if ((bits >> (4 - column)) & 1) square(pixels, left + column * scale, 90 + row * scale, scale)
    left += 6 * scale
  }
  return png(pixels)
}

function square(pixels: Buffer, left: number, top: number, size: number): void {
  for (let row = top; row < top + size; row += 1) pixels.fill(ink, row * width + left, row * width + left + size)
}

function png(pixels: Buffer): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits of grey.
  header.writeUInt8(8, 8)
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, row) =>
      Buffer.concat([Buffer.from([0]), pixels.subarray(row * width, (row + 1) * width)]),
    ),
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    part('IHDR', header),
    part('IDAT', deflateSync(rows)),
    part('IEND', Buffer.alloc(0)),
  ])
}

function part(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
