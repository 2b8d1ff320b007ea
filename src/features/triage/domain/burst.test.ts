import { describe, expect, test } from 'vitest'
import { burstsAt, type LikeTicket } from './burst.ts'
import { clumpedWeeks } from './testing/clumped-weeks.ts'
import { monday, quietWeeks, seeded } from './testing/quiet-weeks.ts'

const now = '2026-12-01T13:00:00.000Z'
const rule = { tickets: 5, hours: 4 }
const ago = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString()
let numbers = 0

/** So many tickets between `from` and `to` hours ago, each of another requester. */
function tickets(count: number, from: number, to: number, given: Partial<LikeTicket> = {}): LikeTicket[] {
  return Array.from({ length: count }, (_, index) => {
    numbers += 1
    return {
      ...{ id: `t${numbers}`, number: numbers, category: null, platform: null, wave: null },
      ...{ codes: [], issueId: null, failure: null, rareWords: [] },
      requesterId: `r${numbers}`,
      openedAt: ago(from - ((from - to) * index) / Math.max(1, count)),
      ...given,
    }
  })
}
const found = (given: readonly LikeTicket[], by = rule) =>
  burstsAt(given, by, now).map(({ about, tickets: like }) => `${about} ${like.length}`)
const code = { codes: ['80180013'] }

describe('a burst', () => {
  test('is as many like tickets as the plan says, within its hours', () => {
    expect(found(tickets(5, 3, 0, code))).toEqual(['code:80180013 5'])
    expect(found(tickets(4, 3, 0, code))).toEqual([])
    expect(found(tickets(5, 6, 0, code))).toEqual([])
    expect(found(tickets(5, 6, 0, code), { tickets: 5, hours: 8 })).toEqual(['code:80180013 5'])
    expect(found(tickets(3, 3, 0, code), { tickets: 3, hours: 4 })).toEqual(['code:80180013 3'])
  })

  test('is not one person who reports again and again', () => {
    expect(found(tickets(9, 3, 0, { ...code, requesterId: 'r' }))).toEqual([])
  })

  test('is of one issue, one code, one failure, the same rare words, one category on a platform, or one category in a wave', () => {
    expect(found(tickets(5, 3, 0, { issueId: 'ki-1' }))).toEqual(['issue:ki-1 5'])
    expect(found(tickets(5, 3, 0, { failure: 'badRequest', platform: 'ios' }))).toEqual([
      'failure:badRequest ios 5',
    ])
    expect(found(tickets(5, 3, 0, { rareWords: ['zscaler', 'proxy'] }))).toEqual(['words:proxy zscaler 5'])
    expect(found(tickets(5, 3, 0, { category: 'wifi', platform: 'ios' }))).toEqual(['category:wifi ios 5'])
    const mixed = ['ios', 'android', 'windows'].flatMap((platform) =>
      tickets(2, 3, 0, { category: 'wifi', platform, wave: 'wave-1' }),
    )
    expect(found(mixed)).toEqual(['wave:wave-1 wifi 6'])
  })

  test('has each ticket once, by what says most', () => {
    const like = { category: 'wifi', platform: 'ios', wave: 'wave-1', rareWords: ['proxy', 'zscaler'], ...code }
    expect(found(tickets(6, 3, 0, like))).toEqual(['code:80180013 6'])
    expect(found([...tickets(5, 3, 0, { ...like, codes: [] }), ...tickets(5, 3, 0, code)])).toEqual([
      'code:80180013 5',
      'words:proxy zscaler 5',
    ])
  })
})

test('a desk of yesterday, which has no past, has bursts too', () => {
  expect(found([...tickets(2, 3, 0), ...tickets(6, 3, 0, code)])).toEqual(['code:80180013 6'])
})

describe('what is usual is no burst', () => {
  test('where as many came in every day before', () => {
    const every = (perDay: number) =>
      Array.from({ length: 14 }, (_, day) => tickets(perDay, 24 * (day + 1) + 3, 24 * (day + 1), code)).flat()
    expect(found([...every(6), ...tickets(8, 3, 0, code)])).toEqual([])
    expect(found([...every(6), ...tickets(25, 3, 0, code)])).toEqual(['code:80180013 25'])
  })

  test('where a wave just began: many tickets, of which as many are like these as ever', () => {
    const before = [...tickets(90, 300, 5), ...tickets(10, 300, 5, code)]
    const wave = { wave: 'wave-2' }
    const begins = (like: number) => [...tickets(90, 3, 0, wave), ...tickets(like, 3, 0, { ...wave, ...code })]
    expect(found([...before, ...begins(10)])).toEqual([])
    expect(found([...before, ...begins(32)])).toEqual(['code:80180013 32'])
    // The other wave is as quiet as before: there they are too many.
    const elsewhere = [...tickets(90, 3, 0, wave), ...tickets(10, 3, 0, { wave: 'wave-1', ...code })]
    expect(found([...before, ...elsewhere])).toEqual(['code:80180013 10'])
  })
})

/** Each burst that somebody would have been told of, looking every hour of its working days, once. */
function alarms(all: readonly LikeTicket[], days = 5): ReadonlySet<string> {
  const told = new Set<string>()
  for (let hours = 8; hours < days * 24; hours += 1) {
    if (hours % 24 < 8 || hours % 24 > 19 || Math.floor(hours / 24) % 7 > 4) continue
    for (const { about } of burstsAt(all, rule, new Date(monday + hours * 3_600_000).toISOString()))
      told.add(about)
  }
  return told
}

describe('over simulated weeks', () => {
  test('of which nothing is wrong, at most one in fifteen gives a false alarm, also when a wave begins', () => {
    const weeks = Array.from({ length: 15 }, (_, seed) =>
      quietWeeks({ seed, perDay: [5, 20, 60][seed % 3] ?? 5, waveBegins: [0, 25, 80][seed % 3] ?? 0 }),
    )
    const wrong = weeks.map((week) => [...alarms(week)]).filter((told) => told.length > 0)
    expect(wrong.slice(1)).toEqual([])
  })

  test('in which tickets clump as they do at desks, four weeks give at most one false alarm on average', () => {
    const desks = [
      { perDay: 10, unevenness: 1, alongside: 0.15, waveBegins: 20 },
      { perDay: 25, unevenness: 1, alongside: 0.15, waveBegins: 40 },
      { perDay: 25, unevenness: 0.5, alongside: 0, waveBegins: 0 },
      { perDay: 60, unevenness: 1, alongside: 0, waveBegins: 90 },
      { perDay: 60, unevenness: 0.5, alongside: 0.15, waveBegins: 0 },
    ]
    const wrong = desks.map((desk, seed) => [...alarms(clumpedWeeks({ seed, ...desk }), 26)])
    expect(wrong.flat().length <= desks.length ? [] : wrong).toEqual([])
  }, 60_000)

  test('a failure that strikes twelve people within two hours is told of within half an hour of the eighth, in every week', () => {
    for (let seed = 100; seed < 106; seed += 1) {
      const chance = seeded(seed)
      const struck = monday + (24 * 2 + 9) * 3_600_000
      const quiet = quietWeeks({ seed, perDay: 30, waveBegins: 60 })
      const strikes = tickets(12, 2, 0, { codes: ['NEW'], wave: 'wave-2', category: 'c1', platform: 'ios' }).map(
        (ticket, index) => ({
          ...ticket,
          openedAt: new Date(struck + (index + chance()) * 600_000).toISOString(),
        }),
      )
      expect(alarms(quiet).has('code:NEW')).toBe(false)
      const after = new Date(struck + 8 * 600_000 + 1_800_000).toISOString()
      expect(burstsAt([...quiet, ...strikes], rule, after).map(({ about }) => about)).toContain('code:NEW')
    }
  })
})
