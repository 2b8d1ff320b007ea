/** Something changed on the server: a kind of thing, and which one. Null: anything of this kind may have changed; nothing is told with it. */
export type LiveEvent = {
  readonly topic: string
  readonly subject: string | null
  readonly data: Readonly<Record<string, unknown>>
}
export type LiveState = 'off' | 'connecting' | 'on' | 'lost'
export type LiveHandler = (event: LiveEvent) => void

/** What the store needs of an `EventSource`. */
export type Source = {
  readonly readyState: number
  onopen: (() => void) | null
  onerror: (() => void) | null
  onmessage: ((event: { readonly data: string; readonly lastEventId: string }) => void) | null
  close(): void
}

export type LiveStore = {
  readonly start: () => void
  readonly stop: () => void
  readonly reconnect: () => void
  readonly state: () => LiveState
  readonly watch: (changed: () => void) => () => void
  readonly on: (topic: string, handler: LiveHandler) => () => void
}

const closed = 2
const longestWait = 30_000

/**
 * Keeps one stream open. The browser resumes a broken stream by itself; after the server refused it, the store tries again
 * with growing pauses, continuing after the last event.
 */
export function makeLive(
  open: (after: string | null) => Source,
  wait = setTimeout,
  report: (error: unknown) => void = (error) => reportError(error),
): LiveStore {
  const handlers = new Map<string, Set<LiveHandler>>()
  const watchers = new Set<() => void>()
  let source: Source | null = null
  let state: LiveState = 'off'
  let last: string | null = null
  let pause = 1000
  let timer: ReturnType<typeof setTimeout> | undefined

  const become = (next: LiveState) => {
    if (next === state) return
    state = next
    for (const watcher of watchers) watcher()
  }
  const tell = (event: LiveEvent) => {
    for (const handler of Array.from(handlers.get(event.topic) ?? [])) {
      try {
        handler(event)
      } catch (error) {
        // What one part of the page cannot hear, the others still do.
        report(error)
      }
    }
  }
  const tellAll = () => {
    for (const topic of handlers.keys()) tell({ topic, subject: null, data: {} })
  }

  const connect = () => {
    clearTimeout(timer)
    source?.close()
    if (state !== 'lost') become('connecting')
    const mine = open(last)
    source = mine
    mine.onopen = () => {
      pause = 1000
      become('on')
      // A stream without a last event tells nothing of before: what pages fetched until now may be out of date.
      if (last === null) tellAll()
    }
    mine.onmessage = ({ data, lastEventId }) => {
      if (lastEventId !== '') last = lastEventId
      const event = parse(data)
      if (event?.topic === 'resync') tellAll()
      else if (event) tell(event)
    }
    mine.onerror = () => {
      if (mine !== source) return
      become('lost')
      if (mine.readyState !== closed) return
      timer = wait(connect, pause)
      pause = Math.min(pause * 2, longestWait)
    }
  }

  return {
    start: () => {
      if (!source) connect()
    },
    stop: () => {
      clearTimeout(timer)
      source?.close()
      source = null
      last = null
      become('off')
    },
    reconnect: () => {
      if (state === 'lost') connect()
    },
    state: () => state,
    watch: (changed) => {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    on: (topic, handler) => {
      const set = handlers.get(topic) ?? new Set()
      handlers.set(topic, set.add(handler))
      return () => {
        set.delete(handler)
        if (set.size === 0) handlers.delete(topic)
      }
    },
  }
}

function parse(text: string): LiveEvent | null {
  try {
    const event = JSON.parse(text) as Partial<LiveEvent> | null
    if (!event || typeof event.topic !== 'string') return null
    return { topic: event.topic, subject: event.subject ?? null, data: event.data ?? {} }
  } catch {
    return null
  }
}
