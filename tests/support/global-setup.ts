import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { prepareCluster } from '#platform/database/embedded/cluster.ts'
import { findPrograms } from '#platform/database/embedded/programs.ts'
import { runServer, stopServer } from '#platform/database/embedded/server.ts'
import { addressOf, prepareSocketFolder, socketFolderOf } from '#platform/database/embedded/socket-folder.ts'
import { migrate } from '#platform/database/migrate.ts'
import { migrationsHash, readMigrations } from '#platform/database/migration-files.ts'
import { createLog } from '#platform/log.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the migrated template database on the throw-away server of this run. */
    templateDatabase: string
  }
}

/** Fast and forgetful: nothing here has to survive the run. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
  shared_buffers: '64MB',
  autovacuum: 'off',
  io_method: 'sync',
  timezone: 'UTC',
}

/** One throw-away PostgreSQL for the whole run, with a migrated template database that test files clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tierwise-tests-')))
  chmodSync(folder, 0o755)
  const programs = findPrograms()
  const cluster = await prepareCluster(programs, folder)
  const socketFolder = socketFolderOf(cluster.folder)
  prepareSocketFolder(socketFolder, cluster.account)
  const { pid } = await runServer({ programs, cluster, socketFolder, settings })
  const teardown = async () => {
    await stopServer(pid)
    rmSync(folder, { recursive: true, force: true })
    rmSync(socketFolder, { recursive: true, force: true })
  }
  try {
    const migrations = readMigrations()
    const template = `template_${migrationsHash(migrations).slice(0, 16)}`
    const admin = new pg.Client({ connectionString: addressOf(socketFolder, 'postgres') })
    await admin.connect()
    await admin.query(`create database ${template}`)
    await admin.end()
    await migrate(addressOf(socketFolder, template), createLog('warn'), migrations)
    project.provide('templateDatabase', addressOf(socketFolder, template))
    return teardown
  } catch (error) {
    await teardown()
    throw error
  }
}
