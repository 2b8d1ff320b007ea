import { describe, expect, test } from 'vitest'
import { normal } from '../chance/ziggurat.ts'
import { streamOf } from '../chance/stream.ts'
import { band, tQuantile95 } from './band.ts'

describe('a band of the mean', () => {
  test.each([
    [1, 6.3138],
    [5, 2.015],
    [9, 1.8331],
    [19, 1.7291],
    [49, 1.6766],
    [199, 1.6525],
  ])('Student’s 95 %% point with %i degrees of freedom', (freedom, point) => {
    expect(tQuantile95(freedom)).toBeCloseTo(point, 3)
  })

  test('one replication has no band', () => expect(band([3])).toEqual({ mean: 3, low: null, high: null }))
  test('nothing measured is nothing', () => expect(band([])).toEqual({ mean: null, low: null, high: null }))
  test('what never differs has no width', () => expect(band([2, 2, 2, 2])).toEqual({ mean: 2, low: 2, high: 2 }))

  test('a control that explains most of the scatter narrows the band and keeps the mean', () => {
    const chance = streamOf(1, 0, 0)
    const drawn = Array.from({ length: 60 }, () => normal(chance))
    const values = drawn.map((one) => 5 + 2 * one + 0.1 * normal(chance))
    const plain = band(values)
    const narrow = band(values, [drawn])
    const reach = ({ low, high }: typeof plain) => (high ?? 0) - (low ?? 0)
    expect(reach(narrow)).toBeLessThan(reach(plain) / 10)
    expect(Math.abs((narrow.mean ?? 0) - 5)).toBeLessThan(0.05)
  })

  test('a control that says the same as another changes nothing', () => {
    const chance = streamOf(2, 0, 0)
    const drawn = Array.from({ length: 60 }, () => normal(chance))
    const values = drawn.map((one) => one + normal(chance))
    expect(band(values, [drawn, drawn.map((one) => 3 * one)])).toEqual(band(values, [drawn]))
  })
})
