import type { Instant } from '#features/people/domain/instant.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Ticket } from '../domain/ticket.ts'

/** What tickets cannot know by themselves: what triage, which stands above, keeps of a ticket. */
export type EvidenceServices = {
  /** The checks that were made on a ticket, and what helped or did not, as the next tier reads them. Null where nothing was tried. */
  readonly stepsTried: (
    platform: Platform,
    tx: Tx,
    ticketId: string,
    language: Language,
  ) => Promise<{ readonly text: string; readonly at: Instant } | null>
  /** The known issues that somebody tried on a ticket. */
  readonly issuesTried: (tx: Tx, ticketId: string) => Promise<readonly string[]>
  /** The requester tried the first aid of these known issues before reporting, and it did not help. */
  readonly keepTried: (platform: Platform, tx: Tx, ticket: Ticket, issueIds: readonly string[]) => Promise<void>
}
