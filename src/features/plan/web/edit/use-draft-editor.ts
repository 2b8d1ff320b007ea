import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, Unreachable } from '#ui/api/problem.ts'
import { useDraft } from '#ui/form/draft.ts'
import { useLive } from '#ui/live/live.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import type { PlanDraft } from '../../contract.ts'
import type { Place } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { withValue } from '../../domain/edit/at-place.ts'
import { noHistory, redo, remembered, type Turned, undo } from '../../domain/edit/history.ts'
import type { MergeConflict } from '../../domain/versions/merge.ts'
import { draft as draftQuery, planApi } from '../queries.ts'
import {
  accepted,
  begin,
  changed,
  changedElsewhere,
  isUnsaved,
  settled,
  type Sync,
  turnedBack,
  type Unsaved,
} from './draft-sync.ts'
import { editorStore, type EditorStore } from './editor-store.ts'

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'unreachable' | 'refused'
/** A change that was taken back or done again, and where. */
export type LastTurn = { readonly way: 'undone' | 'redone'; readonly place: Place }
export type DraftEditor = {
  readonly sync: Sync
  readonly store: EditorStore
  readonly state: SaveState
  /** Why the last save was refused. */
  readonly error: unknown
  readonly edit: (place: Place, value: unknown) => void
  readonly change: (place: Place, to: (plan: SupportPlan) => SupportPlan) => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
  readonly lastTurn: LastTurn | null
  readonly settle: (conflict: MergeConflict, useMine: boolean) => void
  /** Saves what is unsaved now; gives the draft as the server has it. */
  readonly flush: () => Promise<PlanDraft>
}

const pauseInTyping = 700
const untilNextTry = 4000

/** A draft that saves itself while one types, brings others' changes in, and survives a crash of the browser. */
export function useDraftEditor(initial: PlanDraft): DraftEditor {
  const queries = useQueryClient()
  const me = useSignedIn()
  const { value: unsaved, change: keep } = useDraft<Unsaved | null>('plan.draft', null, 1)
  const [sync, setSync] = useState(() => begin(initial, unsaved))
  const [store] = useState(() => editorStore(sync.document))
  const [history, setHistory] = useState(noHistory)
  const [lastTurn, setLastTurn] = useState<LastTurn | null>(null)
  const [state, setState] = useState<SaveState>('saved')
  const [error, setError] = useState<unknown>(null)
  const now = useRef(sync)
  const past = useRef(history)
  const running = useRef<Promise<void> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const put = useCallback(
    (next: Sync) => {
      now.current = next
      store.setPlan(next.document)
      setSync(next)
      keep(isUnsaved(next) ? { draftId: next.saved.id, base: next.saved.document, document: next.document } : null)
    },
    [keep, store],
  )

  const save = useCallback(async () => {
    while (isUnsaved(now.current)) {
      setState('saving')
      const { saved, document } = now.current
      try {
        const answer = await planApi('PUT /api/v1/plan/draft', { body: { revision: saved.revision, document } })
        put(accepted(now.current, document, answer))
        queries.setQueryData(draftQuery.queryKey, answer)
      } catch (cause) {
        if (!(cause instanceof ApiProblem) || cause.code !== 'draft-changed') throw cause
        put(changedElsewhere(now.current, await queries.query({ ...draftQuery, staleTime: 0 })))
      }
    }
    setState('saved')
    setError(null)
  }, [put, queries])

  const run = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    running.current ??= save().finally(() => {
      running.current = null
    })
    try {
      await running.current
    } catch (cause) {
      setError(cause)
      const later = cause instanceof Unreachable || (cause instanceof ApiProblem && cause.status >= 500)
      setState(later ? 'unreachable' : 'refused')
      if (later) timer.current = setTimeout(() => void run().catch(() => undefined), untilNextTry)
      throw cause
    }
  }, [save])

  const saveSoon = useCallback(() => {
    setState((before) => (before === 'saving' ? before : 'unsaved'))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void run().catch(() => undefined), pauseInTyping)
  }, [run])

  // What came back from a crash is saved like anything that was typed.
  useEffect(() => {
    if (isUnsaved(now.current)) saveSoon()
    return () => clearTimeout(timer.current)
  }, [saveSoon])

  useLive('plan', ({ data }) => {
    if (data['by'] === me.id && data['published'] === undefined) return
    void queries.query({ ...draftQuery, staleTime: 0 }).then(
      (theirs) => {
        if (theirs.id !== now.current.saved.id || theirs.state !== 'draft') return
        if (theirs.revision > now.current.saved.revision && !running.current)
          put(changedElsewhere(now.current, theirs))
      },
      // The draft is gone: the page above shows that by its own query.
      () => queries.invalidateQueries({ queryKey: ['plan'] }),
    )
  })

  const change = useCallback(
    (place: Place, to: (plan: SupportPlan) => SupportPlan) => {
      const before = now.current.document
      const after = to(before)
      if (after === before) return
      past.current = remembered(past.current, { place, before, after, at: Date.now() })
      setHistory(past.current)
      setLastTurn(null)
      put(changed(now.current, after))
      saveSoon()
    },
    [put, saveSoon],
  )
  const edit = useCallback(
    (place: Place, value: unknown) => change(place, (plan) => withValue(plan, place, value)),
    [change],
  )
  const turn = useCallback(
    (way: LastTurn['way'], turned: Turned | null) => {
      if (!turned) return
      past.current = turned.history
      setHistory(past.current)
      setLastTurn({ way, place: turned.step.place })
      put(turnedBack(now.current, turned.document, turned.conflicts))
      saveSoon()
    },
    [put, saveSoon],
  )

  return {
    sync,
    store,
    state,
    error,
    edit,
    change,
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
    undo: useCallback(() => turn('undone', undo(past.current, now.current.document)), [turn]),
    redo: useCallback(() => turn('redone', redo(past.current, now.current.document)), [turn]),
    lastTurn,
    settle: (conflict, useMine) => {
      put(settled(now.current, conflict, useMine))
      if (useMine) saveSoon()
    },
    flush: async () => {
      await run()
      return now.current.saved
    },
  }
}
