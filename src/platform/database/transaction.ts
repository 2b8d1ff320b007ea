import type { Transaction } from 'kysely'
import type { Clock, Instant } from '../clock.ts'
import { type Database, organisationToBegin } from './connect.ts'
import type { DB } from './schema.generated.ts'

/** One transaction for one organisation: row-level security shows it that organisation's rows and no others. */
export type Tx = {
  readonly db: Transaction<DB>
  readonly orgId: string
  /** When the transaction began, by the platform's clock. Everything it writes bears this moment. */
  readonly now: Instant
}

/** What a transaction needs of the platform. */
export type Transactions = { readonly database: Database; readonly clock: Clock }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Does `work` in one transaction that can only see and write this organisation's rows. */
export async function inOrganisation<Value>(
  platform: Transactions,
  orgId: string,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  if (!uuid.test(orgId)) throw new TypeError('The id of an organisation is a uuid')
  return organisationToBegin.run({ orgId }, () =>
    platform.database.transaction().execute((db) => work({ db, orgId, now: platform.clock.now() })),
  )
}
