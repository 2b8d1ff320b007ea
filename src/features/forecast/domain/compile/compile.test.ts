import { describe, expect, test } from 'vitest'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import type { Assumptions, Headcount } from '../assumptions/assumptions.ts'
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

  test('only certified people, from the day on which they are and until it ends', () => {
    const own = assumed.tiers['1']
    if (!own) throw new Error('The starter plan has a tier 1')
    const calm = { ...plan, training: { ...plan.training, courses: [] } }
    const without = { ...assumed, bridge: { ...assumed.bridge, held: false } }
    const minutes = (notCertified: Headcount[] | null, from: number) =>
      agentMinutes(
        compiled(calm, { ...without, tiers: { ...assumed.tiers, 1: { ...own, notCertified } } }).model,
        0,
        week(from),
      )
    const steps = [
      { from: '2027-01-01', people: 2 },
      { from: '2027-03-01', people: 0 },
      { from: '2027-06-07', people: 9 },
    ]
    const all = minutes(null, 35)
    expect(minutes(steps, 35) / all).toBeCloseTo(0.5, 1)
    expect(minutes(steps, 0) / minutes(null, 0)).toBeCloseTo(0.5, 1)
    expect(minutes(steps, 105) / minutes(null, 105)).toBeCloseTo(1, 1)
    expect(minutes(steps, 189)).toBe(0)
    expect(minutes([{ from: '2027-01-01', people: 0 }], 35)).toBe(all)
  })

  test('training sessions take their people away when they are, in place of the plan’s courses', () => {
    const week56 = { from: 56, to: 63 }
    const starts = '2027-02-02T08:00:00.000Z'
    const minutes = (training: Partial<Assumptions['training']>) =>
      agentMinutes(compiled(plan, { ...assumed, training: { ...assumed.training, ...training } }).model, 0, week56)
    const planned = [{ tier: 1, starts, minutes: 120, people: 1 }]
    expect(minutes({}) - minutes({ planned })).toBe(120)
    expect(minutes({ planned: [{ ...planned[0], tier: 2 } as (typeof planned)[number]] })).toBe(minutes({}))
    const retraining = [{ tier: 1, people: 3, from: '2027-02-01', until: '2027-02-05' }]
    expect(minutes({}) - minutes({ retraining, retrainMinutes: 30 })).toBe(3 * 30)
  })

  test('people beyond the quorum come to a bridge, and extra bridges are called', () => {
    const courses = { ...plan, training: { ...plan.training, courses: [] } }
    const played = (bridge: Partial<Assumptions['bridge']>) =>
      compiled(courses, { ...assumed, bridge: { ...assumed.bridge, ...bridge } }).model
    const minutes = (bridge: Partial<Assumptions['bridge']>) => agentMinutes(played(bridge), 1, week(0))
    // Two of tier 2 are not needed; half of them is one. Where only one is at work, nobody is left to go.
    const gone = minutes({}) - minutes({ optional: 0.5 })
    expect(gone).toBeGreaterThan(2 * 30)
    expect(gone).toBeLessThanOrEqual(5 * 30)
    expect(minutes({}) - minutes({ adHocPerWeek: 2, adHocMinutes: 20 })).toBe(2 * 20)
    const phases = plan.involvement.phases.map((phase) => phase.ends).toSorted()
    const days = (Date.parse(phases.at(-1) ?? '') - Date.parse('2026-12-07')) / 86_400_000 + 1
    expect(played({ adHocPerWeek: 1 }).calendar.bridgeEnds.length).toBe(10 + 15 + Math.floor(days / 7))
  })

  test('a textbook stream knows neither certification nor bridges', () => {
    const own = assumed.tiers['1']
    if (!own) throw new Error('The starter plan has a tier 1')
    const steady = { ...assumed, arrivals: { ...assumed.arrivals, perHour: 5 } }
    const { model } = compiled(plan, {
      ...steady,
      tiers: { ...assumed.tiers, 1: { ...own, notCertified: [{ from: '2026-01-01', people: 3 }] } },
      bridge: { ...assumed.bridge, optional: 1, adHocPerWeek: 3 },
    })
    expect(model.calendar).toEqual(compiled(plan, steady).model.calendar)
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
