import type pg from 'pg'
import { OperatorMustAct } from '../errors.ts'
import { applicationRole } from './connect.ts'

const oldestVersion = 15

type Facts = {
  version: number
  owner: string
  database: string
  superuser: boolean
  mayCreateRoles: boolean
  mayCreateSchemas: boolean
  mayCreateTables: boolean
  encoding: string
  role: null | { powerful: boolean; member: boolean }
}

/** Checks that this server and user can hold Tierwise, and makes the role and the bookkeeping that migrations need. */
export async function prepareForMigrations(client: pg.Client): Promise<void> {
  const facts = await gatherFacts(client)
  const lacks = whatIsLacking(facts)
  if (lacks.length > 0) {
    throw new OperatorMustAct(
      'database-unsuitable',
      `The database "${facts.database}" cannot hold Tierwise yet:\n${lacks.map((lack) => `  - ${lack}`).join('\n')}`,
    )
  }
  if (!facts.role) await createRole(client)
  if (!facts.role?.member && !facts.superuser) await client.query(`grant ${applicationRole} to current_user`)
  await client.query(preparation)
  if (facts.superuser) await client.query(fullTextByIndex)
}

/** Idempotent, and quick when all of it is there. */
const preparation = `
  create schema if not exists schema_history;
  create table if not exists schema_history.migrations (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz(3) not null default now()
  );
  grant usage on schema public to ${applicationRole};
`

/** Under row-level security only leakproof operators may use an index, and \`@@\` is not marked as one. */
const fullTextByIndex = `
  do $$ begin
    if exists (select from pg_proc where oid = 'ts_match_vq(tsvector,tsquery)'::regprocedure and not proleakproof) then
      alter function ts_match_vq(tsvector, tsquery) leakproof;
    end if;
  end $$
`

async function gatherFacts(client: pg.Client): Promise<Facts> {
  const { rows } = await client.query<Facts>(
    `select current_setting('server_version_num')::int / 10000 as version,
            current_user as owner,
            current_database() as database,
            me.rolsuper as superuser,
            me.rolsuper or me.rolcreaterole as "mayCreateRoles",
            has_database_privilege(current_database(), 'create') as "mayCreateSchemas",
            has_schema_privilege('public', 'create') as "mayCreateTables",
            (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as encoding,
            (select json_build_object(
                      'powerful', app.rolsuper or app.rolbypassrls,
                      'member', pg_has_role(app.oid, 'member'))
               from pg_roles app where app.rolname = $1) as role
       from pg_roles me where me.rolname = current_user`,
    [applicationRole],
  )
  const [facts] = rows
  if (!facts) throw new Error('The database does not know its own user')
  return facts
}

function whatIsLacking(facts: Facts): string[] {
  const { owner, database, role } = facts
  const lacks: string[] = []
  if (facts.version < oldestVersion) {
    lacks.push(`It is PostgreSQL ${facts.version}; Tierwise needs ${oldestVersion} or later.`)
  }
  if (facts.encoding !== 'UTF8') lacks.push(`Its encoding is ${facts.encoding}; it has to be UTF8.`)
  if (!facts.mayCreateSchemas) {
    lacks.push(
      `The user "${owner}" may not make schemas in it: grant create on database "${database}" to "${owner}".`,
    )
  }
  if (!facts.mayCreateTables) {
    lacks.push(`The user "${owner}" may not make tables: grant create on schema public to "${owner}".`)
  }
  if (!role && !facts.mayCreateRoles) {
    lacks.push(
      `The role ${applicationRole} is missing and "${owner}" may not make it: create role ${applicationRole} nologin; grant ${applicationRole} to "${owner}".`,
    )
  }
  if (role && !role.member && !facts.mayCreateRoles) {
    lacks.push(`The user "${owner}" is no member of ${applicationRole}: grant ${applicationRole} to "${owner}".`)
  }
  if (role?.powerful) {
    lacks.push(
      `The role ${applicationRole} could step around row-level security: alter role ${applicationRole} nosuperuser nobypassrls.`,
    )
  }
  return lacks
}

/** Roles belong to the whole server: another database's Tierwise may be making the same one now. */
async function createRole(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      create role ${applicationRole} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
    exception when duplicate_object or unique_violation then null;
    end $$
  `)
}
