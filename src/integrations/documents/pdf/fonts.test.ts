import { expect, test } from 'vitest'
import { fontsFor } from './fonts.ts'

const plain = fontsFor('Ondersteuningsplan: Łódź, Ελλάδα, Привет').length

test.each([
  ['Arabic', 'محمد الأحمد', 2],
  ['Hebrew', 'שלום', 2],
  ['emoji', 'Telefoon 📱', 1],
  ['all of them', '📱 שלום محمد', 5],
])('a document with %s has its letters, and only then', (_, words, more) => {
  const fonts = fontsFor(words)
  expect(fonts.length - plain).toBe(more)
  // What a TrueType file begins with.
  for (const font of fonts) expect([...font.subarray(0, 4)]).toEqual([0, 1, 0, 0])
})
