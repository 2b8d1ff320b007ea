import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { type LiveHandler, makeLive, type Source } from './live-store.ts'
import { browserTabs, sharedSource } from './shared-source.ts'

const tabs = browserTabs('tierwise.live')

function stream(after: string | null): Source {
  const address = after === null ? '/api/v1/live' : `/api/v1/live?after=${encodeURIComponent(after)}`
  return new EventSource(address) as unknown as Source
}

const live = makeLive((after) => (tabs ? sharedSource(after, tabs, stream) : stream(after)))

/** The application starts the stream for whoever is signed in and stops it at sign-out. */
export const liveStream = { start: live.start, stop: live.stop, reconnect: live.reconnect }

export function useLiveState() {
  return useSyncExternalStore(live.watch, live.state)
}

/**
 * Hears of changes on one topic while the component is on the page. Usually:
 * `useLive('ticket', () => queryClient.invalidateQueries({ queryKey: ['tickets'] }))`.
 */
export function useLive(topic: string, handler: LiveHandler): void {
  const hear = useEffectEvent(handler)
  useEffect(() => live.on(topic, (event) => hear(event)), [topic])
}
