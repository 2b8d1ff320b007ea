import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { IssueText } from '../../domain/issue-text.ts'
import type { IssueState } from '../../domain/known-issue.ts'

/** What an organisation keeps of an issue, without its texts. */
export type KeptIssue = {
  readonly id: string
  readonly number: number | null
  readonly state: IssueState
  readonly served: number
  readonly proposed: number | null
  readonly lastVersion: number
  readonly writtenBy: string | null
  readonly writtenAt: Instant
  readonly confirmedBy: string | null
  readonly confirmedAt: Instant | null
  readonly reviewDue: string | null
  readonly ticketId: string | null
  readonly changedAt: Instant
}

/** One text; `text` null: the supplied one again. */
export type KeptVersion = {
  readonly version: number
  readonly text: IssueText | null
  readonly base: IssueText | null
  readonly reason: string
  readonly by: string | null
  readonly at: Instant
}

const issueColumns = sql<KeptIssue>`id, number, state, served, proposed, last_version as "lastVersion", written_by as "writtenBy",
  written_at as "writtenAt", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt", review_due::text as "reviewDue",
  ticket_id as "ticketId", changed_at as "changedAt"`

/** The mark of what the index holds now; null where the organisation never changed anything. */
export async function revisionOf({ db, orgId }: Tx): Promise<string | null> {
  const row = await db
    .selectFrom('knowledge_revisions')
    .select('revision')
    .where('org_id', '=', orgId)
    .executeTakeFirst()
  return row?.revision ?? null
}

/** Everything that lists the issues is made anew from here on. */
export async function markChanged({ db, orgId }: Tx): Promise<void> {
  await sql`insert into knowledge_revisions (org_id, revision) values (${orgId}, ${newId()})
    on conflict (org_id) do update set revision = excluded.revision`.execute(db)
}

/** The next number of what the organisation writes itself. */
export async function nextNumber({ db, orgId }: Tx): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into knowledge_revisions (org_id, revision, last_number) values (${orgId}, ${newId()}, 1)
    on conflict (org_id) do update set revision = excluded.revision, last_number = knowledge_revisions.last_number + 1
    returning last_number as last`.execute(db)
  return rows[0]?.last ?? 1
}

export async function keptIssues({ db, orgId }: Tx): Promise<readonly KeptIssue[]> {
  const { rows } = await sql<KeptIssue>`select ${issueColumns} from knowledge_issues where org_id = ${orgId}
    order by number nulls first, id`.execute(db)
  return rows
}

/** Locked, so that two who change it are judged one after the other. */
export async function lockIssue({ db, orgId }: Tx, id: string): Promise<KeptIssue | null> {
  const { rows } =
    await sql<KeptIssue>`select ${issueColumns} from knowledge_issues where org_id = ${orgId} and id = ${id}
    for update`.execute(db)
  return rows[0] ?? null
}

export async function keptIssue({ db, orgId }: Tx, id: string): Promise<KeptIssue | null> {
  const { rows } =
    await sql<KeptIssue>`select ${issueColumns} from knowledge_issues where org_id = ${orgId} and id = ${id}`.execute(
      db,
    )
  return rows[0] ?? null
}

/** Adds the row or writes it over. */
export async function keepIssue({ db, orgId }: Tx, issue: KeptIssue): Promise<void> {
  await sql`insert into knowledge_issues (org_id, id, number, state, served, proposed, last_version, written_by, written_at,
      confirmed_by, confirmed_at, review_due, ticket_id, changed_at)
    values (${orgId}, ${issue.id}, ${issue.number}, ${issue.state}, ${issue.served}, ${issue.proposed}, ${issue.lastVersion},
      ${issue.writtenBy}, ${issue.writtenAt}, ${issue.confirmedBy}, ${issue.confirmedAt}, ${issue.reviewDue}::date, ${issue.ticketId},
      ${issue.changedAt})
    on conflict (org_id, id) do update set state = excluded.state, served = excluded.served, proposed = excluded.proposed,
      last_version = excluded.last_version, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at,
      review_due = excluded.review_due, changed_at = excluded.changed_at`.execute(db)
}

/** The texts that are in use, by issue. */
export async function servedTexts({ db, orgId }: Tx): Promise<ReadonlyMap<string, KeptVersion>> {
  const { rows } = await sql<KeptVersion & { issueId: string }>`
    select v.issue_id as "issueId", v.version, v.text, v.base, v.reason, v.by_person as by, v.at
    from knowledge_versions v join knowledge_issues i on i.org_id = v.org_id and i.id = v.issue_id and i.served = v.version
    where v.org_id = ${orgId}`.execute(db)
  return new Map(rows.map(({ issueId, ...version }) => [issueId, version]))
}

/** Every text of an issue, the latest first. */
export async function versionsOf({ db, orgId }: Tx, id: string): Promise<readonly KeptVersion[]> {
  const { rows } =
    await sql<KeptVersion>`select version, text, base, reason, by_person as by, at from knowledge_versions
    where org_id = ${orgId} and issue_id = ${id} order by version desc`.execute(db)
  return rows
}

export async function addVersion({ db, orgId }: Tx, issueId: string, version: KeptVersion): Promise<void> {
  await db
    .insertInto('knowledge_versions')
    .values({
      org_id: orgId,
      issue_id: issueId,
      version: version.version,
      text: version.text === null ? null : JSON.stringify(version.text),
      base: version.base === null ? null : JSON.stringify(version.base),
      reason: version.reason,
      by_person: version.by,
      at: version.at,
    })
    .execute()
}

export type KeptAct = {
  readonly act: string
  readonly version: number
  readonly reason: string | null
  readonly by: string | null
  readonly at: Instant
}

export async function addAct({ db, orgId }: Tx, issueId: string, act: KeptAct): Promise<void> {
  await db
    .insertInto('knowledge_acts')
    .values({
      org_id: orgId,
      id: newId(),
      issue_id: issueId,
      act: act.act,
      version: act.version,
      reason: act.reason,
      by_person: act.by,
      at: act.at,
    })
    .execute()
}

/** What happened to an issue, the latest first. */
export async function actsOf({ db, orgId }: Tx, id: string): Promise<readonly KeptAct[]> {
  const { rows } = await sql<KeptAct>`select act, version, reason, by_person as by, at from knowledge_acts
    where org_id = ${orgId} and issue_id = ${id} order by id desc`.execute(db)
  return rows
}
