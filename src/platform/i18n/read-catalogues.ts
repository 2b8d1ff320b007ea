import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue, Catalogues } from './translate.ts'

const own = import.meta.dirname

/** Reads `en.json` and `nl.json` of the platform and of each folder given: namespace → folder with an `i18n` folder. */
export function readCatalogues(folders: Readonly<Record<string, string>>): Catalogues {
  const all = {
    platform: own,
    ...Object.fromEntries(Object.entries(folders).map(([ns, dir]) => [ns, join(dir, 'i18n')])),
  }
  const inLanguage = (language: string) =>
    Object.fromEntries(
      Object.entries(all).map(([namespace, folder]) => [
        namespace,
        JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Catalogue,
      ]),
    )
  return { en: inLanguage('en'), nl: inLanguage('nl') }
}
