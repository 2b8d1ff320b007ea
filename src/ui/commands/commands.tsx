import { type ComponentType, useEffect, useEffectEvent, useSyncExternalStore } from 'react'

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
  const current = useEffectEvent(() => mine)
  const shape = JSON.stringify(mine.map((one) => [one.id, one.label, one.keys]))
  useEffect(() => {
    const run = (id: string) =>
      current()
        .find((one) => one.id === id)
        ?.run()
    return commands.add(current().map((one) => ({ ...one, run: () => run(one.id) })))
  }, [shape])
}

/** Lets the palette search something while the component is on the page. */
export function useSearchSource({ id, label, find }: SearchSource): void {
  const ask = useEffectEvent(find)
  useEffect(() => sources.add([{ id, label, find: async (text, signal) => ask(text, signal) }]), [id, label])
}
