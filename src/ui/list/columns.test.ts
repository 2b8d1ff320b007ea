import { describe, expect, it } from 'vitest'
import { type Column, fittingColumns, nextSort, templateOf } from './columns.ts'

const column = (key: string, width: Column<unknown>['width'], hideBelow?: number): Column<unknown> => ({
  key,
  label: key,
  width,
  cell: () => null,
  ...(hideBelow === undefined ? {} : { hideBelow }),
})
const columns = [
  column('number', 80),
  column('subject', { share: 2, min: 200 }),
  column('due', 120),
  column('wave', 120, 900),
]
const keys = (found: readonly { key: string }[]) => found.map((one) => one.key)

describe('the columns of a list', () => {
  it.each([
    [1200, ['number', 'subject', 'due', 'wave']],
    [800, ['number', 'subject', 'due']],
    [400, ['number', 'subject']],
    [100, ['number']],
  ])('at %i pixels', (width, expected) => {
    expect(keys(fittingColumns(columns, width))).toEqual(expected)
  })

  it('head and rows share one template', () => {
    expect(templateOf(columns.slice(0, 2))).toBe('80px minmax(200px, 2fr)')
  })

  it('pressing a head sorts up, then down, then up', () => {
    const first = nextSort(null, 'due')
    expect(first).toEqual({ column: 'due', direction: 'up' })
    expect(nextSort(first, 'due').direction).toBe('down')
    expect(nextSort(nextSort(first, 'due'), 'due').direction).toBe('up')
    expect(nextSort(first, 'wave')).toEqual({ column: 'wave', direction: 'up' })
  })
})
