import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type KeptFlag = {
  readonly id: string
  readonly issueId: string
  readonly version: number
  readonly comment: string
  readonly by: string
  readonly at: Instant
  readonly settledBy: string | null
  readonly settledAt: Instant | null
  readonly answer: string | null
}

export async function addFlag(
  { db, orgId, now }: Tx,
  flag: Pick<KeptFlag, 'issueId' | 'version' | 'comment' | 'by'>,
): Promise<void> {
  await db
    .insertInto('knowledge_flags')
    .values({
      org_id: orgId,
      id: newId(),
      issue_id: flag.issueId,
      version: flag.version,
      comment: flag.comment,
      by_person: flag.by,
      at: now,
    })
    .execute()
}

/** Those of an issue, the open ones first, then the latest. */
export async function flagsOf({ db, orgId }: Tx, issueId: string): Promise<readonly KeptFlag[]> {
  const { rows } = await sql<KeptFlag>`select id, issue_id as "issueId", version, comment, by_person as by, at,
      settled_by as "settledBy", settled_at as "settledAt", answer
    from knowledge_flags where org_id = ${orgId} and issue_id = ${issueId}
    order by settled_at is not null, id desc limit 100`.execute(db)
  return rows
}

export async function openFlagCounts({ db, orgId }: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{
    id: string
    count: number
  }>`select issue_id as id, count(*)::int as count from knowledge_flags
    where org_id = ${orgId} and settled_at is null group by issue_id`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Answers an open flag; false where there is none such. */
export async function settleFlag(
  { db, orgId, now }: Tx,
  {
    id,
    issueId,
    by,
    answer,
  }: { readonly id: string; readonly issueId: string; readonly by: string; readonly answer: string },
): Promise<boolean> {
  const { rows } = await sql<{
    id: string
  }>`update knowledge_flags set settled_by = ${by}, settled_at = ${now}, answer = ${answer}
    where org_id = ${orgId} and id = ${id} and issue_id = ${issueId} and settled_at is null returning id`.execute(
    db,
  )
  return rows.length > 0
}
