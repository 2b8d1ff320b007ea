import { expect, test } from 'vitest'
import { preferredLanguage } from './preferred-language.ts'

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['nl', 'nl'],
  ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
  ['de-DE,nl;q=0.7,en;q=0.9', 'en'],
  ['fr, de', 'en'],
  ['nl;q=0, en', 'en'],
  ['NL', 'nl'],
  [`${'x,'.repeat(10_000)}nl`, 'en'],
])('Accept-Language %j means %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})
