import * as Y from 'yjs'
import type { NotesSince } from '../../../contract/notes.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { type Keep, type Sealed, unsentIn } from './unsent.ts'

/** How a page talks to the server. Throws `Denied` when the server says no for good; anything else is worth another try. */
export type Transport = {
  readonly since: (after: number) => Promise<NotesSince>
  readonly send: (
    after: number,
    updates: readonly { readonly key: string; readonly update: string }[],
  ) => Promise<NotesSince>
}

export class Denied extends Error {
  override readonly name = 'Denied'
  readonly code: string

  constructor(code: string, options?: ErrorOptions) {
    super(`Denied: ${code}`, options)
    this.code = code
  }
}

/** What a live event says of the notes. */
export type NotesHeard = { readonly from: number; readonly last: number; readonly update?: string | undefined }

export type SyncState =
  | { readonly name: 'loading' | 'saved' | 'sending' | 'unreachable' }
  /** The server takes nothing more: `notes-full`, `minutes-sent`. What was typed stays here. */
  | { readonly name: 'denied'; readonly code: string }

export type NotesSync = {
  readonly document: Y.Doc
  readonly text: Y.Text
  readonly hear: (heard: NotesHeard) => void
  /** Looks what is new, as after a connection that was away. */
  readonly refresh: () => void
  readonly state: () => SyncState
  readonly watch: (tell: () => void) => () => void
  /** Nothing here that the server does not have. */
  readonly isSettled: () => boolean
  readonly stop: () => void
}

export type SyncOptions = {
  readonly transport: Transport
  readonly keep: Keep
  readonly newKey: () => string
  /** For how long what is typed is gathered before it goes out. */
  readonly gatherMs?: number
  /** Shortest and longest pause before another try. */
  readonly retryMs?: readonly [number, number]
}

const remote = Symbol('remote')
const most = 20

/**
 * Keeps one page's notes in step with the server's. Whatever is typed goes out, under a key, until the server has said that it is
 * kept; whatever the server has comes in, by number. Both survive any cut, and a reload.
 */
export function syncNotes(options: SyncOptions): NotesSync {
  const { transport, keep, newKey, gatherMs = 300, retryMs = [400, 8_000] } = options
  const document = new Y.Doc()
  const text = document.getText('notes')
  const unsent = unsentIn(keep, newKey)
  const watchers = new Set<() => void>()
  let state: SyncState = { name: 'loading' }
  let last = 0
  /** Whether the server has to be asked, though there is nothing to send. */
  let asks = true
  let talking = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | null = null
  let [pause] = retryMs

  const turn = (next: SyncState) => {
    if (next.name === state.name && !('code' in next)) return
    state = next
    for (const tell of watchers) tell()
  }
  const take = (update: string) => Y.applyUpdate(document, fromBase64(update), remote)
  const takeAll = (answer: NotesSince) => {
    if (answer.state !== null) take(answer.state)
    for (const { update } of answer.updates) take(update)
    last = Math.max(last, answer.last)
  }
  const later = (ms: number) => {
    if (stopped || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      void talk()
    }, ms)
  }

  const talk = async (): Promise<void> => {
    if (talking || stopped || (state.name === 'denied' && !asks)) return
    talking = true
    try {
      while (!stopped && (asks || (!unsent.isEmpty() && state.name !== 'denied'))) await exchange()
      pause = retryMs[0]
    } catch (error) {
      if (error instanceof Denied) turn({ name: 'denied', code: error.code })
      else {
        turn({ name: 'unreachable' })
        later(pause * (0.5 + Math.random()))
        pause = Math.min(pause * 2, retryMs[1])
      }
    } finally {
      talking = false
    }
  }

  /** One question and its answer; throws when there was none. */
  const exchange = async (): Promise<void> => {
    const asked = asks
    asks = false
    const sealed: readonly Sealed[] = state.name === 'denied' ? [] : unsent.seal().slice(0, most)
    if (sealed.length > 0) turn({ name: 'sending' })
    try {
      const answer =
        sealed.length > 0
          ? await transport.send(
              last,
              sealed.map(({ key, update }) => ({ key, update: toBase64(update) })),
            )
          : await transport.since(last)
      takeAll(answer)
      unsent.forget(sealed.map(({ key }) => key))
      if (answer.frozen) turn({ name: 'denied', code: 'minutes-sent' })
      else if (unsent.isEmpty()) turn({ name: 'saved' })
      else if (state.name === 'denied' || state.name === 'loading') turn({ name: 'sending' })
    } catch (error) {
      asks ||= asked
      throw error
    }
  }

  // What was left behind by a reload stands in the text again at once; it goes out with the rest.
  for (const update of unsent.all()) Y.applyUpdate(document, update, remote)
  document.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === remote) return
    unsent.add(update)
    if (state.name === 'saved') turn({ name: 'sending' })
    if (state.name !== 'denied') later(gatherMs)
  })
  later(0)

  return {
    document,
    text,
    hear: ({ from, last: heard, update }) => {
      if (heard <= last) return
      if (from === last && update !== undefined) {
        take(update)
        last = heard
        return
      }
      asks = true
      later(talking ? gatherMs : 0)
    },
    refresh: () => {
      asks = true
      if (timer !== null) clearTimeout(timer)
      timer = null
      later(0)
    },
    state: () => state,
    watch: (tell) => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    isSettled: () => unsent.isEmpty() && !asks && !talking,
    stop: () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      document.destroy()
    },
  }
}
