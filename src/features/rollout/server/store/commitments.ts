import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { type StoredFile, filesById, keepFiles } from '#platform/files/files.ts'
import type { Kept } from '../../domain/commitment/commitment.ts'
import type { ReminderMark } from '../../domain/commitment/reminders.ts'

/** How far each commitment is that somebody has touched. */
export async function keptCommitments(tx: Tx): Promise<readonly Kept[]> {
  const [rows, files] = await Promise.all([
    tx.db.selectFrom('commitments').selectAll().where('org_id', '=', tx.orgId).execute(),
    tx.db
      .selectFrom('commitment_files')
      .select(['commitment_key', 'file_id'])
      .where('org_id', '=', tx.orgId)
      .orderBy('file_id')
      .execute(),
  ])
  return rows.map((row): Kept => {
    const { what_nl, what_en, evidence_nl, evidence_en, team, before_phase, due } = row
    const isAdded =
      what_nl !== null &&
      what_en !== null &&
      evidence_nl !== null &&
      evidence_en !== null &&
      team !== null &&
      before_phase !== null &&
      due !== null
    return {
      key: row.key,
      kind: row.kind,
      added: isAdded
        ? {
            what: { nl: what_nl, en: what_en },
            evidence: { nl: evidence_nl, en: evidence_en },
            team,
            beforePhase: before_phase,
            due,
          }
        : null,
      state: row.state,
      ownerId: row.owner_id,
      shown: row.shown,
      link: row.link,
      fileIds: files.filter(({ commitment_key }) => commitment_key === row.key).map(({ file_id }) => file_id),
      reason: row.reason,
      version: row.version,
    }
  })
}

/** Locks the commitments of the organisation, so that two moves on one are judged one after the other. */
export async function lockCommitment(tx: Tx, key: string): Promise<void> {
  await tx.db
    .selectFrom('commitments')
    .select('key')
    .where('org_id', '=', tx.orgId)
    .where('key', '=', key)
    .forUpdate()
    .execute()
}

export async function insertCommitment(tx: Tx, kept: Kept): Promise<boolean> {
  const { added } = kept
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('commitments')
    .values({
      org_id: tx.orgId,
      key: kept.key,
      added: added !== null,
      kind: kept.kind,
      what_nl: added?.what.nl ?? null,
      what_en: added?.what.en ?? null,
      evidence_nl: added?.evidence.nl ?? null,
      evidence_en: added?.evidence.en ?? null,
      team: added?.team ?? null,
      before_phase: added?.beforePhase ?? null,
      due: added?.due ?? null,
      owner_id: kept.ownerId,
      state: kept.state,
      shown: kept.shown,
      link: kept.link,
      reason: kept.reason,
      version: kept.version,
      changed_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False when somebody else moved it on from the version that was seen. */
export async function saveCommitment(tx: Tx, kept: Kept): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('commitments')
    .set({
      owner_id: kept.ownerId,
      state: kept.state,
      shown: kept.shown,
      link: kept.link,
      reason: kept.reason,
      ...(kept.added === null ? {} : { due: kept.added.due }),
      version: kept.version + 1,
      changed_at: tx.now,
    })
    .where('org_id', '=', tx.orgId)
    .where('key', '=', kept.key)
    .where('version', '=', kept.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function putFiles(tx: Tx, key: string, ids: readonly string[]): Promise<void> {
  await tx.db
    .deleteFrom('commitment_files')
    .where('org_id', '=', tx.orgId)
    .where('commitment_key', '=', key)
    .execute()
  if (ids.length === 0) return
  await tx.db
    .insertInto('commitment_files')
    .values(ids.map((id) => ({ org_id: tx.orgId, commitment_key: key, file_id: id })))
    .execute()
  await keepFiles(tx, ids)
}

export async function isOnCommitment(tx: Tx, fileId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('commitment_files')
    .select('file_id')
    .where('org_id', '=', tx.orgId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  return row !== undefined
}

export function filesOf(tx: Tx, kept: readonly Pick<Kept, 'fileIds'>[]): Promise<StoredFile[]> {
  return filesById(
    tx,
    kept.flatMap(({ fileIds }) => fileIds),
  )
}

export type Change = 'added' | 'owner' | 'begun' | 'shown' | 'met' | 'waived' | 'reopened' | 'due'

export async function recordCommitment(
  tx: Tx,
  { key, by, what, words }: { key: string; by: string | null; what: Change; words: string | null },
): Promise<void> {
  await tx.db
    .insertInto('commitment_changes')
    .values({ org_id: tx.orgId, id: newId(), commitment_key: key, at: tx.now, by_person: by, what, words })
    .execute()
}

export type CommitmentChangeRow = {
  readonly id: string
  readonly at: Instant
  readonly by: { readonly id: string; readonly name: string } | null
  readonly what: Change
  readonly words: string | null
}

/** Newest first. */
export async function changesOf(tx: Tx, key: string): Promise<CommitmentChangeRow[]> {
  const rows = await tx.db
    .selectFrom('commitment_changes as c')
    .leftJoin('persons as p', (on) => on.onRef('p.org_id', '=', 'c.org_id').onRef('p.id', '=', 'c.by_person'))
    .select(['c.id', 'c.at', 'c.by_person', 'c.what', 'c.words', 'p.name'])
    .where('c.org_id', '=', tx.orgId)
    .where('c.commitment_key', '=', key)
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ id, at, by_person: by, what, words, name }) => ({
    id,
    at,
    by: by === null || name === null ? null : { id: by, name },
    what,
    words,
  }))
}

/** True the first time: nobody is reminded twice of the same day. */
export async function enterReminder(
  tx: Tx,
  { key, due, mark, personId }: { key: string; due: string; mark: ReminderMark; personId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('commitment_reminders')
    .values({ org_id: tx.orgId, commitment_key: key, due, mark, person_id: personId, at: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'commitment_key', 'due', 'mark', 'person_id']).doNothing(),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
