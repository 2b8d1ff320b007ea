import { Conflict, InvalidInput, NotFound, Refused, unwrap } from '#platform/errors.ts'
import { announce } from '#platform/live/announce.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { PlanDraft } from '../contract.ts'
import type { SupportPlan } from '../domain/document/support-plan.ts'
import { readDraft } from '../domain/check/read-draft.ts'
import type { DeskFacts } from '../domain/check/desk-facts.ts'
import type { Finding } from '../domain/check/finding.ts'
import { changedPlaces } from '../domain/versions/changed-places.ts'
import { type Json, sameJson } from '../domain/versions/json.ts'
import { maySave, type OpenVersion, planEditors } from '../domain/versions/version.ts'
import { deskFacts } from './check-facts.ts'
import type { PlanServices } from './services.ts'
import { withPublicDays } from './public-holidays.ts'
import {
  deleteDraft,
  documentAtRevision,
  findDraft,
  findVersion,
  findVersionByNumber,
  insertDraft,
  lockDraft,
  publishedId,
  recordChange,
  saveDocument,
  type VersionRow,
} from './store.ts'

const json = (document: SupportPlan) => document as unknown as Json

export function openVersionOf(row: VersionRow): OpenVersion {
  return { state: row.state, approverId: row.approver?.id ?? null, reviewAskedBy: row.reviewAskedBy?.id ?? null }
}

function findingsOf(row: VersionRow, facts: DeskFacts | null): readonly Finding[] {
  const reading = readDraft(row.document, facts)
  if (!reading.ok)
    throw new Error(`Plan version ${row.id} does not have the shape of a plan: ${reading.places.join()}`)
  return reading.findings
}

/** Only errors stand in the way of a review and of publishing; no error depends on what a desk knows. */
export function errorsOf(row: VersionRow): number {
  return findingsOf(row, null).filter((finding) => finding.severity === 'error').length
}

export async function draftView(tx: Tx, row: VersionRow, services: PlanServices): Promise<PlanDraft> {
  return { ...row, findings: viewOf(findingsOf(row, await deskFacts(tx, services))) }
}

export function viewOf(findings: readonly Finding[]): PlanDraft['findings'] {
  return findings.map((one) => ({ ...one, place: [...one.place], values: { ...one.values } }))
}

export async function currentDraft(tx: Tx): Promise<VersionRow> {
  const draft = await findDraft(tx)
  if (!draft) throw new NotFound('There is no draft')
  return draft
}

export async function takeDraft(tx: Tx): Promise<VersionRow> {
  const draft = await lockDraft(tx)
  if (!draft) throw new Refused({ code: 'no-draft' })
  return draft
}

export async function beginDraft(tx: Tx, by: string | null, from: number | undefined): Promise<VersionRow> {
  const source = await sourceOf(tx, from)
  const id = await insertDraft(tx, { document: source.document, authorId: by, basedOn: source.id })
  const draft = id === null ? null : await findVersion(tx, id)
  if (!draft) throw new Refused({ code: 'draft-exists' })
  await recordChange(tx, { number: draft.number, what: 'drafted', by, reason: null })
  await tellEditors(tx, draft.id, draft.revision, by)
  return draft
}

async function sourceOf(tx: Tx, number: number | undefined): Promise<VersionRow> {
  const id = number === undefined ? await publishedId(tx) : null
  const source = number === undefined ? id && (await findVersion(tx, id)) : await findVersionByNumber(tx, number)
  if (!source || source.state === 'draft' || source.state === 'in-review') {
    throw new NotFound('There is no such version to begin from')
  }
  return source
}

export async function saveDraft(tx: Tx, by: string | null, revision: number, given: unknown): Promise<VersionRow> {
  const draft = await takeDraft(tx)
  unwrap(maySave(openVersionOf(draft)))
  const reading = readDraft(given, null)
  if (!reading.ok) {
    throw new InvalidInput(reading.places.map((place) => ({ path: `document.${place}`, code: 'not-a-plan' })))
  }
  await refuseStale(tx, draft, revision)
  const document = await withPublicDays(reading.document, tx.now)
  // Saving what is there already is no change: an autosave that is repeated stands still.
  if (sameJson(json(document), json(draft.document))) return draft
  await saveDocument(tx, draft, document, by)
  const saved = await currentDraft(tx)
  await tellEditors(tx, saved.id, saved.revision, by)
  return saved
}

/** A change made on an older save is refused with who changed what since. */
export async function refuseStale(tx: Tx, draft: VersionRow, revision: number): Promise<void> {
  if (draft.revision === revision) return
  const seen = await documentAtRevision(tx, draft.id, revision)
  throw new Conflict('draft-changed', {
    revision: draft.revision,
    changedBy: draft.changedBy,
    changedAt: draft.changedAt,
    places: seen === null ? null : changedPlaces(json(seen), json(draft.document)),
  })
}

export async function discardDraft(tx: Tx, by: string, revision: number): Promise<void> {
  const draft = await takeDraft(tx)
  unwrap(maySave(openVersionOf(draft)))
  await refuseStale(tx, draft, revision)
  await deleteDraft(tx, draft.id)
  await recordChange(tx, { number: draft.number, what: 'discarded', by, reason: null })
  await tellEditors(tx, draft.id, draft.revision, by)
}

export async function tellEditors(tx: Tx, versionId: string, revision: number, by: string | null): Promise<void> {
  await announce(tx, {
    topic: 'plan',
    subject: versionId,
    data: { revision, by },
    audience: { roles: planEditors },
  })
}
