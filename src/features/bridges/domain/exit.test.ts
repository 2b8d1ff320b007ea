import { describe, expect, test } from 'vitest'
import { type ExitFacts, type ExitFigure, figureValue, judgeExit } from './exit.ts'
import { clearedAndSince } from './time-to-cause.ts'

const now = '2026-12-15T12:00:00.000Z'
const facts: ExitFacts = {
  contactTier: 1,
  diagnoses: [
    { ticketId: 'a', at: '2026-12-02T10:00:00.000Z', tier: 3, cleared: true, hoursFromBridge: 2 },
    { ticketId: 'b', at: '2026-12-03T10:00:00.000Z', tier: 1, cleared: false, hoursFromBridge: null },
    // Its first cause was not the right one.
    { ticketId: 'c', at: '2026-12-04T10:00:00.000Z', tier: 1, cleared: false, hoursFromBridge: null },
    { ticketId: 'c', at: '2026-12-05T10:00:00.000Z', tier: 2, cleared: false, hoursFromBridge: 7 },
    { ticketId: 'old', at: '2026-11-01T10:00:00.000Z', tier: 1, cleared: true, hoursFromBridge: 1 },
  ],
  resolved: [
    { at: '2026-12-03T10:00:00.000Z', inTime: true },
    { at: '2026-12-04T10:00:00.000Z', inTime: false },
  ],
  openOnBridge: 3,
}

test.each<[ExitFigure, number]>([
  ['solved-at-tier-1', 33.3],
  ['cleared-on-bridge', 50],
  ['hours-to-cause', 4.5],
  ['open-on-bridge', 3],
  ['target-attainment', 50],
])('%s counts the last cause of each ticket in the period', (figure, value) => {
  expect(figureValue(figure, facts, '2026-12-01T12:00:00.000Z', now)).toBe(value)
})

describe('a bridge may stop', () => {
  const when = (figure: ExitFigure, comparison: 'at-least' | 'at-most', threshold: number) =>
    judgeExit([{ figure, comparison, threshold, days: 14 }], facts, now)[0]?.holds

  test('when each of its figures is reached, which includes the threshold itself', () => {
    expect(when('cleared-on-bridge', 'at-least', 50)).toBe(true)
    expect(when('cleared-on-bridge', 'at-least', 51)).toBe(false)
    expect(when('open-on-bridge', 'at-most', 3)).toBe(true)
    expect(when('open-on-bridge', 'at-most', 2)).toBe(false)
  })

  test('not by a figure that nothing can be said of yet', () => {
    const nothing = { ...facts, diagnoses: [], resolved: [] }
    const judged = judgeExit(
      [{ figure: 'hours-to-cause', comparison: 'at-most', threshold: 8, days: 14 }],
      nothing,
      now,
    )
    expect(judged[0]).toMatchObject({ value: null, holds: false })
  })
})

test('from bridge to cause counts from when it was first brought there since its last cause', () => {
  const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000
  const at = (hour: number) => `2026-12-01T${String(hour).padStart(2, '0')}:00:00.000Z`
  const diagnosed = [
    { ticketId: 'a', at: at(10), tier: 3 },
    { ticketId: 'b', at: at(11), tier: 1 },
    { ticketId: 'a', at: at(15), tier: 2 },
  ]
  const brought = [at(8), at(9), at(12)].map((one) => ({ ticketId: 'a', at: one }))
  const held = [
    { ticketId: 'a', beganAt: at(9), endedAt: at(11) },
    { ticketId: 'b', beganAt: at(9), endedAt: '2026-12-01T10:30:00.000Z' },
  ]
  expect(clearedAndSince(diagnosed, brought, held, hours)).toEqual([
    { ticketId: 'a', at: at(10), tier: 3, cleared: true, hoursFromBridge: 2 },
    { ticketId: 'b', at: at(11), tier: 1, cleared: false, hoursFromBridge: null },
    { ticketId: 'a', at: at(15), tier: 2, cleared: false, hoursFromBridge: 3 },
  ])
})
