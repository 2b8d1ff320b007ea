import { AsyncLocalStorage } from 'node:async_hooks'
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

/** A transaction around several of this organisation, as the answer to one httpRequest that has to be stored with its effect. */
export type Joinable = {
  readonly orgId: string
  readonly join: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>
}
export const transactionToJoin = new AsyncLocalStorage<Joinable | undefined>()

/** Lets the transactions of `work` stand on their own, also where the answer to an httpRequest is stored with its effect. */
export function onItsOwn<Value>(work: () => Promise<Value>): Promise<Value> {
  return transactionToJoin.run(undefined, work)
}

/** Does `work` in one transaction that can only see and write this organisation's rows. */
export async function inOrganisation<Value>(
  platform: Transactions,
  orgId: string,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  if (!uuid.test(orgId)) throw new TypeError('The id of an organisation is a uuid')
  const around = transactionToJoin.getStore()
  if (around?.orgId === orgId) return around.join(work)
  return organisationToBegin.run({ orgId }, () =>
    platform.database.transaction().execute((db) => work({ db, orgId, now: platform.clock.now() })),
  )
}
