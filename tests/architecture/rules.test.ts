import { describe, expect, test } from 'vitest'
import {
  classesIn,
  declaredNames,
  emptyNames,
  impure,
  longestFile,
  plumbingNames,
  unkeepable,
  wellNamed,
} from './rules.ts'
import { filesBelow, textOf } from './tree.ts'

const kept = filesBelow('.')
const code = kept.filter((path) => /[.](?:ts|tsx|mjs|cjs)$/.test(path) && !path.includes('.generated.'))
const source = code.filter((path) => path.startsWith('src/') && !path.endsWith('.d.ts'))
const linesOf = (path: string) => textOf(path).split('\n').length - 1
const text = kept.filter((path) => !/[.](?:png|jpg|ico|woff2?|pdf|eml|bin)$/.test(path))

describe('a file', () => {
  test('has at most 400 lines', () => {
    expect(code.length).toBeGreaterThan(0)
    expect(code.filter((path) => linesOf(path) > longestFile)).toEqual([])
  })

  test('has a name that says what it is about', () => {
    expect(code.filter((path) => emptyNames(path).length > 0)).toEqual([])
  })

  test('is named in kebab-case, a component in PascalCase', () => {
    expect(code.filter((path) => !path.startsWith('.') && !wellNamed(path))).toEqual([])
  })

  test('leaves no work open and names no registry or machine', () => {
    const found = text.flatMap((path) => unkeepable(textOf(path)).map((what) => `${path}: ${what}`))
    expect(found).toEqual([])
  })
})

describe('code', () => {
  test('uses the words of support desks for nothing else', () => {
    const found = source.flatMap((path) =>
      declaredNames(textOf(path))
        .flatMap(plumbingNames)
        .map((why) => `${path}: ${why}`),
    )
    expect(found).toEqual([])
  })

  test('is functions and plain data, with classes for errors alone', () => {
    const product = source.filter((path) => !path.includes('.test.'))
    expect(product.flatMap((path) => classesIn(textOf(path)).map((name) => `${path}: ${name}`))).toEqual([])
  })

  test('of the rules takes the moment from whoever asks', () => {
    const rules = source.filter((path) => path.includes('/domain/') && !path.endsWith('.test.ts'))
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.flatMap((path) => impure(textOf(path)).map((what) => `${path}: ${what}`))).toEqual([])
  })
})

describe('is refused', () => {
  test.each(['src/utils/time.ts', 'src/ui/common/a.ts', 'src/features/people/types.ts', 'src/ui/index.tsx'])(
    'the name %s',
    (path) => expect(emptyNames(path)).not.toEqual([]),
  )

  test.each(['ticketPage.tsx', 'Ticket_Page.tsx', 'ticketList.ts', 'TicketList.ts', 'Two words.ts'])(
    'the file name %s',
    (name) => expect(wellNamed(`src/ui/${name}`)).toBe(false),
  )

  test.each([
    'TicketPage.tsx',
    'ticket-list.ts',
    'take-note.api.test.ts',
    'vite.config.ts',
    'schema.generated.ts',
  ])('not the file name %s', (name) => expect(wellNamed(`src/ui/${name}`)).toBe(true))

  test.each([
    ['class TicketService {}', 'TicketService'],
    ['const request = 1', 'request'],
    ['function f(req: number) {}', 'req'],
    ['type Session = 1', 'Session'],
    ['const f = (session) => 1', 'session'],
    ['interface User {}', 'User'],
  ])('the name in %s', (text, name) => {
    expect(declaredNames(text).flatMap(plumbingNames).join()).toContain(name)
  })

  test('not the name of a training session or an HTTP request', () => {
    const names = declaredNames('type TrainingSession = 1; const bridgeSession = 1; const httpRequest = 1')
    expect(names.flatMap(plumbingNames)).toEqual([])
  })

  test('a class that is no error', () => {
    expect(classesIn('class Desk {}')).toEqual(['Desk'])
    expect(classesIn('class Refused extends Error {}')).toEqual([])
  })

  test.each([
    `// ${'TO'}${'DO'} later`,
    `fetch('https://${['registry', 'npmjs', 'org'].join('.')}/x')`,
    `const data = '${['', 'home', 'jan', 'data'].join('/')}'`,
  ])('the text %s', (line) => expect(unkeepable(line)).not.toEqual([]))

  test('not an address or a folder of every machine', () => {
    expect(unkeepable('https://desk.example.org/home/page /usr/bin/chromium ../shared/data/mail')).toEqual([])
  })

  test.each(['Date.now()', 'new Date()', 'Temporal.Now.instant()', 'Math.random()'])(
    'a rule that says %s',
    (line) => expect(impure(line)).not.toEqual([]),
  )

  test('not a rule that reads a moment it was given', () => {
    expect(impure('Date.parse(at) + new Date(moment).getTime()')).toEqual([])
  })
})
