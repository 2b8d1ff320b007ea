import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import type { Logger } from '../log.ts'
import type { DB } from './schema.generated.ts'
import { writeOncePerTurn } from './one-write.ts'
import { prepareRepeated } from './prepared-statements.ts'
import { rowTypes } from './row-types.ts'

export type Database = Kysely<DB>

export const applicationRole = 'tierwise_app'

/** Set by `inOrganisation` for the one transaction that it begins; see `openDatabase`. */
export const organisationToBegin = new AsyncLocalStorage<{ orgId: string | undefined }>()

export type DatabaseOptions = {
  readonly log: Logger
  /** Most connections at the same time; the next caller waits, five seconds at most. */
  readonly connections?: number
}

/** The application's database: every connection acts as `tierwise_app`, which row-level security binds. */
export function openDatabase(url: string, { log, connections = 16 }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    ...applicationConnection(url),
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: 'tierwise',
    // Statements do not wait for the answer to the one before; see side-by-side.ts.
    pipeline: true,
  })
  reportErrors(pool, log)
  writeOncePerTurn(pool)
  prepareRepeated(pool)
  return new Kysely<DB>({ dialect: dialectFor(pool) })
}

/** Connections as the owner of the schema, for migrations and the job runner; row-level security still binds it unless it is a superuser. */
export function openOwnerPool(url: string, { log, connections = 4 }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    application_name: 'tierwise owner',
    types: rowTypes,
  })
  reportErrors(pool, log)
  return pool
}

/** How a single connection acts as the application, for LISTEN: `new pg.Client(applicationConnection(url))`. */
export function applicationConnection(url: string): pg.ClientConfig {
  const address = new URL(url)
  const settings = [
    `-c role=${applicationRole}`,
    '-c search_path=public',
    '-c TimeZone=UTC',
    '-c statement_timeout=30s',
    '-c lock_timeout=10s',
    '-c idle_in_transaction_session_timeout=60s',
  ]
  const given = address.searchParams.get('options')
  address.searchParams.set('options', [...(given ? [given] : []), ...settings].join(' '))
  return { connectionString: address.href, types: rowTypes }
}

/** Without listeners, a connection that the server closes would end the process. What was asked on it fails by itself. */
function reportErrors(pool: pg.Pool, log: Logger): void {
  pool.on('error', ({ message }) => log.warn({ reason: message }, 'an idle database connection was lost'))
  pool.on('connect', (client) => {
    client.on('error', ({ message }) => log.debug({ reason: message }, 'a database connection was lost'))
  })
}

function dialectFor(pool: pg.Pool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => {
      const driver = new PostgresDriver({ pool })
      const beginPlain = driver.beginTransaction.bind(driver)
      const commitPlain = driver.commitTransaction.bind(driver)
      const begun = new WeakMap<DatabaseConnection, Promise<unknown>>()
      // Travels with the first statement instead of being waited for. Had it failed, there is no organisation and row-level
      // security shows that statement nothing; the commit says so.
      driver.beginTransaction = async (connection, settings) => {
        const organisation = organisationToBegin.getStore()
        const orgId = organisation?.orgId
        begun.delete(connection)
        if (organisation === undefined || orgId === undefined) return beginPlain(connection, settings)
        organisation.orgId = undefined
        const beginning = connection.executeQuery(CompiledQuery.raw(`begin; set local app.org_id = '${orgId}'`))
        beginning.catch(() => undefined)
        begun.set(connection, beginning)
      }
      driver.commitTransaction = async (connection) => {
        const committing = commitPlain(connection)
        // Whichever fails first is thrown; the other is then heard of as well.
        await Promise.all([begun.get(connection), committing])
      }
      return driver
    },
  }
}
