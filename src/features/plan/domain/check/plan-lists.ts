import type { SupportPlan } from '../document/support-plan.ts'
import type { Platform, Text } from '../document/text.ts'
import type { Place } from './finding.ts'

type Keyed = { readonly key: string }

/** Every list of the plan whose entries are named by their key, with its place. */
export function keyedLists(
  plan: SupportPlan,
): readonly { readonly place: Place; readonly list: readonly Keyed[] }[] {
  return within(plan, []).flatMap(({ place, value }) =>
    Array.isArray(value) && value.every(isKeyed) ? [{ place, list: value }] : [],
  )
}

/** Every text of the plan that a person reads, with its place. */
export function textsOf(plan: SupportPlan): readonly { readonly place: Place; readonly text: Text }[] {
  return within(plan, []).flatMap(({ place, value }) => (isText(value) ? [{ place, text: value }] : []))
}

/** The name of every entry that is chosen by its name, with the list it is chosen from. Waves are one list, whatever their phase. */
export function namesOf(
  plan: SupportPlan,
): readonly { readonly list: string; readonly place: Place; readonly name: Text }[] {
  return textsOf(plan).flatMap(({ place, text }) => {
    const list = place.slice(0, -2)
    const isEntry = place.at(-1) === 'name' && typeof place.at(-2) === 'number'
    // Holidays are chosen by their day.
    if (!isEntry || list.includes('holidays')) return []
    return [{ list: list.at(-1) === 'waves' ? 'waves' : list.join('.'), place, name: text }]
  })
}

/** The platforms that the waves bring; null where a wave does not say. */
export function comingPlatforms({ involvement }: SupportPlan): ReadonlySet<Platform> | null {
  const shares = involvement.phases.flatMap((phase) => phase.waves).map((wave) => wave.platforms)
  if (shares.length === 0 || shares.some((list) => list.length === 0)) return null
  return new Set(shares.flat().flatMap((one) => (one.percent > 0 ? [one.platform] : [])))
}

function within(value: unknown, place: Place): { readonly place: Place; readonly value: unknown }[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Array.isArray(value)
    ? value.flatMap((one: unknown, index) => within(one, [...place, index]))
    : Object.entries(value).flatMap(([key, one]) => within(one, [...place, key]))
  return [{ place, value }, ...inner]
}

function isKeyed(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string'
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'nl' in value && 'en' in value
}
