import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { platforms } from '#features/plan/domain/values.ts'
import type { Assumptions, Source } from './assumptions.ts'
import { defaultAssumptions } from './defaults.ts'
import { type Override, withFile } from './override.ts'

/** One assumption with where it comes from. `place` names it as the assumptions file does: `tiers.1.work`. */
export type AssumptionLine = {
  readonly place: string
  readonly value: unknown
  readonly source: Source
}

/** What an organisation has set. */
export type Kept = { readonly place: string; readonly value: unknown; readonly source: 'desk' | 'changed' }

const tierParts = ['agents', 'hoursPerWeek', 'availability', 'notCertified', 'work', 'passOn'] as const
const levels = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Every assumption that can be set on its own, for tiers of these levels, in the order in which a page shows them. */
export function placesOf(tiers: readonly string[] = levels): readonly string[] {
  return [
    'arrivals.perHour',
    ...platforms.map((platform) => `arrivals.issuesPer100Enrollments.${platform}`),
    'arrivals.enrollmentsPerUser',
    'arrivals.issuesPer1000UsersPerWeek',
    'arrivals.weekdays',
    'arrivals.hours',
    ...tiers.flatMap((level) => [...tierParts].map((part) => `tiers.${level}.${part}`)),
    ...tiers.map((level) => `causes.foundBy.${level}`),
    'causes.count',
    'causes.zipf',
    'priorities',
    'sendBack',
    'takeNoteMinutes',
    'contactMinutes',
    'lookMinutes',
    'mendMinutes',
    'vendorMinutes',
    'learning',
    'training.lessons',
    'training.planned',
    'training.retraining',
    'training.retrainMinutes',
    'bridge.held',
    'bridge.minutesPerItem',
    'bridge.lessons',
    'bridge.optional',
    'bridge.adHocPerWeek',
    'bridge.adHocMinutes',
    'patience',
    'hours',
    'queue',
    'horizon',
    'replications',
    'seed',
  ]
}

const known: ReadonlySet<string> = new Set(placesOf())
export const isPlace = (place: string) => known.has(place)

/** What the plan says by itself, as long as nobody sets it. */
const fromPlan =
  /^(?:hours|horizon|training[.](?:lessons|planned|retraining)|arrivals[.]perHour|tiers[.][1-9][.](?:agents|notCertified))$/

/** Lists, which a page shows and leaves out, and a file gives. */
const lists = /^(?:training[.](?:planned|retraining)|tiers[.][1-9][.]notCertified)$/
export const isList = (place: string) => lists.test(place)

/** The assumptions in force for a plan, each with its source. `desk` is what the desk knows by itself; what somebody set goes before it. */
export function assumptionLines(
  plan: SupportPlan,
  kept: readonly Kept[],
  desk: Override = {},
): readonly AssumptionLine[] {
  const assumptions = assumptionsFor(plan, kept, desk)
  const known = placesIn(desk).map(({ place }) => [place, 'desk'] as const)
  const set = new Map<string, Source>([...known, ...kept.map((one) => [one.place, one.source] as const)])
  return placesOf(Object.keys(assumptions.tiers)).map((place) => ({
    place,
    value: valueAt(assumptions, place),
    source: set.get(place) ?? (fromPlan.test(place) ? 'plan' : 'judgement'),
  }))
}

export function assumptionsFor(plan: SupportPlan, kept: readonly Kept[], desk: Override = {}): Assumptions {
  return withFile(withFile(defaultAssumptions(plan), desk), fileOf(kept))
}

/** What has been set, as a file. */
export function fileOf(kept: readonly Pick<Kept, 'place' | 'value'>[]): Override {
  return kept.reduce<object>((file, { place, value }) => put(file, place.split('.'), value), {})
}

/** The assumptions that a file names, each by its place. */
export function placesIn(file: Override): readonly { readonly place: string; readonly value: unknown }[] {
  return placesOf().flatMap((place) => {
    const value = valueAt(file, place)
    return value === undefined ? [] : [{ place, value }]
  })
}

export function valueAt(within: object, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>(
      (value, part) => (value as Readonly<Record<string, unknown>> | undefined | null)?.[part],
      within,
    )
}

function put(into: object, [part = '', ...rest]: readonly string[], value: unknown): object {
  const inside = (into as Readonly<Record<string, object>>)[part] ?? {}
  return { ...into, [part]: rest.length === 0 ? value : put(inside, rest, value) }
}
