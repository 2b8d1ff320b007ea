import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tests/support/template-database.ts'
import { type Catalogue, readCatalogue, type Table } from './generate/catalogue.ts'

/** Tables that belong to no organisation, and why that is right. */
const withoutOrganisation: Readonly<Record<string, string>> = {
  heartbeats: 'signs of life of the nodes; the application role has no access to it at all',
}

/** Keys that point from one organisation to another on purpose, and why that opens nothing. */
const acrossOrganisations: Readonly<Record<string, string>> = {
  organisations_practice_of_fkey:
    'which organisation it is the practice of; set when it is made, never changed, and read by nothing of its own',
}

const ownOrganisation =
  /^\(org_id = \( SELECT \(NULLIF\(current_setting\('app\.org_id'::text, true\), ''::text\)\)::uuid AS "nullif"\)\)$/

/** What keeps the rows of this table from being strictly one organisation's. */
function gapsOf(table: Table): string[] {
  if (table.name in withoutOrganisation) {
    return table.grants.length > 0 ? ['belongs to no organisation, yet the application role may use it'] : []
  }
  const orgId = table.columns.find(({ name }) => name === 'org_id')
  const primaryKey = table.constraints.find(({ definition }) => definition.startsWith('PRIMARY KEY'))
  const forEveryone = table.policies.filter(({ roles }) => roles.length === 0)
  const gaps = [
    [orgId?.type === 'uuid' && orgId.notNull, 'has no column org_id uuid not null'],
    [
      primaryKey?.definition.startsWith('PRIMARY KEY (org_id'),
      'has a primary key that does not begin with org_id',
    ],
    [table.rowSecurity && table.forcedRowSecurity, 'has no forced row-level security'],
    [
      forEveryone.some(({ command, using }) => command === 'all' && ownOrganisation.test(using ?? '')),
      'has no policy for its organisation',
    ],
    [
      forEveryone.every(({ using, permissive }) => !permissive || ownOrganisation.test(using ?? '')),
      'has a policy that lets in more than its organisation',
    ],
    [
      table.policies.every(({ roles }) => roles.every((role) => role === 'owner')),
      'has a policy for a role that is not the owner',
    ],
    ...table.constraints
      .filter(({ name, definition }) => definition.startsWith('FOREIGN KEY') && !(name in acrossOrganisations))
      .map(({ name, definition }) => [
        definition.startsWith('FOREIGN KEY (org_id'),
        `has a foreign key ${name} that could point into another organisation`,
      ]),
  ] as const
  return gaps.filter(([fine]) => fine !== true).map(([, gap]) => `${table.name} ${gap}`)
}

let test: TestDatabase
let catalogue: Catalogue

async function read(): Promise<Catalogue> {
  const client = await test.owner.connect()
  try {
    return await readCatalogue(client)
  } finally {
    client.release()
  }
}

beforeAll(async () => {
  test = await testDatabase()
  catalogue = await read()
})
afterAll(() => test.close())

describe('row-level security', () => {
  it("keeps every table's rows to their organisation", () => {
    expect(catalogue.tables.length).toBeGreaterThan(20)
    expect(catalogue.tables.flatMap(gapsOf)).toEqual([])
  })

  it('has no exception for a table that is gone', () => {
    const names = catalogue.tables.map(({ name }) => name)
    expect(Object.keys(withoutOrganisation).filter((name) => !names.includes(name))).toEqual([])
  })

  it('binds the application role, which can neither pass it by nor sign in', async () => {
    const { rows } = await test.owner.query(
      "select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles where rolname = 'tierwise_app'",
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false }])
  })

  it('is not stepped around by a view, which would read as its owner', async () => {
    const { rows } = await test.owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
          and not coalesce(reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)`,
    )
    expect(rows).toEqual([])
  })

  it('is not stepped around by a function of the owner that everyone may call, or whose names can be hijacked', async () => {
    const { rows } = await test.owner.query(
      `select proname from pg_proc f where pronamespace = 'public'::regnamespace and prosecdef
          and (proacl is null or exists (select from aclexplode(proacl) g where g.grantee = 0)
               or not coalesce(array_to_string(proconfig, ',') like '%search_path=%', false))`,
    )
    expect(rows).toEqual([])
  })

  it.each([
    ['no org_id', 'create table planted (id uuid primary key)', 'has no column org_id'],
    ['another first key', 'create table planted (org_id uuid, id uuid, primary key (id, org_id))', 'primary key'],
    ['no security', 'create table planted (org_id uuid, id uuid, primary key (org_id, id))', 'no forced'],
    [
      'a wide policy',
      `create table planted (org_id uuid, id uuid, primary key (org_id, id));
       alter table planted enable row level security, force row level security;
       create policy wide on planted using (true)`,
      'lets in more',
    ],
    [
      'a loose reference',
      `create table planted (org_id uuid, id uuid unique, other uuid references planted (id), primary key (org_id, id))`,
      'could point into another organisation',
    ],
  ])('would be missed in a table with %s', async (_what, sql, gap) => {
    await test.owner.query(sql)
    const planted = (await read()).tables.find(({ name }) => name === 'planted')
    await test.owner.query('drop table planted')
    expect(planted && gapsOf(planted).join('; ')).toContain(gap)
  })
})
