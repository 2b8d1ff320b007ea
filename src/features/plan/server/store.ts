import { sql } from 'kysely'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Role } from '#features/people/domain/person.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { PlanVersionSummary } from '../contract.ts'
import { withLaterFields } from '../domain/document/later-fields.ts'
import type { SupportPlan } from '../domain/document/support-plan.ts'
import type { VersionState } from '../domain/versions/version.ts'

export type VersionRow = PlanVersionSummary & { readonly revision: number; readonly document: SupportPlan }

/** How many saves of a draft are kept, to tell a second editor what changed. */
const keptRevisions = 20

const joined = (tx: Tx) =>
  tx.db
    .selectFrom('plan_versions as v')
    .leftJoin('persons as author', (on) =>
      on.onRef('author.org_id', '=', 'v.org_id').onRef('author.id', '=', 'v.author_id'),
    )
    .leftJoin('persons as changer', (on) =>
      on.onRef('changer.org_id', '=', 'v.org_id').onRef('changer.id', '=', 'v.changed_by'),
    )
    .leftJoin('persons as approver', (on) =>
      on.onRef('approver.org_id', '=', 'v.org_id').onRef('approver.id', '=', 'v.approver_id'),
    )
    .leftJoin('persons as asker', (on) =>
      on.onRef('asker.org_id', '=', 'v.org_id').onRef('asker.id', '=', 'v.review_asked_by'),
    )
    .where('v.org_id', '=', tx.orgId)
    .select([
      'v.id',
      'v.number',
      'v.state',
      'v.created_at',
      'v.changed_at',
      'v.author_id',
      'v.changed_by',
      'v.approver_id',
      'v.review_asked_by',
      'author.name as author_name',
      'changer.name as changer_name',
      'approver.name as approver_name',
      'asker.name as asker_name',
      'v.reason',
      'v.review_asked_at',
      'v.published_at',
      'v.superseded_at',
    ])

type Joined = Awaited<ReturnType<ReturnType<typeof joined>['execute']>>[number]

function summaryOf(row: Joined): PlanVersionSummary {
  const person = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    createdAt: row.created_at,
    author: person(row.author_id, row.author_name),
    changedAt: row.changed_at,
    changedBy: person(row.changed_by, row.changer_name),
    approver: person(row.approver_id, row.approver_name),
    reason: row.reason,
    reviewAskedAt: row.review_asked_at,
    reviewAskedBy: person(row.review_asked_by, row.asker_name),
    publishedAt: row.published_at,
    supersededAt: row.superseded_at,
  }
}

export async function listVersions(tx: Tx, states: readonly VersionState[]): Promise<PlanVersionSummary[]> {
  const rows = await joined(tx).where('v.state', 'in', states).orderBy('v.number', 'desc').execute()
  return rows.map(summaryOf)
}

type Wanted = { readonly id: string } | { readonly number: number } | { readonly states: readonly VersionState[] }

async function find(tx: Tx, wanted: Wanted, lock: boolean): Promise<VersionRow | null> {
  const query = joined(tx).select(['v.revision', 'v.document'])
  const narrowed =
    'id' in wanted
      ? query.where('v.id', '=', wanted.id)
      : 'number' in wanted
        ? query.where('v.number', '=', wanted.number)
        : query.where('v.state', 'in', wanted.states)
  const row = await (lock ? narrowed.forUpdate('v') : narrowed).executeTakeFirst()
  return row ? { ...summaryOf(row), revision: row.revision, document: planIn(row) } : null
}

const planIn = ({ document }: { readonly document: unknown }) => withLaterFields(document as SupportPlan)

export const findVersion = (tx: Tx, id: string) => find(tx, { id }, false)
export const findVersionByNumber = (tx: Tx, number: number) => find(tx, { number }, false)
export const findDraft = (tx: Tx) => find(tx, { states: ['draft', 'in-review'] }, false)
export const lockDraft = (tx: Tx) => find(tx, { states: ['draft', 'in-review'] }, true)

export async function publishedId(tx: Tx): Promise<string | null> {
  const row = await tx.db
    .selectFrom('plan_versions')
    .select('id')
    .where('org_id', '=', tx.orgId)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row?.id ?? null
}

type NewVersion = {
  readonly document: SupportPlan
  readonly authorId: string | null
  readonly basedOn: string | null
}

/** Null when there is a draft already: an organisation works on one at a time. */
export async function insertDraft(tx: Tx, { document, authorId, basedOn }: NewVersion): Promise<string | null> {
  const row = await tx.db
    .insertInto('plan_versions')
    .values({
      org_id: tx.orgId,
      id: newId(),
      number: sql<number>`(select coalesce(max(number), 0) + 1 from plan_versions where org_id = ${tx.orgId})`,
      state: 'draft',
      revision: 1,
      document: JSON.stringify(document),
      based_on: basedOn,
      created_at: tx.now,
      author_id: authorId,
      changed_at: tx.now,
      changed_by: authorId,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** A version that was approved elsewhere. Its number is free or is given to the next one. */
export async function insertPublished(
  tx: Tx,
  given: { readonly number: number; readonly document: SupportPlan; readonly approverId: string },
): Promise<string> {
  const id = newId()
  const { number, document, approverId } = given
  await tx.db
    .insertInto('plan_versions')
    .values({
      org_id: tx.orgId,
      id,
      number: sql<number>`(select greatest(${number}::int, coalesce(max(number), 0) + 1) from plan_versions where org_id = ${tx.orgId})`,
      state: 'published',
      revision: 1,
      document: JSON.stringify(document),
      created_at: tx.now,
      changed_at: tx.now,
      approver_id: approverId,
      reason: 'Practice',
      published_at: tx.now,
    })
    .execute()
  return id
}

export async function saveDocument(
  tx: Tx,
  draft: VersionRow,
  document: SupportPlan,
  by: string | null,
): Promise<void> {
  const key = { org_id: tx.orgId, version_id: draft.id }
  await tx.db
    .insertInto('plan_draft_revisions')
    .values({
      ...key,
      revision: draft.revision,
      document: JSON.stringify(draft.document),
      changed_at: draft.changedAt,
      changed_by: draft.changedBy?.id ?? null,
    })
    .execute()
  await tx.db
    .deleteFrom('plan_draft_revisions')
    .where('org_id', '=', tx.orgId)
    .where('version_id', '=', draft.id)
    .where('revision', '<=', draft.revision - keptRevisions)
    .execute()
  await updateVersion(tx, draft.id, {
    document: JSON.stringify(document),
    revision: draft.revision + 1,
    changed_at: tx.now,
    changed_by: by,
  })
}

export async function documentAtRevision(
  tx: Tx,
  versionId: string,
  revision: number,
): Promise<SupportPlan | null> {
  const row = await tx.db
    .selectFrom('plan_draft_revisions')
    .select('document')
    .where('org_id', '=', tx.orgId)
    .where('version_id', '=', versionId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row ? planIn(row) : null
}

type Changes = {
  readonly state?: VersionState
  readonly document?: string
  readonly revision?: number
  readonly changed_at?: Instant
  readonly changed_by?: string | null
  readonly approver_id?: string | null
  readonly reason?: string | null
  readonly review_asked_at?: Instant | null
  readonly review_asked_by?: string | null
  readonly published_at?: Instant
  readonly superseded_at?: Instant
}

export async function updateVersion(tx: Tx, id: string, changes: Changes): Promise<void> {
  await tx.db
    .updateTable('plan_versions')
    .set(changes)
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('plan_versions').where('org_id', '=', tx.orgId).where('id', '=', id).execute()
}

export async function deleteRevisions(tx: Tx, versionId: string): Promise<void> {
  await tx.db
    .deleteFrom('plan_draft_revisions')
    .where('org_id', '=', tx.orgId)
    .where('version_id', '=', versionId)
    .execute()
}

type Change = {
  readonly number: number
  readonly what: 'drafted' | 'review-asked' | 'returned' | 'published' | 'superseded' | 'discarded'
  readonly by: string | null
  readonly reason: string | null
}

export async function recordChange(tx: Tx, { number, what, by, reason }: Change): Promise<void> {
  await tx.db
    .insertInto('plan_changes')
    .values({ org_id: tx.orgId, id: newId(), at: tx.now, by_person: by, version_number: number, what, reason })
    .execute()
}

export type PlanPersonRow = {
  readonly personId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly disabledAt: Instant | null
}

export async function findPlanPerson(tx: Tx, id: string): Promise<PlanPersonRow | null> {
  const row = await tx.db
    .selectFrom('persons')
    .select(['id', 'name', 'roles', 'disabled_at'])
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { personId: row.id, name: row.name, roles: row.roles as Role[], disabledAt: row.disabled_at } : null
}

export async function personsWithRole(tx: Tx, roles: readonly Role[]): Promise<{ id: string; name: string }[]> {
  return tx.db
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('org_id', '=', tx.orgId)
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`roles && ${roles}::text[]`)
    .orderBy('name')
    .execute()
}
