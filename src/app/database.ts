import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#platform/config.ts'
import { findPostmaster } from '#platform/database/embedded/postmaster.ts'
import { addressOf } from '#platform/database/embedded/socket-folder.ts'
import { databaseName, startEmbeddedDatabase } from '#platform/database/embedded/supervisor.ts'
import { migrate } from '#platform/database/migrate.ts'
import type { Logger } from '#platform/log.ts'

export type RunningDatabase = {
  /** As the owner of the schema. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** The PostgreSQL of the settings: an external one when DATABASE_URL names it, else the embedded one, started here. */
export async function openDatabaseServer(
  config: Config,
  log: Logger,
  onLost: (error: unknown) => void,
): Promise<RunningDatabase> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: () => Promise.resolve() }
  return startEmbeddedDatabase({ dataFolder: config.dataFolder, log, onLost })
}

/** The address of the database if it is running already, whoever started it. */
export function runningDatabase(config: Config): string | undefined {
  if (config.databaseUrl !== undefined) return config.databaseUrl
  if (!existsSync(config.dataFolder)) return undefined
  const postmaster = findPostmaster(join(realpathSync(config.dataFolder), 'postgres'))
  return postmaster?.state === 'ready' ? addressOf(postmaster.socketFolder, databaseName) : undefined
}

/** For a short task: the database as it is running, or else started for as long as the task takes, and up to date. */
export async function reachDatabase(config: Config, log: Logger): Promise<RunningDatabase> {
  const url = runningDatabase(config)
  if (url !== undefined) return { url, stop: () => Promise.resolve() }
  const server = await openDatabaseServer(config, log, (err) => log.error({ err }, 'the database was lost'))
  await migrate(server.url, log)
  return server
}
