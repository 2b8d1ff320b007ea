import type { Place } from '../check/finding.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { samePlace, valueAt, withoutEntries, withValue } from './at-place.ts'
import { askingOnly } from './tiers.ts'

/** A place that names an entry of the plan by its key. */
export type Use = {
  readonly place: Place
  /** The entry of a list that goes when what it names goes; null where the plan cannot do without, so that removing is refused. */
  readonly taken: Place | null
}

/** Where the entry at this place is named. Entries that nothing can name have no uses. */
export function usesOf(plan: SupportPlan, at: Place): readonly Use[] {
  const key = keyAt(plan, at)
  if (key === null) return []
  return (finders[pattern(at)]?.(plan, key) ?? []).filter((use) => !startsWith(use.place, at))
}

/** The plan with another key for the entry at this place, wherever it is named. */
export function withKey(plan: SupportPlan, at: Place, key: string): SupportPlan {
  const before = keyAt(plan, at)
  if (before === null || before === key) return plan
  const places = [[...at, 'key'], ...usesOf(plan, at).map((use) => use.place), ...twins(plan, at, before)]
  return places.reduce((changed, place) => withValue(changed, place, key), plan)
}

/** Takes the entry at this place out, with what only makes sense beside it. Null where another part of the plan cannot do without. */
export function withoutEntry(plan: SupportPlan, at: Place): SupportPlan | null {
  const taken = usesOf(plan, at).map((use) => use.taken)
  if (taken.includes(null)) return null
  const places = [at, ...taken.filter((place) => place !== null)]
  const outermost = places.filter(
    (place, index) =>
      !places.some((other, before) =>
        samePlace(place, other) ? before < index : startsWith(place, other) && place.length > other.length,
      ),
  )
  const without = withoutEntries(plan, outermost)
  const { process } = without
  return { ...without, process: { ...process, categories: askingOnly(process.categories, process.edges) } }
}

type Finder = (plan: SupportPlan, key: string) => readonly Use[]

const finders: Readonly<Record<string, Finder>> = {
  'teams.supportHours.#': ({ teams, process }, key) => [
    ...teams.tiers.flatMap((tier, index) => [
      ...(tier.supportHours === key ? [needed('teams', 'tiers', index, 'supportHours')] : []),
      ...(tier.onCall?.hours === key ? [needed('teams', 'tiers', index, 'onCall', 'hours')] : []),
    ]),
    ...(process.targetHours === key ? [needed('process', 'targetHours')] : []),
  ],
  'process.categories.#': ({ process }, key) =>
    process.edges.flatMap((edge, edgeIndex) =>
      edge.evidence.flatMap((item, index) => {
        const place = ['process', 'edges', edgeIndex, 'evidence', index]
        const { categories } = item.appliesTo
        // No category left would mean: asked of every ticket.
        const taken = (own: Place) => (categories.length === 1 ? place : own)
        return listed(categories, [...place, 'appliesTo', 'categories'], key, taken)
      }),
    ),
  'process.edges.#.evidence.#': ({ process }, key) => {
    const items = process.edges.flatMap((edge) => edge.evidence).filter((item) => item.key === key)
    if (items.length > 1) return []
    return process.categories.flatMap((category, index) =>
      listed(category.asks, ['process', 'categories', index, 'asks'], key),
    )
  },
  'training.courses.#': ({ training }, key) =>
    training.lineage.steps.flatMap((step, index) => {
      const place = ['training', 'lineage', 'steps', index]
      return step.course === key ? [{ place: [...place, 'course'], taken: place }] : []
    }),
  'involvement.phases.#': ({ training, involvement }, key) => [
    ...training.courses.flatMap((course, index) =>
      course.planned?.beforePhase === key ? [needed('training', 'courses', index, 'planned', 'beforePhase')] : [],
    ),
    ...involvement.bridges.flatMap((bridge, index) =>
      listed(bridge.phases, ['involvement', 'bridges', index, 'phases'], key, (own) =>
        bridge.phases.length === 1 ? null : own,
      ),
    ),
    ...involvement.commitments.flatMap((one, index) =>
      one.beforePhase === key ? [needed('involvement', 'commitments', index, 'beforePhase')] : [],
    ),
  ],
  'involvement.phases.#.waves.#': ({ involvement }, key) =>
    involvement.readiness.flatMap((one, index) => {
      const place = ['involvement', 'readiness', index]
      return listed(one.waves, [...place, 'waves'], key, (own) => (one.waves.length === 1 ? place : own))
    }),
  'involvement.resources.#': ({ training }, key) =>
    training.courses.flatMap((course, courseIndex) =>
      course.agenda.flatMap((item, index) =>
        listed(item.material, ['training', 'courses', courseIndex, 'agenda', index, 'material'], key),
      ),
    ),
}

const needed = (...place: Place): Use => ({ place, taken: null })

function listed(
  list: readonly string[],
  place: Place,
  key: string,
  taken: (own: Place) => Place | null = (own) => own,
): readonly Use[] {
  return list.flatMap((one, index) => {
    const own = [...place, index]
    return one === key ? [{ place: own, taken: taken(own) }] : []
  })
}

/** A ticket keeps one answer for each evidence key: the same evidence on other steps, and its asks, are renamed together. */
function twins(plan: SupportPlan, at: Place, key: string): readonly Place[] {
  if (pattern(at) !== 'process.edges.#.evidence.#') return []
  const { edges, categories } = plan.process
  return [
    ...edges.flatMap((edge, edgeIndex) =>
      edge.evidence.flatMap((item, index) =>
        item.key === key ? [['process', 'edges', edgeIndex, 'evidence', index, 'key']] : [],
      ),
    ),
    ...categories.flatMap((category, index) =>
      listed(category.asks, ['process', 'categories', index, 'asks'], key).map((use) => use.place),
    ),
  ]
}

const pattern = (place: Place) => place.map((part) => (typeof part === 'number' ? '#' : part)).join('.')

function keyAt(plan: SupportPlan, at: Place): string | null {
  const key = valueAt(plan, [...at, 'key'])
  return typeof key === 'string' ? key : null
}

function startsWith(place: Place, start: Place): boolean {
  return start.length <= place.length && start.every((part, index) => part === place[index])
}
