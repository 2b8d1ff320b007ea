import type { Instant } from '#features/people/domain/instant.ts'
import type { Language } from '#features/people/domain/person.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { PlanDocumentView } from '../../contract.ts'
import { withLaterFields } from '../../domain/document/later-fields.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { TeamName } from '../../domain/outline/speech.ts'
import type { DocumentFailure, DocumentFormat, DocumentState } from '../../domain/versions/documents.ts'

export type DocumentRow = PlanDocumentView & { readonly versionId: string; readonly fileId: string | null }
export type Wanted = {
  readonly versionId: string
  readonly asOf: Instant
  readonly language: Language
  readonly format: DocumentFormat
}

const selected = (tx: Tx) =>
  tx.db
    .selectFrom('plan_documents as d')
    .leftJoin('persons as asker', (on) =>
      on.onRef('asker.org_id', '=', 'd.org_id').onRef('asker.id', '=', 'd.asked_by'),
    )
    .leftJoin('files as f', (on) => on.onRef('f.org_id', '=', 'd.org_id').onRef('f.id', '=', 'd.file_id'))
    .where('d.org_id', '=', tx.orgId)
    .select([
      'd.id',
      'd.version_id',
      'd.as_of',
      'd.language',
      'd.format',
      'd.state',
      'd.asked_at',
      'd.asked_by',
      'd.made_at',
      'd.file_id',
      'd.failure',
      'asker.name as asker_name',
      'f.size',
    ])

type Selected = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

function rowOf(row: Selected): DocumentRow {
  return {
    id: row.id,
    versionId: row.version_id,
    asOf: row.as_of,
    language: row.language as Language,
    format: row.format as DocumentFormat,
    state: row.state as DocumentState,
    askedAt: row.asked_at,
    askedBy: row.asked_by === null || row.asker_name === null ? null : { id: row.asked_by, name: row.asker_name },
    madeAt: row.made_at,
    size: row.size,
    failure: row.failure as DocumentFailure | null,
    fileId: row.file_id,
  }
}

/** Those of a version as it is now: what was made of earlier saves of a draft is left out. */
export async function listDocuments(tx: Tx, versionId: string, asOf: Instant): Promise<DocumentRow[]> {
  const rows = await selected(tx)
    .where('d.version_id', '=', versionId)
    .where('d.as_of', '=', asOf)
    .orderBy('d.asked_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
  return rows.map(rowOf)
}

export async function findDocument(tx: Tx, id: string): Promise<DocumentRow | null> {
  const row = await selected(tx).where('d.id', '=', id).executeTakeFirst()
  return row ? rowOf(row) : null
}

export async function findWanted(
  tx: Tx,
  { versionId, asOf, language, format }: Wanted,
): Promise<DocumentRow | null> {
  const all = await listDocuments(tx, versionId, asOf)
  return all.find((one) => one.language === language && one.format === format) ?? null
}

/** Null when somebody else has just asked for the same. */
export async function insertDocument(tx: Tx, wanted: Wanted, askedBy: string): Promise<string | null> {
  const row = await tx.db
    .insertInto('plan_documents')
    .values({
      org_id: tx.orgId,
      id: newId(),
      version_id: wanted.versionId,
      as_of: wanted.asOf,
      language: wanted.language,
      format: wanted.format,
      state: 'making',
      asked_at: tx.now,
      asked_by: askedBy,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

type Changes = {
  readonly state: DocumentState
  readonly asked_at?: Instant
  readonly asked_by?: string
  readonly made_at?: Instant
  readonly file_id?: string
  readonly failure: DocumentFailure | null
}

/** False when it is not being made any more: a draft was thrown away, or another run of the job was first. */
export async function updateDocument(tx: Tx, id: string, from: DocumentState, changes: Changes): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('plan_documents')
    .set(changes)
    .where('org_id', '=', tx.orgId)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What was made of a version before it became what it is now. */
export async function deleteOutdated(tx: Tx, versionId: string, asOf: Instant): Promise<void> {
  await tx.db
    .deleteFrom('plan_documents')
    .where('org_id', '=', tx.orgId)
    .where('version_id', '=', versionId)
    .where('as_of', '<>', asOf)
    .execute()
}

export async function teamNames(tx: Tx): Promise<TeamName[]> {
  const rows = await tx.db
    .selectFrom('teams')
    .select(['key', 'name_nl', 'name_en'])
    .where('org_id', '=', tx.orgId)
    .orderBy('key')
    .execute()
  return rows.map(({ key, name_nl: nl, name_en: en }) => ({ key, name: { nl, en } }))
}

/** The last version that was published before this one. */
export async function versionBefore(
  tx: Tx,
  number: number,
): Promise<{ readonly version: number; readonly plan: SupportPlan } | null> {
  const row = await tx.db
    .selectFrom('plan_versions')
    .select(['number', 'document'])
    .where('org_id', '=', tx.orgId)
    .where('number', '<', number)
    .where('published_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { version: row.number, plan: withLaterFields(row.document as SupportPlan) } : null
}
