import type { TicketOutcome } from '#features/tickets/server/actions.ts'
import type { OtherTicket } from '../contract/similar.ts'

/** A ticket as lists of others name it: where it stands, and how it was solved. */
export function otherTicket({ diagnosis, ...ticket }: TicketOutcome): OtherTicket {
  const { id, number, subject, requester, openedAt, stage } = ticket
  return {
    ...{ id, number, subject, requester, openedAt, stage },
    solution: diagnosis && {
      rootCause: diagnosis.rootCause,
      solution: diagnosis.solution,
      byTier: diagnosis.byTier,
      at: diagnosis.at,
    },
  }
}
