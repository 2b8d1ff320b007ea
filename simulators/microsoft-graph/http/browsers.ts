import type { Answer } from './call.ts'

/** Pages elsewhere may call Graph, as they may at Microsoft: what protects it is the token. */
export const readable = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Location, Preference-Applied, request-id, client-request-id, WWW-Authenticate, Retry-After',
} as const

export const preflight: Answer = {
  status: 200,
  headers: {
    ...readable,
    'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS',
    'access-control-allow-headers': '*, authorization, consistencylevel, content-type, prefer, client-request-id',
    'access-control-max-age': '3600',
  },
}
