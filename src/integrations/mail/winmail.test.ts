import { describe, expect, it } from 'vitest'
import { parseMail } from './parse.ts'
import { openWinmail } from './winmail.ts'

const u16 = (value: number): Buffer => Buffer.from(Uint16Array.of(value).buffer)
const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer)
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

function attribute(level: number, id: number, data: Buffer): Buffer {
  const sum = data.reduce((total, byte) => (total + byte) % 65_536, 0)
  return Buffer.concat([Buffer.of(level), u16(id), u16(0), u32(data.length), data, u16(sum)])
}

/** MAPI properties with one value each. */
function properties(...given: readonly [id: number, type: number, value: Buffer][]): Buffer {
  const each = given.map(([id, type, value]) => {
    const isFixed = type === 0x03
    return Buffer.concat([u16(type), u16(id), ...(isFixed ? [value] : [u32(1), u32(value.length), padded(value)])])
  })
  return Buffer.concat([u32(given.length), ...each])
}

const unicode = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le')

function winmail(...attributes: readonly Buffer[]): Buffer {
  return Buffer.concat([u32(0x223e9f78), u16(1), ...attributes])
}

const attachment = (content: Buffer, name = 'Rapport juli.pdf'): Buffer[] => [
  attribute(2, 0x9002, Buffer.alloc(14)),
  attribute(2, 0x8010, Buffer.from('RAPPOR~1.PDF\0')),
  attribute(2, 0x800f, content),
  attribute(
    2,
    0x9005,
    properties([0x3705, 0x03, u32(1)], [0x3707, 0x1f, unicode(name)], [0x370e, 0x1f, unicode('application/pdf')]),
  ),
]

const limits = { bytes: 1_000_000, parts: 20 }

describe('winmail.dat', () => {
  it('gives its attachments with their long names, and its text', () => {
    const opened = openWinmail(
      winmail(
        attribute(
          1,
          0x9003,
          properties(
            [0x0017, 0x03, u32(1)],
            [0x1000, 0x1f, unicode('Hallo daar')],
            [0x1013, 0x102, Buffer.from('<p>Hallo daar</p>')],
          ),
        ),
        ...attachment(Buffer.from('%PDF')),
        ...attachment(Buffer.from('two'), '../../x.pdf'),
      ),
      limits,
    )
    expect(opened).toMatchObject({ text: 'Hallo daar', html: '<p>Hallo daar</p>' })
    expect(
      opened?.attachments.map(({ name, type, content }) => [name, type, Buffer.from(content).toString()]),
    ).toEqual([
      ['Rapport juli.pdf', 'application/pdf', '%PDF'],
      ['x.pdf', 'application/pdf', 'two'],
    ])
  })

  it('gives the text of a compressed RTF body', () => {
    const rtf = String.raw`{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\pard Beste collega,\par caf\'e9 \u8364? {\*\hidden x}klaar}`
    const bytes = Buffer.from(rtf, 'latin1')
    const literal: Buffer[] = []
    for (let at = 0; at < bytes.length; at += 8) literal.push(Buffer.of(0), bytes.subarray(at, at + 8))
    const body = Buffer.concat(literal)
    const compressed = Buffer.concat([u32(body.length + 12), u32(bytes.length), u32(0x75465a4c), u32(0), body])
    const opened = openWinmail(winmail(attribute(1, 0x9003, properties([0x1009, 0x102, compressed]))), limits)
    expect(opened?.text).toBe('Beste collega,\ncafé € klaar')
  })

  it('is opened as part of a mail', async () => {
    const content = winmail(
      attribute(1, 0x800c, Buffer.from('In the wrapper\0')),
      ...attachment(Buffer.from('%PDF')),
    )
    const raw = Buffer.from(
      `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n--b--\r\n`,
    )
    expect(await parseMail(raw)).toMatchObject({
      ok: true,
      value: { text: 'In the wrapper', marks: ['winmail-opened'], attachments: [{ name: 'Rapport juli.pdf' }] },
    })
  })

  it('stays an attachment where it is damaged at any place', () => {
    const whole = winmail(attribute(1, 0x800c, Buffer.from('text\0')), ...attachment(Buffer.from('%PDF')))
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => openWinmail(whole.subarray(0, length), limits)).not.toThrow()
      const damaged = Buffer.from(whole)
      damaged[length] = 0xff
      expect(() => openWinmail(damaged, limits)).not.toThrow()
    }
    expect(openWinmail(whole.subarray(0, -10), limits)).toBe(null)
  })

  it('keeps the limits of a mail: parts, bytes, and wrappers within wrappers', () => {
    const parts = Array.from({ length: 30 }, () => attachment(Buffer.from('x'))).flat()
    expect(openWinmail(winmail(...parts), limits)).toBe(null)
    expect(
      openWinmail(winmail(...attachment(Buffer.alloc(600_000)), ...attachment(Buffer.alloc(600_000))), limits),
    ).toBe(null)
    let inner = winmail(...attachment(Buffer.from('deepest')))
    for (let depth = 0; depth < 50; depth += 1) {
      const object = Buffer.concat([Buffer.alloc(16), inner])
      inner = winmail(
        attribute(2, 0x9002, Buffer.alloc(14)),
        attribute(2, 0x9005, properties([0x3701, 0x0d, object])),
      )
    }
    expect(openWinmail(inner, { bytes: 100_000_000, parts: 1000 })?.attachments.length).toBeLessThanOrEqual(1)
  })

  it('does not believe a body that claims to be gigabytes', () => {
    const compressed = Buffer.concat([u32(20), u32(0xffffffff), u32(0x75465a4c), u32(0), Buffer.of(0, 1, 2)])
    const opened = openWinmail(winmail(attribute(1, 0x9003, properties([0x1009, 0x102, compressed]))), limits)
    expect(opened).toMatchObject({ text: null })
  })
})
