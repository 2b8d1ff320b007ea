/** Where in the document: keys and positions from the top, for example `['teams', 'tiers', 0, 'team']`. */
export type Place = readonly (string | number)[]

export const problemCodes = [
  'value-missing',
  'value-invalid',
  'value-too-small',
  'value-too-large',
  'key-twice',
  'tiers-not-contiguous',
  'vendor-not-on-top',
  'team-unknown',
  'hours-unknown',
  'hours-never-open',
  'hours-backwards',
  'hours-overlap',
  'time-zone-unknown',
  'contact-tier-unknown',
  'contact-tier-silent',
  'tier-unknown',
  'edge-missing',
  'edge-twice',
  'edge-not-neighbours',
  'choice-without-options',
  'evidence-differs',
  'evidence-unknown',
  'category-unknown',
  'fast-lane-not-up',
  'fast-lane-twice',
  'course-unknown',
  'material-unknown',
  'phase-unknown',
  'wave-unknown',
  'phase-backwards',
  'wave-backwards',
  'wave-outside-phase',
  'shares-not-hundred',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/**
 * Something that keeps a plan from being published. `values` fill the sentence that the catalogue has for the code; what is wrong
 * at the place itself is shown there.
 */
export type PlanProblem = {
  readonly code: ProblemCode
  readonly place: Place
  readonly values: Readonly<Record<string, string | number>>
}

export function problem(code: ProblemCode, place: Place, values: PlanProblem['values'] = {}): PlanProblem {
  return { code, place, values }
}

/** One problem for each key in a list that an earlier entry has already. */
export function keysTwice(list: readonly { readonly key: string }[], place: Place): PlanProblem[] {
  return list.flatMap(({ key }, index) =>
    list.findIndex((other) => other.key === key) < index
      ? [problem('key-twice', [...place, index, 'key'], { key })]
      : [],
  )
}

/** One problem for each entry of `list` that is not among `known`. */
export function unknowns<Value extends string | number>(
  code: ProblemCode,
  list: readonly Value[],
  known: ReadonlySet<Value>,
  place: Place,
): PlanProblem[] {
  return list.flatMap((value, index) => (known.has(value) ? [] : [problem(code, [...place, index], { value })]))
}
