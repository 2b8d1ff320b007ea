import type { Source } from './live-store.ts'

/** What the tabs of one browser say to each other. */
export type TabMessage =
  | { readonly kind: 'hello' }
  | { readonly kind: 'open' }
  | { readonly kind: 'lost'; readonly closed: boolean }
  | { readonly kind: 'event'; readonly data: string; readonly lastEventId: string }

export type Tabs = {
  readonly post: (message: TabMessage) => void
  readonly listen: (hear: (message: TabMessage) => void) => () => void
  /** Runs `lead` when this tab is the one that holds the stream, until the promise that it gives ends. */
  readonly lead: (lead: () => Promise<void>, signal: AbortSignal) => void
}

/**
 * One stream for all tabs. A browser opens only six connections to a server over HTTP/1.1, so a stream per tab would stop the
 * seventh tab. The tab that leads holds the stream and passes on what it hears; when it closes, the next one goes on after the last event.
 */
export function sharedSource(after: string | null, tabs: Tabs, open: (after: string | null) => Source): Source {
  const stop = new AbortController()
  let last = after
  let own: Source | null = null
  let state = 0

  const hear = (message: TabMessage) => {
    if (message.kind === 'hello') {
      if (own && state === 1) tabs.post({ kind: 'open' })
    } else if (message.kind === 'open') {
      if (state === 1) return
      state = 1
      source.onopen?.()
    } else if (message.kind === 'lost') {
      state = message.closed ? 2 : 0
      source.onerror?.()
    } else {
      if (message.lastEventId !== '') last = message.lastEventId
      source.onmessage?.(message)
    }
  }
  const tell = (message: TabMessage) => {
    tabs.post(message)
    hear(message)
  }
  const lead = async () =>
    new Promise<void>((release) => {
      if (stop.signal.aborted) return release()
      stop.signal.addEventListener('abort', () => release(), { once: true })
      const stream = open(last)
      own = stream
      stream.onopen = () => tell({ kind: 'open' })
      stream.onerror = () => tell({ kind: 'lost', closed: stream.readyState === 2 })
      stream.onmessage = ({ data, lastEventId }) => tell({ kind: 'event', data, lastEventId })
      return undefined
    })

  const deaf = tabs.listen(hear)
  const source: Source = {
    get readyState() {
      return state
    },
    onopen: null,
    onerror: null,
    onmessage: null,
    close() {
      state = 2
      stop.abort()
      own?.close()
      deaf()
    },
  }
  tabs.post({ kind: 'hello' })
  tabs.lead(lead, stop.signal)
  return source
}

/** The real tabs; null where the browser has no locks (plain http on another address than this machine's own). */
export function browserTabs(name: string): Tabs | null {
  if (typeof BroadcastChannel !== 'function' || !('locks' in navigator)) return null
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => channel.postMessage(message),
    listen: (hear) => {
      const listener = ({ data }: MessageEvent<TabMessage>) => hear(data)
      channel.addEventListener('message', listener)
      return () => channel.removeEventListener('message', listener)
    },
    lead: (lead, signal) => {
      navigator.locks.request(name, { signal }, lead).catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
    },
  }
}
