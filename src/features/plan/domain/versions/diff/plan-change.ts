import type { Text } from '../../document/text.ts'
import type { Place } from '../../check/finding.ts'

export const planParts = ['plan', 'teams', 'process', 'training', 'involvement'] as const
export type PlanPart = (typeof planParts)[number]

export type Opening = { readonly day: number; readonly from: string; readonly to: string }

/** Something a sentence names, still to be said in a language. */
export type Word =
  | string
  | number
  /** A text of the plan; `quoted` when it stands for itself. */
  | { readonly text: Text; readonly quoted?: boolean }
  | { readonly quote: string }
  | { readonly minutes: number }
  | { readonly day: string }
  | { readonly openings: readonly Opening[] }
  | { readonly team: string }
  | { readonly country: string }
  | { readonly spoken: string }
  | { readonly list: readonly Word[] }
  /** Words of the plan's catalogue. */
  | { readonly say: string; readonly values?: Words }
export type Words = Readonly<Record<string, Word>>

/** One difference between two plans; `code` is the sentence the catalogue has for it under `changes.said`. */
export type PlanChange = {
  readonly part: PlanPart
  readonly code: string
  /** In the plan before for what is gone, else in the plan after. */
  readonly place: Place
  readonly side: 'before' | 'after'
  readonly values: Words
}
