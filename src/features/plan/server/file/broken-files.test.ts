import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCatalogues } from '#platform/i18n/read-catalogues.ts'
import { createTranslate } from '#platform/i18n/translate.ts'
import { starterPlan } from '../../domain/starter/starter-plan.ts'
import { nearest } from '../../domain/near.ts'
import { errorsAtMost } from './file-error.ts'
import { readPlanFile } from './read-plan-file.ts'
import { sayFileError } from './say-file-error.ts'
import { writePlanFile } from './write-plan-file.ts'

const folder = join(import.meta.dirname, 'broken')
const broken = readdirSync(folder).filter((name) => !name.endsWith('.txt'))
const translate = await createTranslate(readCatalogues({ plan: join(import.meta.dirname, '..', '..') }))
const yaml = writePlanFile(starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' }), 'yaml')

function told(text: string): string {
  const reading = readPlanFile(text)
  if (reading.ok) return 'nothing'
  const lines = reading.errors.flatMap((error) => [
    `${error.line}:${error.column} ${error.field}`.trimEnd(),
    ...(['en', 'nl'] as const).flatMap((language) => {
      const { what, advice } = sayFileError(translate, language, error)
      return [`  ${what}`, `  → ${advice}`]
    }),
  ])
  return `${lines.join('\n')}\n`
}

describe('a file that is broken', () => {
  test.each(broken)('%s: says what, where and what to do, in both languages', async (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    await expect(told(text)).toMatchFileSnapshot(join(folder, `${name}.txt`))
  })

  test('tells its errors in the order of the file, and no more than a person mends at once', () => {
    const reading = readPlanFile(yaml.replaceAll(/Minutes: \d+|minutes: \d+/g, 'minutes: soon'))
    if (reading.ok) throw new Error('It should not be read')
    expect(reading.errors).toHaveLength(errorsAtMost)
    expect(reading.more).toBeGreaterThan(0)
    expect(reading.errors).toEqual(
      reading.errors.toSorted((one, other) => one.line - other.line || one.column - other.column),
    )
  })
})

describe('a slip is told where it is, once, as what it is', () => {
  const json = writePlanFile(starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' }), 'json')
  test.each([
    ['a path of Windows', yaml.replace('Uitrolteam', '"C:\\Users\\uitrol"'), '9:11 bad-escape'],
    ['a comment in JSON', json.replace('{\n', '{\n  // the plan of 2027\n'), '2:3 json-comment'],
    ['a comment in JSON behind a brace', json.replace('{', '{ /* 2027 */'), '1:3 json-comment'],
    ['the PDF that was made of a plan', '%PDF-1.7\n1 0 obj', '1:1 not-a-plan'],
    ['the DOCX that was made of a plan', 'PK\x03\x04\x14\0', '1:1 not-a-plan'],
    ['no number', yaml.replace('bounceCap: 3', 'bounceCap: .nan'), '1309:14 process.bounceCap wrong-type NaN'],
    [
      'no whole number',
      yaml.replace('bounceCap: 3', 'bounceCap: 1e400'),
      '1309:14 process.bounceCap wrong-type Infinity',
    ],
    [
      'a number beyond all counting',
      yaml.replace('bounceCap: 3', 'bounceCap: 99999999999999999999'),
      '1309:14 process.bounceCap too-large 100000000000000000000',
    ],
    ['a text for a list', yaml.replace('[ nl, en ]', 'nl, en'), '7:12 languages wrong-type nl, en'],
    ['a level between quotes', yaml.replace('level: 1', 'level: "1"'), '67:14 teams.tiers[#1].level wrong-type 1'],
    [
      'a character that no database keeps',
      yaml.replace('owner: Uitrolteam', 'owner: "a\\0b"'),
      '9:8 owner control-character U+0000',
    ],
    ['half a character', json.replace('Uitrolteam', 'a\\ud800b'), '12:12 owner control-character U+D800'],
    [
      'half a character in a name',
      json.replace('"nl": "Onder', '"nl": "\\udc00Onder'),
      '4:11 name.nl control-character U+DC00',
    ],
  ])('%s', (_, text, ...expected) => {
    const reading = readPlanFile(text)
    if (reading.ok) throw new Error('It should not be read')
    const lines = reading.errors.map(({ line, column, field, code, values }) =>
      [`${line}:${column}`, field, code, values['written'] ?? values['character'] ?? ''].filter(Boolean).join(' '),
    )
    expect(lines).toEqual(expected)
  })
})

describe('a file that is hostile is refused, and quickly', () => {
  test.each([
    ['larger than 4 MB', `owner: ${'x'.repeat(4 * 1024 * 1024)}`, 'file-too-large'],
    ['deep lists on one line', '['.repeat(100_000), 'too-deep'],
    ['deep lists that are closed', `a: ${'['.repeat(500)}${']'.repeat(500)}`, 'too-deep'],
    ['deep lists with hyphens', '- '.repeat(20_000), 'too-deep'],
    ['an anchor that holds itself', 'a: &a [ *a ]', 'too-deep'],
    ['more values than a plan has', `a: [${'1,'.repeat(110_000)}]`, 'too-much'],
    ['YAML of another version, in which yes is true', `%YAML 1.1\n---\n${yaml}`, 'other-yaml'],
    ['a type of JavaScript', yaml.replace('Uitrolteam', '!!js/function x'), 'tag-unknown'],
    ['a field that is every object’s', yaml.replace('owner:', '__proto__:'), 'unknown-key'],
    ['a field without a name', yaml.replace('owner:', '? [a]\n:'), 'key-not-text'],
  ])('%s', (_, text, code) => {
    const started = performance.now()
    const reading = readPlanFile(text)
    expect(reading.ok ? [] : reading.errors.map((error) => error.code)).toContain(code)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

test.each([
  ['talkToRequesters', 'talksToRequesters'],
  ['expected_users', 'expectedUsers'],
  ['ENROLLMENT', 'enrollment'],
  ['brigde', 'bridge'],
  ['dataRetention', 'retention'],
  ['colour', null],
  ['to', null],
])('by ‘%s’ is meant: %s', (written, meant) => {
  const known = ['talksToRequesters', 'expectedUsers', 'enrollment', 'bridge', 'retention', 'key', 'from']
  expect(nearest(written, known)).toBe(meant)
})
