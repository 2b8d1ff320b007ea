import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draw, type Duration, sampler } from './duration.ts'
import { exp, ln } from './exact.ts'
import { bits, streamOf, unit } from './stream.ts'

const relative = (value: number, truth: number) => Math.abs(value - truth) / Math.max(1e-300, Math.abs(truth))

describe('logarithm and exponential without the machine', () => {
  test('ln is right to the last digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(Math.log(x))))
      }),
      { numRuns: 5000 },
    )
  })

  test('exp is right to the last digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (x) => {
        expect(relative(exp(x), Math.exp(x))).toBeLessThan(2e-15)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('streams of chance', () => {
  test('the same seed, replication and purpose give the same bits on every machine', () => {
    const stream = streamOf(42, 7, 3)
    expect([bits(stream), bits(stream), bits(stream), bits(stream)]).toEqual([
      -811023047, 1875806347, 1129545892, 820945364,
    ])
  })

  test('another seed, replication or purpose gives another stream', () => {
    const first = [
      streamOf(1, 0, 1),
      streamOf(2, 0, 1),
      streamOf(1, 1, 1),
      streamOf(1, 0, 2),
      streamOf(2 ** 40 + 1, 0, 1),
    ].map(bits)
    expect(new Set(first).size).toBe(first.length)
  })

  test('shares of the unit interval are drawn evenly', () => {
    const stream = streamOf(1, 0, 0)
    const counts = new Float64Array(100)
    const draws = 1_000_000
    for (let index = 0; index < draws; index += 1) {
      const at = Math.floor(unit(stream) * 100)
      counts[at] = (counts[at] as number) + 1
    }
    const expected = draws / 100
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 99 degrees of freedom: between the 0.1 % and the 99.9 % point.
    expect(chiSquare).toBeGreaterThan(60)
    expect(chiSquare).toBeLessThan(149)
  })
})

describe('durations have the mean and spread they are asked for', () => {
  const asked: readonly Duration[] = [
    { distribution: 'exponential', meanMinutes: 10 },
    { distribution: 'lognormal', meanMinutes: 30, cv: 0.4 },
    { distribution: 'lognormal', meanMinutes: 30, cv: 1.2 },
    { distribution: 'gamma', meanMinutes: 20, cv: 0.5 },
    { distribution: 'gamma', meanMinutes: 20, cv: 2 },
    { distribution: 'constant', meanMinutes: 5 },
  ]
  test.each(asked)('$distribution with mean $meanMinutes and cv $cv', (duration) => {
    const stream = streamOf(5, 0, 9)
    const made = sampler(duration)
    const draws = 400_000
    let sum = 0
    let squares = 0
    let least = Infinity
    for (let index = 0; index < draws; index += 1) {
      const value = draw(made, stream)
      sum += value
      squares += value * value
      least = Math.min(least, value)
    }
    expect(relative(sum / draws, duration.meanMinutes)).toBeLessThan(0.015)
    expect(relative(squares / draws, made.square)).toBeLessThan(0.06)
    expect(least).toBeGreaterThanOrEqual(0)
  })

  test('the tail of the exponential is as thick as it should be', () => {
    const stream = streamOf(6, 0, 9)
    const made = sampler({ distribution: 'exponential', meanMinutes: 1 })
    const draws = 2_000_000
    const beyond = [1, 3, 7, 8, 9].map(() => 0)
    for (let index = 0; index < draws; index += 1) {
      const value = draw(made, stream)
      for (const [at, edge] of [1, 3, 7, 8, 9].entries()) if (value > edge) beyond[at] = (beyond[at] as number) + 1
    }
    for (const [at, edge] of [1, 3, 7, 8, 9].entries()) {
      const expected = draws * Math.exp(-edge)
      expect(Math.abs((beyond[at] as number) - expected)).toBeLessThan(4 * Math.sqrt(expected))
    }
  })
})
