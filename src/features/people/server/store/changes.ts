import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'

type Facts = Readonly<Record<string, unknown>>

/** Something that was changed about people. Never with a password, token or secret in it. */
export type Change = {
  /** Null: Tierwise itself. */
  readonly by: string | null
  readonly what: string
  readonly subject: string
  readonly before?: Facts | undefined
  readonly after?: Facts | undefined
}

export async function recordChange(tx: Tx, { by, what, subject, before, after }: Change): Promise<void> {
  const json = (facts: Facts | undefined) => (facts === undefined ? null : JSON.stringify(facts))
  await sql`insert into people_changes (org_id, id, at, by_person, what, subject, before, after)
    values (${tx.orgId}, ${newId()}, ${tx.now}, ${by}, ${what}, ${subject}, ${json(before)}::jsonb, ${json(after)}::jsonb)`.execute(
    tx.db,
  )
}

export type ChangeRow = {
  readonly id: string
  readonly at: Instant
  readonly by: { readonly id: string; readonly name: string } | null
  readonly what: string
  readonly subject: string
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

/** The latest first. */
export async function findChanges(
  tx: Tx,
  {
    subject,
    before,
    limit,
  }: { readonly subject?: string | undefined; readonly before?: string | undefined; readonly limit: number },
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select c.id, c.at, c.what, c.subject, c.before, c.after,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as by
    from people_changes c left join persons p on p.org_id = c.org_id and p.id = c.by_person
    where c.org_id = ${tx.orgId}
      ${subject === undefined ? sql`` : sql`and c.subject = ${subject}`}
      ${before === undefined ? sql`` : sql`and c.id < ${before}`}
    order by c.id desc limit ${limit}`.execute(tx.db)
  return rows
}
