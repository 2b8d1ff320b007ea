import type { PersonActor } from '#features/people/domain/actor.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { CaseState } from './vendor-clock.ts'

type Case = { readonly state: CaseState; readonly ownerId: string | null }

export type TendingRefusal = { readonly code: 'not-a-case-opener' | 'case-closed' }

/** Who writes to the vendor, makes packets and keeps the case: whoever has the ticket, and the teams that may open cases. */
export function mayTend(plan: SupportPlan, one: Case, actor: PersonActor): TendingRefusal | null {
  const openers = plan.teams.vendor?.openers ?? []
  const belongs = openers.some((team) => actor.teams.includes(team) || actor.leads.includes(team))
  if (!belongs && one.ownerId !== actor.personId) return { code: 'not-a-case-opener' }
  return one.state === 'closed' ? { code: 'case-closed' } : null
}
