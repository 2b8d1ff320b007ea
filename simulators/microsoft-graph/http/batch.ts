import type { World } from '../world.ts'
import { type Answer, fieldsOf, json, listOf, textOf } from './call.ts'
import type { Incoming } from './incoming.ts'
import { badRequest, problem } from './problems.ts'

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
  const wrong = parts.find(
    (part) => textOf(part['method']) === null || textOf(part['url']) === null || hasUntoldBody(part),
  )
  if (wrong)
    return badRequest(
      world,
      `Write request id : ${String(wrong['id'])} does not contain Content-Type header, method, url or body.`,
    )
  const responses: Readonly<Record<string, unknown>>[] = []
  const statuses = new Map<string, number>()
  for (const part of parts) {
    const rests = listOf(part['dependsOn']).map(String)
    const failed = rests.some((id) => (statuses.get(id) ?? 424) >= 400)
    const call = failed ? null : inner(world, outer, part)
    const answer = failed
      ? problem(world, 424, 'FailedDependency', 'A request on which this one depends has failed.')
      : call === null
        ? badRequest(world, 'The request URI is not valid.')
        : await dispatch(world, call)
    statuses.set(String(part['id']), answer.status)
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

/** A body goes with a header that says what it is. */
function hasUntoldBody(part: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(fieldsOf(part['headers'])).map((name) => name.toLowerCase())
  return part['body'] !== undefined && !names.includes('content-type')
}

/** Null where the address is none. */
function inner(world: World, outer: Incoming, part: Readonly<Record<string, unknown>>): Incoming | null {
  const url = URL.parse(`${world.url()}${textOf(part['url'])?.replace(/^\/*/, '/') ?? '/'}`)
  try {
    if (url === null || decodeURIComponent(url.pathname) === '') return null
  } catch {
    return null
  }
  const headers = Object.fromEntries(
    Object.entries(fieldsOf(part['headers'])).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
  return {
    method: (textOf(part['method']) ?? 'GET').toUpperCase(),
    version: outer.version,
    path: url.pathname,
    query: url.searchParams,
    header: (name) => headers[name] ?? (name === 'authorization' ? outer.header(name) : null),
    body: part['body'],
    raw: rawOf(part['body']),
    isInBatch: true,
  }
}

function rawOf(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0)
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
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
