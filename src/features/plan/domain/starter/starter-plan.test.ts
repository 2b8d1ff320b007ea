import { describe, expect, test } from 'vitest'
import { SupportPlan } from '../document/support-plan.ts'
import { asksFor, evidenceFor } from '../lookup.ts'
import { checkPlan } from '../check/check-plan.ts'
import { starterPlan } from './starter-plan.ts'
import { starterTeams } from './teams.ts'

const plan = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })

describe('the starter plan', () => {
  test('is of the right shape and has no problems, so it can be published from the first minute', () => {
    expect(SupportPlan.parse(plan)).toEqual(plan)
    expect(checkPlan(plan, null)).toEqual([])
  })

  test('survives the journey through JSON without loss', () => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })

  test('belongs to who asked for it: what they change in it is in no other', () => {
    const mine = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })
    mine.teams.tiers.length = 1
    for (const category of mine.process.categories) category.name = { nl: 'Van mij', en: 'Mine' }
    for (const resource of mine.involvement.resources) resource.url = 'https://example.org'
    expect(starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })).toEqual(plan)
  })

  test('has tiers 1 to 3, Microsoft as tier 4, and a way up between each', () => {
    expect(plan.teams.tiers.map((tier) => tier.level)).toEqual([1, 2, 3])
    expect(plan.teams.vendor?.level).toBe(4)
    expect(plan.process.edges.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
    ])
    expect(plan.teams.tiers.map((tier) => tier.team)).toEqual(starterTeams.map((team) => team.key))
  })

  test.each([1, 2, 3] as const)(
    'course of tier %i has the guide’s five items in two to three hours, with practice',
    (tier) => {
      const course = plan.training.courses.find((one) => one.tier === tier)
      const minutes = course?.agenda.reduce((sum, item) => sum + item.minutes, 0)
      expect(course?.agenda).toHaveLength(5)
      expect(minutes).toBeGreaterThanOrEqual(120)
      expect(minutes).toBeLessThanOrEqual(180)
      expect(course?.agenda.some((item) => item.form === 'practice')).toBe(true)
    },
  )

  test('begins with a pilot on the start day, then three waves that follow without a gap', () => {
    const waves = plan.involvement.phases.flatMap((phase) => phase.waves)
    expect(waves.map((wave) => [wave.key, wave.starts, wave.ends])).toEqual([
      ['pilot', '2026-11-30', '2026-12-13'],
      ['wave-1', '2026-12-14', '2027-01-03'],
      ['wave-2', '2027-01-04', '2027-01-24'],
      ['wave-3', '2027-01-25', '2027-02-21'],
    ])
    expect(plan.involvement.phases.map((phase) => phase.mode)).toEqual(['bridge', 'bridge', 'tiered'])
  })

  test.each([1, 2, 3, 4] as const)('priority %i: the tiers’ targets fit in the overall target', (priority) => {
    const tiers = plan.teams.tiers.map((tier) => tier.targets[priority])
    const needed = tiers.reduce((sum, one) => sum + one.acknowledgeMinutes + one.workMinutes, 0)
    const { contactMinutes, resolveMinutes } = plan.process.targets[priority]
    expect(needed + contactMinutes).toBeLessThanOrEqual(resolveMinutes)
  })

  test.each(plan.process.categories.map((category) => [category.key, category] as const))(
    'category %s: what the requester is asked for can be answered for it, and each internal step up asks for something',
    (key, category) => {
      for (const platform of [null, 'ios', 'windows'] as const) {
        expect(asksFor(plan, key, platform).map((item) => item.key)).toEqual(category.asks)
      }
      for (const edge of plan.process.edges.slice(0, 2)) {
        expect(evidenceFor(edge, key, 'ios').some((item) => item.required)).toBe(true)
      }
    },
  )

  test('links to pages on the web by secure addresses only', () => {
    for (const resource of plan.involvement.resources) expect(resource.url).toMatch(/^https:\/\//)
  })

  test('no text is the same in both languages unless it is a name', () => {
    const same: string[] = []
    const names = new Set(['Microsoft Support', 'Pilot', 'Outlook'])
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      if ('nl' in value && 'en' in value && value.nl === value.en && !names.has(String(value.nl)))
        same.push(String(value.nl))
      for (const inner of Object.values(value)) visit(inner)
    }
    visit(plan)
    expect(same).toEqual([])
  })
})
