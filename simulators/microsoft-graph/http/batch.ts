import type { World } from '../world.ts'
import { type Answer, fieldsOf, json, listOf, textOf } from './call.ts'
import type { Incoming } from './incoming.ts'
import { badRequest } from './problems.ts'

const most = 20

/** `POST /$batch`: each part is a call of its own; answers come back in any order. */
export async function answerBatch(
  world: World,
  outer: Incoming,
  dispatch: (world: World, incoming: Incoming) => Promise<Answer>,
): Promise<Answer> {
  if (outer.isInBatch) return badRequest(world, 'A batch cannot be inside a batch.')
  const parts = listOf(fieldsOf(outer.body)['requests']).map(fieldsOf)
  if (parts.length === 0) return badRequest(world, 'The batch has no requests.')
  if (parts.length > most)
    return badRequest(world, `Number of batch request steps exceeds the maximum value of ${most}.`)
  const ids = parts.map((part) => textOf(part['id']))
  if (ids.some((id) => id === null) || new Set(ids).size < ids.length)
    return badRequest(world, 'Every request of a batch needs an id of its own.')
  const responses: Readonly<Record<string, unknown>>[] = []
  for (const part of parts) {
    const answer = await dispatch(world, inner(world, outer, part))
    const bytes = answer.bytes === undefined ? {} : { body: Buffer.from(answer.bytes).toString('base64') }
    const at = Math.floor(world.chance.next() * (responses.length + 1))
    responses.splice(at, 0, {
      id: part['id'],
      status: answer.status,
      headers: titled({ 'content-type': 'application/json', ...answer.headers }),
      ...(answer.body === undefined ? bytes : { body: answer.body }),
    })
  }
  return json({ responses })
}

function inner(world: World, outer: Incoming, part: Readonly<Record<string, unknown>>): Incoming {
  const url = new URL(`${world.url()}${textOf(part['url'])?.replace(/^\/?/, '/') ?? '/'}`)
  const headers = Object.fromEntries(
    Object.entries(fieldsOf(part['headers'])).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
  return {
    method: (textOf(part['method']) ?? 'GET').toUpperCase(),
    version: outer.version,
    path: decodeURI(url.pathname),
    query: url.searchParams,
    header: (name) => headers[name] ?? (name === 'authorization' ? outer.header(name) : null),
    body: part['body'],
    raw: Buffer.from(typeof part['body'] === 'string' ? part['body'] : JSON.stringify(part['body'] ?? '')),
    isInBatch: true,
  }
}

/** `retry-after` is `Retry-After` inside a batch. */
function titled(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.replace(/(?:^|-)[a-z]/g, (part) => part.toUpperCase()),
      value,
    ]),
  )
}
