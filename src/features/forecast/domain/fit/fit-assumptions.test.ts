import { beforeAll, describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { replay } from '#features/tickets/domain/evolve.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { PastTicket } from '../past-ticket.ts'
import { defaultAssumptions } from '../assumptions/defaults.ts'
import { withFile } from '../assumptions/override.ts'
import { type Fitted, fitAssumptions, type FittedName, type FittedPart, least } from './fit-assumptions.ts'
import { observe } from './observe.ts'
import { syntheticHistory } from './testing/synthetic-history.ts'

const base = starterPlan({ startDay: '2026-11-02', owner: 'MDM team', country: null })
/** Ten times the starter's people, and one clock for all tiers. */
const plan = {
  ...base,
  teams: {
    ...base.teams,
    tiers: base.teams.tiers.map((tier) => ({ ...tier, supportHours: base.process.targetHours })),
  },
  involvement: {
    ...base.involvement,
    phases: base.involvement.phases.map((phase) => ({
      ...phase,
      waves: phase.waves.map((wave) => ({ ...wave, expectedUsers: wave.expectedUsers * 20 })),
    })),
  },
}
const present = { availability: 1 }
const truth = withFile(defaultAssumptions(plan), {
  arrivals: {
    issuesPer100Enrollments: { ios: 6, android: 9, windows: 12, macos: 7 },
    issuesPer1000UsersPerWeek: 5,
    enrollmentsPerUser: 1,
    weekdays: [24, 21, 20, 18, 14, 2, 1],
  },
  tiers: {
    1: { ...present, work: { meanMinutes: 14, cv: 0.7 } },
    2: { ...present, work: { meanMinutes: 40, cv: 1 } },
    3: { ...present, work: { meanMinutes: 75, cv: 1.1 } },
  },
  takeNoteMinutes: { meanMinutes: 5, cv: 0.5 },
  contactMinutes: { meanMinutes: 9, cv: 0.6 },
  lookMinutes: { meanMinutes: 7, cv: 0.5 },
  mendMinutes: { meanMinutes: 16, cv: 0.6 },
  vendorMinutes: { meanMinutes: 2880, cv: 0.8 },
  sendBack: 0.15,
  causes: { count: 90, zipf: 0.9, foundBy: { 1: 0.35, 2: 0.35, 3: 0.2 } },
  learning: { perLesson: 0.3, most: 0.85 },
  training: { lessons: 0 },
  priorities: [0.05, 0.25, 0.5, 0.2],
})

const desk = { agents: [6, 8, 8] }

function fitOf(tickets: number, seed = 7): Fitted {
  const { past, from, to } = syntheticHistory(plan, truth, { ...desk, seed, tickets })
  return fitAssumptions(past.map(observe), plan, truth, { from, to })
}

let fitted: Fitted
beforeAll(() => {
  fitted = fitOf(2000)
})

/** What the history was made from, by what is fitted. */
const made: readonly (readonly [
  FittedName,
  number | Platform | null,
  FittedPart['part'],
  number | null,
  number,
])[] = [
  ['issues', 'ios', 'value', null, 6],
  ['issues', 'android', 'value', null, 9],
  ['issues', 'windows', 'value', null, 12],
  ['issues', 'macos', 'value', null, 7],
  ['base', null, 'value', null, 5],
  ...[24, 21, 20, 18, 14, 2, 1].map((weight, index) => ['weekdays', null, 'item', index + 1, weight] as const),
  ['work', 1, 'mean', null, 14],
  ['work', 1, 'cv', null, 0.7],
  ['work', 2, 'mean', null, 40],
  ['work', 2, 'cv', null, 1],
  ['work', 3, 'mean', null, 75],
  ['work', 3, 'cv', null, 1.1],
  ['take-note', null, 'mean', null, 5],
  ['take-note', null, 'cv', null, 0.5],
  ['contact', null, 'mean', null, 9],
  ['contact', null, 'cv', null, 0.6],
  ['look', null, 'mean', null, 7],
  ['look', null, 'cv', null, 0.5],
  ['mend', null, 'mean', null, 16],
  ['mend', null, 'cv', null, 0.6],
  ['vendor', null, 'mean', null, 2880],
  ['vendor', null, 'cv', null, 0.8],
  ['send-back', null, 'value', null, 0.15],
  ['causes', null, 'count', null, 90],
  ['causes', null, 'zipf', null, 0.9],
  ['found-by', null, 'item', 1, 0.35],
  ['found-by', null, 'item', 2, 0.35],
  ['found-by', null, 'item', 3, 0.2],
  ['learning', null, 'per-lesson', null, 0.3],
  ['learning', null, 'most', null, 0.85],
  ...[0.05, 0.25, 0.5, 0.2].map((share, index) => ['priorities', null, 'item', index + 1, share] as const),
]

function partOf({ values }: Fitted, [what, about, part, of]: (typeof made)[number]): FittedPart {
  const found = values
    .find((one) => one.what === what && (one.tier ?? one.platform) === about)
    ?.parts.find((one) => one.part === part && one.of === of)
  if (!found) throw new Error(`Nothing was fitted for ${what}`)
  return found
}

/** A tenth of the intervals miss by right: a value may lie outside by as much again as its interval reaches. */
function isNear({ value, low, high }: FittedPart, truth: number): boolean {
  return value - 2 * (value - low) <= truth && truth <= value + 2 * (high - value)
}

describe('a history of 2,000 tickets', () => {
  test.each(made)('gives back %s %s %s %s: %f', (...one) => {
    expect(isNear(partOf(fitted, one), one[4])).toBe(true)
  })

  test('gives back the shape of a day, every hour of it', () => {
    const weights = truth.arrivals.hours
    const total = weights.reduce((sum, one) => sum + one, 0)
    for (const [hour, weight] of weights.entries())
      expect(isNear(partOf(fitted, ['hours', null, 'item', hour, 0]), (100 * weight) / total)).toBe(true)
  })

  test('is one that the rules of tickets can read', () => {
    const { past } = syntheticHistory(plan, truth, { ...desk, seed: 7, tickets: 50 })
    for (const { events } of past) expect(replay(events)?.version).toBe(events.length)
  })

  test('gives assumptions that a file can hold, all at once', () => {
    const file = fitted.values.reduce(
      (all, { override }) => withFile(all, override ?? {}),
      defaultAssumptions(plan),
    )
    expect(file.sendBack).toBeCloseTo(0.15, 1)
    expect(file.tiers['2']?.work.meanMinutes).toBeCloseTo(partOf(fitted, ['work', 2, 'mean', null, 0]).value, 1)
    expect(file.causes.count).toBe(Math.round(partOf(fitted, ['causes', null, 'count', null, 0]).value))
  })
})

test('intervals hold the truth about nine times in ten', () => {
  let held = 0
  let all = 0
  for (let seed = 1; seed <= 10; seed += 1) {
    const own = fitOf(2000, seed)
    for (const one of made) {
      const { low, high } = partOf(own, one)
      held += low <= one[4] && one[4] <= high ? 1 : 0
      all += 1
    }
  }
  expect(held / all).toBeGreaterThan(0.86)
  expect(held / all).toBeLessThan(0.96)
})

test('more tickets give narrower intervals', () => {
  const few = fitOf(700)
  for (const one of made) {
    const [what, , , of] = one
    // Too few for the vendor, and days on which next to nothing comes in.
    if (what === 'vendor' || (what === 'weekdays' && (of ?? 0) > 5) || what === 'base') continue
    const least = few.values.find((value) => value.what === what && (value.tier ?? value.platform) === one[1])
    if (!least || least.override === null) continue
    const [narrow, wide] = [partOf(fitted, one), partOf(few, one)]
    if (narrow.value > 0 && what !== 'causes') expect(narrow.high / narrow.low).toBeLessThan(wide.high / wide.low)
  }
})

test('below the least number of observations our judgement stays', () => {
  const { past, from, to } = syntheticHistory(plan, truth, { ...desk, seed: 3, tickets: 25 })
  const { values } = fitAssumptions(past.map(observe), plan, truth, { from, to })
  for (const { what, observations, parts, override } of values) {
    if (observations >= least[what]) continue
    expect({ what, parts, override }).toEqual({ what, parts: [], override: null })
  }
  expect(values.some(({ override }) => override !== null)).toBe(false)
})

test('nothing at all gives nothing at all', () => {
  const period = { from: '2026-11-02T00:00:00.000Z', to: '2026-11-03T00:00:00.000Z' }
  const { tickets, values } = fitAssumptions([], plan, truth, period)
  expect(tickets).toBe(0)
  expect(values.every(({ parts, override }) => parts.length === 0 && override === null)).toBe(true)
})

test('what was trimmed is said: tickets forgotten in somebody’s name', () => {
  const { past, from, to } = syntheticHistory(plan, truth, { ...desk, seed: 7, tickets: 300 })
  const months = (one: PastTicket): PastTicket => ({
    ...one,
    events: one.events.map((event) =>
      event.fact.type === 'opened' || event.fact.type === 'assigned'
        ? event
        : { ...event, at: new Date(Date.parse(event.at) + 120 * 86_400_000).toISOString() },
    ),
  })
  const forgotten = past.map((one, index) => (index % 100 === 5 ? months(one) : one))
  const fit = fitAssumptions(forgotten.map(observe), plan, truth, { from, to })
  const work = fit.values.find(({ what, tier }) => what === 'work' && tier === 1)
  expect(work?.leftOut).toBe(3)
  expect(isNear(partOf(fit, ['work', 1, 'mean', null, 0]), 14)).toBe(true)
})
