import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SupportHours } from '../document/teams.ts'
import { isOpen, openingsOf, painted, readOpenings, sayOpenings } from './week.ts'

describe('hours that are typed', () => {
  test.each([
    ['08:00-17:30', '08:00-17:30'],
    ['8-12, 13-17', '08:00-12:00, 13:00-17:00'],
    ['8.30 – 12.00; 12:00-13:00', '08:30-13:00'],
    ['9 tot 17', '09:00-17:00'],
    ['9 to 12 and 13 to 17', '09:00-12:00, 13:00-17:00'],
    ['13-17, 8-12', '08:00-12:00, 13:00-17:00'],
    ['0-24', '00:00-24:00'],
    ['', ''],
  ])('%s are %s', (typed, said) => {
    expect(sayOpenings(readOpenings(typed) ?? [])).toBe(said)
  })

  test.each(['17-8', '8-25', '8:75-9', 'all day', '8', '8-8'])('%s are none', (typed) => {
    expect(readOpenings(typed)).toBeNull()
  })

  test('say what they are read from', () => {
    const openings = [
      { from: '07:05', to: '11:59' },
      { from: '12:30', to: '24:00' },
    ]
    expect(readOpenings(sayOpenings(openings))).toEqual(openings)
  })
})

describe('hours that are painted', () => {
  const half = fc.integer({ min: 0, max: 47 })
  const strokes = fc.array(fc.record({ from: half, length: fc.integer({ min: 1, max: 20 }), open: fc.boolean() }))

  test('are open exactly where the last stroke left them open', () => {
    fc.assert(
      fc.property(strokes, (list) => {
        const cells = Array.from({ length: 48 }, () => false)
        let week: SupportHours['weekly'] = [{ day: 2, from: '08:00', to: '09:00' }]
        for (const { from, length, open } of list) {
          const to = Math.min(from + length, 48)
          cells.fill(open, from, to)
          week = painted(week, 1, from * 30, to * 30, open)
        }
        expect(cells.map((_, cell) => isOpen(week, 1, cell * 30, cell * 30 + 30))).toEqual(cells)
        expect(openingsOf(week, 2)).toEqual([{ from: '08:00', to: '09:00' }])
        const openings = openingsOf(week, 1)
        // Neighbours are one opening.
        expect(openings.every((one, index) => index === 0 || one.from > (openings[index - 1]?.to ?? ''))).toBe(
          true,
        )
      }),
    )
  })

  test('cut an opening in two, to the minute', () => {
    const week = painted([{ day: 1, from: '08:10', to: '17:40' }], 1, 720, 780, false)
    expect(sayOpenings(openingsOf(week, 1))).toBe('08:10-12:00, 13:00-17:40')
  })
})
