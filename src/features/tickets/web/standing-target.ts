import type { TicketRow } from '../contract/list.ts'
import type { DeskTicket } from '../contract/ticket-view.ts'

type Due = Pick<TicketRow, 'dueAt' | 'dueTarget' | 'dueTier'>

/** The first target that has yet to be reached, also when it was missed: what lists show of the ticket. */
export function firstDue(targets: DeskTicket['targets']): Due | null {
  const standing = targets
    .flatMap(({ target, tier, dueAt, endedAt }) =>
      dueAt === null || endedAt !== null ? [] : [{ dueAt, dueTarget: target, dueTier: tier }],
    )
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
  return standing[0] ?? null
}
