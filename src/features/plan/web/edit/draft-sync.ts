import type { PlanDraft } from '../../contract.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Place } from '../../domain/check/finding.ts'
import type { Json } from '../../domain/versions/json.ts'
import { type MergeConflict, mergeDrafts } from '../../domain/versions/merge.ts'
import { withValue } from '../../domain/edit/at-place.ts'

/** What is on the page beside what the server has. */
export type Sync = {
  /** The last answer of the server. */
  readonly saved: PlanDraft
  /** What is on the page. */
  readonly document: SupportPlan
  /** What the page showed when it was last in step with the server; the same object as `document` while nothing was typed since. */
  readonly inStep: SupportPlan
  /** What somebody else's save stands in the way of. */
  readonly conflicts: readonly MergeConflict[]
}

/** What a browser keeps of typing that has not been saved yet. */
export type Unsaved = { readonly draftId: string; readonly base: SupportPlan; readonly document: SupportPlan }

const json = (document: SupportPlan) => document as unknown as Json

export function begin(saved: PlanDraft, unsaved: Unsaved | null): Sync {
  const fresh: Sync = { saved, document: saved.document, inStep: saved.document, conflicts: [] }
  if (unsaved?.draftId !== saved.id) return fresh
  return bring(fresh, unsaved.base, unsaved.document, saved)
}

export function isUnsaved(sync: Sync): boolean {
  return sync.document !== sync.inStep
}

export function edited(sync: Sync, place: Place, value: unknown): Sync {
  return changed(sync, withValue(sync.document, place, value))
}

export function changed(sync: Sync, document: SupportPlan): Sync {
  return { ...sync, document }
}

/** What stands in the way of taking a change back is shown like somebody else's save that does. */
export function turnedBack(sync: Sync, document: SupportPlan, conflicts: readonly MergeConflict[]): Sync {
  return { ...sync, document, conflicts: [...sync.conflicts, ...conflicts] }
}

/**
 * The server took `sent`. What was typed is left as it stands (the server trims texts, and one may be typing on); only the public
 * holidays, which the server writes, are taken over.
 */
export function accepted(sync: Sync, sent: SupportPlan, saved: PlanDraft): Sync {
  const inStep = withPublicDays(sent, saved.document)
  const document = sync.document === sent ? inStep : withPublicDays(sync.document, saved.document)
  return { ...sync, saved, document, inStep }
}

/** Somebody else saved: their changes come in beside what was typed here. */
export function changedElsewhere(sync: Sync, saved: PlanDraft): Sync {
  if (!isUnsaved(sync))
    return { saved, document: saved.document, inStep: saved.document, conflicts: sync.conflicts }
  return bring(sync, sync.saved.document, sync.document, saved)
}

export function settled(sync: Sync, conflict: MergeConflict, useMine: boolean): Sync {
  const conflicts = sync.conflicts.filter((one) => one !== conflict)
  if (!useMine || conflict.mine === undefined) return { ...sync, conflicts }
  return { ...sync, conflicts, document: withValue(sync.document, conflict.place, conflict.mine) }
}

function bring(sync: Sync, base: SupportPlan, mine: SupportPlan, saved: PlanDraft): Sync {
  const merged = mergeDrafts(json(base), json(mine), json(saved.document))
  const document = merged.document as unknown as SupportPlan
  const conflicts = [...sync.conflicts, ...merged.conflicts]
  return { saved, document, inStep: saved.document, conflicts }
}

function withPublicDays(document: SupportPlan, from: SupportPlan): SupportPlan {
  const supportHours = document.teams.supportHours.map((hours) => {
    const same = from.teams.supportHours.find((one) => one.key === hours.key)
    if (!same || same.holidays.country !== hours.holidays.country) return hours
    // The same days stay the same object: calendars laid out for it are kept, and nothing is drawn again.
    if (JSON.stringify(same.holidays.publicDays) === JSON.stringify(hours.holidays.publicDays)) return hours
    return { ...hours, holidays: { ...hours.holidays, publicDays: same.holidays.publicDays } }
  })
  const differs = supportHours.some((hours, index) => hours !== document.teams.supportHours[index])
  return differs ? { ...document, teams: { ...document.teams, supportHours } } : document
}
