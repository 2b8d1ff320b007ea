import { describe, expect, test } from 'vitest'
import { filesBelow, textOf } from '../tree.ts'
import { type Catalogue, differences, flatten, readCatalogues } from './catalogues.ts'
import { missingKeys, saidBy, unusedKeys } from './keys.ts'
import { strangers } from './strangers.ts'
import { sentencesIn, textsInElements } from './texts.ts'

const catalogues = readCatalogues()
const sources = filesBelow('src').filter(
  (path) => /[.]tsx?$/.test(path) && !/[.]test[.]tsx?$|[.]d[.]ts$/.test(path),
)
const catalogue = (en: object, nl: object): Catalogue => ({ namespace: 'x', en: flatten(en), nl: flatten(nl) })

/** Words that belong to both languages here: the Dutch word for it is the English one, or the word names a thing. */
const atHome: ReadonlySet<string> = new Set()

describe('everything a person reads', () => {
  test('stands in a catalogue', () => {
    expect(catalogues.map((one) => one.namespace)).toEqual(expect.arrayContaining(['ui', 'platform']))
  })

  test.each(catalogues)('is said in both languages: $namespace', (one) => {
    expect(differences(one)).toEqual([])
  })

  test.each(catalogues)('is in one language at a time: $namespace', (one) => {
    expect(strangers(one, atHome)).toEqual([])
  })

  test('is asked for by some code', () => {
    const said = saidBy(sources.map(textOf))
    expect(catalogues.flatMap((one) => unusedKeys(one, said))).toEqual([])
  })

  test('is there when code asks for it', () => {
    expect(missingKeys(catalogues, saidBy(sources.map(textOf)))).toEqual([])
  })

  test('comes to the page from a catalogue', () => {
    const pages = sources.filter((path) => path.endsWith('.tsx'))
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.flatMap((path) => textsInElements(textOf(path)).map((text) => `${path}: ${text}`))).toEqual([])
  })

  test('comes to a mail or a page from a catalogue, not from a sentence in code', () => {
    const speaking = sources.filter((path) => /[/](?:web|ui|server)[/]/.test(path))
    expect(speaking.flatMap((path) => sentencesIn(textOf(path)).map((text) => `${path}: ${text}`))).toEqual([])
  })
})

describe('words that differ between the languages are refused', () => {
  test.each([
    ['a missing key', { a: 'Save' }, {}, 'x: a is missing in nl'],
    ['a key too many', {}, { a: { b: 'Opslaan' } }, 'x: a.b is missing in en'],
    ['an empty value', { a: 'Save' }, { a: ' ' }, 'x: a is empty in nl'],
    [
      'another placeholder',
      { a: 'Hi {{name}}' },
      { a: 'Dag {{naam}}' },
      'x: a has other placeholders: "name" and "naam"',
    ],
    ['another tag', { a: '<b>Hi</b>' }, { a: 'Dag' }, 'x: a has other tags: "b" and ""'],
    ['half a plural', { a_one: 'one day' }, { a_one: 'een dag' }, 'x: a_one has no form _other'],
    ['no translation', { a: 'Hand the ticket down' }, { a: 'Hand the ticket down' }, 'x: a is not translated'],
  ])('%s', (_name, en, nl, problem) => {
    expect(differences(catalogue(en, nl))).toContain(problem)
  })

  test('while a plural may leave the number out of "one"', () => {
    const words = catalogue(
      { a_one: 'one day', a_other: '{{count}} days' },
      { a_one: '{{count}} dag', a_other: '{{count}} dagen' },
    )
    expect(differences(words)).toEqual([])
  })
})

describe('a word of the other language is found', () => {
  test.each([
    ['English in Dutch', { a: 'Save' }, { a: 'Save de melding' }, 'x: a in nl says "Save"'],
    ['Dutch in English', { a: 'Sluiten' }, { a: 'Sluiten' }, 'x: a in en says "Sluiten"'],
    ['"u" in Dutch, which says "je"', { a: 'Your plan' }, { a: 'Uw plan' }, 'x: a in nl says "Uw"'],
  ])('%s', (_name, en, nl, problem) => {
    expect(strangers(catalogue(en, nl))).toContain(problem)
  })

  test('while placeholders and addresses are no words', () => {
    expect(strangers(catalogue({ a: '{{een}} het@example.org' }, { a: '{{user}} https://the.example' }))).toEqual(
      [],
    )
  })
})

describe('text outside the catalogues is found', () => {
  test.each([
    ['between tags', '<p>Save it</p>', 'Save it'],
    ['in an attribute', '<p title="Save" />', 'Save'],
    ['in an expression', "<p aria-label={'Save'} />", 'Save'],
    ['behind a condition', "<p>{a ? 'Yes' : t('no')}</p>", 'Yes'],
    ['after a test', "<p>{a && 'Yes'}</p>", 'Yes'],
    ['in a template', '<p>{`Tier ${n}`}</p>', 'Tier'],
    ['in a fragment', '<>Hello there</>', 'Hello there'],
  ])('%s', (_name, source, text) => {
    expect(textsInElements(source)).toContain(text)
  })

  test('while keys, numbers, product names and keys on a keyboard may stand there', () => {
    const source = `<p id="a-b">{t('a.b')} · 12 <b>Tierwise</b> <kbd>Ctrl K</kbd> {x === 'open' ? t('c') : null}</p>`
    expect(textsInElements(source)).toEqual([])
  })

  test('in a sentence of code', () => {
    expect(sentencesIn("const subject = 'Your issue is solved'")).toEqual(['Your issue is solved'])
    expect(sentencesIn("log.info('The server has started')\nthrow new Error('This cannot be so')")).toEqual([])
  })
})

describe('keys and the code that asks for them', () => {
  const words = catalogue({ a: { b: '1', c_one: '1', c_other: '2' }, move: { up: { title: '1' } }, gone: '1' }, {})

  test('find each other in literals, plurals and templates', () => {
    const said = saidBy(["t('a.b'); t('a.c', { count }); t(`move.${kind}.title`); t('gone')"])
    expect(unusedKeys(words, said)).toEqual([])
  })

  test('a key nobody asks for is found', () => {
    const said = saidBy(["t('a.b'); t('a.c'); t(`move.${kind}.title`); f(`${anything}`)"])
    expect(unusedKeys(words, said)).toEqual(['x:gone'])
  })

  test('a question without an answer is found', () => {
    expect(missingKeys([words], saidBy(["t('x:a.b'); t('x:a.c'); t('x:nothing')"]))).toEqual(['x:nothing'])
  })
})
