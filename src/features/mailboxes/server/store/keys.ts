import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'

export async function loadSealedKey({ db, orgId }: Tx): Promise<string | null> {
  const { rows } = await sql<{ sealedKey: string }>`select sealed_key as "sealedKey" from mail_keys
    where org_id = ${orgId}`.execute(db)
  return rows[0]?.sealedKey ?? null
}

export async function insertSealedKey({ db, orgId }: Tx, sealedKey: string): Promise<void> {
  await sql`insert into mail_keys (org_id, sealed_key) values (${orgId}, ${sealedKey}) on conflict do nothing`.execute(
    db,
  )
}
