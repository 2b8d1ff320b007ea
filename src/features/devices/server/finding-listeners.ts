import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'

/**
 * A feature above that acts on what was found: it opens a ticket, or says that there is one. Hears of each finding at least once, after its
 * commit, in a transaction of its own; `number` is for a ticket, where one is opened.
 */
export type FindingListener = (platform: Platform, tx: Tx, findingId: string) => Promise<void>
