import { describe, expect, it } from 'vitest'
import { colourOf, initialsOf } from './initials.ts'

describe('initials', () => {
  it.each([
    ['Ada Visser', 'AV'],
    ['Jan de Vries', 'JV'],
    ['Ada', 'A'],
    ['Fatima El Amrani (tier 2)', 'FA'],
    ['émile zola', 'ÉZ'],
    ['  ', ''],
    ['a.visser@example.org', 'A'],
  ])('of %s', (name, expected) => {
    expect(initialsOf(name)).toBe(expected)
  })

  it('one name has one colour, and names spread over the colours', () => {
    expect(colourOf('Ada Visser', 8)).toBe(colourOf('Ada Visser', 8))
    const names = Array.from({ length: 200 }, (_, index) => `Person ${index}`)
    expect(new Set(names.map((name) => colourOf(name, 8))).size).toBe(8)
  })
})
