import { sql } from 'kysely'
import type { Tx } from '../database/transaction.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { newId } from '../database/id.ts'
import type { Platform } from '../platform.ts'
import { sealPayload } from './sealed-payload.ts'

/** An effect outside the database. `kind` names the deliverer; `payload` is JSON that it understands. */
export type Outgoing = {
  readonly kind: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Chosen by the caller where the id itself goes out, as in a Message-ID. */
  readonly id?: string
}

/** Puts an effect in the outbox, in the transaction of its cause. Returns its id, the same at every try. */
export async function putOut(
  platform: Pick<Platform, 'dataFolder'>,
  tx: Tx,
  { kind, payload, id = newId() }: Outgoing,
): Promise<string> {
  const sealed = await sealPayload(platform, id, payload)
  await sql`insert into outbox (org_id, id, kind, payload)
    values (${tx.orgId}, ${id}, ${kind}, ${JSON.stringify(sealed)}::jsonb)`.execute(tx.db)
  await enqueue(tx, 'outbox.deliver', { id }, { key: id })
  return id
}
