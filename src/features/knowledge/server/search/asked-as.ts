import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#features/people/domain/person.ts'

type Questions = Readonly<Record<Language, readonly string[]>>

let kept: ReadonlyMap<string, Questions> | undefined

/** How people ask for what is supplied who know neither its entry nor its words. */
export function askedAs(id: string, language: Language): readonly string[] {
  return allAskedAs().get(id)?.[language] ?? []
}

/** Of each supplied issue how it is asked for, read once per process. */
export function allAskedAs(): ReadonlyMap<string, Questions> {
  kept ??= new Map(
    readFileSync(join(import.meta.dirname, '../../content/asked-as.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [id = '', nl = '', en = ''] = line.split(' | ')
        return [id, { nl: nl.split('; '), en: en.split('; ') }] as const
      }),
  )
  return kept
}
