import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLive } from '#ui/live/live.tsx'

/** Many changes at once are one look at the server. */
const gatherMs = 700

/** Keeps lists and counts fresh when others move tickets; an open ticket's page looks after itself. */
export function useLiveRefresh(): void {
  const queries = useQueryClient()
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  useEffect(() => {
    const pending = timers.current
    return () => {
      for (const timer of pending.values()) clearTimeout(timer)
      pending.clear()
    }
  }, [])
  const later = (part: string, ms: number) => {
    if (timers.current.has(part)) return
    const refresh = () => {
      timers.current.delete(part)
      void queries.invalidateQueries({ queryKey: ['tickets', part] })
    }
    timers.current.set(part, setTimeout(refresh, ms))
  }
  useLive('ticket', () => {
    later('list', gatherMs)
    later('counts', gatherMs)
  })
}
