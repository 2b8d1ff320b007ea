import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Migration = {
  readonly number: number
  readonly name: string
  readonly sha256: string
  readonly sql: string
}

export const migrationsFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url))

/** The migrations in order: files named `0001_people.sql`. The dump `schema.sql` beside them is not one. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && name !== 'schema.sql')
    .sort()
    .map((name) => {
      const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]
      if (!number) throw new Error(`The migration ${name} is not named like 0001_people.sql`)
      const sql = readFileSync(join(folder, name), 'utf8')
      return { number: Number(number), name, sql, sha256: sha256(sql) }
    })
  for (const [index, { number, name }] of migrations.entries()) {
    const before = migrations[index - 1]
    if (before?.number === number)
      throw new Error(`The migrations ${before.name} and ${name} have the same number`)
  }
  return migrations
}

/** One hash over all migrations: the same hash, the same schema. */
export function migrationsHash(migrations: readonly Migration[]): string {
  return sha256(migrations.map(({ name, sha256: hash }) => `${name} ${hash}`).join('\n'))
}

function sha256(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
}
