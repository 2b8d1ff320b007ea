import type { Catalogue, Column, Table } from './catalogue.ts'

const typescriptOf: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  'timestamp with time zone': 'Instant',
  date: 'string',
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  real: 'number',
  'double precision': 'number',
  numeric: 'string',
  bytea: 'Buffer',
  json: 'unknown',
  jsonb: 'unknown',
  inet: 'string',
  interval: 'string',
  tsvector: 'string',
  xid8: 'string',
}

/** The rows of every table as Kysely wants them. A text column with a CHECK of its words becomes their union. */
export function rowInterfaces({ tables }: Pick<Catalogue, 'tables'>): string {
  const interfaces = tables.map(
    (table) =>
      `export interface ${interfaceName(table.name)} {\n${table.columns.map((column) => property(table, column)).join('\n')}\n}`,
  )
  const database = tables.map(({ name }) => `  ${name}: ${interfaceName(name)}`)
  return `// Made by \`npm run generate\` from the migrations. Change those, not this.
import type { Generated, GeneratedAlways } from 'kysely'
import type { Instant } from '../clock.ts'

${interfaces.join('\n\n')}

export interface DB {
${database.join('\n')}
}
`
}

function interfaceName(table: string): string {
  return `${table.replace(/(?:^|_)([a-z])/g, (_all, letter: string) => letter.toUpperCase())}Table`
}

function property(table: Table, column: Column): string {
  const plain = allowedWords(table, column) ?? typescript(table, column)
  const nullable = column.notNull || plain === 'unknown' ? plain : `${plain} | null`
  if (column.generated === 'always') return `  ${column.name}: GeneratedAlways<${nullable}>`
  const filledIn = column.generated === 'by-default' || column.fallback !== null
  return `  ${column.name}: ${filledIn ? `Generated<${nullable}>` : nullable}`
}

function typescript(table: Table, { name, type }: Column): string {
  const scalar = type.replace(/\(.*?\)/, '').replace(/\[\]$/, '')
  const found = typescriptOf[scalar]
  if (!found)
    throw new Error(`The column ${table.name}.${name} has the type ${type}, which has no TypeScript type yet`)
  return type.endsWith('[]') ? `${found}[]` : found
}

/** `CHECK ((state = ANY (ARRAY['waiting'::text, …])))` on this column alone. */
function allowedWords({ constraints }: Table, { name }: Column): string | undefined {
  for (const { definition } of constraints) {
    const [, column, list] = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(definition) ?? []
    if (column !== name || list === undefined) continue
    const words = [...list.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, word]) => word ?? '')
    if (words.length === list.split('::text').length - 1) return words.map((word) => `'${word}'`).join(' | ')
  }
  return undefined
}
