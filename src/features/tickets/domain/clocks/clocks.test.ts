import { describe, expect, test } from 'vitest'
import { cast, clock } from '../testing/cast.ts'
import { type Desk, judge, later, make, newDesk, opening, ticketOf } from '../testing/desk.ts'
import { applied, does, stations } from '../testing/scenes.ts'
import { testPlan } from '../testing/test-plan.ts'
import { dueMoments } from './due-moments.ts'
import { intervals } from './intervals.ts'
import { nextDue } from './next-due.ts'
import { tierMinutes } from './tier-minutes.ts'

// The starter plan: office hours 8:00 to 17:30 in Amsterdam, which is 7:00 to 16:30 UTC in winter. The ticket has priority 2:
// tier 1 acknowledges in 30 minutes, works 120, takes note in 120; contact in 60, resolve in 1140. Warned at 75 %.
const plan = testPlan()
const due = (desk: Desk, target: string, tier: number | null = null) =>
  dueMoments(desk.plan, desk.events, desk.at).findLast((one) => one.target === target && one.tier === tier)
const opened = make(newDesk(plan), cast.req, opening)
const at = (desk: Desk, time: string): Desk => ({ ...desk, at: `2026-11-${time}:00.000Z` })

describe('Targets', () => {
  test('a tier acknowledges by taking the ticket, and its work begins', () => {
    expect(due(opened, 'acknowledge', 1)).toMatchObject({
      state: 'running',
      dueAt: '2026-11-16T09:30:00.000Z',
      warnAt: '2026-11-16T09:22:30.000Z',
    })
    expect(due(opened, 'work', 1)).toMatchObject({ state: 'paused', spentMinutes: 0 })
    const claimed = does(opened, 'a1', 'claim')
    expect(due(claimed, 'acknowledge', 1)).toMatchObject({ state: 'met', spentMinutes: 10 })
    expect(due(claimed, 'work', 1)).toMatchObject({ state: 'running', dueAt: '2026-11-16T11:10:00.000Z' })
  })

  test('what is done at the moment it is due is too late', () => {
    expect(due(make(later(opened, 29), cast.a1, { move: 'claim' }), 'acknowledge', 1)?.state).toBe('met')
    expect(due(make(later(opened, 30), cast.a1, { move: 'claim' }), 'acknowledge', 1)?.state).toBe('missed')
  })

  test('evenings and the weekend do not count', () => {
    const friday = make(at(newDesk(plan), '20T16:00'), cast.req, opening)
    expect(due(make(at(friday, '20T16:10'), cast.a1, { move: 'claim' }), 'work', 1)?.dueAt).toBe(
      '2026-11-23T08:40:00.000Z',
    )
  })

  test('waiting for the requester stops tier and overall; for the vendor only the tier, as the plan says', () => {
    const asked = make(at(does(opened, 'a1', 'claim'), '16T10:00'), cast.a1, {
      move: 'ask',
      text: 'Which?',
      files: [],
    })
    const days = at(asked, '18T10:00')
    expect(due(days, 'work', 1)).toMatchObject({ state: 'paused', dueAt: null, spentMinutes: 50 })
    expect(due(days, 'resolve')).toMatchObject({ state: 'paused', spentMinutes: 60 })
    expect(
      due(make(days, cast.req, { move: 'answer', text: 'This', files: [], source: 'mail' }), 'work', 1),
    ).toMatchObject({
      state: 'running',
      dueAt: '2026-11-18T11:10:00.000Z',
    })
    const vendor = does(stations(plan).held3, 'a3', 'open-vendor-case')
    expect(due(vendor, 'work', 3)?.state).toBe('paused')
    expect(due(vendor, 'resolve')?.state).toBe('running')
  })

  test('while a handover is offered the receiver’s clock runs, and the sender’s work stands still', () => {
    const { offered, held2 } = stations(plan)
    expect(due(offered, 'acknowledge', 2)).toMatchObject({ state: 'running', dueAt: '2026-11-16T09:50:00.000Z' })
    expect(due(offered, 'work', 1)?.state).toBe('paused')
    expect(due(held2, 'acknowledge', 2)?.state).toBe('met')
    expect(due(does(offered, 'a1', 'withdraw'), 'acknowledge', 2)?.state).toBe('cancelled')
  })

  test('a tier that gets a ticket back goes on where it was, until it is reopened', () => {
    const back = does(stations(plan).held2, 'a2', 'send-back')
    expect(due(later(back, 5), 'work', 1)).toMatchObject({ state: 'running', spentMinutes: 15 })
    const again = does(
      does(applied(does(stations(plan).diagnosed, 'a1', 'take-note')), 'req', 'confirm'),
      'req',
      'reopen',
    )
    expect(due(again, 'work', 1)?.spentMinutes).toBe(0)
    expect(dueMoments(plan, again.events, again.at).filter((one) => one.target === 'resolve')).toMatchObject([
      { state: 'met' },
      { state: 'running', spentMinutes: 0 },
    ])
  })

  test('together, the tiers learn at the same time; step by step, one after the other', () => {
    const { diagnosed } = stations(plan)
    expect([due(diagnosed, 'take-note', 1)?.state, due(diagnosed, 'take-note', 2)?.state]).toEqual([
      'running',
      'running',
    ])
    const stepwise = stations(testPlan({ wayDown: 'step-by-step' })).diagnosed
    expect([due(stepwise, 'take-note', 1), due(stepwise, 'take-note', 2)?.state]).toEqual([undefined, 'running'])
    const back = make(diagnosed, cast.a1, {
      move: 'contact',
      channel: 'phone',
      outcome: 'did-not-work',
      text: 'No',
      retryAt: null,
    })
    expect(due(back, 'take-note', 2)?.state).toBe('cancelled')
    expect(due(back, 'contact')?.state).toBe('met')
    expect(due(diagnosed, 'work', 3)).toMatchObject({ state: 'met', spentMinutes: 10 })
    expect(due(later(back, 5), 'work', 3)).toMatchObject({ state: 'running', spentMinutes: 5 })
  })

  test('a higher priority counts from the beginning, and a target that was reached keeps the one it had', () => {
    const slow = make(later(opened, 20), cast.a1, { move: 'claim' })
    const urgent = make(slow, cast.a1, { move: 'reprioritise', impact: 'high', urgency: 'high', reason: 'Board' })
    expect(due(urgent, 'acknowledge', 1)?.state).toBe('met')
    expect(due(urgent, 'resolve')).toMatchObject({ allowedMinutes: 570 })
  })
})

describe('The clock', () => {
  test('warns at the plan’s share, then marks the miss with the minutes of each tier, each once', () => {
    const first = nextDue(plan, ticketOf(opened), opened.events, opened.at)
    expect(first).toEqual({
      at: '2026-11-16T09:22:30.000Z',
      move: { move: 'mark-target-at-risk', target: 'acknowledge', tier: 1, since: 1 },
    })
    if (!first) return
    expect(judge(opened, clock, first.move)).toMatchObject({ refusal: { code: 'target-not-due' } })
    const warned = make({ ...opened, at: first.at }, clock, first.move)
    expect(judge(warned, clock, first.move)).toMatchObject({ refusal: { code: 'already-marked' } })
    const second = nextDue(plan, ticketOf(warned), warned.events, warned.at)
    expect(second).toMatchObject({ at: '2026-11-16T09:30:00.000Z', move: { move: 'mark-target-missed' } })
  })

  test('a miss of the whole is attributed to the tiers that spent the time', () => {
    const held2 = make(at(stations(plan).held2, '17T09:00'), cast.a2, { move: 'release' })
    const move = { move: 'mark-target-missed', target: 'resolve', tier: null, since: 1 } as const
    const missed = make(at(held2, '18T12:00'), clock, move).events.at(-1)?.fact
    // Opened at 9:00; offered at 9:20, from when tier 2's clock runs; due after 1140 minutes of office hours.
    expect(missed).toMatchObject({
      dueAt: '2026-11-18T09:00:00.000Z',
      spent: [
        { tier: 1, minutes: 20 },
        { tier: 2, minutes: 1120 },
      ],
    })
  })

  test('a clock that is late says what is missed, not first that it was at risk', () => {
    const late = at(opened, '17T12:00')
    expect(nextDue(plan, ticketOf(late), late.events, late.at)?.move).toMatchObject({ move: 'mark-target-missed' })
  })

  test('what was reached too late is a miss, also when the clock comes by after that', () => {
    const claimed = make(at(opened, '16T10:00'), cast.a1, { move: 'claim' })
    const move = nextDue(plan, ticketOf(claimed), claimed.events, claimed.at)?.move
    expect(move).toEqual({ move: 'mark-target-missed', target: 'acknowledge', tier: 1, since: 1 })
  })

  test('the next moment is the first of waiting, quiet period, retry and targets', () => {
    const told = applied(does(does(stations(plan).diagnosed, 'a1', 'take-note'), 'a2', 'take-note'))
    expect(nextDue(plan, ticketOf(told), told.events, told.at)).toMatchObject({ move: { move: 'close' } })
    const waits = does(does(opened, 'a1', 'claim'), 'a1', 'wait-until')
    expect(nextDue(plan, ticketOf(waits), waits.events, waits.at)).toMatchObject({ move: { move: 'resume' } })
    const done = does(told, 'req', 'confirm')
    expect(nextDue(plan, ticketOf(done), done.events, done.at)).toBe(null)
  })
})

describe('Intervals', () => {
  test('tell who had the ticket, in which tier, and what it waited for', () => {
    const { diagnosed } = stations(plan)
    const told = applied(does(diagnosed, 'a1', 'take-note'))
    const life = intervals(told.events)
    expect(life.map(({ stage, tier, holderId }) => `${stage} ${tier} ${holderId}`)).toEqual([
      'investigating 1 null',
      'investigating 1 a1',
      'investigating 2 a1',
      'investigating 2 a2',
      'investigating 3 a2',
      'investigating 3 a3',
      'delivering 1 a1',
      'confirming null a1',
    ])
    expect(tierMinutes(plan, life, told.at)).toMatchObject([
      { tier: 1, wallMinutes: 40, supportMinutes: 40 },
      { tier: 2, wallMinutes: 20 },
      { tier: 3, wallMinutes: 20 },
    ])
  })

  test('the time that a ticket was closed belongs to nobody', () => {
    const done = does(applied(does(stations(plan).diagnosed, 'a1', 'take-note')), 'req', 'confirm')
    expect(intervals(done.events).at(-1)).toMatchObject({ stage: 'confirming', to: done.at })
    const again = make(later(done, 2880), cast.req, { move: 'reopen', reason: 'Back' })
    expect(intervals(again.events).slice(-2)).toMatchObject([
      { stage: 'closed', tier: null, from: done.at, to: again.at },
      { stage: 'investigating', tier: 1, to: null },
    ])
  })
})
