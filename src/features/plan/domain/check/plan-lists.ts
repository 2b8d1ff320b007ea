import type { SupportPlan } from '../document/support-plan.ts'
import type { Text } from '../document/text.ts'
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
