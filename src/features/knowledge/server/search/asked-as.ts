import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#features/people/domain/person.ts'

let kept: ReadonlyMap<string, Readonly<Record<Language, string>>> | undefined

/** How people ask for what is supplied who know neither its entry nor its words; empty where only a code or an engineer leads to it. */
export function askedAs(id: string, language: Language): string {
  return allAskedAs().get(id)?.[language] ?? ''
}

/** Of each supplied issue how it is asked for, read once per process. */
export function allAskedAs(): ReadonlyMap<string, Readonly<Record<Language, string>>> {
  kept ??= new Map(
    readFileSync(join(import.meta.dirname, '../../content/asked-as.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [id = '', nl = '', en = ''] = line.split(' | ')
        return [id, { nl, en }] as const
      }),
  )
  return kept
}
