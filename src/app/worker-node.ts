import type { Config } from '#platform/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import { OperatorMustAct } from '#platform/errors.ts'
import type { Logger } from '#platform/log.ts'
import { endSignal } from './end-signal.ts'
import { openPlatform } from './platform.ts'
import { runWorker } from './worker.ts'

/** Runs jobs only, beside nodes that serve, until it is told to stop. */
export async function runWorkerNode({ config, log }: { config: Config; log: Logger }): Promise<void> {
  const url = config.databaseUrl
  if (url === undefined) {
    throw new OperatorMustAct(
      'worker-needs-database-url',
      'A worker of its own shares the database with other nodes, so it needs DATABASE_URL. With the embedded database, "tierwise start" runs the jobs.',
    )
  }
  const end = endSignal(log)
  await migrate(url, log)
  const { platform, close } = await openPlatform({ config, url, log })
  const worker = await runWorker(platform, config)
  console.log('Tierwise runs jobs.')
  await end.signalled
  await worker.stop()
  await close()
}
