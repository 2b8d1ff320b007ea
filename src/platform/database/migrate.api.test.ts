import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createLog } from '../log.ts'
import { type Migration, migrationsHash, readMigrations } from './migration-files.ts'
import { migrate } from './migrate.ts'

const log = createLog('silent')
const address = new URL(inject('templateDatabase'))
address.pathname = '/postgres'
const admin = new pg.Pool({ connectionString: address.href, max: 2 })
let database: string
let made = 0

beforeEach(async () => {
  made += 1
  database = `migrate_${process.pid}_${made}`
  await admin.query(`create database ${database}`)
})
beforeAll(() => admin.query('create role ordinary login createrole'))
afterAll(async () => {
  for (let index = 1; index <= made; index += 1) {
    await admin.query(`drop database migrate_${process.pid}_${index} with (force)`)
  }
  await admin.query('drop role ordinary')
  await admin.end()
})

function url(user?: string): string {
  const own = new URL(address)
  own.pathname = `/${database}`
  if (user) own.searchParams.set('user', user)
  return own.href
}

async function ask<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url() })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

const file = (number: number, sql: string): Migration => ({
  number,
  name: `000${number}_given.sql`,
  sql,
  sha256: `hash of ${sql}`,
})

describe('migrating', () => {
  it('applies each file once, in order', async () => {
    const files = [file(1, 'create table one (n int)'), file(2, 'alter table one add column m int')]
    expect(await migrate(url(), log, files.slice(0, 1))).toEqual(['0001_given.sql'])
    expect(await migrate(url(), log, files)).toEqual(['0002_given.sql'])
    expect(await migrate(url(), log, files)).toEqual([])
    expect(await ask('select number, sha256 from schema_history.migrations')).toEqual(
      files.map(({ number, sha256 }) => ({ number, sha256 })),
    )
  })

  it('keeps nothing of a file that fails, and says which line', async () => {
    const broken = file(2, 'create table two (n int);\nselect nonsense;')
    const attempt = migrate(url(), log, [file(1, 'create table one (n int)'), broken])
    await expect(attempt).rejects.toThrow('The migration 0002_given.sql failed at line 2: column "nonsense"')
    expect(await ask("select to_regclass('one') is not null as one, to_regclass('two') as two")).toEqual([
      { one: true, two: null },
    ])
    expect(await migrate(url(), log, [file(1, 'create table one (n int)'), file(2, 'select 1')])).toHaveLength(1)
  })

  it('refuses when a file that was applied has changed', async () => {
    await migrate(url(), log, [file(1, 'create table one (n int)')])
    const attempt = migrate(url(), log, [file(1, 'create table one (n bigint)')])
    await expect(attempt).rejects.toThrow('0001_given.sql differs from what was applied')
  })

  it('refuses a database that a newer Tierwise has used', async () => {
    await migrate(url(), log, [file(1, 'select 1'), file(2, 'select 2')])
    await expect(migrate(url(), log, [file(1, 'select 1')])).rejects.toThrow('used with a newer Tierwise')
  })

  it('applies once when several start at the same moment', async () => {
    const files = [file(1, 'create table one (n int); select pg_sleep(0.1)')]
    const outcomes = await Promise.all([1, 2, 3].map(() => migrate(url(), log, files)))
    expect(outcomes.flat()).toEqual(['0001_given.sql'])
  })

  it('tells an owner with too few rights all that is lacking', async () => {
    await admin.query('alter role ordinary nocreaterole')
    try {
      const attempt = migrate(url('ordinary'), log, [])
      await expect(attempt).rejects.toThrow(/grant create on database "migrate_\d+_\d+" to "ordinary"/)
      await expect(migrate(url('ordinary'), log, [])).rejects.toThrow(
        'grant create on schema public to "ordinary"',
      )
      await expect(migrate(url('ordinary'), log, [])).rejects.toThrow('grant tierwise_app to "ordinary"')
    } finally {
      await admin.query('alter role ordinary createrole')
    }
  })

  it('brings up the whole schema for an owner who is not a superuser', async () => {
    await admin.query(`alter database ${database} owner to ordinary`)
    await admin.query('grant tierwise_app to ordinary with admin option')
    const applied = await migrate(url('ordinary'), log)
    expect(applied.length).toBe(readMigrations().length)
    await ask('drop owned by ordinary')
  })

  it('takes the same files for the same schema, whatever else lies beside them', () => {
    const migrations = readMigrations()
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1))
    expect(migrationsHash(migrations)).toBe(migrationsHash(readMigrations()))
    expect(migrationsHash(migrations.slice(1))).not.toBe(migrationsHash(migrations))
  })
})
