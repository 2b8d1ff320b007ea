import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'
import type { ChannelMoment } from '../../domain/channels.ts'

/** True the first time: a cause that is heard of twice makes one card. */
export async function claimCard(
  { db, orgId, now }: Tx,
  card: { readonly channelId: string; readonly moment: ChannelMoment; readonly subject: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into tenant_cards (org_id, channel_id, moment, subject, at)
    values (${orgId}, ${card.channelId}, ${card.moment}, ${card.subject}, ${now}) on conflict do nothing`.execute(
    db,
  )
  return numAffectedRows === 1n
}

/** Nothing is heard of again after so long. */
export async function forgetOldCards({ db, orgId, now }: Tx): Promise<void> {
  await sql`delete from tenant_cards where org_id = ${orgId} and at < ${now}::timestamptz - interval '60 days'`.execute(
    db,
  )
}
