import { describe, expect, test } from 'vitest'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { dueMoments } from './clocks/due-moments.ts'
import { tierMinutesOf } from './clocks/tier-minutes.ts'
import { quietPeriodOver } from './contact-hours.ts'
import { obstaclesTo, previewMigration } from './migration.ts'
import { requesterStory } from './visibility.ts'
import { story } from './story.ts'
import { cast, clock, mail } from './testing/cast.ts'
import { after, type Desk, judge, later, make, ticketOf } from './testing/desk.ts'
import { applied, does, stations } from './testing/scenes.ts'
import { otherVersion, testPlan } from './testing/test-plan.ts'

const move = { move: 'migrate', planVersionId: 'plan-2', reason: 'Wave 2 has begun' } as const
const migrated = (desk: Desk) => make(desk, cast.adm, move)
const due = ({ plan, events, at }: Desk, target: string, tier: number | null) =>
  dueMoments(plan, events, at).find((one) => one.target === target && one.tier === tier)
const { opened, held1, offered, held3, diagnosed } = stations()

describe('a ticket goes to another version of the plan', () => {
  test.each([
    ...(['l1', 'l2', 'l3', 'adm'] as const).map((who) => [who, 'yes'] as const),
    ...(['req', 'oth', 'a1', 'x1', 'a2', 'a3'] as const).map(
      (who) => [who, 'migration-needs-plan-rights'] as const,
    ),
    ['aud', 'auditor-reads-only'] as const,
  ])('by %s: %s', (who, outcome) => {
    const decision = judge(held1, cast[who], move)
    expect(decision.ok ? 'yes' : decision.refusal.code).toBe(outcome)
  })

  test.each([
    ['the clock', clock],
    ['mail', mail],
  ])('never by %s', (_, actor) => {
    expect(judge(held1, actor, move)).toEqual({ ok: false, refusal: { code: 'migration-needs-plan-rights' } })
  })

  test.each([
    ['without a reason', { ...move, reason: ' ' }, 'text-required'],
    ['to the version that it runs under', { ...move, planVersionId: 'plan-1' }, 'nothing-to-change'],
  ])('not %s', (_, other, code) => {
    expect(judge(held1, cast.adm, other)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('not when nobody knows the version', () => {
    const decision = judge(held1, cast.adm, move, { migration: null })
    expect(decision).toMatchObject({ ok: false, refusal: { code: 'unknown-plan-version' } })
  })

  test('with a line in the timeline for who works on it, and nothing for the requester', () => {
    const { events } = migrated(held1)
    expect(story(events).at(-1)).toMatchObject({ type: 'migrated', values: { fromNumber: 1, toNumber: 2 } })
    expect(requesterStory(events)).toEqual(requesterStory(held1.events))
  })

  test('with the priority that the new plan gives to its impact and urgency', () => {
    expect(ticketOf(held1).priority).toBe(2)
    expect(ticketOf(migrated(held1)).priority).toBe(1)
  })
})

describe('its clocks', () => {
  test('count on from what has counted', () => {
    const worked = later(held1, 30)
    const moved = migrated(worked)
    expect(due(moved, 'work', 1)?.spentMinutes).toBeCloseTo(30, 6)
    expect(due(later(moved, 5), 'work', 1)?.spentMinutes).toBeCloseTo(35, 6)
  })

  test('allow what the new plan allows, less what has counted', () => {
    const moved = migrated(later(held1, 10))
    const [allowed, spent] = [due(moved, 'work', 1)?.allowedMinutes ?? 0, 10]
    expect(allowed).toBe(otherVersion(testPlan()).teams.tiers[0]?.targets[1].workMinutes)
    expect(due(moved, 'work', 1)?.dueAt).toBe(later(moved, allowed - spent).at)
  })

  test('miss a stricter target from the move on, not before', () => {
    const moved = migrated(later(held1, 100))
    expect(due(moved, 'work', 1)).toMatchObject({ state: 'missed', dueAt: moved.at })
  })

  test('leave missed what was missed, and reached what was reached', () => {
    const late = later(held1, 3 * 24 * 60)
    const before = [due(late, 'work', 1), due(late, 'acknowledge', 1)]
    expect(before.map((one) => one?.state)).toEqual(['missed', 'met'])
    const moved = migrated(late)
    expect([due(moved, 'work', 1), due(moved, 'acknowledge', 1)]).toEqual(before)
  })

  test('go back and forth between versions without losing a minute', () => {
    const once = migrated(later(held1, 10))
    const back = make(later(once, 1), cast.adm, { ...move, planVersionId: 'plan-1' })
    expect(due(back, 'work', 1)?.spentMinutes).toBeCloseTo(11, 6)
    expect(due(back, 'work', 1)?.allowedMinutes).toBe(testPlan().teams.tiers[0]?.targets[2].workMinutes)
  })

  test('keep what tiers spent as it was counted then', () => {
    // A Monday until after the office has closed: the other plan would have counted until eight.
    const evening = later(held1, 10 * 60)
    const before = tierMinutesOf(evening.plan, evening.events, evening.at)
    const moved = migrated(evening)
    expect(tierMinutesOf(moved.plan, moved.events, moved.at)).toEqual(before)
  })
})

describe('it does not fit a plan', () => {
  const without = (change: (plan: SupportPlan) => unknown) => {
    const plan = structuredClone(testPlan())
    change(plan)
    return plan
  }
  test.each([
    ['whose tier is gone', diagnosed, without((plan) => plan.teams.tiers.shift()), ['tier']],
    ['without the tier it is offered to', offered, without((plan) => plan.teams.tiers.splice(1, 1)), ['tier']],
    ['without its category', opened, without((plan) => plan.process.categories.shift()), ['category']],
    [
      'in which its category is for other platforms',
      opened,
      without((plan) => plan.process.categories.forEach((one) => (one.platforms = ['linux']))),
      ['platform'],
    ],
    [
      'in which another tier speaks with requesters, while the solution is on its way',
      diagnosed,
      without((plan) => (plan.process.contactTier = 2)),
      ['contact-tier'],
    ],
    [
      'without a vendor, while it waits for one',
      does(held3, 'a3', 'open-vendor-case'),
      without((plan) => (plan.teams.vendor = null)),
      ['vendor'],
    ],
    ['that is the same', diagnosed, testPlan(), []],
  ])('%s', (_, desk, plan, expected) => {
    expect(obstaclesTo(desk.plan, plan, ticketOf(desk)).map((one) => one.what)).toEqual(expected)
    const migration = { planVersionId: 'plan-2', plan, fromNumber: 1, toNumber: 2 }
    expect(judge(desk, cast.adm, move, { migration }).ok).toBe(expected.length === 0)
  })
})

describe('the preview', () => {
  const preview = (desk: Desk) =>
    previewMigration(desk.plan, otherVersion(desk.plan), ticketOf(desk), desk.events, desk.at)

  test('says of every target what the move then makes of it', () => {
    for (const desk of [opened, later(held1, 100), offered, diagnosed]) {
      const moved = after(desk, cast.adm, judge(desk, cast.adm, move))
      const standing = dueMoments(moved.plan, moved.events, moved.at).filter((one) => one.endedAt === null)
      const told = preview(desk).targets.flatMap((one) => (one.after ? [one.after] : []))
      expect(told).toEqual(expect.arrayContaining(standing.map(({ state, dueAt }) => ({ state, dueAt }))))
      expect(told).toHaveLength(standing.length)
    }
  })

  test('names the evidence that a handover on offer would lack', () => {
    expect(preview(offered).lacking).toEqual(['serial-number'])
    expect(preview(held1).lacking).toEqual([])
  })

  test('says when a ticket that waits for a confirmation closes by itself', () => {
    const waits = applied(does(diagnosed, 'a1', 'take-note'))
    const { closes } = preview(waits)
    expect(closes.before).toBe(quietPeriodOver(waits.plan, ticketOf(waits)))
    // The other version also works on Saturdays.
    expect((closes.after ?? '') < (closes.before ?? '')).toBe(true)
    expect(preview(held1).closes).toEqual({ before: null, after: null })
  })

  test('says what becomes of the priority', () => {
    expect(preview(held1).priority).toEqual({ before: 2, after: 1 })
  })
})
