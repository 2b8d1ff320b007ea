import { useCallback, useEffect, useRef, useState } from 'react'
import { useMaybeSignedIn } from '../person/signed-in.tsx'
import { draftName, readDraft, writeDraft } from './draft-store.ts'

export type Draft<T> = {
  readonly value: T
  readonly change: (next: T | ((before: T) => T)) => void
  /** After sending: forgets what was kept and starts again from the beginning. */
  readonly clear: () => void
  /** What is shown was typed earlier and came back. */
  readonly restored: boolean
}

type State<T> = { readonly name: string; readonly value: T; readonly restored: boolean }

/**
 * A form's content that survives reload, sign-out and crash. Raise `version` when its shape changes;
 * a key such as `ticket.T-1042.reply` keeps drafts of different places apart.
 */
export function useDraft<T>(key: string, initial: T, version = 1): Draft<T> {
  const name = draftName(useMaybeSignedIn()?.id ?? 'anyone', key)
  const load = (): State<T> => {
    const kept = readDraft<T>(localStorage, name, version)
    return { name, value: kept ?? initial, restored: kept !== null }
  }
  const [state, setState] = useState(load)
  let shown = state
  if (state.name !== name) {
    shown = load()
    setState(shown)
  }

  const waiting = useRef<{ name: string; value: T } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    if (!waiting.current) return
    writeDraft(localStorage, waiting.current.name, { version, value: waiting.current.value, at: Date.now() })
    waiting.current = null
  }, [version])

  useEffect(() => {
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush, name])

  const change = useCallback<Draft<T>['change']>(
    (next) => {
      setState((before) => {
        const value = typeof next === 'function' ? (next as (before: T) => T)(before.value) : next
        waiting.current = { name, value }
        clearTimeout(timer.current)
        timer.current = setTimeout(flush, 200)
        return { name, value, restored: false }
      })
    },
    [name, flush],
  )

  const clear = () => {
    clearTimeout(timer.current)
    waiting.current = null
    localStorage.removeItem(name)
    setState({ name, value: initial, restored: false })
  }

  return { value: shown.value, change, clear, restored: shown.restored }
}
