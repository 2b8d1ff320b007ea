import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'

const long = `    en: ${'word '.repeat(40)}`

test.each([
  ['a field', 'a: 1\n  owners: me', 2, 3, { before: '  ', marked: 'owners', after: ': me' }],
  [
    'a text in quotes as a whole',
    'from: "8:00" # early',
    1,
    7,
    { before: 'from: ', marked: '"8:00"', after: ' # early' },
  ],
  ['a tab, which is seen', 'a:\n\tb: 1', 2, 1, { before: '', marked: '→b', after: ': 1' }],
  ['the end of a line', 'owner:', 1, 7, { before: 'owner:', marked: ' ', after: '' }],
  ['a line that is not there', 'a: 1', 9, 1, { before: '', marked: ' ', after: '' }],
  ['a line of Windows', 'a: 1\r\nb: 2\r\n', 2, 1, { before: '', marked: 'b', after: ': 2' }],
])('marks %s', (_, text, line, column, excerpt) => {
  expect(excerptOf(text, line, column)).toEqual(excerpt)
})

test('shows a long line around its mark', () => {
  const { before, marked, after } = excerptOf(long, 1, 109)
  expect([before.slice(0, 1), marked, after.at(-1)]).toEqual(['…', 'word', '…'])
  expect(before.length + marked.length + after.length).toBeLessThan(110)
})
