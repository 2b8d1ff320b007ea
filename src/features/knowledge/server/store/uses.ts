import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'

export const useKinds = ['linked', 'helped', 'not-helped', 'first-aid'] as const
export type UseKind = (typeof useKinds)[number]

export type Use = {
  readonly issueId: string
  readonly ticketId: string
  readonly kind: UseKind
  readonly personId: string | null
  readonly tier: number | null
}

/** How often an issue was of use: in how many tickets it was the solution, helped, did not help, or was shown as first aid. */
export type Reuse = {
  readonly linked: number
  readonly helped: number
  readonly notHelped: number
  readonly firstAid: number
  readonly lastAt: Instant | null
}

export async function insertUse({ db, orgId, now }: Tx, use: Use): Promise<void> {
  const opposite = use.kind === 'helped' ? 'not-helped' : use.kind === 'not-helped' ? 'helped' : null
  if (opposite) {
    await sql`delete from knowledge_uses where org_id = ${orgId} and issue_id = ${use.issueId} and ticket_id = ${use.ticketId}
      and kind = ${opposite}`.execute(db)
  }
  await sql`insert into knowledge_uses (org_id, id, issue_id, ticket_id, kind, tier, by_person, at)
    values (${orgId}, ${newId()}, ${use.issueId}, ${use.ticketId}, ${use.kind}, ${use.tier}, ${use.personId}, ${now})
    on conflict (org_id, issue_id, ticket_id, kind) do update set tier = excluded.tier, by_person = excluded.by_person,
      at = excluded.at`.execute(db)
}

export async function deleteOutcome({ db, orgId }: Tx, use: Pick<Use, 'issueId' | 'ticketId'>): Promise<void> {
  await sql`delete from knowledge_uses where org_id = ${orgId} and issue_id = ${use.issueId} and ticket_id = ${use.ticketId}
    and kind in ('helped', 'not-helped')`.execute(db)
}

export async function countUses(
  { db, orgId }: Tx,
  ids: readonly string[] | null,
): Promise<ReadonlyMap<string, Reuse>> {
  const { rows } = await sql<Reuse & { id: string }>`
    select issue_id as id,
      count(*) filter (where kind = 'linked')::int as linked,
      count(*) filter (where kind = 'helped')::int as helped,
      count(*) filter (where kind = 'not-helped')::int as "notHelped",
      count(*) filter (where kind = 'first-aid')::int as "firstAid",
      max(at) as "lastAt"
    from knowledge_uses where org_id = ${orgId} and (${ids === null ? null : [...ids]}::text[] is null
      or issue_id = any(${ids === null ? null : [...ids]}::text[]))
    group by issue_id`.execute(db)
  return new Map(rows.map(({ id, ...reuse }) => [id, reuse]))
}

/** The tickets in which an issue was of use, the latest first. */
export async function usesOf(
  { db, orgId }: Tx,
  issueId: string,
): Promise<readonly { readonly ticketId: string; readonly kind: UseKind; readonly at: Instant }[]> {
  const { rows } = await sql<{ ticketId: string; kind: UseKind; at: Instant }>`
    select ticket_id as "ticketId", kind, at from knowledge_uses where org_id = ${orgId} and issue_id = ${issueId}
    order by id desc limit 50`.execute(db)
  return rows
}
