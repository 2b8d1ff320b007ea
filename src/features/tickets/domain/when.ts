import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Scene } from './decision.ts'
import type { TicketFact } from './events.ts'
import { type Refused, refuse } from './refusals.ts'
import type { Stage, Ticket } from './ticket.ts'

export function whileOpen({ ticket }: Scene): Refused | null {
  return ticket.stage.name === 'closed' ? refuse({ code: 'closed' }) : null
}

export function during({ ticket }: Scene, ...names: readonly Stage['name'][]): Refused | null {
  return names.includes(ticket.stage.name) ? null : refuse({ code: 'wrong-stage', stage: ticket.stage.name })
}

export function notOffered({ ticket }: Scene): Refused | null {
  return ticket.offer ? refuse({ code: 'handover-offered', to: ticket.offer.to }) : null
}

export function notWithVendor({ ticket }: Scene): Refused | null {
  return ticket.waiting?.for === 'vendor' ? refuse({ code: 'waiting-for-vendor' }) : null
}

/** The tier that acts on the ticket now; once the solution is applied, the contact tier. */
export function tierNow(plan: SupportPlan, { stage }: Ticket): number {
  return 'tier' in stage ? stage.tier : plan.process.contactTier
}

/** Whoever takes the next step ends the waiting. */
export function endWaiting({ waiting }: Ticket): readonly TicketFact[] {
  return waiting ? [{ type: 'resumed' }] : []
}
