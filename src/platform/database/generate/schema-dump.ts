import type { Catalogue, Column, Policy, Table } from './catalogue.ts'

/** The whole schema as readable SQL, the same text for the same schema. For people and for review; nothing reads it back. */
export function schemaDump({ tables, views, functions }: Catalogue): string {
  const head = '-- Made by `npm run generate` from the migrations: what they add up to. Change those, not this.'
  const parts = [
    ...tables.map(tableText),
    ...views.map(({ name, definition }) => `create view ${name} as\n${definition.trim()}`),
    ...functions.map(
      ({ definition, executors }) => `${definition.trim().replaceAll('\r\n', '\n')};\n-- executed by ${executors}`,
    ),
  ]
  return `${[head, ...parts].join('\n\n')}\n`
}

function tableText(table: Table): string {
  const lines = [
    ...table.columns.map((column) => `  ${columnText(column)}`),
    ...table.constraints.map(({ name, definition }) => `  constraint ${name} ${definition}`),
  ]
  const security = [
    ...(table.rowSecurity ? [`alter table ${table.name} enable row level security;`] : []),
    ...(table.forcedRowSecurity ? [`alter table ${table.name} force row level security;`] : []),
    ...table.policies.map((policy) => policyText(table, policy)),
    ...(table.grants.length > 0 ? [`grant ${table.grants.join(', ')} on ${table.name} to tierwise_app;`] : []),
  ]
  return [
    `create table ${table.name} (\n${lines.join(',\n')}\n);`,
    ...table.indexes.map((index) => `${index.replace(/ON public\./, 'ON ')};`),
    ...table.triggers.map((trigger) => `${trigger};`),
    ...security,
  ].join('\n')
}

function columnText({ name, type, notNull, fallback, generated, rule }: Column): string {
  const filling =
    generated === 'never' ? '' : ` generated ${generated === 'always' ? 'always' : 'by default'} as ${rule}`
  return `${name} ${type.replace(/^timestamp(\(\d\))? with time zone/, 'timestamptz$1')}${filling}${fallback === null ? '' : ` default ${fallback}`}${notNull ? ' not null' : ''}`
}

function policyText(table: Table, { name, command, permissive, roles, using, check }: Policy): string {
  return [
    `create policy ${name} on ${table.name}`,
    permissive ? '' : ' as restrictive',
    command === 'all' ? '' : ` for ${command}`,
    roles.length === 0 ? '' : ` to ${roles.join(', ')}`,
    using === null ? '' : ` using (${flat(using)})`,
    check === null ? '' : ` with check (${flat(check)})`,
    ';',
  ].join('')
}

function flat(expression: string): string {
  return expression.replace(/\s+/g, ' ').trim()
}
