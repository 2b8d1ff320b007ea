import { expect, test } from 'vitest'
import { namedMonths } from './named-months.ts'

const months = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `month ${index + 1}`, offset: index / count }))
const named = (count: number) => namedMonths(months(count), 0.16).map(({ name }) => name)

test('of a rollout of four months each is named', () => {
  expect(named(4)).toEqual(['month 1', 'month 2', 'month 3', 'month 4'])
})

test('of a rollout of fourteen months as many as there is room for', () => {
  expect(named(14)).toEqual(['month 1', 'month 4', 'month 7', 'month 10', 'month 13'])
})

test('a month that begins at the very end is not named', () => {
  expect(
    namedMonths(
      [
        { name: 'May', offset: 0 },
        { name: 'June', offset: 0.97 },
      ],
      0.16,
    ),
  ).toHaveLength(1)
})
