import { Logger as JobLogger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { OperatorMustAct } from '../errors.ts'
import type { Logger } from '../log.ts'
import { openOwnerPool } from './connect.ts'
import { type Migration, readMigrations } from './migration-files.ts'
import { prepareForMigrations } from './migration-requirements.ts'

/** Every process that migrates takes this lock first, so that several may start at the same time. */
const migrationLock = 7_373_001

/** Brings the database behind `url` (its owner) up to date. Returns the names of what was applied now. */
export async function migrate(url: string, log: Logger, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'tierwise migrate' })
  client.on('error', (err) => log.warn({ err }, 'the connection that migrates was lost'))
  await client.connect()
  try {
    await client.query('set search_path to public')
    await client.query(`select pg_advisory_lock(${migrationLock})`)
    await prepareForMigrations(client)
    const applied = await appliedMigrations(client)
    refuseChanged(migrations, applied)
    const missing = migrations.filter(({ number }) => !applied.has(number))
    for (const [index, migration] of missing.entries()) {
      await apply(client, migration, index === missing.length - 1)
      log.info({ migration: migration.name }, 'migration applied')
    }
    await makeJobTables(url, log)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The job runner keeps its own tables up to date; `job_add` needs them before any runner has started. */
async function makeJobTables(url: string, log: Logger): Promise<void> {
  const logger = new JobLogger(() => (level, message, meta) => {
    if (level === 'error' || level === 'warning') log.warn({ ...meta }, message)
  })
  const pool = openOwnerPool(url, { log, connections: 1 })
  try {
    await runMigrations({ pgPool: pool, logger })
  } finally {
    await pool.end()
  }
}

type Applied = { readonly name: string; readonly sha256: string }

async function appliedMigrations(client: pg.Client): Promise<Map<number, Applied>> {
  const { rows } = await client.query<Applied & { number: number }>(
    'select number, name, sha256 from schema_history.migrations order by number',
  )
  return new Map(rows.map(({ number, ...rest }) => [number, rest]))
}

function refuseChanged(migrations: readonly Migration[], applied: ReadonlyMap<number, Applied>): void {
  for (const [number, { name, sha256 }] of applied) {
    const file = migrations.find((migration) => migration.number === number)
    if (!file) {
      throw new OperatorMustAct(
        'database-newer',
        `The database has the migration ${name}, which this Tierwise does not know. It was used with a newer Tierwise: start that one, or restore a backup from before.`,
      )
    }
    if (file.sha256 !== sha256) {
      throw new OperatorMustAct(
        'migration-changed',
        `The migration ${file.name} differs from what was applied to this database as ${name}. An applied migration never changes: put the file back and write a new migration for what has to differ.`,
      )
    }
  }
}

/** Only the last one waits for the disk: PostgreSQL keeps its log in order, so all before it are safe with it, and never without. */
async function apply(client: pg.Client, { number, name, sha256, sql }: Migration, isLast: boolean): Promise<void> {
  try {
    await client.query(isLast ? 'begin' : 'begin; set local synchronous_commit to off')
    await client.query(sql)
    await client.query('insert into schema_history.migrations (number, name, sha256) values ($1, $2, $3)', [
      number,
      name,
      sha256,
    ])
    await client.query('commit')
  } catch (cause) {
    const { message, position } = cause as pg.DatabaseError
    const line = position ? ` at line ${sql.slice(0, Number(position)).split('\n').length}` : ''
    throw new Error(`The migration ${name} failed${line}: ${message}. Nothing of it was kept.`, { cause })
  }
}
