import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReplayedTicket, ReplayPage } from '../../contract/replay.ts'
import { addTotals, nothingReplayed, type ReplayTotals } from '../../domain/replay/totals.ts'
import { forecastApi } from '../queries.ts'

export type ReplayAsked = { readonly plan: 'draft' | number; readonly from: string; readonly to: string }

export type Replayed = {
  readonly totals: ReplayTotals
  readonly tickets: readonly ReplayedTicket[]
  /** Tickets in the whole period. */
  readonly total: number
  readonly state: 'playing' | 'done' | 'stopped' | 'changed' | 'failed'
  readonly error: unknown
}

const begun: Replayed = { totals: nothingReplayed, tickets: [], total: 0, state: 'playing', error: null }

/** Plays the past page by page, adding up. What is asked anew begins anew; to stop keeps what there is. */
export function useReplay(asked: ReplayAsked | null): {
  readonly replayed: Replayed | null
  readonly stop: () => void
} {
  const [replayed, setReplayed] = useState<Replayed | null>(null)
  const running = useRef<AbortController | null>(null)
  const { plan, from, to } = asked ?? {}
  useEffect(() => {
    if (plan === undefined || from === undefined || to === undefined) return
    const controller = new AbortController()
    running.current = controller
    setReplayed(begun)
    void play({ plan, from, to }, controller.signal, setReplayed)
    return () => controller.abort()
  }, [plan, from, to])
  const stop = useCallback(() => {
    running.current?.abort()
    setReplayed((now) => (now?.state === 'playing' ? { ...now, state: 'stopped' } : now))
  }, [])
  return { replayed: asked ? replayed : null, stop }
}

async function play(asked: ReplayAsked, signal: AbortSignal, show: (replayed: Replayed) => void): Promise<void> {
  let sum = begun
  let mark: string | null = null
  try {
    for (let after: number | null = 0; after !== null; ) {
      const body: ReplayAsked & { readonly after: number } = { ...asked, after }
      const page: ReplayPage = await forecastApi('POST /api/v1/forecast/replays', { body, signal })
      if (signal.aborted) return
      if (mark !== null && mark !== page.mark) return show({ ...sum, state: 'changed' })
      mark = page.mark
      after = page.next
      sum = {
        totals: addTotals(sum.totals, page.totals),
        tickets: [...sum.tickets, ...page.tickets],
        total: page.total,
        state: after === null ? 'done' : 'playing',
        error: null,
      }
      show(sum)
    }
  } catch (error) {
    if (!signal.aborted) show({ ...sum, state: 'failed', error })
  }
}
