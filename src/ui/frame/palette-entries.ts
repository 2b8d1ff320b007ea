import { type ComponentType, useEffect, useState } from 'react'
import {
  type Command,
  type Hit,
  type SearchSource,
  useAllCommands,
  useSearchSources,
} from '../commands/commands.tsx'
import { best } from '../commands/match.ts'
import { useGo } from '../pages/address.ts'
import { useWords } from '../words/words.ts'
import type { Place } from './nav.ts'

export type Entry = {
  readonly id: string
  readonly title: string
  readonly detail?: string | undefined
  readonly icon?: ComponentType | undefined
  readonly keys?: string | undefined
  readonly run: () => void
}
export type Group = { readonly label: string; readonly entries: readonly Entry[] }

type Found = { readonly source: SearchSource; readonly hits: readonly Hit[] | 'failed' }

/** What the palette shows for a text: hits of every search, then places, then commands. */
export function usePaletteGroups(
  text: string,
  places: readonly Place[],
): { readonly groups: readonly Group[]; readonly searching: boolean; readonly failed: readonly string[] } {
  const t = useWords('ui')
  const go = useGo()
  const commands = useAllCommands()
  const { found, searching } = useFound(text)

  const hits = found.map(({ source, hits }) => ({
    label: source.label,
    entries: (hits === 'failed' ? [] : hits).map((hit) => ({
      id: `${source.id}.${hit.id}`,
      title: hit.title,
      detail: hit.detail,
      icon: hit.icon,
      run: () => go(hit.to),
    })),
  }))
  const pages: Group = {
    label: t('palette.pages'),
    entries: best(places, text, (place) => place.text).map((place) => ({
      id: `page.${place.to}`,
      title: place.text,
      icon: place.icon,
      keys: place.key ? `g ${place.key}` : undefined,
      run: () => go(place.to),
    })),
  }
  const doing: Group = {
    label: t('palette.commands'),
    entries: best(commands, text, (command) => `${command.label} ${command.also ?? ''}`).map(entryOf),
  }
  return {
    groups: [...hits, pages, doing].filter((group) => group.entries.length > 0),
    searching,
    failed: found.filter((one) => one.hits === 'failed').map((one) => one.source.label),
  }
}

function entryOf(command: Command): Entry {
  return { id: command.id, title: command.label, icon: command.icon, keys: command.keys, run: command.run }
}

/** Asks every search a moment after the last key; an answer that comes too late is dropped. */
function useFound(text: string): { readonly found: readonly Found[]; readonly searching: boolean } {
  const sources = useSearchSources()
  const [state, setState] = useState<{ readonly text: string; readonly found: readonly Found[] }>({
    text: '',
    found: [],
  })
  const wanted = text.trim()
  useEffect(() => {
    if (wanted.length < 2 || sources.length === 0) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      void Promise.all(sources.map((source) => ask(source, wanted, stop.signal))).then((found) => {
        if (!stop.signal.aborted) setState({ text: wanted, found })
      })
    }, 150)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [wanted, sources])
  if (wanted.length < 2 || sources.length === 0) return { found: [], searching: false }
  return { found: state.found, searching: state.text !== wanted }
}

async function ask(source: SearchSource, text: string, signal: AbortSignal): Promise<Found> {
  try {
    return { source, hits: await source.find(text, signal) }
  } catch {
    return { source, hits: 'failed' }
  }
}
