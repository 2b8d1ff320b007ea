import type { Config } from '#platform/config.ts'
import { startEmbeddedDatabase } from '#platform/database/embedded/supervisor.ts'
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
