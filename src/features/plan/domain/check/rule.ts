import type { SupportPlan } from '../document/support-plan.ts'
import type { DeskFacts } from './desk-facts.ts'
import type { Finding, FindingCode, Place, Severity, Values } from './finding.ts'

/** Where a rule finds its fault, with what the sentence about it says. */
export type Spot = { readonly place: Place; readonly values: Values }

/**
 * One rule of the check. `find` takes a draft in the making too: of the right shape, but with any value in a field, so it never
 * throws. `mend` answers with the plan in which this finding is gone and nothing else is, or null where only a person can tell.
 */
export type Rule = {
  readonly code: FindingCode
  readonly severity: Severity
  readonly find: (plan: SupportPlan, facts: DeskFacts | null) => readonly Spot[]
  readonly mend?: (plan: SupportPlan, finding: Finding) => SupportPlan | null
}

export function spot(place: Place, values: Values = {}): Spot {
  return { place, values }
}

/** One spot for each entry of `list` that is not among `known`. */
export function strangers<Value extends string | number>(
  list: readonly Value[],
  known: ReadonlySet<Value>,
  place: Place,
): Spot[] {
  return list.flatMap((value, index) => (known.has(value) ? [] : [spot([...place, index], { value })]))
}

/** What `look` finds in each entry, which it is given with its place. */
export function each<Entry>(
  list: readonly Entry[],
  place: Place,
  look: (entry: Entry, place: Place, index: number) => readonly Spot[],
): Spot[] {
  return list.flatMap((entry, index) => look(entry, [...place, index], index))
}
