import { describe, expect, it } from 'vitest'
import { rowAfter } from './row-keys.ts'

describe('moving through a list', () => {
  it.each([
    ['j', 3, 4],
    ['ArrowDown', 9, 9],
    ['k', 3, 2],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 8],
    ['PageUp', 3, 0],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['x', 2, null],
  ])('%s at row %i goes to %s', (key, at, to) => {
    expect(rowAfter(key, at, 10, 5)).toBe(to)
  })

  it('the first key in a list without a chosen row chooses the first', () => {
    expect(rowAfter('j', -1, 10, 5)).toBe(0)
    expect(rowAfter('k', -1, 10, 5)).toBe(0)
  })

  it('nothing moves in an empty list', () => {
    expect(rowAfter('j', -1, 0, 5)).toBeNull()
  })
})
