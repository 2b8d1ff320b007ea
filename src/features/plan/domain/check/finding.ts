import type { Text } from '../document/text.ts'

/** Where in the document: keys and positions from the top, for example `['teams', 'tiers', 0, 'team']`. */
export type Place = readonly (string | number)[]

export const severities = ['error', 'warning', 'hint'] as const
export type Severity = (typeof severities)[number]

export const findingCodes = [
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
export type FindingCode = (typeof findingCodes)[number]

/** What fills a sentence: a text of the plan is said in the reader's language, an ISO day as a date. */
export type Values = Readonly<Record<string, string | number | Text>>

/**
 * Something that is wrong with a plan, or could be better. Errors keep it from being published. `values` fill the sentence that the
 * catalogue has for the code; what is wrong at the place itself is shown there.
 */
export type Finding = {
  readonly code: FindingCode
  readonly severity: Severity
  readonly place: Place
  readonly values: Values
}

export function problem(code: FindingCode, place: Place, values: Values = {}): Finding {
  return { code, severity: 'error', place, values }
}

/** One problem for each key in a list that an earlier entry has already. */
export function keysTwice(list: readonly { readonly key: string }[], place: Place): Finding[] {
  return list.flatMap(({ key }, index) =>
    list.findIndex((other) => other.key === key) < index
      ? [problem('key-twice', [...place, index, 'key'], { key })]
      : [],
  )
}

/** One problem for each entry of `list` that is not among `known`. */
export function unknowns<Value extends string | number>(
  code: FindingCode,
  list: readonly Value[],
  known: ReadonlySet<Value>,
  place: Place,
): Finding[] {
  return list.flatMap((value, index) => (known.has(value) ? [] : [problem(code, [...place, index], { value })]))
}
