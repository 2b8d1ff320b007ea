import type { Place } from '../check/finding.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import type { Json } from '../versions/json.ts'
import { type MergeConflict, mergeDrafts } from '../versions/merge.ts'
import { samePlace, valueAt } from './at-place.ts'

/** One change by this editor, from one plan to the next. */
export type Step = {
  readonly place: Place
  readonly before: SupportPlan
  readonly after: SupportPlan
  /** Milliseconds; typing on within a pause is one step. */
  readonly at: number
}
export type History = { readonly done: readonly Step[]; readonly undone: readonly Step[] }

export const noHistory: History = { done: [], undone: [] }
const mostSteps = 300
const pause = 1500

/** Remembers a change. Typing in one field without a pause is taken back at once. */
export function remembered(history: History, step: Step): History {
  const last = history.done.at(-1)
  const typing =
    typeof valueAt(step.after, step.place) !== 'object' && typeof valueAt(step.before, step.place) !== 'object'
  const goesOn =
    last !== undefined &&
    typing &&
    history.undone.length === 0 &&
    samePlace(last.place, step.place) &&
    step.at - last.at < pause
  const joined = goesOn ? { ...step, before: last.before } : step
  const done = goesOn ? history.done.slice(0, -1) : history.done
  return { done: [...done, joined].slice(-mostSteps), undone: [] }
}

export type Turned = {
  readonly history: History
  readonly document: SupportPlan
  readonly step: Step
  /** Where somebody else changed the same since: theirs stands. */
  readonly conflicts: readonly MergeConflict[]
}

/** Takes the last change back, whatever came in from others since then. Null when there is none. */
export function undo(history: History, now: SupportPlan): Turned | null {
  const step = history.done.at(-1)
  if (!step) return null
  return {
    ...turned(step.after, step.before, now),
    step,
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
  }
}

/** Does the change that was taken back last once more. */
export function redo(history: History, now: SupportPlan): Turned | null {
  const step = history.undone.at(-1)
  if (!step) return null
  return {
    ...turned(step.before, step.after, now),
    step,
    history: { done: [...history.done, { ...step, at: 0 }], undone: history.undone.slice(0, -1) },
  }
}

/** The plan as it is now, with the change from one plan to another. */
export function turned(from: SupportPlan, to: SupportPlan, now: SupportPlan) {
  if (now === from) return { document: to, conflicts: [] }
  const json = (plan: SupportPlan) => plan as unknown as Json
  const { document, conflicts } = mergeDrafts(json(from), json(to), json(now))
  return { document: document as unknown as SupportPlan, conflicts }
}
