import { addDays } from '#features/plan/domain/days.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { wavesInTurn } from '../mails/waves.ts'
import type { DecisionOutcome } from '../readiness/decide.ts'

export const warningKinds = ['soon', 'begun'] as const
export type WarningKind = (typeof warningKinds)[number]
export type WaveWarning = {
  readonly wave: string
  readonly starts: string
  readonly kind: WarningKind
  readonly against: boolean
}

/** So many days ahead people hear that nobody has decided; time enough to look at the figures. */
const daysAhead = 3

/** The waves that are about to begin, or have begun, without a signed go. */
export function waveWarnings(
  plan: SupportPlan,
  today: string,
  outcomeOf: (wave: string) => DecisionOutcome | null,
): readonly WaveWarning[] {
  return wavesInTurn(plan).flatMap(({ wave: { key, starts, ends } }): WaveWarning[] => {
    const outcome = outcomeOf(key)
    if (outcome === 'go' || outcome === 'conditional' || today > ends) return []
    const against = outcome === 'no-go'
    if (starts <= today) return [{ wave: key, starts, kind: 'begun', against }]
    // Whoever signed a no-go knows; what they do not know is that it begins all the same.
    const isSoon = !against && starts <= addDays(today, daysAhead)
    return isSoon ? [{ wave: key, starts, kind: 'soon', against }] : []
  })
}
