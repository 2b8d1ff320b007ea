import { accessSync, constants, existsSync, realpathSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import pg from 'pg'
import type { Config } from '#platform/config.ts'
import { applicationRole } from '#platform/database/connect.ts'
import { findPrograms } from '#platform/database/embedded/programs.ts'
import { readMigrations } from '#platform/database/migration-files.ts'
import { runningDatabase } from './database.ts'

/** One thing that was looked at. `advice` says what to do when it is not well. */
export type Finding = {
  readonly about: string
  readonly well: boolean
  readonly found: string
  readonly advice?: string
}

const neededBytes = 500 * 2 ** 20

/** Looks at this machine, the data folder and the database, and changes nothing. */
export async function examine(config: Config): Promise<Finding[]> {
  const folder = existsSync(config.dataFolder) ? realpathSync(config.dataFolder) : config.dataFolder
  const running = runningDatabase(config)
  const external = config.databaseUrl !== undefined
  return [
    examineNode(),
    ...(external ? [] : [examinePrograms()]),
    examineFolder(folder),
    examineRoom(folder),
    await examinePort(config, !external && running !== undefined),
    ...(await examineDatabase(running)),
  ]
}

function examineNode(): Finding {
  return { about: 'Node', well: true, found: process.versions.node }
}

function examinePrograms(): Finding {
  const about = 'PostgreSQL programs'
  try {
    const { postgres, major } = findPrograms()
    return { about, well: true, found: `version ${major}, ${postgres}` }
  } catch (error) {
    return { about, well: false, found: 'missing', advice: (error as Error).message }
  }
}

function examineFolder(folder: string): Finding {
  const about = 'data folder'
  const nearest = nearestExisting(folder)
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK)
    return { about, well: true, found: existsSync(folder) ? folder : `${folder} (made at the first start)` }
  } catch (error) {
    const advice = `Make ${nearest} writable for this user, or set TIERWISE_DATA to another folder.`
    return { about, well: false, found: `${nearest}: ${(error as NodeJS.ErrnoException).code}`, advice }
  }
}

function examineRoom(folder: string): Finding {
  const { bavail, bsize } = statfsSync(nearestExisting(folder))
  const free = bavail * bsize
  const found = `${Math.floor(free / 2 ** 20)} MB free`
  if (free >= neededBytes) return { about: 'disk', well: true, found }
  return {
    about: 'disk',
    well: false,
    found,
    advice: 'Free at least 500 MB, or move the data folder to another disk.',
  }
}

async function examinePort({ port, host }: Config, running: boolean): Promise<Finding> {
  const about = 'port'
  const taken = await isTaken(port, host)
  if (!taken) return { about, well: true, found: `${port} is free` }
  if (running) return { about, well: true, found: `${port} is in use, and Tierwise is running` }
  const advice = `Stop the program that listens on port ${port}, or set PORT to another number.`
  return { about, well: false, found: `${port} is in use by another program`, advice }
}

function isTaken(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(true))
    probe.listen({ port, ...(host === undefined ? {} : { host }) }, () => probe.close(() => done(false)))
  })
}

async function examineDatabase(url: string | undefined): Promise<Finding[]> {
  if (url === undefined) return [{ about: 'database', well: true, found: 'not running; Tierwise starts it' }]
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {
    // What was asked at that moment fails with it, and is reported there.
  })
  try {
    await client.connect()
    return [...(await examineServer(client)), await examineMigrations(client)]
  } catch (error) {
    const advice = 'Start the database, and check DATABASE_URL: host, port, user, password and name.'
    return [{ about: 'database', well: false, found: (error as Error).message, advice }]
  } finally {
    await client.end()
  }
}

async function examineServer(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ version: string; powerful: boolean; ahead: number }>(
    `select current_setting('server_version') as version,
            coalesce((select rolsuper or rolbypassrls from pg_roles where rolname = $1), false) as powerful,
            extract(epoch from clock_timestamp())::float8 - $2::float8 as ahead`,
    [applicationRole, Date.now() / 1000],
  )
  const [server] = rows
  if (!server) throw new Error('The database does not answer')
  const inStep = Math.abs(server.ahead) < 2
  return [
    { about: 'database', well: true, found: `PostgreSQL ${server.version}` },
    {
      about: 'row-level security',
      well: !server.powerful,
      found: server.powerful ? `${applicationRole} can step around it` : `binds ${applicationRole}`,
      ...(server.powerful ? { advice: `alter role ${applicationRole} nosuperuser nobypassrls` } : {}),
    },
    {
      about: 'clocks',
      well: inStep,
      found: `the database is ${server.ahead.toFixed(1)} s ahead`,
      ...(inStep
        ? {}
        : { advice: 'Set both machines by the same time server: targets are counted by their clocks.' }),
    },
  ]
}

async function examineMigrations(client: pg.Client): Promise<Finding> {
  const about = 'migrations'
  const { rows } = await client.query<{ made: boolean }>(
    "select to_regclass('schema_history.migrations') is not null as made",
  )
  if (!rows[0]?.made) return { about, well: true, found: 'none yet; the first start applies them' }
  const applied = await client.query<{ name: string }>('select name from schema_history.migrations')
  const names = new Set(applied.rows.map(({ name }) => name))
  const missing = readMigrations().filter(({ name }) => !names.has(name))
  if (missing.length === 0) return { about, well: true, found: `${names.size}, all applied` }
  return { about, well: true, found: `${missing.length} to apply; the next start does so` }
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder))
}
