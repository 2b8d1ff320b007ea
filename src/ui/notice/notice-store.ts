export type Tone = 'success' | 'info' | 'warning' | 'error'

export type Notice = {
  readonly id: number
  readonly text: string
  readonly tone: Tone
  /** When it goes by itself; an undo ends then. */
  readonly until: number
  readonly undo: (() => Promise<void> | void) | null
}

export type NoticeInput = {
  readonly text: string
  readonly tone?: Tone
  readonly seconds?: number
  readonly undo?: () => Promise<void> | void
  /** Runs when the time to undo is over, also when the page is left before that. */
  readonly commit?: () => void
}

type Kept = Notice & { readonly commit: (() => void) | null }
type Clock = { readonly now: () => number; readonly wait: (run: () => void, ms: number) => void }

const most = 4

/** Messages in a corner of the page, some with a way back. */
export function makeNotices(clock: Clock) {
  let kept: readonly Kept[] = []
  let next = 1
  const watchers = new Set<() => void>()
  const set = (notices: readonly Kept[]) => {
    kept = notices
    for (const watcher of watchers) watcher()
  }
  const take = (id: number): Kept | undefined => {
    const found = kept.find((one) => one.id === id)
    if (found) set(kept.filter((one) => one.id !== id))
    return found
  }
  const expire = (id: number) => take(id)?.commit?.()

  return {
    show: ({ text, tone = 'success', seconds = 6, undo, commit }: NoticeInput): number => {
      const id = next
      next += 1
      const until = clock.now() + seconds * 1000
      set([...kept, { id, text, tone, until, undo: undo ?? null, commit: commit ?? null }])
      const oldest = kept.length > most ? kept[0] : undefined
      if (oldest) expire(oldest.id)
      clock.wait(() => expire(id), seconds * 1000)
      return id
    },
    /** Closing a message that could be undone means: it stays done. */
    dismiss: expire,
    undo: async (id: number): Promise<void> => {
      await take(id)?.undo?.()
    },
    /** The page is being left: what waited for an undo happens now. */
    flush: () => {
      for (const one of kept) expire(one.id)
    },
    all: (): readonly Notice[] => kept,
    watch: (changed: () => void) => {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
  }
}
