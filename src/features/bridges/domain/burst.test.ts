import { describe, expect, test } from 'vitest'
import { burstsAt, type LikeTicket } from './burst.ts'
import { queued } from './testing/queue.ts'

const now = '2026-12-01T09:00:00.000Z'
const hoursAgo = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString()

/** So many tickets, the first opened `from` hours ago, the others `each` hours later. */
function tickets(count: number, from: number, each: number, given: Partial<LikeTicket> = {}): LikeTicket[] {
  return Array.from({ length: count }, (_, index) =>
    queued(1000 + from * 10 + index, {
      openedAt: hoursAgo(from - index * each),
      category: null,
      ...given,
      requesterId: given.requesterId ?? `r${from} ${index}`,
    }),
  )
}
const found = (given: readonly LikeTicket[]) =>
  burstsAt(given, now).map(({ about, tickets: like }) => `${about} ${like.length}`)

describe('a burst', () => {
  test('is the same code with three people in a day', () => {
    expect(found(tickets(3, 20, 5, { codes: ['80180013'] }))).toEqual(['code:80180013 3'])
    expect(found(tickets(2, 20, 5, { codes: ['80180013'] }))).toEqual([])
  })

  test('is not one person who reports again and again', () => {
    expect(found(tickets(6, 20, 1, { codes: ['80180013'], requesterId: 'r1' }))).toEqual([])
  })

  test('is not what is usual: as many came in every day before', () => {
    const usual = tickets(14 * 4, 24 * 15, 6, { codes: ['80180013'] })
    expect(found([...usual, ...tickets(4, 20, 5, { codes: ['80180013'] })])).toEqual([])
    expect(found([...usual, ...tickets(12, 20, 1, { codes: ['80180013'] })])).toEqual(['code:80180013 12'])
  })

  test('is five of a category and platform, or six of a category in a wave', () => {
    const like = { category: 'wifi', platform: 'ios', wave: null }
    expect(found(tickets(5, 20, 1, like))).toEqual(['category:wifi ios 5'])
    expect(found(tickets(4, 20, 1, like))).toEqual([])
    const mixed = ['ios', 'android', 'windows'].flatMap((platform, index) =>
      tickets(2, 20 - index, 1, { category: 'wifi', platform, wave: 'wave-1' }),
    )
    expect(found(mixed)).toEqual(['wave:wave-1 wifi 6'])
  })

  test('has each ticket once: that of its code before that of its category', () => {
    const like = { category: 'wifi', platform: 'ios', codes: ['80180013'] }
    expect(found(tickets(6, 20, 1, like))).toEqual(['code:80180013 6'])
  })

  test('does not count what is older than a day', () => {
    expect(found(tickets(3, 30, 1, { codes: ['80180013'] }))).toEqual([])
  })
})
