import type { World } from '../world.ts'
import { type Answer, type Call, json, textOf } from './call.ts'
import { type Item, linkTo } from './pages.ts'
import { badRequest, gone } from './problems.ts'

export type DeltaRules = {
  readonly context: string
  readonly size: number
  /** Everything there is, for a first round. */
  readonly all: (query: URLSearchParams) => readonly Item[]
  /** What has changed since so many changes, with `@removed` where it is gone. */
  readonly since: (from: number, query: URLSearchParams) => readonly Item[]
  /** Takes from an item what was asked for. */
  readonly pick: (item: Item, query: URLSearchParams) => Item
  readonly goneCode: string
  /** An item that was removed before anybody asked. */
  readonly ghost: () => Item
}

const forbiddenQuery = ['$top', '$orderby', '$expand', '$search']

/** A round of delta: pages of what there is or what has changed, then a link for the next round. */
export function delta(world: World, call: Call, rules: DeltaRules): Answer {
  const token = call.query.get('$deltatoken') ?? call.query.get('$skiptoken')
  const fresh = `${world.url()}/${call.version}${encodeURI(call.path)}?$deltatoken=`
  const changes = world.tenant.changes.length
  if (token === 'latest') return lastPage(world, call, rules, { items: [], query: call.query, upTo: changes })
  const opened = token === null ? {} : world.links.open(token)
  if (opened === null || (opened['path'] !== undefined && opened['path'] !== call.path))
    return badRequest(world, 'Badly formed token.')
  if (
    call.query.has('$deltatoken') &&
    (isStale(opened, changes) || (world.faults.strikes('delta') && world.chance.happens(0.5)))
  )
    return gone(fresh, rules.goneCode)
  const query = token === null ? call.query : new URLSearchParams(textOf(opened['query']) ?? '')
  const refused =
    token === null
      ? forbiddenQuery.find((name) => query.has(name) && rules.context !== 'Collection(message)')
      : undefined
  if (refused !== undefined)
    return badRequest(
      world,
      `The query option '${refused}' is not supported for delta.`,
      'Request_UnsupportedQuery',
    )
  const since = opened['since'] === undefined ? null : Number(opened['since'])
  const upTo = Number(opened['upTo'] ?? changes)
  const items = since === null ? rules.all(query) : rules.since(since, query)
  const from = Number(opened['from'] ?? 0)
  const shown = items.slice(from, from + rules.size)
  const odd = world.faults.strikes('delta')
  const value = [
    ...(odd ? [rules.ghost()] : []),
    ...shown.map((item) => rules.pick(item, query)),
    ...(odd ? shown.slice(-1).map((item) => rules.pick(item, query)) : []),
  ]
  if (from + rules.size >= items.length) return lastPage(world, call, rules, { items: value, query, upTo })
  const next = world.links.seal({
    path: call.path,
    query: query.toString(),
    from: from + rules.size,
    upTo,
    ...(since === null ? {} : { since }),
  })
  return json({ ...head(world, call, rules), '@odata.nextLink': linkTo(world, call, { $skiptoken: next }), value })
}

function lastPage(
  world: World,
  call: Call,
  rules: DeltaRules,
  {
    items,
    query,
    upTo,
  }: { readonly items: readonly Item[]; readonly query: URLSearchParams; readonly upTo: number },
): Answer {
  const kept = new URLSearchParams(query)
  kept.delete('$deltatoken')
  const token = world.links.seal({
    path: call.path,
    query: kept.toString(),
    since: upTo,
    round: world.chance.id(),
  })
  return json({
    ...head(world, call, rules),
    '@odata.deltaLink': linkTo(world, call, { $deltatoken: token }),
    value: items,
  })
}

function head(world: World, { version }: Call, { context }: DeltaRules) {
  return { '@odata.context': `${world.url()}/${version}/$metadata#${context}` }
}

/** A token from before the tenant began again counts more changes than there are. */
function isStale(opened: Readonly<Record<string, unknown>>, changes: number): boolean {
  return Number(opened['since'] ?? 0) > changes
}

export function removed(id: string, reason: 'changed' | 'deleted' = 'deleted'): Item {
  return { id, '@removed': { reason } }
}
