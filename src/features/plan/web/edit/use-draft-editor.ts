import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, Unreachable } from '#ui/api/problem.ts'
import { useDraft } from '#ui/form/draft.ts'
import { useLive } from '#ui/live/live.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import type { PlanDraft } from '../../contract.ts'
import type { Place } from '../../domain/check/finding.ts'
import type { MergeConflict } from '../../domain/versions/merge.ts'
import { valueAt } from './place.ts'
import { draft as draftQuery, planApi } from '../queries.ts'
import {
  accepted,
  begin,
  changedElsewhere,
  edited,
  isUnsaved,
  settled,
  type Sync,
  type Unsaved,
} from './draft-sync.ts'

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'unreachable' | 'refused'
export type DraftEditor = {
  readonly sync: Sync
  readonly state: SaveState
  /** Why the last save was refused. */
  readonly error: unknown
  readonly edit: (place: Place, value: unknown) => void
  readonly update: <Value>(place: Place, change: (value: Value) => Value) => void
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
  const [state, setState] = useState<SaveState>('saved')
  const [error, setError] = useState<unknown>(null)
  const now = useRef(sync)
  const running = useRef<Promise<void> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const put = useCallback(
    (next: Sync) => {
      now.current = next
      setSync(next)
      keep(isUnsaved(next) ? { draftId: next.saved.id, base: next.saved.document, document: next.document } : null)
    },
    [keep],
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

  const edit = (place: Place, value: unknown) => {
    put(edited(now.current, place, value))
    saveSoon()
  }

  return {
    sync,
    state,
    error,
    edit,
    update: (place, change) => edit(place, change(valueAt(now.current.document, place) as never)),
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
