import { expect, test } from 'vitest'
import { starter } from '../../domain/testing/starter.ts'
import { marksOf } from './marks.ts'

/** The starter's phases begin on Monday 4 January 2027. */
const { phases } = starter.involvement
const firstDay = '2027-01-04'
const marks = (today: string, weeks = 30) => marksOf(phases, firstDay, today, weeks)

test('phases stand in their order, each from its first day until the end of its last', () => {
  const { phases: drawn } = marks(firstDay)
  expect(drawn.map(({ label }) => label)).toEqual(phases.map((_, index) => 'ABC'[index]))
  expect(drawn[0]?.from).toBe(0)
  for (const { from, to } of drawn) expect(to - from).toBeCloseTo(Math.round((to - from) * 7) / 7)
  for (const [index, phase] of drawn.entries())
    if (index > 0) expect(phase.from).toBeGreaterThan(drawn[index - 1]?.from ?? 99)
})

test('waves are numbered through all phases', () => {
  const count = phases.flatMap(({ waves }) => waves).length
  expect(marks(firstDay).waves.map(({ label }) => label)).toEqual(
    Array.from({ length: count }, (_, index) => String(index + 1)),
  )
})

test.each([
  ['2027-01-03', null],
  ['2027-01-04', 0],
  ['2027-01-18', 2],
  ['2028-01-04', null],
])('today, %s, is on the axis or nowhere: %j', (today, at) => {
  expect(marks(today).today).toBe(at)
})

test('what begins behind the end of the axis is left out, what ends behind it is cut off', () => {
  const { phases: drawn, waves } = marks(firstDay, 3)
  expect(Math.max(...drawn.map(({ to }) => to))).toBeLessThanOrEqual(2)
  expect(Math.max(...waves.map(({ at }) => at))).toBeLessThanOrEqual(2)
  expect(drawn.length).toBeLessThan(phases.length)
})
