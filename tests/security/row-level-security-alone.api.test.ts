import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillEveryTable, tablesOfOrganisations } from './every-table.ts'
import { makeWorld, type World } from './world.ts'

/** No check of the application takes part: plain SQL as its role, which asks for everything and for the other's. */
let world: World
let tables: readonly string[]
let away: string

beforeAll(async () => {
  world = await makeWorld()
  for (const desk of [world.home, world.away]) await fillEveryTable(world, desk)
  tables = await tablesOfOrganisations(world)
  away = world.away.orgId
})
afterAll(() => world.close())

const denied = /row-level security|permission denied|appended, never changed|version never changes/

/** What a statement did at home: how many rows it met, or that it was refused. */
function atHome(statement: string): Promise<number | 'refused'> {
  return world.home
    .within(async (tx) => {
      const { rows, numAffectedRows } = await sql<{ count: number }>`${sql.raw(statement)}`.execute(tx.db)
      return Number(rows[0]?.count ?? numAffectedRows ?? 0)
    })
    .catch((error: unknown) => {
      if (error instanceof Error && denied.test(error.message)) return 'refused' as const
      throw error
    })
}

const owned = async (table: string, orgId: string) => {
  const { rows } = await world.platform.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table} where org_id = $1`,
    [orgId],
  )
  return rows[0]?.count ?? 0
}

const writableColumns = async (table: string) => {
  const { rows } = await world.platform.owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  )
  return rows.map(({ name }) => name)
}

const differing = async (judge: (table: string) => Promise<boolean>) => {
  const found: string[] = []
  for (const table of tables) if (!(await judge(table))) found.push(table)
  return found
}

describe('row-level security alone', () => {
  test('is looked at with rows of both organisations in every table', async () => {
    expect(tables.length).toBeGreaterThan(30)
    const { home } = world
    expect(await differing(async (table) => (await owned(table, away)) > 0)).toEqual([])
    expect(await differing(async (table) => (await owned(table, home.orgId)) > 0)).toEqual([])
  })

  test('shows every row of the own organisation and none of another', async () => {
    const shown = await differing(async (table) => {
      const [all, own] = [
        await atHome(`select count(*) as count from ${table}`),
        await owned(table, world.home.orgId),
      ]
      return all === own && (await atHome(`select count(*) as count from ${table} where org_id = '${away}'`)) === 0
    })
    expect(shown).toEqual([])
  })

  test('shows nothing at all where no organisation is set', async () => {
    const shown: string[] = []
    for (const table of tables) {
      const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
        world.platform.database,
      )
      if (Number(rows[0]?.count) !== 0) shown.push(table)
    }
    expect(shown).toEqual([])
  })

  test.each([
    ['changed', (table: string) => `update ${table} set org_id = org_id where org_id = '${away}'`],
    ['taken over', (table: string) => `update ${table} set org_id = '${'%'}' where org_id = '${away}'`],
    ['deleted', (table: string) => `delete from ${table} where org_id = '${away}'`],
  ])('lets no row of another organisation be %s', async (_what, statement) => {
    const before = await Promise.all(tables.map((table) => owned(table, away)))
    const touched = await differing(async (table) => {
      const done = await atHome(statement(table).replace('%', world.home.orgId))
      return done === 0 || done === 'refused'
    })
    expect(touched).toEqual([])
    expect(await Promise.all(tables.map((table) => owned(table, away)))).toEqual(before)
  })

  test('lets no row be put into another organisation, not even a copy of an own one', async () => {
    const put = await differing(async (table) => {
      const names = (await writableColumns(table)).filter((name) => name !== 'org_id').join(', ')
      const done = await atHome(
        `insert into ${table} (org_id, ${names}) overriding system value
         select '${away}', ${names} from ${table} limit 1`,
      )
      return done === 'refused'
    })
    expect(put).toEqual([])
  })

  test('lets no own row be given to another organisation', async () => {
    const given = await differing(
      async (table) => (await atHome(`update ${table} set org_id = '${away}'`)) === 'refused',
    )
    expect(given).toEqual([])
  })
})
