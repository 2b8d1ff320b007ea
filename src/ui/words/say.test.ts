import { expect, test } from 'vitest'
import { fill, find } from './say.ts'

const catalogue = { moves: { claim: 'Take it' }, days_one: '{{count}} day', days_other: '{{count}} days' }

test('words stand under nested keys', () => {
  expect(find(catalogue, 'moves.claim', 'en')).toBe('Take it')
})

test('a key that leads nowhere, or to no words, has none', () => {
  const keys = ['moves', 'moves.claim.more', 'moves.other', 'toString', 'days']
  expect(keys.map((key) => find(catalogue, key, 'en'))).toEqual(keys.map(() => undefined))
})

test('words follow the number', () => {
  const said = [0, 1, 2].map((count) => fill(find(catalogue, 'days', 'en', count) ?? '', { count }))
  expect(said).toEqual(['0 days', '1 day', '2 days'])
})

test('values stand where their names stood, as they are', () => {
  expect(fill('{{who}} and {{ other }}, {{who}}', { who: '<Zoë>', other: '$& {{who}}' })).toBe(
    '<Zoë> and $& {{who}}, <Zoë>',
  )
})
