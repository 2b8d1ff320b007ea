import type { Config } from '#platform/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import type { Logger } from '#platform/log.ts'
import { openDatabaseServer } from './database.ts'

/** Brings the database up to date, then leaves. Returns the names of the applied migrations. */
export async function migrateOnce({ config, log }: { config: Config; log: Logger }): Promise<string[]> {
  const server = await openDatabaseServer(config, log, (error) => {
    throw error
  })
  try {
    return await migrate(server.url, log)
  } finally {
    await server.stop()
  }
}
