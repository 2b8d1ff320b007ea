import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { edgeBetween, evidenceFor } from '#features/plan/domain/lookup.ts'
import type { FactOf, FactType, TicketEvent } from '../events.ts'
import type { Ticket } from '../ticket.ts'
import type { Step, Walk } from './random-walk.ts'

/** What the invariants are checked with: written apart from the rules, and simpler than them. */

export type Placed<Type extends FactType> = { readonly event: TicketEvent; readonly fact: FactOf<Type> }

export function all<Type extends FactType>(events: readonly TicketEvent[], type: Type): readonly Placed<Type>[] {
  return events.flatMap((event) => (isOf(event, type) ? [{ event, fact: event.fact }] : []))
}

export function last<Type extends FactType>(events: readonly TicketEvent[], type: Type): Placed<Type> | undefined {
  return all(events, type).at(-1)
}

function isOf<Type extends FactType>(
  event: TicketEvent,
  type: Type,
): event is TicketEvent & { fact: FactOf<Type> } {
  return event.fact.type === type
}

/** Every state that a ticket was in between two moves, first to last. */
export function states({ steps }: Walk): readonly Ticket[] {
  return steps.flatMap((step) => (step.decision.ok && step.after.ticket ? [step.after.ticket] : []))
}

export function accepted({ steps }: Walk): readonly Step[] {
  return steps.filter((step) => step.decision.ok)
}

/** Required items of every edge that a step up passes which the ticket has nothing for. */
export function lacking(plan: SupportPlan, ticket: Ticket, from: number, to: number): readonly string[] {
  const lacks: string[] = []
  const own = edgeBetween(plan, from, to)
  const edges = own ? [own] : plan.process.edges.filter((edge) => edge.from >= from && edge.to <= to)
  for (const item of edges.flatMap((edge) => evidenceFor(edge, ticket.category, ticket.platform))) {
    const given = ticket.evidence.find((one) => one.key === item.key)
    const needsFile = item.kind === 'screenshot' || item.kind === 'log'
    const enough = given && (given.files.length > 0 || (!needsFile && given.value.trim() !== ''))
    if (item.required && !enough) lacks.push(item.key)
  }
  return lacks
}

export function isFastLane(plan: SupportPlan, from: number, to: number): boolean {
  return plan.process.fastLanes.some((lane) => lane.from === from && lane.to === to)
}

export function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000
}
