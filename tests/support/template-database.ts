import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '#platform/database/connect.ts'
import { createLog } from '#platform/log.ts'

/** A database of its own for one test file: a clone of the migrated template. */
export type TestDatabase = {
  readonly url: string
  /** Acts as `tierwise_app`, as the program does. */
  readonly database: Database
  /** Acts as the owner, whom row-level security does not bind: to look behind the program's back. */
  readonly owner: pg.Pool
  /** Closes the connections and drops the database. */
  readonly close: () => Promise<void>
}

/** Clones the template (about 60 ms). Call `close` in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateDatabase'))
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdministrator(
    template,
    `create database ${name} template ${template.pathname.slice(1)} strategy file_copy`,
  )
  const address = new URL(template)
  address.pathname = `/${name}`
  const url = address.href
  const log = createLog('warn')
  const database = openDatabase(url, { log, connections: 10 })
  const owner = new pg.Pool({ connectionString: url, max: 2 })
  // Dropping the database cuts off connections that are still closing.
  owner.on('error', (err) => log.debug({ err }, 'the owner lost a connection'))
  return {
    url,
    database,
    owner,
    close: async () => {
      await database.destroy()
      await owner.end()
      await asAdministrator(template, `drop database ${name} with (force)`)
    },
  }
}

/** Cloning needs the template itself to be without connections, so this goes by way of another database. */
async function asAdministrator(template: URL, statement: string): Promise<void> {
  const address = new URL(template)
  address.pathname = '/postgres'
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
