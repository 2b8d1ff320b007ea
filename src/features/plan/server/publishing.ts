import { NotFound, type Result, unwrap } from '#platform/errors.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { announce } from '#platform/live/announce.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { mayAskReview, mayPublish, mayReturn, planReaders } from '../domain/versions/version.ts'
import { errorsOf, openVersionOf, refuseStale, takeDraft, tellEditors } from './drafts.ts'
import {
  deleteRevisions,
  findPlanPerson,
  findVersion,
  type PlanPersonRow,
  publishedId,
  recordChange,
  updateVersion,
  type VersionRow,
} from './store.ts'

export type ReviewAsked = { readonly revision: number; readonly approverId: string; readonly reason: string }

export async function askReview(tx: Tx, by: string, asked: ReviewAsked): Promise<VersionRow> {
  const draft = await takeDraft(tx)
  await refuseStale(tx, draft, asked.revision)
  const approver = await findPlanPerson(tx, asked.approverId)
  unwrap(mayAskReview(openVersionOf(draft), approver, errorsOf(draft)))
  await updateVersion(tx, draft.id, {
    state: 'in-review',
    approver_id: asked.approverId,
    reason: asked.reason,
    review_asked_at: tx.now,
    review_asked_by: by,
  })
  await recordChange(tx, { number: draft.number, what: 'review-asked', by, reason: asked.reason })
  await tellEditors(tx, draft.id, draft.revision, by)
  return again(tx, draft.id)
}

export async function returnToDraft(tx: Tx, by: string, reason: string): Promise<VersionRow> {
  const draft = await takeDraft(tx)
  unwrap(mayReturn(openVersionOf(draft), await person(tx, by)))
  await updateVersion(tx, draft.id, {
    state: 'draft',
    approver_id: null,
    reason: null,
    review_asked_at: null,
    review_asked_by: null,
  })
  await recordChange(tx, { number: draft.number, what: 'returned', by, reason })
  await tellEditors(tx, draft.id, draft.revision, by)
  return again(tx, draft.id)
}

export async function publishDraft(tx: Tx, by: string, revision: number, reason: string): Promise<VersionRow> {
  const draft = await takeDraft(tx)
  await refuseStale(tx, draft, revision)
  return unwrap(await publishVersion(tx, draft, await person(tx, by), reason))
}

/** Puts a version in force in the approver's name; the one before it is superseded in the same transaction. */
export async function publishVersion(
  tx: Tx,
  draft: VersionRow,
  approver: PlanPersonRow,
  reason: string,
): Promise<Result<VersionRow>> {
  const verdict = mayPublish(openVersionOf(draft), approver, errorsOf(draft))
  if (!verdict.ok) return verdict
  const before = await publishedId(tx)
  if (before !== null) {
    const old = await findVersion(tx, before)
    await updateVersion(tx, before, { state: 'superseded', superseded_at: tx.now })
    if (old)
      await recordChange(tx, { number: old.number, what: 'superseded', by: approver.personId, reason: null })
  }
  await updateVersion(tx, draft.id, {
    state: 'published',
    approver_id: approver.personId,
    reason,
    published_at: tx.now,
  })
  await deleteRevisions(tx, draft.id)
  await enqueue(tx, 'plan.published', { versionId: draft.id, beforeId: before })
  await recordChange(tx, { number: draft.number, what: 'published', by: approver.personId, reason })
  await announce(tx, {
    topic: 'plan',
    subject: draft.id,
    data: { published: draft.number, by: approver.personId },
    audience: { roles: planReaders },
  })
  return { ok: true, value: await again(tx, draft.id) }
}

async function person(tx: Tx, id: string): Promise<PlanPersonRow> {
  const found = await findPlanPerson(tx, id)
  if (!found) throw new NotFound('No such person')
  return found
}

async function again(tx: Tx, id: string): Promise<VersionRow> {
  const row = await findVersion(tx, id)
  if (!row) throw new NotFound('No such plan version')
  return row
}
