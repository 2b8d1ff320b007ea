import { describe, expect, test } from 'vitest'
import { pictureAlone } from './picture-alone.ts'

const part = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
/** Turned by a quarter, with a place behind it. */
function exif(small: boolean): Buffer {
  const short = (value: number) => {
    const bytes = Buffer.alloc(2)
    if (small) bytes.writeUInt16LE(value)
    else bytes.writeUInt16BE(value)
    return bytes
  }
  const long = (value: number) => {
    const bytes = Buffer.alloc(4)
    if (small) bytes.writeUInt32LE(value)
    else bytes.writeUInt32BE(value)
    return bytes
  }
  const entries = [short(0x01_12), short(3), long(1), short(6), short(0)]
  const tiff = [Buffer.from(small ? 'II' : 'MM'), short(42), long(8), short(1), ...entries, long(0)]
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), ...tiff, Buffer.from('GPS 52.0907 5.1214 KANARIE')])
}
const picture = Buffer.from([1, 2, 3, 0xff, 0, 4])
const jpeg = (small: boolean) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    part(0xe0, Buffer.from('JFIF\0')),
    part(0xe1, exif(small)),
    part(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0KANARIE')),
    part(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours')),
    part(0xfe, Buffer.from('KANARIE')),
    part(0xda, Buffer.from([0])),
    picture,
    Buffer.from([0xff, 0xd9]),
    Buffer.from('ftypmp42 KANARIE'),
  ])
const chunk = (name: string, content: string) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(content))
  return Buffer.concat([length, Buffer.from(name + content), Buffer.alloc(4)])
}

describe('of a picture that leaves', () => {
  test.each([true, false])(
    'a JPEG keeps what it shows, its colours and how it is turned (small end first: %s)',
    (small) => {
      const alone = pictureAlone(jpeg(small))
      const text = alone.toString('latin1')
      expect(text).not.toContain('KANARIE')
      expect(text).not.toContain('52.0907')
      expect(text).toContain('JFIF')
      expect(text).toContain('ICC_PROFILE')
      expect(alone.includes(picture)).toBe(true)
      expect(alone.toString('hex')).toContain('011200030000000100060000')
      expect(pictureAlone(alone)).toEqual(alone)
    },
  )

  test('a PNG keeps its picture', () => {
    const png = Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', 'sizes'),
      chunk('tEXt', 'Author\0KANARIE'),
      chunk('eXIf', 'KANARIE'),
      chunk('tRNS', 'clear'),
      chunk('IDAT', 'picture'),
      chunk('IEND', ''),
      Buffer.from('KANARIE'),
    ])
    const alone = pictureAlone(png).toString('latin1')
    expect(alone).not.toContain('KANARIE')
    for (const kept of ['sizes', 'clear', 'picture', 'IEND']) expect(alone).toContain(kept)
  })

  test.each([
    ['something else', Buffer.from('PK\x03\x04 a zip')],
    ['half a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1])],
    ['one letter', Buffer.from('x')],
  ])('%s stays as it is', (_, bytes) => expect(pictureAlone(bytes)).toEqual(bytes))
})
