import { expect, test } from 'vitest'
import { clumpingOf, type Come } from './clumping.ts'
import { count, seeded } from './testing/quiet-weeks.ts'

const windows = 60

/** In each window so many of each of ten kinds, as `mean` says. */
function past(mean: (window: number, kind: number) => number): readonly Come[] {
  const chance = seeded(7)
  return Array.from({ length: windows }, (_, window) =>
    Array.from({ length: 10 }, (_each, kind) =>
      Array.from({ length: count(chance, mean(window, kind)) }, () => ({
        window,
        wave: null,
        kinds: [`k${kind}`],
      })),
    ).flat(),
  ).flat()
}

test('what comes by chance does not clump', () => {
  expect(clumpingOf([])).toBe(0)
  expect(clumpingOf(past(() => 2))).toBeLessThan(0.1)
})

test('a busy morning is no clumping, since everything comes more', () => {
  expect(clumpingOf(past((window) => (window % 6 === 0 ? 6 : 1)))).toBeLessThan(0.1)
})

test('kinds that have their day are', () => {
  // Each kind comes fourfold on every fourth window of its own: the variance of 0, 0, 0 and 4 is three times its squared mean.
  const clumped = clumpingOf(past((window, kind) => ((window + kind) % 4 === 0 ? 4 : 1 / 3)))
  expect(clumped).toBeGreaterThan(0.4)
})

test('one burst of the past is not, or the next would be missed', () => {
  const quiet = past(() => 1)
  const burst = Array.from({ length: 40 }, () => ({ window: 30, wave: null, kinds: ['new'] }))
  expect(clumpingOf([...quiet, ...burst])).toBeLessThan(0.1)
})
