import {
  DummyDriver,
  PostgresAdapter,
  type Dialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
} from 'kysely'
import type { DB } from './schema.generated.ts'

/** What Kysely wants to know for connections of its own; a transaction makes none. */
const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}
const noConnections = { config: { dialect }, dialect, driver: dialect.createDriver() }

/**
 * Kysely lets each statement of a transaction wait for the answer to the one before. Here they need not: statements that `work` asks
 * for at once, as in `Promise.all`, travel together and are done in the order in which they were asked for. When one fails, those
 * behind it fail as well. Nothing can be asked any more once `work` has ended.
 */
export function sideBySide<Value>(
  transaction: Transaction<DB>,
  work: (db: Transaction<DB>) => Promise<Value>,
): Promise<Value> {
  const executor = transaction.getExecutor()
  return executor.provideConnection(async (connection) => {
    let over = false
    const provider = {
      provideConnection: <Answer>(use: (one: typeof connection) => Promise<Answer>) =>
        over ? Promise.reject(new Error('The transaction is over')) : use(connection),
    }
    try {
      return await work(
        new Transaction<DB>({ ...noConnections, executor: executor.withConnectionProvider(provider) }),
      )
    } finally {
      over = true
    }
  })
}
