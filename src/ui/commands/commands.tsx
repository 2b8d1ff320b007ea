import { type ComponentType, useEffect, useRef, useSyncExternalStore } from 'react'

/** Something a person can run from the palette. */
export type Command = {
  readonly id: string
  readonly label: string
  readonly run: () => void
  readonly icon?: ComponentType
  /** Shown beside it, so that the palette teaches the keys. */
  readonly keys?: string
  /** More words that find it. */
  readonly also?: string
}

/** One thing found by a feature's search. */
export type Hit = {
  readonly id: string
  readonly title: string
  readonly detail?: string
  readonly to: string
  readonly icon?: ComponentType
}

export type SearchSource = {
  readonly id: string
  /** Heading above its hits. */
  readonly label: string
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Hit[]>
}

type Registry<T> = {
  readonly add: (items: readonly T[]) => () => void
  readonly use: () => readonly T[]
}

function registry<T>(): Registry<T> {
  let groups: readonly (readonly T[])[] = []
  let all: readonly T[] = []
  const listeners = new Set<() => void>()
  const set = (next: readonly (readonly T[])[]) => {
    groups = next
    all = groups.flat()
    for (const listener of listeners) listener()
  }
  return {
    add(items) {
      set([...groups, items])
      return () => set(groups.filter((group) => group !== items))
    },
    use: () =>
      useSyncExternalStore(
        (changed) => {
          listeners.add(changed)
          return () => listeners.delete(changed)
        },
        () => all,
      ),
  }
}

const commands = registry<Command>()
const sources = registry<SearchSource>()

export const useAllCommands = commands.use
export const useSearchSources = sources.use

/** Offers commands in the palette (`Ctrl K`) while the component is on the page. */
export function useCommands(mine: readonly Command[]): void {
  const latest = useRef(mine)
  latest.current = mine
  const shape = JSON.stringify(mine.map((one) => [one.id, one.label, one.keys]))
  useEffect(
    () =>
      commands.add(
        latest.current.map((one) => ({ ...one, run: () => latest.current.find((c) => c.id === one.id)?.run() })),
      ),
    [shape],
  )
}

/** Lets the palette search something while the component is on the page. */
export function useSearchSource(source: SearchSource): void {
  const latest = useRef(source)
  latest.current = source
  useEffect(
    () => sources.add([{ id: source.id, label: source.label, find: (...input) => latest.current.find(...input) }]),
    [source.id, source.label],
  )
}
