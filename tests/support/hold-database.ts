// Runs the embedded database of the folder given, as the program does: prints its address, stops it on SIGTERM.
import { startEmbeddedDatabase } from '#platform/database/embedded/supervisor.ts'
import { createLog } from '#platform/log.ts'

try {
  const database = await startEmbeddedDatabase({
    dataFolder: process.argv[2] ?? '',
    log: createLog('info'),
    onLost: (error) => {
      console.error(error)
      process.exit(3)
    },
  })
  process.on('SIGTERM', () => {
    void database.stop().then(() => process.exit(0))
  })
  console.log(database.url)
} catch (error) {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : error)
  process.exit(2)
}
