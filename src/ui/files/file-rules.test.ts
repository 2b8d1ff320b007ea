import { describe, expect, it } from 'vitest'
import { acceptable, isPicture, readableSize } from './file-rules.ts'

const file = (name: string, size: number) => ({ name, size })

describe('files that may come along', () => {
  it('are not too large and not too many; the rest is named with the reason', () => {
    const { accepted, turnedDown } = acceptable([file('a', 5), file('b', 50), file('c', 5), file('d', 5)], 1, {
      limit: 10,
      most: 3,
    })
    expect(accepted.map((one) => one.name)).toEqual(['a', 'c'])
    expect(turnedDown).toEqual([
      { name: 'b', why: 'too-large' },
      { name: 'd', why: 'too-many' },
    ])
  })

  it.each([
    [999, { unit: 'B', value: 999 }],
    [1536, { unit: 'KB', value: 1.5 }],
    [48_200, { unit: 'KB', value: 48 }],
    [2_340_000, { unit: 'MB', value: 2.3 }],
  ])('%i bytes', (bytes, expected) => {
    expect(readableSize(bytes)).toEqual(expected)
  })

  it('an SVG is never shown as a picture', () => {
    expect(isPicture('image/png')).toBe(true)
    expect(isPicture('image/svg+xml')).toBe(false)
  })
})
