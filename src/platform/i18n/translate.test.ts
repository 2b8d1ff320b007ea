import { describe, expect, test } from 'vitest'
import { createTranslate } from './translate.ts'

const translate = await createTranslate({
  en: {
    people: { hello: 'Hello {{name}}', files_one: '{{count}} file', files_other: '{{count}} files' },
    tickets: { refusals: { stale: 'Changed by {{by}}' } },
  },
  nl: {
    people: { hello: 'Dag {{name}}', files_one: '{{count}} bestand', files_other: '{{count}} bestanden' },
    tickets: { refusals: { stale: 'Gewijzigd door {{by}}' } },
  },
})

describe('words', () => {
  test('come in the language of the person, with values as they are', () => {
    expect(translate('nl', 'people:hello', { name: '<Zoë>' })).toBe('Dag <Zoë>')
    expect(translate('en', 'people:hello', { name: 'Zoë' })).toBe('Hello Zoë')
  })

  test('follow the number', () => {
    expect([0, 1, 2].map((count) => translate('nl', 'people:files', { count }))).toEqual([
      '0 bestanden',
      '1 bestand',
      '2 bestanden',
    ])
  })

  test('that are missing are a mistake, not a key on a page', () => {
    expect(() => translate('nl', 'people:gone')).toThrow('No words for people:gone in nl')
  })

  test('for a code are found in whichever feature has them', () => {
    expect(translate.find('nl', 'refusals.stale', { by: 'Jan' })).toBe('Gewijzigd door Jan')
    expect(translate.find('nl', 'refusals.unknown')).toBeUndefined()
  })
})
