import type { Tx } from '#platform/database/transaction.ts'

/** What bridges need of features that they do not know; given by the composition root. */
export type BridgeServices = {
  /** Whether any mailbox of the organisation sends. Without one, nobody is told by mail. */
  readonly mailIsSetUp: (tx: Tx) => Promise<boolean>
}
