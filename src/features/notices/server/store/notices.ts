import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { NewNotice, Over, StoredNotice } from '../notice.ts'

/** Whom it is new to: whoever was told of this time before is not told again, unless it is asked `again` after they read it. */
export async function insertNotice({ db, orgId, now }: Tx, notice: NewNotice): Promise<readonly string[]> {
  const { teller, kind, about, occasion, again = false } = notice
  const to = [...new Set(notice.to)]
  if (to.length === 0) return []
  const known = again
    ? sql`do update set kind = excluded.kind, at = excluded.at, read_at = null where notices.read_at is not null`
    : sql`do nothing`
  const { rows } = await sql<{ personId: string }>`
    insert into notices (org_id, id, person_id, teller, kind, about, occasion, at)
    select ${orgId}, id, person_id, ${teller}, ${kind}, ${about}, ${occasion}, ${now}
    from unnest(${to.map(() => newId())}::uuid[], ${to}::uuid[]) as given (id, person_id)
    on conflict (org_id, teller, about, occasion, person_id) ${known}
    returning person_id as "personId"`.execute(db)
  return rows.map(({ personId }) => personId)
}

/** Takes away what is no longer asked. Gives who had it. */
export async function deleteNotices(
  { db, orgId }: Tx,
  { teller, about, kinds, occasions }: Over,
): Promise<string[]> {
  if (kinds?.length === 0 || occasions?.length === 0) return []
  const rows = await db
    .deleteFrom('notices')
    .where('org_id', '=', orgId)
    .where('teller', '=', teller)
    .where('about', '=', about)
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? [])]))
    .$if(occasions !== undefined, (query) => query.where('occasion', 'in', [...(occasions ?? [])]))
    .returning('person_id')
    .execute()
  return [...new Set(rows.map(({ person_id }) => person_id))]
}

const shownNotices = 50

export async function newestNotices(tx: Tx, personId: string): Promise<readonly StoredNotice[]> {
  return tx.db
    .selectFrom('notices')
    .select(['id', 'teller', 'kind', 'about', 'occasion', 'at', 'read_at as readAt'])
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(shownNotices)
    .execute()
}

/** How many are unread of all, also beyond what is shown. */
export async function countUnread(tx: Tx, personId: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

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
    .where((eb) => ('id' in which ? eb('id', '=', which.id) : eb('at', '<=', which.until)))
    .execute()
}
