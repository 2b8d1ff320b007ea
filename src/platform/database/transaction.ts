import { AsyncLocalStorage } from 'node:async_hooks'
import type { Transaction } from 'kysely'
import type { Clock, Instant } from '../clock.ts'
import { type Database, organisationToBegin } from './connect.ts'
import type { DB } from './schema.generated.ts'
import { sideBySide } from './side-by-side.ts'

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

/**
 * Does `work` in one transaction that can only see and write this organisation's rows. What it asks for at once (`Promise.all`)
 * travels to the database together and is done in that order.
 */
export async function inOrganisation<Value>(
  platform: Transactions,
  orgId: string,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  const around = joinable(orgId)
  if (around) return around.join(work)
  return begin(platform, orgId, (db) =>
    sideBySide(db, (open) => work({ db: open, orgId, now: platform.clock.now() })),
  )
}

/**
 * The same for work that asks for all its statements before it waits for an answer: beginning, statements and commit are one round
 * trip. A statement asked for later is refused.
 */
export async function atOnce<Value>(
  platform: Transactions,
  orgId: string,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  const around = joinable(orgId)
  if (around) return around.join(work)
  let asked: Promise<Value> | undefined
  const committed = begin(platform, orgId, (db) =>
    sideBySide(db, async (open) => {
      asked = work({ db: open, orgId, now: platform.clock.now() })
      // Heard of below, after the commit.
      asked.catch(() => undefined)
    }),
  )
  try {
    await committed
  } catch (error) {
    // Why a statement failed says more than that therefore nothing was committed.
    await asked
    throw error
  }
  return asked as Promise<Value>
}

/** Begins a transaction in which row-level security shows this organisation. */
export function begin<Value>(
  { database }: Pick<Transactions, 'database'>,
  orgId: string,
  work: (db: Transaction<DB>) => Promise<Value>,
): Promise<Value> {
  // The id stands in the statement that begins the transaction, which takes no parameters.
  if (!uuid.test(orgId)) return Promise.reject(new TypeError('The id of an organisation is a uuid'))
  return organisationToBegin.run({ orgId }, () => database.transaction().execute(work))
}

function joinable(orgId: string): Joinable | null {
  const around = transactionToJoin.getStore()
  return around?.orgId === orgId ? around : null
}
