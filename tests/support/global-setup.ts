import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startThrowAwayServer, type ThrowAwayServer } from '#platform/database/embedded/throw-away.ts'
import { migrate } from '#platform/database/migrate.ts'
import { migrationsHash, readMigrations } from '#platform/database/migration-files.ts'
import { createLog } from '#platform/log.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the migrated template database on the throw-away server of this run. */
    templateDatabase: string
  }
}

/** One throw-away PostgreSQL for the whole run, with a migrated template database that test files clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  try {
    const migrations = readMigrations()
    const template = `template_${migrationsHash(migrations).slice(0, 16)}_${process.pid}`
    const admin = new pg.Client({ connectionString: server.addressOf('postgres') })
    await admin.connect()
    await admin.query(`create database ${template}`)
    await admin.end()
    await migrate(server.addressOf(template), createLog('warn'), migrations)
    project.provide('templateDatabase', server.addressOf(template))
    return server.stop
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Ours, or the one that TEST_DATABASE_URL names, to show that other versions of PostgreSQL do as well. Its user is a superuser. */
async function testServer(): Promise<ThrowAwayServer> {
  const given = process.env['TEST_DATABASE_URL']
  if (given === undefined) return startThrowAwayServer()
  const addressOf = (database: string) => {
    const address = new URL(given)
    address.pathname = `/${database}`
    return address.href
  }
  return { addressOf, stop: () => Promise.resolve() }
}
