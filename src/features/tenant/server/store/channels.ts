import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ChannelMoment } from '../../domain/channels.ts'

export type ChannelSettings = {
  readonly name: string
  readonly sealedUrl: string
  readonly host: string
  readonly language: 'nl' | 'en'
  readonly moments: readonly ChannelMoment[]
  readonly enabled: boolean
}
export type ChannelRow = ChannelSettings & {
  readonly id: string
  readonly lastSuccessAt: Instant | null
  readonly failures: number
  readonly lastErrorAt: Instant | null
  readonly lastError: string | null
}

const columns = sql`id, name, sealed_url as "sealedUrl", host, language, moments, enabled,
  last_success_at as "lastSuccessAt", failures, last_error_at as "lastErrorAt", last_error as "lastError"`

/** Oldest first. */
export async function listChannels({ db, orgId }: Tx): Promise<readonly ChannelRow[]> {
  const { rows } = await sql<ChannelRow>`select ${columns} from tenant_channels
    where org_id = ${orgId} order by created_at, id`.execute(db)
  return rows
}

export async function findChannel({ db, orgId }: Tx, id: string): Promise<ChannelRow | null> {
  const { rows } = await sql<ChannelRow>`select ${columns} from tenant_channels
    where org_id = ${orgId} and id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Channels that are told of this. */
export async function channelsFor({ db, orgId }: Tx, moment: ChannelMoment): Promise<readonly ChannelRow[]> {
  const { rows } = await sql<ChannelRow>`select ${columns} from tenant_channels
    where org_id = ${orgId} and enabled and ${moment} = any(moments) order by created_at, id`.execute(db)
  return rows
}

export async function putChannel({ db, orgId, now }: Tx, id: string, given: ChannelSettings): Promise<void> {
  await sql`insert into tenant_channels (org_id, id, name, sealed_url, host, language, moments, enabled, created_at)
    values (${orgId}, ${id}, ${given.name}, ${given.sealedUrl}, ${given.host}, ${given.language}, ${[...given.moments]},
      ${given.enabled}, ${now})
    on conflict (org_id, id) do update set name = excluded.name, sealed_url = excluded.sealed_url, host = excluded.host,
      language = excluded.language, moments = excluded.moments, enabled = excluded.enabled,
      revision = tenant_channels.revision + 1,
      failures = case when excluded.sealed_url = tenant_channels.sealed_url then tenant_channels.failures else 0 end`.execute(
    db,
  )
}

export async function removeChannel({ db, orgId }: Tx, id: string): Promise<void> {
  await sql`delete from tenant_channels where org_id = ${orgId} and id = ${id}`.execute(db)
}

/** How the latest card went; `error` null: it arrived. */
export async function noteDelivery({ db, orgId, now }: Tx, id: string, error: string | null): Promise<void> {
  await (error === null
    ? sql`update tenant_channels set last_success_at = ${now}, failures = 0
        where org_id = ${orgId} and id = ${id}`.execute(db)
    : sql`update tenant_channels set failures = failures + 1, last_error_at = ${now}, last_error = ${error.slice(0, 2000)}
        where org_id = ${orgId} and id = ${id}`.execute(db))
}
