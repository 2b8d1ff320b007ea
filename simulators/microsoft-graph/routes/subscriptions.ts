import { randomBytes } from 'node:crypto'
import { minute } from '../clock.ts'
import { type Answer, type Call, fieldsOf, json, nothing, textOf } from '../http/call.ts'
import { page } from '../http/pages.ts'
import { badRequest, notFound, problem } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import type { SubscriptionRecord, World } from '../world.ts'

const needs = ['Mail.Read', 'Mail.ReadWrite', 'User.Read.All', 'Group.Read.All']
const usual = { area: 'subscriptions', limited: 'subscriptions', needs } as const

export const subscriptionRoutes: readonly Route[] = [
  { ...usual, method: 'GET', path: '/subscriptions', answer: list },
  { ...usual, method: 'POST', path: '/subscriptions', answer: create },
  { ...usual, method: 'GET', path: '/subscriptions/:id', answer: one },
  { ...usual, method: 'PATCH', path: '/subscriptions/:id', answer: renew },
  { ...usual, method: 'DELETE', path: '/subscriptions/:id', answer: remove },
  { ...usual, method: 'POST', path: '/subscriptions/:id/reauthorize', answer: reauthorize },
]

/** Minutes that a subscription may live. */
const longest = (resource: string) => (/messages/i.test(resource) ? 4230 : 41_760)

function list(call: Call, world: World): Answer {
  const own = [...world.subscriptions.values()].filter(({ applicationId }) => applicationId === call.clientId)
  return page(world, call, own, { size: 100, most: 100, count: false, context: 'subscriptions' })
}

/** Only whoever answers with the token it was given may be told of changes. */
async function create(call: Call, world: World): Promise<Answer> {
  const body = fieldsOf(call.body)
  const [notificationUrl, resource, changeType] = ['notificationUrl', 'resource', 'changeType'].map((name) =>
    textOf(body[name]),
  )
  if (!notificationUrl || !resource || !changeType)
    return badRequest(world, 'notificationUrl, resource and changeType are needed.')
  const fault = lifeFault(world, resource, textOf(body['expirationDateTime']))
  if (fault) return fault
  const lifecycleNotificationUrl = textOf(body['lifecycleNotificationUrl'])
  for (const url of [notificationUrl, lifecycleNotificationUrl])
    if (url !== null && !(await isValidated(url)))
      return problem(
        world,
        400,
        'ValidationError',
        'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.',
      )
  const made: SubscriptionRecord = {
    id: world.chance.id(),
    resource,
    applicationId: call.clientId,
    changeType,
    notificationUrl,
    lifecycleNotificationUrl,
    clientState: textOf(body['clientState']),
    expirationDateTime: textOf(body['expirationDateTime']) ?? '',
    creatorId: world.chance.id(),
  }
  world.subscriptions.set(made.id, made)
  return json(made, 201)
}

function lifeFault(world: World, resource: string, until: string | null): Answer | null {
  const ends = Date.parse(until ?? '')
  const now = world.clock.now()
  if (Number.isNaN(ends) || ends <= now || ends > now + longest(resource) * minute)
    return problem(
      world,
      400,
      'ExtensionError',
      `Subscription expiration can only be ${longest(resource)} minutes in the future.`,
    )
  return null
}

async function isValidated(url: string): Promise<boolean> {
  const token = `Validation: ${randomBytes(16).toString('base64')} +&`
  try {
    const joined = `${url}${url.includes('?') ? '&' : '?'}validationToken=${encodeURIComponent(token)}`
    const answer = await fetch(joined, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      signal: AbortSignal.timeout(10_000),
    })
    return (
      answer.status === 200 &&
      (answer.headers.get('content-type') ?? '').startsWith('text/plain') &&
      (await answer.text()) === token
    )
  } catch {
    return false
  }
}

function one(call: Call, world: World): Answer {
  const found = world.subscriptions.get(call.at['id'] ?? '')
  return found ? json(found) : notFound(world, 'subscriptions', call.at['id'] ?? '')
}

function renew(call: Call, world: World): Answer {
  const found = world.subscriptions.get(call.at['id'] ?? '')
  if (!found) return notFound(world, 'subscriptions', call.at['id'] ?? '')
  const until = textOf(fieldsOf(call.body)['expirationDateTime'])
  const fault = lifeFault(world, found.resource, until)
  if (fault) return fault
  found.expirationDateTime = until ?? found.expirationDateTime
  return json(found)
}

function remove(call: Call, world: World): Answer {
  return world.subscriptions.delete(call.at['id'] ?? '')
    ? nothing
    : notFound(world, 'subscriptions', call.at['id'] ?? '')
}

function reauthorize(call: Call, world: World): Answer {
  return world.subscriptions.has(call.at['id'] ?? '')
    ? nothing
    : notFound(world, 'subscriptions', call.at['id'] ?? '')
}

/** Tells who subscribed, without waiting for them. While deltas are at fault, it is told twice. */
export function notify(world: World, resource: string, id: string): void {
  const now = world.clock.now()
  const fits = (one: SubscriptionRecord) => {
    const plain = one.resource
      .toLowerCase()
      .replace(/^\//, '')
      .replace(/\('([^']*)'\)/g, '/$1')
    const owner = resource.split('/').slice(0, 2).join('/').toLowerCase()
    return (
      plain.startsWith(owner) &&
      plain.endsWith(resource.split('/').at(-1) ?? '') &&
      Date.parse(one.expirationDateTime) > now
    )
  }
  for (const one of [...world.subscriptions.values()].filter(fits)) {
    const value = [
      {
        id: world.chance.id(),
        subscriptionId: one.id,
        subscriptionExpirationDateTime: one.expirationDateTime,
        clientState: one.clientState,
        changeType: 'created',
        resource: `${resource}/${id}`,
        tenantId: world.tenant.id,
        resourceData: {
          '@odata.type': '#Microsoft.Graph.Message',
          '@odata.id': `${resource}/${id}`,
          '@odata.etag': 'W/"CQ"',
          id,
        },
      },
    ]
    const times = world.faults.isOn('delta') ? 2 : 1
    for (let turn = 0; turn < times; turn += 1)
      void fetch(one.notificationUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ value }),
        signal: AbortSignal.timeout(10_000),
      }).catch(() => {})
  }
}
