import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Finding, Place } from '../../domain/check/finding.ts'
import { sayFinding } from '../../domain/check/say.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { valueAt } from '../../domain/edit/at-place.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { type EditorState, type EditorStore, placeKey } from './editor-store.ts'

export type Editor = {
  readonly store: EditorStore
  readonly edit: (place: Place, value: unknown) => void
  /** A change of more than one place: the whole plan before gives the plan after. `place` is what it is about. */
  readonly change: (place: Place, to: (plan: SupportPlan) => SupportPlan) => void
  readonly undo: () => void
  readonly goTo: (place: Place) => void
}

const Context = createContext<Editor | null>(null)

/** `editor` has to stay the same object: what changes stands in its store. */
export function EditorProvider({ editor, children }: { readonly editor: Editor; readonly children: ReactNode }) {
  return <Context value={editor}>{children}</Context>
}

export function useEditor(): Editor {
  const editor = useContext(Context)
  if (!editor) throw new Error('EditorProvider is missing above this field')
  return editor
}

/** What `read` gives; drawn again only when that is another value, so it gives a part of the state as it is. */
export function useEditorState<Value>(read: (state: EditorState) => Value): Value {
  const { store } = useEditor()
  return useSyncExternalStore(store.subscribe, () => read(store.read()))
}

export function usePlanPart<Value>(read: (plan: SupportPlan) => Value): Value {
  return useEditorState(({ plan }) => read(plan))
}

export function useValueAt<Value>(place: Place): Value {
  return useEditorState(({ plan }) => valueAt(plan, place)) as Value
}

const nothing: readonly Finding[] = []

/** What was found at a place, in words, and how grave the gravest is. */
export function useFindingsAt(place: Place): {
  readonly message: string | null
  readonly state: 'error' | 'warning' | 'none'
} {
  const { t } = usePlanWords()
  const here = placeKey(place)
  const findings = useEditorState((state) => state.findings.get(here) ?? nothing)
  if (findings.length === 0) return { message: null, state: 'none' }
  const grave = (['error', 'warning'] as const).find((one) => findings.some(({ severity }) => severity === one))
  const message = findings.map((finding) => sayFinding(finding, { language: t.language, say: t.any })).join(' ')
  return { message, state: grave ?? 'none' }
}

/** The value at a place, how to change it, and what is to be said about it. */
export function useField<Value>(place: Place) {
  const { edit } = useEditor()
  const value = useValueAt<Value>(place)
  return { value, change: (next: Value) => edit(place, next), found: useFindingsAt(place) }
}
