import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareCluster } from './cluster.ts'
import { findPrograms } from './programs.ts'
import { runServer, stopServer } from './server.ts'
import { addressOf, prepareSocketFolder, socketFolderOf } from './socket-folder.ts'

/** Fast and forgetful: nothing here has to survive. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  io_method: 'sync',
  max_connections: 200,
  shared_buffers: '64MB',
  timezone: 'UTC',
}

export type ThrowAwayServer = {
  readonly addressOf: (database: string) => string
  readonly stop: () => Promise<void>
}

/** A PostgreSQL in the temporary folder, for tests and for generating from the migrations. Gone after `stop`. */
export async function startThrowAwayServer(): Promise<ThrowAwayServer> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tierwise-throw-away-')))
  // Temporary folders are for their maker only; as root the server runs as another account.
  chmodSync(folder, 0o755)
  const programs = findPrograms()
  const cluster = await prepareCluster(programs, folder)
  const socketFolder = socketFolderOf(cluster.folder)
  prepareSocketFolder(socketFolder, cluster.account)
  const { pid } = await runServer({ programs, cluster, socketFolder, settings })
  return {
    addressOf: (database) => addressOf(socketFolder, database),
    stop: async () => {
      await stopServer(pid)
      rmSync(folder, { recursive: true, force: true })
      rmSync(socketFolder, { recursive: true, force: true })
    },
  }
}
