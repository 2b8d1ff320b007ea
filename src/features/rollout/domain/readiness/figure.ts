import type { Text } from '#features/plan/domain/document/text.ts'
import type { comparisons, readinessFigures } from '#features/plan/domain/values.ts'

/** The figures that a plan may ask for, and those that are looked at before every wave. */
export const alwaysFigures = ['shifts-covered', 'old-unknown-causes', 'mail-works', 'connector-works'] as const
export type FigureName = (typeof readinessFigures)[number] | (typeof alwaysFigures)[number]

export const figureStates = ['holds', 'fails', 'unknown'] as const
export type FigureState = (typeof figureStates)[number]

/** Why a figure has no value. */
export const unknownReasons = [
  'first-wave',
  'no-tickets',
  'none-diagnosed',
  'none-judged',
  'none-rated',
  'nothing-promised',
  'not-played',
  'no-hours',
  'no-mailbox',
  'not-connected',
  'not-tried',
] as const
export type UnknownReason = (typeof unknownReasons)[number]

/** More about a figure, to be said in a sentence: who is missing, when nobody is there. */
export const remarkCodes = [
  'lacking',
  'gap',
  'more',
  'team',
  'of-tickets',
  'rated-by',
  'goal-of-years',
  'mail-in',
  'mail-out',
  'connector-partly',
  'connector-fails',
] as const
export type Remark = {
  readonly code: (typeof remarkCodes)[number]
  readonly values: Readonly<Record<string, string | number | Text>>
}

/** One figure of a wave's readiness: what it is, what is needed, whether that holds, and where it is mended. */
export type Figure = {
  readonly figure: FigureName
  readonly tier: number | null
  readonly value: number | null
  readonly comparison: (typeof comparisons)[number]
  readonly needed: number
  /** `plan`: the plan asks for it. `always`: looked at before every wave. */
  readonly askedBy: 'plan' | 'always'
  readonly state: FigureState
  readonly why: UnknownReason | null
  readonly remarks: readonly Remark[]
  /** A path of the application. */
  readonly mend: string | null
}

export type Readiness = {
  readonly figures: readonly Figure[]
  readonly holds: number
  readonly fails: number
  readonly unknown: number
}

export function summed(figures: readonly Figure[]): Readiness {
  const count = (state: FigureState) => figures.filter((one) => one.state === state).length
  return { figures, holds: count('holds'), fails: count('fails'), unknown: count('unknown') }
}

export function stateOf({
  value,
  comparison,
  needed,
}: Pick<Figure, 'value' | 'comparison' | 'needed'>): FigureState {
  if (value === null) return 'unknown'
  return (comparison === 'at-least' ? value >= needed : value <= needed) ? 'holds' : 'fails'
}
