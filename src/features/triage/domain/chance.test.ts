import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clumpedTail, compared, poissonTail, shareOf } from './chance.ts'

describe('the tail of a count that clumps', () => {
  test('is that of a geometric count where the variance is the mean and its square', () => {
    for (const [least, mean] of [
      [1, 0.2],
      [5, 0.2],
      [20, 3],
    ] as const)
      expect(clumpedTail(least, mean, 1) / (mean / (1 + mean)) ** least).toBeCloseTo(1, 6)
  })

  test('is that of a Poisson count where nothing clumps, and never below it for more than is usual', () => {
    const any = {
      more: fc.integer({ min: 1, max: 40 }),
      mean: fc.double({ min: 0.05, max: 20, noNaN: true }),
      clumping: fc.double({ min: 0.01, max: 1, noNaN: true }),
    }
    fc.assert(
      fc.property(any.more, any.mean, any.clumping, (more, mean, clumping) => {
        const least = Math.ceil(2 * mean) + more
        expect(clumpedTail(least, mean, 0)).toBe(poissonTail(least, mean))
        expect(clumpedTail(least, mean, clumping)).toBeGreaterThanOrEqual(poissonTail(least, mean))
      }),
    )
  })
})

describe('the tail of a Poisson count', () => {
  test.each([
    [0, 2, 1],
    [1, 1, 0.632_120_558_8],
    [5, 1, 0.003_659_846_8],
    [5, 0.2, 2.258_492e-6],
    [10, 1, 1.114_254_8e-7],
    [3, 0, 0],
    [150, 100, 1.884_210_4e-6],
  ])('at least %i of a mean of %f', (least, mean, chance) => {
    const found = poissonTail(least, mean)
    if (chance === 0) expect(found).toBe(0)
    else expect(found / chance).toBeCloseTo(1, 2)
  })

  test('falls with what is asked and rises with the mean', () => {
    const any = { least: fc.integer({ min: 1, max: 80 }), mean: fc.double({ min: 0.01, max: 60, noNaN: true }) }
    fc.assert(
      fc.property(any.least, any.mean, (least, mean) => {
        expect(poissonTail(least + 1, mean)).toBeLessThanOrEqual(poissonTail(least, mean) + 1e-12)
        expect(poissonTail(least, mean + 1)).toBeGreaterThanOrEqual(poissonTail(least, mean) - 1e-12)
      }),
    )
  })
})

describe('a share of few', () => {
  // Wilson's interval, as tables print it.
  test.each([
    [0, 1, 0, 0.793],
    [1, 1, 0.207, 1],
    [0, 10, 0, 0.278],
    [5, 10, 0.237, 0.763],
    [9, 10, 0.596, 0.982],
    [80, 100, 0.711, 0.867],
  ])('%i of %i lies between %f and %f', (count, of, low, high) => {
    const found = shareOf(count, of)
    expect(found.low).toBeCloseTo(low, 3)
    expect(found.high).toBeCloseTo(high, 3)
  })

  test('of nothing says nothing', () => {
    expect(shareOf(0, 0)).toMatchObject({ share: null, low: 0, high: 1 })
  })

  test('always lies within its range', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (one, more) => {
        const { share, low, high } = shareOf(one, one + more + 1)
        expect(low).toBeLessThanOrEqual(share ?? -1)
        expect(high).toBeGreaterThanOrEqual(share ?? 2)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test.each([
  ['one before and one after say nothing yet', [0, 1], [1, 1], 'too-few'],
  ['nothing after it', [0, 20], [0, 0], 'too-few'],
  ['none of six, then all of six', [0, 6], [6, 6], 'rose'],
  ['half and a little more', [5, 10], [6, 10], 'no-difference'],
  ['most, then few', [18, 20], [4, 20], 'fell'],
  ['few of many, then a little more of many', [100, 1000], [150, 1000], 'rose'],
] as const)('two shares: %s', (_, before, after, expected) => {
  expect(compared(shareOf(before[0], before[1]), shareOf(after[0], after[1]))).toBe(expected)
})
