import type { Assumptions } from '../../domain/assumptions/assumptions.ts'
import type { NeededInTier } from '../../domain/estimate/needed.ts'
import type { Played } from '../../domain/estimate/play.ts'
import type { Forecast } from '../../domain/forecast.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'

/** What is to be worked out. */
export type Ask = {
  readonly kind: 'forecast' | 'needed'
  readonly plan: SupportPlan
  readonly assumptions: Assumptions
  readonly today: string
}

/** `number` tells runs apart: what is said of an earlier one is not listened to any more. */
export type ToWorker =
  | {
      readonly kind: 'begin'
      readonly number: number
      readonly ask: Ask
      readonly worker: number
      readonly of: number
    }
  | { readonly kind: 'part'; readonly number: number; readonly part: Part }
  | { readonly kind: 'stop' }

/** The replications from `first` on, as one worker played them. */
export type Part = { readonly first: number; readonly played: Played }

export type FromWorker = { readonly number: number } & (
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'played'; readonly replications: number }
  | { readonly kind: 'forecast'; readonly forecast: Forecast; readonly complete: boolean }
  | { readonly kind: 'searching'; readonly tier: number; readonly share: number }
  | { readonly kind: 'needed'; readonly found: NeededInTier }
  | { readonly kind: 'failed'; readonly message: string }
)

/** What the page hears of a run. `share` is how much of it is done. */
export type News =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'forecast'; readonly forecast: Forecast; readonly complete: boolean }
  | { readonly kind: 'needed'; readonly needed: readonly NeededInTier[] }
  | { readonly kind: 'failed'; readonly message: string }

/** The memory of a part, which goes along with it: nothing is copied. */
export function buffersOf({ played: { steady, periods, broken } }: Part): Transferable[] {
  const rows = [...steady.flatMap(({ figures, waits }) => [figures, ...waits]), ...periods, ...broken]
  return rows.map((row) => row.buffer as ArrayBuffer)
}
