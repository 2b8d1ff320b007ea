import type { World } from '../world.ts'
import type { Answer, Call } from './call.ts'
import { comparisons, parseFilter, valueAt } from './odata-filter.ts'
import { badRequest, problem } from './problems.ts'

type Item = Readonly<Record<string, unknown>>

/** `$orderby`: by one or more fields, each ascending unless it says `desc`. Texts without regard to capitals. */
export function ordered(world: World, query: URLSearchParams, items: readonly Item[]): readonly Item[] | Answer {
  const text = query.get('$orderby')?.trim()
  if (!text) return items
  const keys = text.split(',').map((one) => one.trim().split(/\s+/))
  const [known] = items
  const strange = keys.find(
    ([field = '', way = 'asc']) =>
      !/^(?:asc|desc)$/i.test(way) || (known !== undefined && valueAt(known, field) === undefined),
  )
  if (strange) return badRequest(world, `Could not find a property named '${strange[0] ?? ''}' to order by.`)
  return items.toSorted((one, other) => {
    for (const [field = '', way = 'asc'] of keys) {
      const by = compare(valueAt(one, field), valueAt(other, field))
      if (by !== 0) return way.toLowerCase() === 'desc' ? -by : by
    }
    return 0
  })
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return worded(one).localeCompare(worded(other), 'en', { sensitivity: 'base' })
}

function worded(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/**
 * `$search="displayName:ada" OR "mail:ada"` of the directory: each clause in quotes, words by how they begin. Not understood: null.
 */
function directorySearch(text: string, items: readonly Item[]): readonly Item[] | null {
  const clauses = [...text.matchAll(/\s*(?:(AND|OR)\s+)?"([A-Za-z]+):([^"]+)"/gy)]
  if (
    clauses.length === 0 ||
    clauses
      .map(([whole]) => whole)
      .join('')
      .trim() !== text.trim()
  )
    return null
  return items.filter((item) =>
    clauses.reduce((matched, [, joint, field = '', words = ''], index) => {
      const here = saysIt(valueAt(item, field), words)
      if (index === 0) return here
      return joint === 'OR' ? matched || here : matched && here
    }, true),
  )
}

function saysIt(value: unknown, wanted: string): boolean {
  const words = worded(value)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return wanted
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((one) => one !== '')
    .every((one) => words.some((word) => word.startsWith(one)))
}

/** `$search` of the directory. */
export function searchedFor(world: World, call: Call, items: readonly Item[]): readonly Item[] | Answer {
  const text = call.query.get('$search')
  if (text === null) return items
  if (!isEventual(call))
    return problem(
      world,
      400,
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    )
  return (
    directorySearch(text, items) ??
    badRequest(world, 'Syntax error: a clause of $search has the form "property:value".', 'Request_BadRequest')
  )
}

export function countAsked(call: Call): boolean {
  return call.query.get('$count') === 'true' && isEventual(call)
}

export function isEventual(call: Call): boolean {
  return call.header('consistencylevel')?.toLowerCase() === 'eventual'
}

/** What the directory answers only to `ConsistencyLevel: eventual` with `$count=true`; null where that is not needed, or there. */
export function withoutConsistency(world: World, call: Call): Answer | null {
  const filter = parseFilter(call.query.get('$filter') ?? '')
  const advanced =
    filter !== null &&
    comparisons(filter).some(({ operator }) => ['ne', 'endswith', 'contains'].includes(operator))
  const isSorted = call.query.has('$orderby') && call.query.has('$filter')
  if (!advanced && !isSorted) return null
  if (isEventual(call) && call.query.get('$count') === 'true') return null
  return problem(
    world,
    400,
    'Request_UnsupportedQuery',
    'This query needs the header ConsistencyLevel: eventual and $count=true.',
  )
}

/** `/users/$count`: a number as plain text. */
export function counted(world: World, call: Call, items: readonly Item[]): Answer {
  if (!isEventual(call))
    return badRequest(
      world,
      '$count is not currently supported without the header ConsistencyLevel: eventual.',
      'Request_BadRequest',
    )
  return { status: 200, type: 'text/plain', bytes: String(items.length) }
}
