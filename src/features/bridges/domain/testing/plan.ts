import type { Bridge } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { SupportHours } from '#features/plan/domain/document/teams.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'

type Given = {
  readonly startDay?: string
  readonly publicDays?: SupportHours['holidays']['publicDays']
  readonly bridge?: Partial<Bridge>
}

/** The starter plan, whose bridge meets every working day at ten, with what a test has otherwise. */
export function planWith({ startDay = '2026-11-30', publicDays = [], bridge }: Given): SupportPlan {
  const timeZone = 'Europe/Amsterdam'
  const plan = starterPlan({ startDay, owner: 'Contoso', timeZone, country: null, publicDays })
  const [standing] = plan.involvement.bridges
  if (!standing) throw new Error('The starter plan has a bridge')
  return {
    ...plan,
    involvement: { ...plan.involvement, bridges: [{ ...standing, ...bridge }] },
  }
}

export function bridgeOf({ involvement }: SupportPlan): Bridge {
  const [bridge] = involvement.bridges
  if (!bridge) throw new Error('This plan has no bridge')
  return bridge
}
