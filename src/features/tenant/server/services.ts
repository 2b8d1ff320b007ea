import type { Tx } from '#platform/database/transaction.ts'

/** What the tenant needs of features that it does not know; given by the composition root. */
export type TenantServices = {
  /** Whether any mailbox of the organisation sends. Without one, nobody is warned by mail. */
  readonly mailIsSetUp: (tx: Tx) => Promise<boolean>
}
