import { randomUUID } from 'node:crypto'
import type { World } from '../world.ts'
import { type Answer, fieldsOf } from './call.ts'

/** Whose error shape an answer has. */
export type Area = 'directory' | 'intune' | 'mail' | 'health' | 'meetings' | 'subscriptions'

/** Graph's error envelope. */
export function problem(world: World, status: number, code: string, message: string): Answer {
  return {
    status,
    body: {
      error: {
        code,
        message,
        innerError: {
          date: world.clock.stamp().slice(0, 19),
          'request-id': randomUUID(),
          'client-request-id': randomUUID(),
        },
      },
    },
  }
}

/** Intune puts a JSON text into its message, with the activity id that Microsoft asks for. */
export function intuneProblem(world: World, status: number, code: string, words: string, phrase = ''): Answer {
  const activity = randomUUID()
  const message = [
    '{',
    '  "_version": 3,',
    `  "Message": ${JSON.stringify(`${words} - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: ${activity} - Url: https://fef.example.manage.microsoft.com/DeviceFE/StatelessDeviceFEService/deviceManagement?api-version=2023-10-19`)},`,
    `  "CustomApiErrorPhrase": "${phrase}",`,
    '  "RetryAfter": null,',
    '  "ErrorSourceService": "",',
    '  "HttpHeaders": "{}"',
    '}',
  ].join('\r\n')
  return {
    status,
    body: {
      error: {
        code,
        message,
        innerError: {
          date: world.clock.stamp().slice(0, 19),
          'request-id': randomUUID(),
          'client-request-id': activity,
        },
      },
    },
  }
}

/** An error names its call by the ids of its headers: the client's own, where it gave one, is also Intune's activity. */
export function withCallIds(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  const inner = fieldsOf(fieldsOf(fieldsOf(answer.body)['error'])['innerError'])
  const [own, client] = [inner['request-id'], inner['client-request-id']]
  if (typeof own !== 'string') return answer
  const text = JSON.stringify(answer.body).replaceAll(own, headers['request-id'] ?? own)
  const named = typeof client === 'string' ? text.replaceAll(client, headers['client-request-id'] ?? client) : text
  return { ...answer, body: JSON.parse(named) as unknown }
}

export function notFound(world: World, area: Area, what: string): Answer {
  if (area === 'intune') return intuneProblem(world, 404, 'ResourceNotFound', `Resource not found: ${what}`)
  if (area === 'mail')
    return problem(world, 404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
  return problem(
    world,
    404,
    'Request_ResourceNotFound',
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  )
}

export function forbidden(world: World, area: Area, needs: readonly string[]): Answer {
  if (area === 'intune')
    return intuneProblem(
      world,
      403,
      'Forbidden',
      `Application is not authorized to perform this operation. Application must have one of the following scopes: ${needs.join(', ')}`,
    )
  if (area === 'mail')
    return problem(world, 403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
  if (area === 'directory')
    return problem(world, 403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
  return problem(
    world,
    403,
    'Forbidden',
    `Missing scope permissions on the request. API requires one of '${needs.join(', ')}'.`,
  )
}

/** The path is there, and not for this method. */
export function notAllowed(world: World, allowed: readonly string[]): Answer {
  return {
    ...problem(world, 405, 'BadRequest', 'Specified HTTP method is not allowed for the request target.'),
    headers: { allow: allowed.join(', ') },
  }
}

export function badRequest(world: World, message: string, code = 'BadRequest'): Answer {
  return problem(world, 400, code, message)
}

export function throttled(retryAfter: string | null): Answer {
  return {
    status: 429,
    headers: retryAfter === null ? {} : { 'retry-after': retryAfter },
    body: {
      error: {
        code: 'TooManyRequests',
        message: 'Please retry again later.',
        innerError: { code: '429', message: 'Please retry after', 'request-id': randomUUID(), status: '429' },
      },
    },
  }
}

export function gone(location: string | null, code: string): Answer {
  return {
    status: 410,
    headers: location === null ? {} : { location },
    body: { error: { code, message: 'The sync state generation is not found.' } },
  }
}
