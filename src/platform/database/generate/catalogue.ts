import type pg from 'pg'

export type Column = {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
  readonly fallback: string | null
  /** How the database fills it in: `always` means that nobody else may. */
  readonly generated: 'never' | 'by-default' | 'always'
  /** The expression of a generated column, or the words of an identity column. */
  readonly rule: string | null
}

export type Table = {
  readonly name: string
  readonly columns: readonly Column[]
  /** `name definition`, primary key first, then by name. */
  readonly constraints: readonly { readonly name: string; readonly definition: string }[]
  readonly indexes: readonly string[]
  readonly triggers: readonly string[]
  readonly rowSecurity: boolean
  readonly forcedRowSecurity: boolean
  readonly policies: readonly Policy[]
  /** What `tierwise_app` may do: `select`, `update (state)`, … */
  readonly grants: readonly string[]
}

export type Policy = {
  readonly name: string
  readonly command: string
  readonly permissive: boolean
  /** Empty when it holds for everyone; `owner` stands for the owner of the table. */
  readonly roles: readonly string[]
  readonly using: string | null
  readonly check: string | null
}

export type Catalogue = {
  readonly tables: readonly Table[]
  readonly views: readonly { readonly name: string; readonly definition: string }[]
  readonly functions: readonly { readonly name: string; readonly definition: string; readonly executors: string }[]
}

/** Everything the migrations made in the schema `public`, in an order that does not depend on how it came about. */
export async function readCatalogue(client: pg.ClientBase): Promise<Catalogue> {
  const [tables, views, functions] = [
    await client.query<Table>(tablesQuery),
    await client.query<Catalogue['views'][number]>(viewsQuery),
    await client.query<Catalogue['functions'][number]>(functionsQuery),
  ]
  return { tables: tables.rows, views: views.rows, functions: functions.rows }
}

const columnsOfTable = `
  select coalesce(json_agg(json_build_object(
           'name', a.attname,
           'type', format_type(a.atttypid, a.atttypmod),
           'notNull', a.attnotnull,
           'fallback', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
           'generated', case when a.attgenerated <> '' or a.attidentity = 'a' then 'always'
                             when a.attidentity = 'd' then 'by-default' else 'never' end,
           'rule', case when a.attgenerated <> '' then '(' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                        when a.attidentity <> '' then 'identity' end
         ) order by a.attnum), '[]')
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped`

// Not-null is a constraint of its own from PostgreSQL 18 on; the columns say it already.
const constraintsOfTable = `
  select coalesce(json_agg(json_build_object('name', c.conname, 'definition', pg_get_constraintdef(c.oid))
                           order by c.contype <> 'p', c.conname collate "C"), '[]')
    from pg_constraint c where c.conrelid = t.oid and c.contype in ('p', 'u', 'c', 'f', 'x')`

const indexesOfTable = `
  select coalesce(json_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid::regclass::text collate "C"), '[]')
    from pg_index i where i.indrelid = t.oid
     and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))`

const triggersOfTable = `
  select coalesce(json_agg(pg_get_triggerdef(g.oid) order by g.tgname collate "C"), '[]')
    from pg_trigger g where g.tgrelid = t.oid and not g.tgisinternal`

const policiesOfTable = `
  select coalesce(json_agg(json_build_object(
           'name', p.polname,
           'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
                                    when 'd' then 'delete' else 'all' end,
           'permissive', p.polpermissive,
           'roles', (select coalesce(json_agg(case when r.oid = t.relowner then 'owner' else r.rolname end
                                              order by r.rolname collate "C"), '[]')
                       from pg_roles r where r.oid = any (p.polroles)),
           'using', pg_get_expr(p.polqual, p.polrelid),
           'check', pg_get_expr(p.polwithcheck, p.polrelid)
         ) order by p.polname collate "C"), '[]')
    from pg_policy p where p.polrelid = t.oid`

const grantsOnTable = `
  select coalesce(json_agg(given.what order by given.what collate "C"), '[]')
    from (
      select lower(g.privilege_type) as what
        from aclexplode(t.relacl) g where g.grantee = to_regrole('tierwise_app')
      union all
      select lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')'
        from pg_attribute a, aclexplode(a.attacl) g
       where a.attrelid = t.oid and g.grantee = to_regrole('tierwise_app') group by g.privilege_type
    ) given`

const tablesQuery = `
  select t.relname as name,
         (${columnsOfTable}) as columns,
         (${constraintsOfTable}) as constraints,
         (${indexesOfTable}) as indexes,
         (${triggersOfTable}) as triggers,
         t.relrowsecurity as "rowSecurity",
         t.relforcerowsecurity as "forcedRowSecurity",
         (${policiesOfTable}) as policies,
         (${grantsOnTable}) as grants
    from pg_class t
   where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
   order by t.relname collate "C"`

const viewsQuery = `
  select v.relname as name, pg_get_viewdef(v.oid) as definition
    from pg_class v where v.relnamespace = 'public'::regnamespace and v.relkind in ('v', 'm')
   order by v.relname collate "C"`

const functionsQuery = `
  select f.proname as name, pg_get_functiondef(f.oid) as definition,
         case when f.proacl is null then 'everyone'
              when exists (select from aclexplode(f.proacl) g where g.grantee = 0) then 'everyone'
              when exists (select from aclexplode(f.proacl) g where g.grantee = to_regrole('tierwise_app'))
                then 'tierwise_app'
              else 'owner' end as executors
    from pg_proc f
   where f.pronamespace = 'public'::regnamespace
     and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')
   order by f.proname collate "C", pg_get_function_identity_arguments(f.oid) collate "C"`
