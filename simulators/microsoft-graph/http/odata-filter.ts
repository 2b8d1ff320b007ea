type Literal = string | number | boolean | null
type Item = Readonly<Record<string, unknown>>

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'compare'; readonly field: string; readonly operator: string; readonly value: Literal }
  /** `groupTypes/any(c:c eq 'Unified')`: one of a list. */
  | { readonly kind: 'any'; readonly field: string; readonly of: string; readonly part: Filter }

const tokens = /\s*('(?:[^']|'')*'|[()]|,|[^\s(),']+)/gy

/** Reads a `$filter`; null: not one that is understood. */
export function parseFilter(text: string): Filter | null {
  const found = [...text.matchAll(tokens)].map((match) => match[1] ?? '')
  let at = 0
  const next = () => found[at++] ?? ''
  const isNext = (word: string) => found[at]?.toLowerCase() === word
  const list = (word: 'and' | 'or', one: () => Filter | null): Filter | null => {
    const parts: Filter[] = []
    do {
      const part = one()
      if (!part) return null
      parts.push(part)
    } while (isNext(word) && next())
    return parts.length === 1 ? (parts[0] ?? null) : { kind: word, parts }
  }
  const either = (): Filter | null => list('or', () => list('and', term))
  const term = (): Filter | null => {
    if (isNext('(')) {
      next()
      const inner = either()
      return next() === ')' ? inner : null
    }
    if (isNext('not')) {
      next()
      const part = term()
      return part && { kind: 'not', part }
    }
    const word = next()
    if (['startswith', 'contains', 'endswith'].includes(word.toLowerCase())) {
      if (next() !== '(') return null
      const field = next()
      if (next() !== ',') return null
      const value = literal(next())
      return next() === ')' && value !== undefined
        ? { kind: 'compare', field, operator: word.toLowerCase(), value }
        : null
    }
    const list = /^(.+)\/any$/.exec(word)?.[1]
    if (list !== undefined) {
      const [, of = ''] = next() === '(' ? (/^(\w+):/.exec(found[at] ?? '') ?? []) : []
      if (of === '') return null
      found[at] = (found[at] ?? '').slice(of.length + 1)
      if (found[at] === '') at += 1
      const part = either()
      return part !== null && next() === ')' ? { kind: 'any', field: list, of, part } : null
    }
    const operator = next().toLowerCase()
    if (operator === 'in') return oneOf(word)
    const value = literal(next())
    if (!['eq', 'ne', 'gt', 'ge', 'lt', 'le'].includes(operator) || value === undefined) return null
    return { kind: 'compare', field: word, operator, value }
  }
  const oneOf = (field: string): Filter | null => {
    if (next() !== '(') return null
    const parts: Filter[] = []
    do {
      const value = literal(next())
      if (value === undefined) return null
      parts.push({ kind: 'compare', field, operator: 'eq', value })
    } while (isNext(',') && next())
    return next() === ')' ? { kind: 'or', parts } : null
  }
  const filter = either()
  return at === found.length ? filter : null
}

function literal(word: string): Literal | undefined {
  if (word === '') return undefined
  if (word.startsWith("'")) return word.slice(1, -1).replaceAll("''", "'")
  if (word === 'null') return null
  if (word === 'true' || word === 'false') return word === 'true'
  return /^-?\d+(?:[.]\d+)?$/.test(word) ? Number(word) : word
}

export function comparisons(filter: Filter): { readonly field: string; readonly operator: string }[] {
  if (filter.kind === 'compare') return [filter]
  if (filter.kind === 'any') return [{ field: filter.field, operator: 'any' }]
  return filter.kind === 'not' ? comparisons(filter.part) : filter.parts.flatMap(comparisons)
}

export function matches(filter: Filter, item: Item): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matches(part, item))
    case 'or':
      return filter.parts.some((part) => matches(part, item))
    case 'not':
      return !matches(filter.part, item)
    case 'any': {
      const list = valueAt(item, filter.field)
      return Array.isArray(list) && list.some((one: unknown) => matches(filter.part, { [filter.of]: one }))
    }
    case 'compare':
      return compares(filter.operator, valueAt(item, filter.field) ?? null, filter.value)
  }
}

/** `from/emailAddress/address`: what stands in what; names of properties in any case. */
export function valueAt(item: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((held, name) => {
    if (typeof held !== 'object' || held === null) return undefined
    const entries = Object.entries(held)
    return (entries.find(([one]) => one === name) ??
      entries.find(([one]) => one.toLowerCase() === name.toLowerCase()))?.[1]
  }, item)
}

/** Microsoft compares texts without regard to capitals. */
function compares(operator: string, given: unknown, wanted: Literal): boolean {
  const left = comparable(given)
  const right = comparable(wanted)
  switch (operator) {
    case 'eq':
      return left === right
    case 'ne':
      return left !== right
    case 'startswith':
      return String(left ?? '').startsWith(String(right))
    case 'endswith':
      return String(left ?? '').endsWith(String(right))
    case 'contains':
      return String(left ?? '').includes(String(right))
    default:
      return left !== null && right !== null && ordered(operator, left, right)
  }
}

function comparable(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') {
    const moment = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(value) ? Date.parse(value) : Number.NaN
    return Number.isNaN(moment) ? value.toLowerCase() : moment
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function ordered(operator: string, left: string | number | boolean, right: string | number | boolean): boolean {
  if (operator === 'gt') return left > right
  if (operator === 'ge') return left >= right
  return operator === 'lt' ? left < right : left <= right
}
