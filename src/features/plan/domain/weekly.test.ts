import { describe, expect, test } from 'vitest'
import { weekParts } from './weekly.ts'

const on = (days: readonly number[], from: string, to: string) => days.map((day) => ({ day, from, to }))

describe('weekly hours in words', () => {
  test('neighbouring days with the same hours are said together', () => {
    expect(weekParts(on([1, 2, 3, 4, 5], '08:00', '17:30'))).toEqual([
      { firstDay: 1, lastDay: 5, ranges: [{ from: '08:00', to: '17:30' }] },
    ])
  })

  test('a closed day or other hours in between part them', () => {
    const parts = weekParts([...on([1, 2, 4], '08:00', '17:00'), ...on([5], '08:00', '12:00')])
    expect(parts.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
      [1, 2],
      [4, 4],
      [5, 5],
    ])
  })

  test('several openings on a day are in order', () => {
    const [monday] = weekParts([...on([1], '13:00', '17:00'), ...on([1], '08:00', '12:00')])
    expect(monday?.ranges.map((range) => range.from)).toEqual(['08:00', '13:00'])
  })
})
