import { sql } from 'kysely'
import type { Instant } from '#platform/clock.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** How far the folder has been read. */
export type GraphPlace = { readonly link: string | null; readonly since: Instant | null }

type OfTenant = { readonly mailboxId: string; readonly tenant: string | null }

/** A link that another tenant gave leads nowhere in this one. */
export async function loadPlace({ db, orgId }: Tx, { mailboxId, tenant }: OfTenant): Promise<GraphPlace> {
  const { rows } =
    await sql<GraphPlace>`select case when graph_tenant = ${tenant}::uuid then graph_link end as link,
      graph_since as since from mailboxes
    where org_id = ${orgId} and id = ${mailboxId}`.execute(db)
  return rows[0] ?? { link: null, since: null }
}

export async function savePlace(
  { db, orgId }: Tx,
  { mailboxId, tenant }: OfTenant,
  { link, since }: GraphPlace,
): Promise<void> {
  await sql`update mailboxes set graph_link = ${link}, graph_since = ${since}, graph_tenant = ${tenant}
    where org_id = ${orgId} and id = ${mailboxId}`.execute(db)
}

/** Which of these mails were fetched before. */
export async function fetchedBefore(
  { db, orgId }: Tx,
  mailboxId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`select mail_key as key from mailbox_graph_mails
    where org_id = ${orgId} and mailbox_id = ${mailboxId} and mail_key = any(${[...keys]}::text[])`.execute(db)
  return new Set(rows.map(({ key }) => key))
}

export async function markFetched({ db, orgId, now }: Tx, mailboxId: string, key: string): Promise<void> {
  await sql`insert into mailbox_graph_mails (org_id, mailbox_id, mail_key, at)
    values (${orgId}, ${mailboxId}, ${key}, ${now}) on conflict do nothing`.execute(db)
}

/** Rounds that begin again begin at most so long ago. */
export async function forgetFetched({ db, orgId }: Tx, mailboxId: string, before: Instant): Promise<void> {
  await sql`delete from mailbox_graph_mails
    where org_id = ${orgId} and mailbox_id = ${mailboxId} and at < ${before}`.execute(db)
}
