import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownIssues } from '../server/actions.ts'
import { codesIn, findCodes, isCode, mayHoldCode, normalCode, spellingsOf } from './codes.ts'
import { sentences, spelledWays } from './testing/code-sentences.ts'
import { ordinaryText } from './testing/ordinary-numbers.ts'

/** Nothing where few enough are wrong, else some of them to look at. */
function tooMany(wrong: readonly string[], of: number, share: number): readonly string[] {
  return wrong.length / of <= share ? [] : wrong.slice(0, 20)
}

describe('one code has one name', () => {
  test.each([
    ['0x80180014', '80180014'],
    ['80180014', '80180014'],
    ['2149056532', '80180014'],
    ['-2145910764', '80180014'],
    [' 0X8018002b ', '8018002B'],
    ['0xFFFFFFFF80180014', '80180014'],
    ['0x0000000080180014', '80180014'],
    ['2016345708', '87D10194'],
    ['0x41303', '267011'],
    ['0x00000326', '806'],
    ['50187', '50187'],
    ['aadsts 50020', 'AADSTS50020'],
    ['DeviceCapReached', 'DEVICECAPREACHED'],
  ])('%s is known as %s', (written, code) => expect(normalCode(written)).toBe(code))

  test('and each of its spellings is known by it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0x80_00_00_00, max: 0xff_ff_ff_ff }), (value) => {
        const code = value.toString(16).toUpperCase()
        expect(spellingsOf(code).map(normalCode)).toEqual([code, code, code, code])
      }),
    ))
})

describe('is found where it stands', () => {
  test.each([
    ['It says 0x80180014 (2149056532). Build 22631.4460, since 2026.', ['0x80180014', '2149056532']],
    ['fout0x80180014opgetreden', ['0x80180014']],
    ['80180014error', ['80180014']],
    ['Ox8O18OO14', ['Ox8O18OO14']],
    ['error: 0x8018 0014!', ['0x8018 0014']],
    ['foutcode 8018-0014', ['8018-0014']],
    ['(−2145910764)', ['−2145910764']],
    ['de fout 2.149.056.532 op mijn pc', ['2.149.056.532']],
    ['0x8018\u200b0014', ['0x8018\u200b0014']],
    ['hr=0x80070005, user=jan', ['0x80070005']],
    ['event ID 76: 0x8018002b', ['0x8018002b']],
    ['sign-in error 50187', ['50187']],
    ['AADSTS50076: Due to a configuration change', ['AADSTS50076']],
    ['device_cap_reached', ['device_cap_reached']],
    ['806-fout op mijn laptop', ['806']],
    ['de installatie eindigde met 1603', ['1603']],
    ['Foutcode:&nbsp;0x80180014', ['0x80180014']],
    ['&lt;error&gt;80180014&lt;/error&gt;', ['80180014']],
    ['Foutcode\t7016\tWindows', ['7016']],
    ['Error 801C0003=0D=0A', ['801C0003']],
    ['something went wrong [1603]', ['1603']],
    ['0xCAA2000C, 0x80072ee7', ['0xCAA2000C', '0x80072ee7']],
  ])('%s', (text, written) => {
    const found = findCodes(text)
    expect(found.map((code) => code.written)).toEqual(written)
    for (const code of found) expect(text.slice(code.at).startsWith(code.written)).toBe(true)
  })

  test('once per code', () => expect(codesIn('0x80180014 = 2149056532 = -2145910764')).toEqual(['80180014']))
})

test('at least 99 of 100 codes that Microsoft documents are recognised, however spelled, in Dutch and English sentences', () => {
  const codes = [...new Set(knownIssues().flatMap((issue) => issue.codes))]
  expect(codes).toHaveLength(404)
  const missed: string[] = []
  let asked = 0
  for (const code of codes) {
    for (const spelled of spelledWays(code)) {
      for (const sentence of sentences) {
        asked += 1
        const text = sentence(spelled)
        if (!codesIn(text).includes(normalCode(code))) missed.push(text)
      }
    }
  }
  expect(tooMany(missed, asked, 0.01)).toEqual([])
})

describe('at most 5 of 1000 ordinary numbers are taken for one', () => {
  test.each(Object.entries(ordinaryText))('%s', (_kind, text) => {
    const samples = fc.sample(text, { numRuns: 2000, seed: 20_261_129 })
    const taken = samples.filter((sample) => findCodes(sample).length > 0)
    expect(tooMany(taken, samples.length, 0.005)).toEqual([])
  })
})

const mails = '../shared/data/mail'
const folders = ['bounces', 'rfc'].map((folder) => join(mails, folder))

test.skipIf(!existsSync(mails))(
  'no mail of mail servers is taken for one with codes (skipped where these mails are absent)',
  () => {
    const files = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .map((name) => join(folder, name)),
    )
    expect(files.length).toBeGreaterThan(300)
    const taken = files.filter((file) => findCodes(readFileSync(file, 'utf8')).length > 0)
    expect(tooMany(taken, files.length, 0.005)).toEqual([])
  },
)

test.each([
  ['digits', '1234567890 '],
  ['hexadecimals', '0x80180014-'],
  ['signs', '-(['],
  ['words', 'fout error code '],
  ['spaces', ' '],
])('a megabyte of %s is read in reasonable time', (_what, piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
  const begun = performance.now()
  findCodes(text)
  expect(performance.now() - begun).toBeLessThan(8000)
})

test('whatever has a code is let through by the pattern that stores look with', () => {
  const may = new RegExp(mayHoldCode, 'i')
  const codes = [...new Set(knownIssues().flatMap((issue) => issue.codes))]
  const texts = codes.flatMap((code) =>
    spelledWays(code).flatMap((spelled) => sentences.map((one) => one(spelled))),
  )
  expect(texts.filter((text) => codesIn(text).length > 0 && !may.test(text))).toEqual([])
  expect(may.test('De laptop doet het niet meer')).toBe(false)
})

test.each([
  ['0x80180014', true],
  ['-2145910760', true],
  ['AADSTS 50076', true],
  ['DeviceCapReached', true],
  ['XPC_TYPE_ERROR', true],
  ['geen code zomaar', false],
  ['0x80180014 0x80180018', false],
])('whether “%s” can be a code: %s', (written, can) => expect(isCode(written)).toBe(can))
