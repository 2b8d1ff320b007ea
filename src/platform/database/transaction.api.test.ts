import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { movableClock } from '../clock.ts'
import { type TestDatabase, testDatabase } from '../../../tests/support/template-database.ts'
import { newId } from './id.ts'
import { atOnce, inOrganisation, type Tx } from './transaction.ts'

let test: TestDatabase
const [ours, theirs] = [newId(), newId()]

beforeAll(async () => {
  test = await testDatabase()
  await test.owner.query(`
    create table note (org_id uuid not null, id int not null, at timestamptz(3), size bigint, day date, primary key (org_id, id));
    grant all on note to tierwise_app;
    alter table note enable row level security, force row level security;
    create policy own on note using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid))`)
})
afterAll(() => test.close())

const platform = () => ({ database: test.database, clock: movableClock('2026-11-22T13:05:00.123Z') })
const count = sql<{ count: number }>`select count(*) as count from note`

describe('a transaction for an organisation', () => {
  it('writes and sees rows of that organisation only', async () => {
    await inOrganisation(platform(), ours, ({ db, orgId }) =>
      sql`insert into note values (${orgId}, 1)`.execute(db),
    )
    await inOrganisation(platform(), theirs, ({ db, orgId }) =>
      sql`insert into note values (${orgId}, 1), (${orgId}, 2)`.execute(db),
    )
    const seen = await inOrganisation(platform(), ours, ({ db }) => count.execute(db))
    expect(seen.rows[0]?.count).toBe(1)
  })

  it('cannot write a row of another organisation', async () => {
    const attempt = inOrganisation(platform(), ours, ({ db }) =>
      sql`insert into note values (${theirs}, 9)`.execute(db),
    )
    await expect(attempt).rejects.toThrow('row-level security')
  })

  it('leaves nothing behind on the connection: outside one, no row is seen', async () => {
    const connections = Array.from({ length: 20 }, () => count.execute(test.database))
    expect((await Promise.all(connections)).map(({ rows }) => rows[0]?.count)).toEqual(Array(20).fill(0))
  })

  it('does not hand its organisation to a transaction begun inside it', async () => {
    const inner = await inOrganisation(platform(), ours, () =>
      test.database.transaction().execute((db) => count.execute(db)),
    )
    expect(inner.rows[0]?.count).toBe(0)
  })

  it('keeps nothing when the work fails', async () => {
    const attempt = inOrganisation(platform(), ours, async ({ db, orgId }) => {
      await sql`insert into note values (${orgId}, 3)`.execute(db)
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    expect((await inOrganisation(platform(), ours, ({ db }) => count.execute(db))).rows[0]?.count).toBe(1)
  })

  it("bears the clock's moment, and rows carry instants, days and big numbers as the domain writes them", async () => {
    const { rows } = await inOrganisation(platform(), theirs, ({ db, orgId, now }) =>
      sql`insert into note values (${orgId}, 4, ${now}, 9007199254740991, '2026-03-29') returning at, size, day`.execute(
        db,
      ),
    )
    expect(rows).toEqual([{ at: '2026-11-22T13:05:00.123Z', size: 9_007_199_254_740_991, day: '2026-03-29' }])
  })

  it('takes nothing but a uuid for the organisation', async () => {
    const attempt = inOrganisation(platform(), "x'; drop table note; --", () => Promise.resolve())
    await expect(attempt).rejects.toThrow('uuid')
  })

  it('does what is asked for at once in that order', async () => {
    const note = ({ db, orgId }: Tx, id: number) =>
      sql`insert into note select ${orgId}, ${id}, null, count(*) from note`.execute(db)
    const ids = Array.from({ length: 20 }, (_, index) => index)
    const rows = await inOrganisation(platform(), newId(), async (tx) => {
      await Promise.all(ids.map((id) => note(tx, id)))
      return (await sql<{ size: number }>`select size from note order by id`.execute(tx.db)).rows
    })
    expect(rows.map((row) => row.size)).toEqual(ids)
  })

  it('keeps nothing when one of what is asked for at once fails, and says which', async () => {
    const orgId = newId()
    const attempt = inOrganisation(platform(), orgId, ({ db }) =>
      Promise.all([
        sql`insert into note values (${orgId}, 1)`.execute(db),
        sql`insert into note values (${theirs}, 1)`.execute(db),
        sql`insert into note values (${orgId}, 2)`.execute(db),
      ]),
    )
    await expect(attempt).rejects.toThrow('row-level security')
    expect((await inOrganisation(platform(), orgId, ({ db }) => count.execute(db))).rows[0]?.count).toBe(0)
  })

  it('takes nothing more once its work has ended, lest it falls into the next transaction', async () => {
    const late = Promise.withResolvers<void>()
    let straggler: Promise<unknown> = Promise.resolve()
    await inOrganisation(platform(), ours, async ({ db }) => {
      straggler = late.promise.then(() => count.execute(db))
    })
    late.resolve()
    await expect(straggler).rejects.toThrow(/over|already committed/)
  })
})

describe('a transaction in one round trip', () => {
  const orgId = newId()
  const insert = (id: number, org = orgId) =>
    atOnce(platform(), orgId, ({ db }) => sql`insert into note values (${org}, ${id})`.execute(db))

  it('is committed when it answers, for its organisation only', async () => {
    await insert(1)
    expect((await atOnce(platform(), orgId, ({ db }) => count.execute(db))).rows[0]?.count).toBe(1)
    expect((await atOnce(platform(), newId(), ({ db }) => count.execute(db))).rows[0]?.count).toBe(0)
  })

  it('says which statement failed, and leaves the connection as it was', async () => {
    await expect(insert(2, theirs)).rejects.toThrow('row-level security')
    await expect(insert(1)).rejects.toThrow('duplicate key')
    await insert(3)
    expect((await atOnce(platform(), orgId, ({ db }) => count.execute(db))).rows[0]?.count).toBe(2)
  })

  it('refuses a statement that comes after an answer', async () => {
    const attempt = atOnce(platform(), orgId, async ({ db }) => {
      await count.execute(db)
      await sql`insert into note values (${orgId}, 9)`.execute(db)
    })
    await expect(attempt).rejects.toThrow(/over|already committed/)
    expect((await atOnce(platform(), orgId, ({ db }) => count.execute(db))).rows[0]?.count).toBe(2)
  })
})
