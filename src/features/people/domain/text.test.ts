import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalEmail } from './email.ts'
import { isSlug, normalName, slugOf } from './text.ts'

describe('an e-mail address', () => {
  it.each([
    ['Ada.Visser@Contoso.NL', 'ada.visser@contoso.nl'],
    ['  ada@contoso.nl ', 'ada@contoso.nl'],
    ["o'brien+intune@sub.contoso.co.uk", "o'brien+intune@sub.contoso.co.uk"],
    ['jürgen@müller.example', 'jürgen@müller.example'],
    ['root@localhost', 'root@localhost'],
  ])('%s is kept as %s', (given, kept) => {
    expect(normalEmail(given)).toBe(kept)
  })

  it.each([
    '',
    'ada',
    '@contoso.nl',
    'ada@',
    'ada@@contoso.nl',
    'ada@contoso..nl',
    'ada@-contoso.nl',
    'ada@contoso-.nl',
    '.ada@contoso.nl',
    'ada.@contoso.nl',
    'a..da@contoso.nl',
    'ada visser@contoso.nl',
    'ada@contoso.nl\r\nBcc: all@contoso.nl',
    '"ada"@contoso.nl',
    'ada@[127.0.0.1]',
    'ada,bob@contoso.nl',
    'Ada <ada@contoso.nl>',
    `${'a'.repeat(65)}@contoso.nl`,
    `ada@${'a'.repeat(64)}.nl`,
    `ada@${'a.'.repeat(200)}nl`,
    'ada\u0000@contoso.nl',
    'ada\u00a0@contoso.nl',
  ])('%j is not one', (given) => {
    expect(normalEmail(given)).toBeNull()
  })

  it('is the same one when it is read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (text) => {
        const once = normalEmail(text)
        expect(once === null ? null : normalEmail(once)).toBe(once)
      }),
    )
  })

  it('is judged in linear time, whatever hostile mail holds', () => {
    const started = performance.now()
    for (const piece of ['a', 'a.', '@', 'a@', '.', '-', ' ', '\t', 'a-']) {
      normalEmail(`${piece.repeat(500_000)}!`)
      normalName(piece.repeat(500_000))
      slugOf(piece.repeat(100_000))
    }
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('a name', () => {
  it.each([
    ['  Ada   Visser ', 'Ada Visser'],
    ['Ada\r\nBcc: x', 'Ada Bcc: x'],
    ['Ada\u202Etxt.exe', 'Adatxt.exe'],
    ['<script>Ada</script>', 'scriptAda/script'],
    ['Zoë', 'Zoë'],
  ])('%j is kept as %j', (given, kept) => {
    expect(normalName(given)).toBe(kept)
  })
  it.each(['', '   ', '\u200b\u202e', '<>', 'a'.repeat(121)])('%j is not one', (given) => {
    expect(normalName(given)).toBeNull()
  })
  it('never holds a line break or control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(normalName(text) ?? '').not.toMatch(/[\p{Cc}<>\u2028\u2029]/u)
      }),
    )
  })
})

describe('the short name of an organisation', () => {
  it.each([
    ['Contoso Nederland B.V.', 'contoso-nederland-b-v'],
    ['Zorg & Zoë', 'zorg-zoe'],
    ['日本', 'desk'],
    ['A'.repeat(60), 'a'.repeat(40)],
  ])('of %s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })
  it('can always be used', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => isSlug(slugOf(name))))
  })
})
