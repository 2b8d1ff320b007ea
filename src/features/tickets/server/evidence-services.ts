import type { Instant } from '#features/people/domain/instant.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'

/** What tickets cannot know by themselves: what triage, which stands above, keeps of a ticket. */
export type EvidenceServices = {
  /** The checks that were made on a ticket, as the next tier reads them. Null where none were. */
  readonly stepsTried: (
    platform: Platform,
    tx: Tx,
    ticketId: string,
    language: Language,
  ) => Promise<{ readonly text: string; readonly at: Instant } | null>
  /** The known issues that somebody tried on a ticket. */
  readonly issuesTried: (tx: Tx, ticketId: string) => Promise<readonly string[]>
}
