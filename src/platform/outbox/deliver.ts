import { sql } from 'kysely'
import { inOrganisation, type Tx } from '../database/transaction.ts'
import { UpstreamFailed } from '../errors.ts'
import type { JobPayload } from '../jobs/enqueue.ts'
import type { Platform } from '../platform.ts'
import { openPayload } from './sealed-payload.ts'

export type Delivery = {
  readonly orgId: string
  /** The same at every try, so that the other side can tell a repeat. */
  readonly id: string
  readonly payload: unknown
  /** 1 at the first try. */
  readonly attempt: number
}

/** Brings one effect outside. Returns what the other side answered. Throws `UpstreamFailed` to say whether to try again. */
export type Deliverer = (platform: Platform, delivery: Delivery) => Promise<string | null>

/** After so many tries, spread over some sixteen hours, a delivery has failed. */
export const mostAttempts = 12

/** The job behind every `putOut`. A crash between sending and marking is the only place where something goes out twice. */
export function deliverJob(
  deliverers: Readonly<Record<string, Deliverer>>,
): (platform: Platform, payload: JobPayload & { readonly id: string }) => Promise<void> {
  return async (platform, { orgId, id }) => {
    const waiting = await inOrganisation(platform, orgId, (tx) => loadWaiting(tx, id))
    if (!waiting) return
    const attempt = waiting.attempts + 1
    try {
      const deliver = deliverers[waiting.kind]
      if (!deliver)
        throw new UpstreamFailed(waiting.kind, { retryable: false, cause: new Error('nobody delivers this kind') })
      const payload = await openPayload(platform, id, waiting.payload)
      const answer = await deliver(platform, { orgId, id, payload, attempt })
      await inOrganisation(platform, orgId, (tx) => markSent(tx, id, answer))
    } catch (error) {
      const hopeless = (error instanceof UpstreamFailed && !error.retryable) || attempt >= mostAttempts
      await inOrganisation(platform, orgId, (tx) => markFailure(tx, id, reasonOf(error), hopeless))
      if (!hopeless) throw error
      platform.log.error({ err: error, outbox: id, kind: waiting.kind, attempt }, 'a delivery failed for good')
    }
  }
}

type Waiting = {
  readonly kind: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly attempts: number
}

async function loadWaiting({ db, orgId }: Tx, id: string): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`select kind, payload, attempts from outbox
    where org_id = ${orgId} and id = ${id} and state = 'waiting'`.execute(db)
  return rows[0]
}

/** What was sent is forgotten: it may hold words of somebody who is erased later. */
async function markSent({ db, orgId }: Tx, id: string, answer: string | null): Promise<void> {
  await sql`update outbox set state = 'sent', payload = '{}', attempts = attempts + 1, provider_answer = ${answer?.slice(0, 2000) ?? null},
    last_error = null, tried_at = now(), sent_at = now() where org_id = ${orgId} and id = ${id}`.execute(db)
}

async function markFailure({ db, orgId }: Tx, id: string, reason: string, hopeless: boolean): Promise<void> {
  await sql`update outbox set state = ${hopeless ? 'failed' : 'waiting'}, attempts = attempts + 1,
    last_error = ${reason}, tried_at = now() where org_id = ${orgId} and id = ${id} and state = 'waiting'`.execute(
    db,
  )
}

function reasonOf(error: unknown): string {
  const parts: string[] = []
  for (let at = error; at instanceof Error && parts.length < 4; at = at.cause) parts.push(at.message)
  return parts.join(': ').slice(0, 2000) || 'unknown'
}
