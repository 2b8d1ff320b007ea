import type { World } from '../world.ts'
import { type Answer, type Call, json, preference, textOf } from './call.ts'
import { type Filter, matches, parseFilter } from './odata-filter.ts'
import { ordered } from './order-and-search.ts'
import { badRequest } from './problems.ts'

export type Item = Readonly<Record<string, unknown>>

export type PageRules = {
  /** Items on a page when nobody asks, and at most. */
  readonly size: number
  readonly most: number
  /** Say how many there are in all. */
  readonly count: boolean
  /** Fields that come back without `$select`; all where absent. */
  readonly fields?: readonly string[]
  /** What follows `$metadata#`. */
  readonly context: string
  /** A page that is asked for larger, or by something that is no number, is refused; otherwise it is cut. */
  readonly strict?: boolean
  /** Service health counts instead of giving a token. */
  readonly bySkip?: boolean
}

/** One page of a list, with a next link that leads on. */
export function page(world: World, call: Call, given: readonly Item[], rules: PageRules): Answer {
  const token = call.query.get('$skiptoken')
  const opened = token === null ? {} : world.links.open(token)
  if (opened === null || (opened['path'] !== undefined && opened['path'] !== call.path))
    return badRequest(world, 'Invalid $skiptoken.')
  const query = token === null ? call.query : new URLSearchParams(textOf(opened['query']) ?? '')
  const from = rules.bySkip ? wholeNumber(call.query.get('$skip'), 0) : Number(opened['from'] ?? 0)
  const preferred = preference(call, 'odata.maxpagesize')
  const top = query.get('$top')
  const size = Math.min(rules.most, wholeNumber(top ?? preferred, rules.size))
  const isOdd = top !== null && (!/^\d+$/.test(top) || (rules.strict === true && Number(top) > rules.most))
  if (size < 1 || isOdd)
    return badRequest(
      world,
      `Invalid page size specified: '${top}'. Must be between 1 and ${rules.most} inclusive.`,
    )
  const items = ordered(world, query, given)
  if ('status' in items) return items
  const chosen = chosenFields(world, query, items, rules)
  if ('status' in chosen) return chosen
  const shown = items.slice(from, from + size)
  const link = (next: number, more: object = {}) =>
    rules.bySkip
      ? linkTo(world, call, { ...Object.fromEntries(query), $skip: String(next) })
      : linkTo(world, call, {
          $skiptoken: world.links.seal({ path: call.path, from: next, query: query.toString(), ...more }),
        })
  const hasMore = from + size < items.length
  const first = from === 0 && opened['emptied'] !== true
  if (hasMore && opened['emptied'] !== true && world.faults.strikes('pages')) {
    if (from > 0 || world.chance.happens(0.5))
      return answerPage(world, call, rules, { value: [], next: link(from, { emptied: true }), total: null })
    const again = shown.at(-1)
    const value = [...shown, ...(again ? [again] : [])].map(chosen.pick)
    return answerPage(world, call, rules, {
      value,
      next: link(from + size),
      total: first && rules.count ? items.length : null,
    })
  }
  return answerPage(world, call, rules, {
    value: shown.map(chosen.pick),
    next: hasMore ? link(from + size) : null,
    total: rules.count && (first || rules.bySkip !== true) ? items.length : null,
  })
}

function answerPage(
  world: World,
  call: Call,
  { context }: PageRules,
  {
    value,
    next,
    total,
  }: { readonly value: readonly Item[]; readonly next: string | null; readonly total: number | null },
): Answer {
  return json({
    '@odata.context': `${world.url()}/${call.version}/$metadata#${context}${selected(call.query)}`,
    ...(total === null ? {} : { '@odata.count': total }),
    ...(next === null ? {} : { '@odata.nextLink': next }),
    value,
  })
}

/** `users(id,displayName)`: a context says which fields are there. */
function selected(query: URLSearchParams): string {
  const fields = query.get('$select')
  return fields === null ? '' : `(${fields.replaceAll(' ', '')})`
}

export function linkTo(world: World, call: Call, query: Readonly<Record<string, string>>): string {
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${world.url()}/${call.version}${encodeURI(call.path)}?${text.join('&')}`
}

export function wholeNumber(text: string | null, otherwise: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : otherwise
}

type Chosen = { readonly pick: (item: Item) => Item }

/** `$select`, or what comes back without it. A field that does not exist is refused. */
export function chosenFields(
  world: World,
  query: URLSearchParams,
  items: readonly Item[],
  { fields }: Pick<PageRules, 'fields'>,
): Chosen | Answer {
  const asked = query
    .get('$select')
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const known = items[0]
  // In any case: what Microsoft's own names say is what comes back.
  const names = new Set((known ? Object.keys(known) : []).map((one) => one.toLowerCase()))
  const strange = asked?.find(
    (one) => known && !names.has(one.toLowerCase()) && !one.startsWith('@') && !/^(?:id|\*)$/i.test(one),
  )
  if (strange !== undefined && fields !== undefined)
    return badRequest(world, `Could not find a property named '${strange}' on type 'microsoft.graph'.`)
  const wanted = asked ?? fields
  if (!wanted || wanted.includes('*')) return { pick: (item) => item }
  const small = new Set(wanted.map((one) => one.toLowerCase()))
  return {
    pick: (item) =>
      Object.fromEntries(
        Object.entries(item).filter(
          ([name]) => name === 'id' || name.startsWith('@') || small.has(name.toLowerCase()),
        ),
      ),
  }
}

/** What a `$filter` does to a list, where the service understands it. */
export type Filtered =
  | { readonly outcome: 'items'; readonly items: readonly Item[] }
  | { readonly outcome: 'not-understood' }

export function filtered(
  items: readonly Item[],
  text: string | null,
  understands: (filter: Filter) => boolean,
): Filtered {
  if (text === null) return { outcome: 'items', items }
  const filter = parseFilter(text)
  if (!filter || !understands(filter)) return { outcome: 'not-understood' }
  return { outcome: 'items', items: items.filter((item) => matches(filter, item)) }
}
