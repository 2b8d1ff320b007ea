import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { NewNotice, Over, StoredNotice } from '../notice.ts'

/** Whom it is new to: whoever was told of this time before is not told again, unless it is asked `again` after they read it. */
export async function insertNotice({ db, orgId, now }: Tx, notice: NewNotice): Promise<readonly string[]> {
  const { teller, kind, about, occasion, isNews = false, again = false } = notice
  const to = [...new Set(notice.to)]
  if (to.length === 0) return []
  const known = again
    ? sql`do update set kind = excluded.kind, asks = excluded.asks, at = excluded.at, read_at = null where notices.read_at is not null`
    : sql`do nothing`
  const { rows } = await sql<{ personId: string }>`
    insert into notices (org_id, id, person_id, teller, kind, about, occasion, asks, at)
    select ${orgId}, id, person_id, ${teller}, ${kind}, ${about}, ${occasion}, ${!isNews}, ${now}
    from unnest(${to.map(() => newId())}::uuid[], ${to}::uuid[]) as given (id, person_id)
    on conflict (org_id, teller, about, occasion, person_id) ${known}
    returning person_id as "personId"`.execute(db)
  return rows.map(({ personId }) => personId)
}

/** Takes away what is no longer asked; news stays. Gives who had it. */
export async function deleteNotices(
  { db, orgId }: Tx,
  { teller, about, kinds, occasions, stillOf = [] }: Over,
): Promise<string[]> {
  if (kinds?.length === 0 || occasions?.length === 0) return []
  const rows = await db
    .deleteFrom('notices')
    .where('org_id', '=', orgId)
    .where('teller', '=', teller)
    .where('about', '=', about)
    .where('asks', '=', true)
    .$if(stillOf.length > 0, (query) => query.where('person_id', 'not in', [...stillOf]))
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? [])]))
    .$if(occasions !== undefined, (query) => query.where('occasion', 'in', [...(occasions ?? [])]))
    .returning('person_id')
    .execute()
  return [...new Set(rows.map(({ person_id }) => person_id))]
}

/** Some of them may be about what nobody can show any more: more are read than are shown. */
const read = { asks: 200, news: 60 } as const

/** The newest of what is asked of a person, or of the news they were told. */
export async function newestNotices(
  tx: Tx,
  personId: string,
  which: keyof typeof read = 'asks',
): Promise<readonly StoredNotice[]> {
  return tx.db
    .selectFrom('notices')
    .select(['id', 'teller', 'kind', 'about', 'occasion', 'at', 'read_at as readAt'])
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('asks', '=', which === 'asks')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(read[which])
    .execute()
}

/** One notice is read when it is followed. All at once only news is: what asks something goes away by being done. */
export async function markRead(
  tx: Tx,
  personId: string,
  which: { readonly until: Instant } | { readonly id: string },
): Promise<void> {
  await tx.db
    .updateTable('notices')
    .set({ read_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where((eb) =>
      'id' in which ? eb('id', '=', which.id) : eb.and([eb('asks', '=', false), eb('at', '<=', which.until)]),
    )
    .execute()
}
