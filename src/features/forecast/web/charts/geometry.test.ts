import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandPath, highest, linePath, minuteTicks, monthStarts, scale, ticks } from './geometry.ts'

const same = (value: number) => value
const at = (middle: number | null) => ({
  low: middle === null ? null : middle - 1,
  middle,
  high: middle === null ? null : middle + 1,
})

describe('the geometry of a chart', () => {
  it('breaks a line where nothing was measured', () => {
    expect(linePath([at(3), at(4), at(null), at(5), at(6)], same, same)).toBe('M0.0,3.0L1.0,4.0M3.0,5.0L4.0,6.0')
    expect(linePath([at(null)], same, same)).toBe('')
  })

  it('goes round a band once, above and back below', () => {
    expect(bandPath([at(3), at(5)], same, same)).toBe('M0.0,4.0L1.0,6.0L1.0,4.0L0.0,2.0Z')
  })

  it('has round ticks that reach the highest value and not much beyond', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), (most) => {
        for (const list of [ticks(most), minuteTicks(most)]) {
          expect(list[0]).toBe(0)
          expect(list.length).toBeGreaterThan(1)
          expect(list.length).toBeLessThan(8)
          expect(list.at(-1) ?? 0).toBeGreaterThanOrEqual(most * 0.998)
        }
      }),
    )
    expect(ticks(1)).toEqual([0, 0.25, 0.5, 0.75, 1])
    expect(minuteTicks(100)).toEqual([0, 30, 60, 90, 120])
    expect(ticks(0)).toEqual([0, 1])
  })

  it('finds the months that begin within the weeks shown', () => {
    expect(monthStarts(['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01'])).toEqual([
      { day: '2027-02-01', at: 4 },
    ])
    expect(monthStarts([])).toEqual([])
  })

  it('scales, also where there is no room between', () => {
    expect(scale([0, 10], [100, 0])(5)).toBe(50)
    expect(scale([3, 3], [7, 9])(3)).toBe(7)
    expect(highest([[at(2), at(null)], [at(8)]])).toBe(9)
  })
})
