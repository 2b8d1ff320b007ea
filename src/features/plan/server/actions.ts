import { Conflict, NotFound, Refused, unwrap } from '#platform/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { SupportPlan } from '../domain/document/support-plan.ts'
import type { PlanFacts } from '../contract.ts'
import { starterPlan } from '../domain/starter/starter-plan.ts'
import { type Json, sameJson } from '../domain/versions/json.ts'
import { mayReplace, type VersionState } from '../domain/versions/version.ts'
import { publishVersion } from './publishing.ts'
import { type PlanInForce, readPublished } from './published.ts'
import { aboutVersion } from './documents/documents.ts'
import { beginDraft, openVersionOf, saveDraft } from './drafts.ts'
import { deskFacts, factsView } from './check-facts.ts'
import type { PlanServices } from './services.ts'
import { type StarterFor, starterFor } from './starter.ts'
import { bringIn } from './file/import-draft.ts'
import {
  findDraft,
  findPlanPerson,
  findVersion,
  findVersionByNumber,
  insertDraft,
  lockDraft,
  publishedId,
  recordChange,
  saveDocument,
  type VersionRow,
} from './store.ts'

export { deskFacts } from './check-facts.ts'
export type { PlanInForce } from './published.ts'
export type { PlanServices } from './services.ts'
export { adoptPlan } from './adopt.ts'
export type { PlanListener } from './listeners.ts'

/** The plan that new tickets run under; null while the organisation has none. */
export async function publishedPlan(tx: Tx): Promise<PlanInForce | null> {
  const id = await publishedId(tx)
  return id === null ? null : readPublished(tx, id)
}

/** The published or superseded plan with this id: what a ticket is pinned to. Cheap: kept per process. */
export async function planVersion(tx: Tx, id: string): Promise<PlanInForce> {
  const version = await readPublished(tx, id)
  if (!version) throw new NotFound(`No published plan version ${id}`)
  return version
}

/** The published plan, the draft, or the version with this number that is or was in force; null when there is none. */
export async function planToRead(tx: Tx, which: Which): Promise<PlanToRead | null> {
  const version = await findWhich(tx, which)
  return typeof which === 'number' && !version?.publishedAt ? null : version
}

type Which = 'published' | 'draft' | number

async function findWhich(tx: Tx, which: Which): Promise<VersionRow | null> {
  if (which === 'draft') return findDraft(tx)
  if (which !== 'published') return findVersionByNumber(tx, which)
  const id = await publishedId(tx)
  return id === null ? null : findVersion(tx, id)
}

export type PlanToRead = {
  readonly number: number
  readonly state: VersionState
  readonly document: SupportPlan
}

export type StarterOptions = StarterFor & {
  readonly authorId?: string | null
  /** Publishes it right away, in this person's name; without it, the plan is a draft that is ready to publish. */
  readonly publish?: { readonly approverId: string; readonly reason: string }
}

export type Place = Pick<StarterOptions, 'owner' | 'timeZone'> & { readonly country: string | null }

/**
 * Begins the starter plan anew for another time zone and country, as long as nobody has touched it. False when somebody
 * has: then nothing happens.
 */
export async function placeStarterPlan(tx: Tx, place: Place): Promise<boolean> {
  const draft = await lockDraft(tx)
  const isUntouched = draft?.number === 1 && draft.state === 'draft' && draft.changedBy === null
  if (!draft || !isUntouched || !isStarter(draft.document)) return false
  await saveDocument(tx, draft, await starterFor(place, tx.now), null)
  return true
}

/** A file that the command line brought in bears nobody's name either: only what the plan says tells it apart. */
function isStarter(document: SupportPlan): boolean {
  const [hours] = document.teams.supportHours
  const [phase] = document.involvement.phases
  if (!hours || !phase) return false
  const { country, publicDays } = hours.holidays
  const { owner } = document
  const starter = starterPlan({ startDay: phase.starts, owner, timeZone: hours.timeZone, country, publicDays })
  return sameJson(document as unknown as Json, starter as unknown as Json)
}

/** Gives an organisation that has no plan the starter plan. */
export async function createStarterPlan(
  tx: Tx,
  options: StarterOptions,
): Promise<{ readonly id: string; readonly number: number }> {
  const { authorId = null, publish } = options
  const document = await starterFor(options, tx.now)
  const id = await insertDraft(tx, { document, authorId, basedOn: null })
  const draft = id === null ? null : await findVersion(tx, id)
  if (!draft) throw new Refused({ code: 'draft-exists' })
  await recordChange(tx, { number: draft.number, what: 'drafted', by: authorId, reason: null })
  if (publish) {
    const approver = await findPlanPerson(tx, publish.approverId)
    if (!approver) throw new NotFound('No such approver')
    unwrap(await publishVersion(tx, draft, approver, publish.reason))
  }
  return { id: draft.id, number: draft.number }
}

/** A version with everything that goes into a document about it; null when there is none. For the command line, which has the machine. */
export async function exportedVersion(
  tx: Tx,
  which: Which,
): Promise<{ readonly plan: SupportPlan; readonly about: Awaited<ReturnType<typeof aboutVersion>> } | null> {
  const version = await findWhich(tx, which)
  return version ? { plan: version.document, about: await aboutVersion(tx, version) } : null
}

/** Makes a plan the draft; what a person changed there is replaced only when that is meant. For the command line. */
export async function importedDraft(
  tx: Tx,
  plan: SupportPlan,
  { replace }: { readonly replace: boolean },
): Promise<{ readonly number: number; readonly revision: number }> {
  const open = await findDraft(tx)
  if (open) unwrap(mayReplace(openVersionOf(open), open.changedBy?.name ?? null, replace))
  return bringIn(tx, null, { document: plan, revision: open?.revision ?? null })
}

export type PlanToChange = {
  readonly number: number
  readonly state: 'draft' | 'in-review' | 'published'
  /** Of the draft; null: changing begins one from the plan in force. */
  readonly revision: number | null
  readonly document: SupportPlan
  /** What the check goes by beside the document. */
  readonly facts: PlanFacts
}

/** The version that a change goes into: the one that is being worked on, else the one in force, from which a draft will begin. */
export async function planToChange(tx: Tx, services: PlanServices): Promise<PlanToChange | null> {
  const draft = await findDraft(tx)
  const found = draft ?? (await findWhich(tx, 'published'))
  if (!found) return null
  const { number, document } = found
  const state = found.state === 'superseded' ? 'published' : found.state
  return {
    number,
    state,
    revision: draft?.revision ?? null,
    document,
    facts: factsView(await deskFacts(tx, services)),
  }
}

/**
 * Changes the draft in somebody's name, and begins one where there is none. `revision` is the draft they looked at, null where there was
 * none: whoever comes second is told that it changed. Whether they may is for the caller to say.
 */
export async function changeDraft(
  tx: Tx,
  by: string,
  revision: number | null,
  change: (plan: SupportPlan) => SupportPlan,
): Promise<{ readonly number: number; readonly revision: number }> {
  const open = await findDraft(tx)
  if (open && revision === null) throw new Conflict('draft-changed', { changedBy: open.changedBy })
  if (!open && revision !== null) throw new Refused({ code: 'no-draft' })
  const draft = open ?? (await beginDraft(tx, by, undefined))
  const saved = await saveDraft(tx, by, revision ?? draft.revision, change(draft.document))
  return { number: saved.number, revision: saved.revision }
}
