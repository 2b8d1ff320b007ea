import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Keyed } from '../idempotency/keyed-transaction.ts'
import type { Route } from './contract-types.ts'
import { Declined } from './problems.ts'

const usable = /^[\x21-\x7e]{1,200}$/

/**
 * The key under which this httpRequest's answer is kept: a mutation of a signed-in person that carries one.
 * Without a person there is nobody to keep an answer for, and an answer to a sign-in must not be given twice.
 */
export function keyOf(httpRequest: FastifyRequest, route: Route): Keyed | null {
  const { signedIn, method } = httpRequest
  const key = idempotencyKey(httpRequest)
  if (key === null || method === 'GET' || method === 'HEAD') return null
  if (!signedIn || route.form || route.unkeyed) return null
  return { orgId: signedIn.orgId, personId: signedIn.personId, key, fingerprint: fingerprintOf(httpRequest) }
}

export function idempotencyKey({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || !usable.test(key)) throw new Declined(400, 'idempotency-key-invalid')
  return key
}

function fingerprintOf({ method, url, body }: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest()
}
