import { type Answer, fieldsOf, listOf } from '../http/call.ts'
import { json } from '../http/call.ts'
import type { World } from '../world.ts'

const mostBytes = 28 * 1024

/** Where a channel's workflow takes cards; the key in the address is all that protects it. */
export function webhookAddress(world: World, workflow = 'bridge-channel'): string {
  return `${world.url()}/workflows/${workflow}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${world.webhookKey}`
}

/** 202 with an empty body, like the workflow that posts in the channel later. */
export function takeCard(world: World, workflow: string, query: URLSearchParams, raw: Buffer): Answer {
  if (query.get('sig') !== world.webhookKey)
    return json(
      { error: { code: 'DirectApiAuthorizationRequired', message: 'The request must be authenticated.' } },
      401,
    )
  if (world.outage.kind === 'error') return json({ error: { code: 'ServiceUnavailable' } }, 503)
  const wait = world.throttle.take({ limited: 'teams', party: workflow, isWrite: true, cost: 1 })
  const status = wait !== null || world.faults.strikes('throttled') ? 429 : raw.length > mostBytes ? 413 : 202
  const body = read(raw)
  world.counters.add({
    limited: 'teams',
    method: 'POST',
    path: `/workflows/${workflow}`,
    status,
    second: Math.floor(world.clock.now() / 1000),
  })
  if (status === 429) return { status, headers: { 'retry-after': '1' } }
  if (status === 413) return json({ error: { code: 'RequestEntityTooLarge' } }, status)
  const cards = listOf(fieldsOf(body)['attachments'])
    .map(fieldsOf)
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')
  if (cards.length === 0)
    return json({ error: { code: 'TriggerInputSchemaMismatch', message: 'The input body is not a card.' } }, 400)
  world.cards.push({ workflow, at: world.clock.stamp(), body })
  return { status: 202 }
}

function read(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString())
  } catch {
    return null
  }
}
