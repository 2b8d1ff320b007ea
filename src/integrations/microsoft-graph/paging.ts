import { jsonOf } from './answer.ts'
import type { Transport } from './call.ts'
import { badAnswer, linkOfAnother } from './failures.ts'
import type { DeltaPage, GraphOptions } from './graph-calls.ts'
import { addressOf } from './addresses.ts'

/** More than any tenant that Tierwise is made for has: who never stops is stopped. */
const mostPages = 2000

type RawPage = { readonly items: readonly unknown[]; readonly deltaLink: string | null }

/** Page after page by Microsoft's own links, unchanged; a page can be empty and still have a next one. */
async function* follow(
  transport: Transport,
  pathOrLink: string,
  { query, headers, version, signal }: GraphOptions,
): AsyncIterable<RawPage> {
  const { connection, surroundings } = transport
  const at = (): { at: string } => ({ at: surroundings.clock.now() })
  const seen = new Set<string>()
  let next: string | null = pathOrLink
  for (let page = 0; next !== null; page += 1) {
    if (page >= mostPages) throw badAnswer(at(), `more than ${mostPages} pages`)
    if (seen.has(next)) throw badAnswer(at(), 'a next link that was followed before')
    seen.add(next)
    const address = addressOf(connection, next, page === 0 ? { query, version } : {})
    // A link that was stored while the connection had another address leads nowhere any more, whatever it began with.
    if (address === null) throw page === 0 ? linkOfAnother(at()) : badAnswer(at(), 'a next link to somewhere else')
    const answer = await transport.call({
      method: 'GET',
      ...address,
      ...(headers && { headers }),
      ...(signal && { signal }),
    })
    const body = jsonOf(answer.body)
    const value = property(body, 'value')
    if (!Array.isArray(value)) throw badAnswer(at(), 'no list in the answer', answer.status)
    next = linkIn(body, '@odata.nextLink')
    yield { items: value, deltaLink: next === null ? linkIn(body, '@odata.deltaLink') : null }
  }
}

/** Lists: every item once, also where two pages hold it. Empty pages are passed over. */
export async function* pagesOf(
  transport: Transport,
  path: string,
  options: GraphOptions,
): AsyncIterable<readonly unknown[]> {
  const ids = new Set<string>()
  for await (const { items } of follow(transport, path, options)) {
    const fresh = items.filter((item) => {
      const id = property(item, 'id')
      if (typeof id !== 'string') return true
      if (ids.has(id)) return false
      ids.add(id)
      return true
    })
    if (fresh.length > 0) yield fresh
  }
}

/** A round of changes: an item can come twice in it, the later one counts. Ends with the link of the next round. */
export async function* deltaOf(
  transport: Transport,
  pathOrLink: string,
  options: GraphOptions,
): AsyncIterable<DeltaPage> {
  let ended = false
  for await (const page of follow(transport, pathOrLink, options)) {
    ended = page.deltaLink !== null
    yield page
  }
  if (!ended) throw badAnswer({ at: transport.surroundings.clock.now() }, 'a round without a link for the next')
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function linkIn(body: unknown, name: string): string | null {
  const link = property(body, name)
  return typeof link === 'string' && link !== '' ? link : null
}
