import { describe, expect, test } from 'vitest'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import type { Assumptions } from '../assumptions/assumptions.ts'
import { defaultAssumptions } from '../assumptions/defaults.ts'
import { agentMinutes } from '../estimate/outcome.ts'
import { issuesPerDay } from './arrivals.ts'
import { horizonOf, minuteOfDay } from './horizon.ts'
import { modelOf } from './model-of.ts'

const plan = starterPlan({
  startDay: '2026-12-07',
  owner: 'Contoso',
  timeZone: 'Europe/Amsterdam',
  country: 'NL',
  publicDays: [{ date: '2026-12-25', name: { nl: 'Eerste Kerstdag', en: 'Christmas Day' } }],
})
const assumed = defaultAssumptions(plan)
const compiled = (given: SupportPlan = plan, assumptions: Assumptions = assumed) => {
  const horizon = horizonOf(given, assumptions, '2026-11-22')
  return { horizon, model: modelOf(given, assumptions, horizon) }
}
const week = (from: number) => ({ from, to: from + 7 })

describe('the horizon', () => {
  test('begins on the Monday of the week in which the first phase does, where the contact tier is', () => {
    const later = { ...plan, involvement: { ...plan.involvement, phases: plan.involvement.phases.slice(1) } }
    expect(horizonOf(plan, assumed, '2026-11-22').firstDay).toBe('2026-12-07')
    expect(horizonOf(later, assumed, '2026-11-22').firstDay).toBe('2026-12-21')
    const none = { ...plan, involvement: { ...plan.involvement, phases: [] } }
    expect(horizonOf(none, assumed, '2026-11-25').firstDay).toBe('2026-11-23')
  })

  test('keeps the hour of the day over summer time', () => {
    const { horizon } = compiled()
    const days = (Date.parse('2027-04-05T00:00:00Z') - Date.parse('2026-12-07T00:00:00Z')) / 86_400_000
    expect(minuteOfDay(horizon, '2027-04-05')).toBe(days * 1440 - 60)
  })
})

describe('arrivals', () => {
  const { horizon } = compiled()
  const daily = issuesPerDay(plan, { ...assumed.arrivals, issuesPer1000UsersPerWeek: 0 }, horizon)

  test('a wave brings its people’s enrollments times the rate of their platforms', () => {
    const { issuesPer100Enrollments: rate, enrollmentsPerUser } = assumed.arrivals
    const perUser =
      (enrollmentsPerUser * (40 * rate.ios + 20 * rate.android + 35 * rate.windows + 5 * rate.macos)) / 10_000
    const people = plan.involvement.phases
      .flatMap((phase) => phase.waves)
      .reduce((sum, wave) => sum + wave.expectedUsers, 0)
    expect(daily.reduce((sum, one) => sum + one, 0)).toBeCloseTo(people * perUser, 6)
  })

  test('nobody enrolls in a weekend or on a public holiday', () => {
    expect(daily[5]).toBe(0)
    expect(daily[6]).toBe(0)
    expect(daily[18]).toBe(0)
    expect(daily[17]).toBeGreaterThan(0)
  })

  test('who has enrolled goes on having issues', () => {
    const base = issuesPerDay(plan, assumed.arrivals, horizon)
    const lastWeek = base.slice(-7).reduce((sum, one) => sum + one, 0)
    expect(lastWeek).toBeCloseTo((1200 / 1000) * assumed.arrivals.issuesPer1000UsersPerWeek, 6)
  })

  test('a day’s rates add up to its issues, in the shape of the day', () => {
    const { model } = compiled()
    const rateAt = (minute: number) =>
      model.arrivals.perMinute[model.arrivals.until.findIndex((until) => until > minute)] as number
    const hours = Array.from({ length: 24 }, (_, hour) => rateAt(hour * 60 + 30))
    const sum = hours.reduce((total, rate) => total + rate * 60, 0)
    expect(sum).toBeCloseTo(issuesPerDay(plan, assumed.arrivals, horizon)[0] ?? 0, 9)
    expect(hours[10]).toBeGreaterThan((hours[3] as number) * 20)
  })
})

describe('who is at the desk', () => {
  const open = 5 * 9.5 * 60

  test('a team is there for its capacity, less part-time, breaks and other work', () => {
    const without = { ...assumed, bridge: { ...assumed.bridge, held: false } }
    const { model } = compiled({ ...plan, training: { ...plan.training, courses: [] } }, without)
    const agents = agentMinutes(model, 0, week(35)) / open
    expect(agents).toBeCloseTo(4 * (36 / 47.5) * 0.75, 1)
  })

  test('exactly so many agents when the assumptions say so', () => {
    const own = assumed.tiers['1']
    if (!own) throw new Error('The starter plan has a tier 1')
    const { model } = compiled(plan, { ...assumed, tiers: { ...assumed.tiers, 1: { ...own, agents: 7 } } })
    expect(agentMinutes(model, 0, week(7))).toBe(7 * open)
  })

  test('nobody is there on a public holiday', () => {
    const { model } = compiled()
    expect(agentMinutes(model, 0, { from: 18, to: 19 })).toBe(0)
  })

  test('a bridge takes its quorum away for as long as it lasts', () => {
    const courses = { ...plan, training: { ...plan.training, courses: [] } }
    const minutes = (held: boolean) =>
      agentMinutes(compiled(courses, { ...assumed, bridge: { ...assumed.bridge, held } }).model, 0, week(0))
    expect(minutes(false) - minutes(true)).toBe(5 * 30)
    const { model } = compiled(courses)
    const pilotAndFirst = 10 + 15
    // Christmas Day has its bridge in the plan too; nobody is there to miss.
    expect(model.calendar.bridgeEnds.length).toBe(pilotAndFirst)
  })

  test('a course takes each half of a tier away on one of its days', () => {
    const [course] = plan.training.courses.filter((one) => one.tier === 1 && one.audience !== 'leads')
    if (!course) throw new Error('The starter plan trains tier 1')
    const planned = { starts: '2027-02-01', ends: '2027-02-02', beforePhase: 'full-production' }
    const with_ = (courses: SupportPlan['training']['courses']) =>
      agentMinutes(compiled({ ...plan, training: { ...plan.training, courses } }).model, 0, week(56))
    const minutes = course.agenda.reduce((sum, item) => sum + item.minutes, 0)
    const lost = with_([]) - with_([{ ...course, planned }])
    expect(lost).toBeGreaterThan(0)
    expect(lost).toBeLessThanOrEqual(4 * minutes)
  })

  test('day and night when the assumptions say always', () => {
    const { model } = compiled(plan, { ...assumed, hours: 'always', bridge: { ...assumed.bridge, held: false } })
    expect(model.calendar.at.every((at) => at === 0)).toBe(true)
  })
})

describe('causes', () => {
  test('shares of tickets go to the tiers that can find them, as assumed', () => {
    const { causes } = compiled().model
    if (!causes) throw new Error('No causes')
    const share = [0, 0, 0, 0]
    for (const [index, tier] of causes.lowest.entries()) {
      const own = (causes.cumulative[index] as number) - (causes.cumulative[index - 1] ?? 0)
      share[tier] = (share[tier] as number) + own
    }
    for (const [index, level] of ['1', '2', '3'].entries()) {
      expect(share[index]).toBeCloseTo(assumed.causes.foundBy[level] ?? 0, 1)
    }
  })

  test('what a tier has learnt grows with each time a cause has come down, towards a most', () => {
    const { causes } = compiled().model
    expect(causes?.learnt[0]).toBe(0)
    expect(causes?.learnt[1]).toBeCloseTo(0.9 * 0.35, 12)
    expect(causes?.learnt.at(-1)).toBeCloseTo(0.9, 6)
    expect(compiled(plan, { ...assumed, learning: 'off' }).model.causes?.learnt).toEqual(Float64Array.of(0))
  })

  test('passing on by chance replaces causes and the way down', () => {
    const own = assumed.tiers['1']
    if (!own) throw new Error('The starter plan has a tier 1')
    const { model } = compiled(plan, { ...assumed, tiers: { ...assumed.tiers, 1: { ...own, passOn: 0.3 } } })
    expect(model.causes).toBeNull()
    expect(model.sendBack).toBe(0)
    expect(model.tiers.map((tier) => tier.passOn)).toEqual([0.3, 0, 0])
  })

  test('constant arrivals go up by chance alone: by the share of causes that a tier does not find', () => {
    const { model } = compiled(plan, { ...assumed, arrivals: { ...assumed.arrivals, perHour: 10 } })
    expect(model.causes).toBeNull()
    const [first, second, third] = model.tiers.map((tier) => tier.passOn)
    expect(first).toBeCloseTo(0.5, 12)
    expect(second).toBeCloseTo(0.22 / 0.5, 12)
    expect(third).toBe(0)
  })

  test('without a vendor the highest tier finds what is left', () => {
    const alone = { ...plan, teams: { ...plan.teams, vendor: null } }
    expect(Object.values(defaultAssumptions(alone).causes.foundBy)).toEqual([0.5, 0.28, 0.22])
    const { causes } = compiled(alone, assumed).model
    expect(Math.max(...(causes?.lowest ?? []))).toBe(2)
  })

  test('a plan of one tier finds everything there but what takes the vendor', () => {
    const one = { ...plan, teams: { ...plan.teams, tiers: plan.teams.tiers.slice(0, 1) } }
    expect(defaultAssumptions(one).causes.foundBy).toEqual({ 1: 0.97 })
  })
})
