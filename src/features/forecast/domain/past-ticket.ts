import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { TicketEvent } from '#features/tickets/domain/events.ts'

/** A ticket of the desk's own past, with the plan versions that it ran under. */
export type PastTicket = {
  readonly ticketId: string
  readonly number: number
  readonly events: readonly TicketEvent[]
  readonly plans: PlansById
}
export type PlansById = ReadonlyMap<string, SupportPlan>

/** The plan that a ticket ran under from an event on: the one that it was opened under, or that it was migrated to. */
export function planFrom({ fact }: TicketEvent, plans: PlansById): SupportPlan | null {
  const id = fact.type === 'opened' ? fact.planVersionId : fact.type === 'migrated' ? fact.to : null
  if (id === null) return null
  const plan = plans.get(id)
  if (!plan) throw new Error(`A ticket ran under plan version ${id}, which was not given`)
  return plan
}

/** The plan that a ticket runs under after its last event. */
export function planOf({ events, plans }: PastTicket): SupportPlan {
  for (const event of events.toReversed()) {
    const plan = planFrom(event, plans)
    if (plan) return plan
  }
  throw new Error('A ticket begins with "opened"')
}
