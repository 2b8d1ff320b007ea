import { createContext, type ReactNode, useContext } from 'react'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Finding, Place } from '../../domain/check/finding.ts'
import { sayable } from '../../domain/check/say.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { valueAt } from './place.ts'

type Editor = {
  readonly plan: SupportPlan
  readonly edit: (place: Place, value: unknown) => void
  /** Changes what stands at a place by then, for what is done later than it was asked. */
  readonly update: <Value>(place: Place, change: (value: Value) => Value) => void
  readonly problems: readonly Finding[]
  /** Places whose list entries stand open. */
  readonly isOpen: (place: Place) => boolean
  readonly setOpen: (place: Place, open: boolean) => void
}

const Context = createContext<Editor | null>(null)

export function EditorProvider({ editor, children }: { readonly editor: Editor; readonly children: ReactNode }) {
  return <Context value={editor}>{children}</Context>
}

export function useEditor(): Editor {
  const editor = useContext(Context)
  if (!editor) throw new Error('EditorProvider is missing above this field')
  return editor
}

/** The value at a place, how to change it, and what is wrong with it. */
export function useField<Value>(place: Place) {
  const { plan, edit, problems } = useEditor()
  const { t } = usePlanWords()
  const here = place.join('.')
  const found = problems.filter((problem) => problem.place.join('.') === here)
  const error = found
    .map((problem) => t.any(`findings.${problem.code}`, sayable(problem.values, t.language)))
    .join(' ')
  return {
    value: valueAt(plan, place) as Value,
    change: (value: Value) => edit(place, value),
    error: error === '' ? null : error,
  }
}
