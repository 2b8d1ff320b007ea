import { startTransition, useEffect, useState } from 'react'
import type { NeededInTier } from '../../domain/estimate/needed.ts'
import type { Forecast } from '../../domain/forecast.ts'
import { startRun } from './pool.ts'
import type { Ask } from './messages.ts'

export type Run = {
  readonly state: 'none' | 'running' | 'done' | 'failed' | 'stopped'
  readonly share: number
  /** Of an earlier run, as long as this one has none. */
  readonly forecast: Forecast | null
  readonly needed: readonly NeededInTier[] | null
  readonly stop: () => void
}

type Shown = Omit<Run, 'stop'> & { readonly of: Ask | null }
const nothing: Shown = { of: null, state: 'none', share: 0, forecast: null, needed: null }

/** Works out what is asked, anew whenever that is another object; `null` asks for nothing. */
export function useRun(ask: Ask | null): Run {
  const [shown, setShown] = useState(nothing)
  const [stopped, setStopped] = useState<Ask | null>(null)
  const wanted = ask !== null && stopped !== ask ? ask : null
  useEffect(() => {
    if (!wanted) return undefined
    const change = (part: Partial<Shown>) =>
      startTransition(() => setShown((before) => ({ ...begun(before, wanted), ...part })))
    return startRun(wanted, (news) => {
      if (news.kind === 'progress') change({ share: news.share })
      else if (news.kind === 'failed') change({ state: 'failed' })
      else if (news.kind === 'needed') change({ state: 'done', share: 1, needed: news.needed })
      else if (news.complete) change({ state: 'done', share: 1, forecast: news.forecast })
      else change({ forecast: news.forecast })
    })
  }, [wanted])
  const { of, ...run } = ask === null ? nothing : begun(shown, ask)
  return {
    ...run,
    state: ask !== null && stopped === ask && run.state === 'running' ? 'stopped' : run.state,
    stop: () => setStopped(of),
  }
}

/** What is shown of a run before anything was heard of it. */
function begun(before: Shown, ask: Ask): Shown {
  return before.of === ask ? before : { ...before, of: ask, state: 'running', share: 0 }
}
