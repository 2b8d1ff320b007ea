import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { Assumptions } from '../assumptions/assumptions.ts'
import type { Override } from '../assumptions/override.ts'
import { arrivalsOf, leastForBase } from './arrivals.ts'
import { groupByCause } from './cause-keys.ts'
import { causesOf, foundBy, type FoundTicket } from './causes.ts'
import { durationOf, type Estimate, shareOf } from './estimate.ts'
import { downMinutes, handsOn } from './hands-on.ts'
import { learningOf, lessonsOf } from './learning.ts'
import type { Observation } from './observe.ts'

/** Fewer observations say too little to put aside our judgement. Shapes take more, because each of their parts needs some. */
export const least = {
  issues: 20,
  base: leastForBase,
  weekdays: 200,
  hours: 200,
  work: 30,
  'take-note': 30,
  contact: 30,
  look: 20,
  mend: 20,
  'send-back': 30,
  vendor: 20,
  causes: 100,
  'found-by': 100,
  learning: 40,
  priorities: 50,
} as const
export type FittedName = keyof typeof least
export const fittedNames = Object.keys(least) as readonly FittedName[]
export const fittedParts = ['value', 'mean', 'cv', 'count', 'zipf', 'per-lesson', 'most', 'item'] as const

export type FittedValue = {
  readonly what: FittedName
  readonly tier: number | null
  readonly platform: Platform | null
  readonly observations: number
  readonly least: number
  /** Durations that the trimming rule left out. */
  readonly leftOut: number
  /** Empty with too few observations. `of`: the day, hour, tier or priority of an item. */
  readonly parts: readonly FittedPart[]
  /** What puts it in the place of our judgement; null with too few observations. */
  readonly override: Override | null
}
export type FittedPart = {
  readonly part: (typeof fittedParts)[number]
  readonly of: number | null
} & Estimate

export type Fitted = { readonly tickets: number; readonly values: readonly FittedValue[] }

/**
 * Every assumption that the desk's own tickets tell something about, with the interval of each and what it rests on. `plan` is the
 * plan in force: its waves and tiers are what the forecast goes on with. What the clocks cannot tell is said where it is dealt with.
 */
export function fitAssumptions(
  observations: readonly Observation[],
  plan: SupportPlan,
  assumptions: Assumptions,
  period: { readonly from: string; readonly to: string },
): Fitted {
  return {
    tickets: observations.length,
    values: [
      ...arrivalsFitted(observations, plan, assumptions, period),
      ...workFitted(observations, plan, assumptions),
      ...causesFitted(observations, plan),
      prioritiesFitted(observations),
    ],
  }
}

function arrivalsFitted(...given: Parameters<typeof arrivalsOf>): readonly FittedValue[] {
  const { base, issues, weekdays, hours } = arrivalsOf(...given)
  const single = (what: 'issues' | 'base', platform: Platform | null, counted: typeof base) =>
    counted === null
      ? []
      : [
          fitted({ what, platform, observations: counted.observations }, () => ({
            parts: [{ part: 'value', of: null, ...counted.estimate }],
            override: {
              arrivals: platform
                ? { issuesPer100Enrollments: { [platform]: short(counted.estimate.value) } }
                : { issuesPer1000UsersPerWeek: short(counted.estimate.value) },
            },
          })),
        ]
  const shape = (what: 'weekdays' | 'hours', first: number, shown: typeof hours) =>
    fitted({ what, observations: shown.observations }, () => ({
      parts: shown.estimates.map((one, index) => ({ part: 'item', of: first + index, ...one })),
      override: { arrivals: { [what]: shown.estimates.map(({ value }) => short(value)) } },
    }))
  return [
    ...[...issues].flatMap(([platform, counted]) => single('issues', platform, counted)),
    ...single('base', null, base),
    shape('weekdays', 1, weekdays),
    shape('hours', 0, hours),
  ]
}

function workFitted(
  observations: readonly Observation[],
  plan: SupportPlan,
  { tiers }: Assumptions,
): readonly FittedValue[] {
  const availability = Object.fromEntries(Object.entries(tiers).map(([level, own]) => [level, own.availability]))
  const worked = handsOn(observations, availability)
  const minutesOf = (keeps: (one: (typeof worked)[number]) => boolean) =>
    worked.filter(keeps).map(({ minutes }) => minutes)
  const { takeNote, contact } = downMinutes(observations)
  const handovers = observations.flatMap((one) => one.handovers)
  const sentBack = shareOf(handovers.filter((one) => one.sentBack).length, Math.max(1, handovers.length))
  const vendor = observations.flatMap((one) => one.vendorMinutes)
  return [
    ...levelsOf(plan).map((level) =>
      duration(
        { what: 'work', tier: level },
        minutesOf((one) => one.kind === 'work' && one.tier === level),
        (work) => ({
          tiers: { [level]: { work } },
        }),
      ),
    ),
    duration({ what: 'take-note' }, takeNote, (takeNoteMinutes) => ({ takeNoteMinutes })),
    duration({ what: 'contact' }, contact, (contactMinutes) => ({ contactMinutes })),
    duration(
      { what: 'look' },
      minutesOf(({ kind }) => kind === 'look'),
      (lookMinutes) => ({ lookMinutes }),
    ),
    duration(
      { what: 'mend' },
      minutesOf(({ kind }) => kind === 'mend'),
      (mendMinutes) => ({ mendMinutes }),
    ),
    fitted({ what: 'send-back', observations: handovers.length }, () => ({
      parts: [{ part: 'value', of: null, ...sentBack }],
      override: { sendBack: short(sentBack.value) },
    })),
    duration({ what: 'vendor' }, vendor, (vendorMinutes) => ({ vendorMinutes })),
  ]
}

function causesFitted(observations: readonly Observation[], plan: SupportPlan): readonly FittedValue[] {
  const levels = levelsOf(plan)
  const { contactTier } = plan.process
  const tickets = foundTickets(observations, Math.max(...levels) + 1)
  const counts = new Map<number, number>()
  for (const { cause } of tickets) counts.set(cause, (counts.get(cause) ?? 0) + 1)
  const lessons = lessonsOf(tickets, contactTier)
  return [
    fitted({ what: 'causes', observations: tickets.length }, () => {
      const { count, zipf } = causesOf([...counts.values()])
      return {
        parts: [
          { part: 'count', of: null, ...count },
          { part: 'zipf', of: null, ...zipf },
        ],
        override: { causes: { count: Math.round(count.value), zipf: short(zipf.value) } },
      }
    }),
    fitted({ what: 'found-by', observations: tickets.length }, () => {
      const shares = foundBy(tickets, levels)
      return {
        parts: [...shares].map(([of, share]) => ({ part: 'item', of, ...share })),
        override: {
          causes: { foundBy: Object.fromEntries([...shares].map(([of, { value }]) => [of, short(value)])) },
        },
      }
    }),
    fitted({ what: 'learning', observations: lessons.reduce((sum, one) => sum + one.tickets, 0) }, () => {
      const { perLesson, most } = learningOf(lessons)
      return {
        parts: [
          { part: 'per-lesson', of: null, ...perLesson },
          { part: 'most', of: null, ...most },
        ],
        override: { learning: { perLesson: short(perLesson.value), most: short(most.value) } },
      }
    }),
  ]
}

/** A cause that the vendor named was beyond every tier. */
function foundTickets(observations: readonly Observation[], beyond: number): readonly FoundTicket[] {
  const found = observations.flatMap(({ ticketId, found: own }) => (own ? [{ ticketId, ...own }] : []))
  const causes = groupByCause(found)
  return found.flatMap(({ at, tier, byVendor, decidedAt, atContactTier }, index) => {
    const cause = causes[index] ?? null
    if (cause === null) return []
    return [{ cause, at, tier: byVendor ? beyond : tier, decidedAt, atContactTier }]
  })
}

function prioritiesFitted(observations: readonly Observation[]): FittedValue {
  return fitted({ what: 'priorities', observations: observations.length }, () => {
    const shares = ([1, 2, 3, 4] as const).map((priority) =>
      shareOf(observations.filter((one) => one.priority === priority).length, observations.length),
    )
    const [first = 0, second = 0, third = 0, fourth = 0] = shares.map(({ value }) => short(value))
    return {
      parts: shares.map((share, index) => ({ part: 'item', of: index + 1, ...share })),
      override: { priorities: [first, second, third, fourth] },
    }
  })
}

type About = {
  readonly what: FittedName
  readonly tier?: number | null
  readonly platform?: Platform | null
  readonly observations: number
}

function fitted(
  { what, tier = null, platform = null, observations }: About,
  estimate: () => Pick<FittedValue, 'parts' | 'override'>,
  leftOut = 0,
): FittedValue {
  const enough = observations >= least[what]
  const { parts, override } = enough ? estimate() : { parts: [], override: null }
  return { what, tier, platform, observations, least: least[what], leftOut, parts, override }
}

function duration(
  about: Pick<About, 'what' | 'tier'>,
  minutes: readonly number[],
  override: (duration: { distribution: 'lognormal'; meanMinutes: number; cv: number }) => Override,
): FittedValue {
  const found = durationOf(minutes)
  if (!found) return fitted({ ...about, observations: minutes.length }, () => ({ parts: [], override: null }))
  const { mean, cv, observations, leftOut } = found
  return fitted(
    { ...about, observations },
    () => ({
      parts: [
        { part: 'mean', of: null, ...mean },
        { part: 'cv', of: null, ...cv },
      ],
      override: override({
        distribution: 'lognormal',
        meanMinutes: short(mean.value),
        cv: Math.min(widest, short(cv.value)),
      }),
    }),
    leftOut,
  )
}

/** The largest spread that assumptions may have. */
const widest = 20

function levelsOf(plan: SupportPlan): readonly number[] {
  return plan.teams.tiers.map((tier) => tier.level).toSorted((one, other) => one - other)
}

/** Four digits say more than the interval allows, and look it. */
function short(value: number): number {
  return Number(value.toPrecision(4))
}
