import * as Y from 'yjs'
import { fromBase64, toBase64 } from './base64.ts'

/** Where typed updates are kept until the server has them, also over a reload: `localStorage` in the page. */
export type Keep = { readonly read: () => string | null; readonly write: (text: string | null) => void }

export type Sealed = { readonly key: string; readonly update: Uint8Array }

/** What was typed and is not known to be on the server. */
export type Unsent = {
  /** Adds what was just typed. */
  readonly add: (update: Uint8Array) => void
  /** What has to go out; from here on under keys of their own, so that the server takes each once. */
  readonly seal: () => readonly Sealed[]
  /** These are on the server. */
  readonly forget: (keys: readonly string[]) => void
  readonly isEmpty: () => boolean
  /** Everything, to be shown again after a reload. */
  readonly all: () => readonly Uint8Array[]
}

type Kept = { readonly key: string; readonly update: string }

/** So many bytes at most go under one key. */
const mostBytes = 300_000

export function unsentIn(keep: Keep, newKey: () => string): Unsent {
  let sealed: readonly Sealed[] = read(keep.read())
  let open: Sealed | null = null

  const write = () => {
    const all = open ? [...sealed, open] : sealed
    keep.write(
      all.length === 0
        ? null
        : JSON.stringify(all.map(({ key, update }): Kept => ({ key, update: toBase64(update) }))),
    )
  }
  return {
    add: (update) => {
      if (open && open.update.length + update.length > mostBytes) {
        sealed = [...sealed, open]
        open = null
      }
      open = open ? { key: open.key, update: Y.mergeUpdates([open.update, update]) } : { key: newKey(), update }
      write()
    },
    seal: () => {
      if (open) sealed = [...sealed, open]
      open = null
      return sealed
    },
    forget: (keys) => {
      sealed = sealed.filter(({ key }) => !keys.includes(key))
      write()
    },
    isEmpty: () => sealed.length === 0 && open === null,
    all: () => [...sealed, ...(open ? [open] : [])].map(({ update }) => update),
  }
}

/** What another version of the page left behind and cannot be read is no reason to show nothing. */
function read(text: string | null): readonly Sealed[] {
  if (text === null) return []
  try {
    const kept = JSON.parse(text) as readonly Kept[]
    return kept.map(({ key, update }) => ({ key, update: fromBase64(update) }))
  } catch {
    return []
  }
}
