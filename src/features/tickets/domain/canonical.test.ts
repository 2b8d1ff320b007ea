import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, held]) => [key, shuffled(held)]),
  )
}

test('the order of keys, and a trip through JSON, change nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonical(shuffled(value))).toBe(canonical(value))
      expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value))
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { seed: 20_261_122 },
  )
})

test('different values read differently', () => {
  expect(canonical({ a: [1, 2] })).toBe('{"a":[1,2]}')
  expect(canonical({ b: 1, a: undefined })).toBe('{"b":1}')
  expect(canonical({ a: '1' })).not.toBe(canonical({ a: 1 }))
  expect(canonical([[1], 2])).not.toBe(canonical([1, [2]]))
})

test('what is not JSON is not hashed as something else', () => {
  for (const value of [Number.NaN, Infinity, undefined, () => 1]) expect(() => canonical(value)).toThrow(TypeError)
})
