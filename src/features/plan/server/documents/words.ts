import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Catalogue, createTranslate, type Translate } from '#platform/i18n/translate.ts'
import type { Say } from '../../domain/outline/speech.ts'
import type { Language } from '#features/people/domain/person.ts'

let own: Promise<Translate> | undefined

/** The plan's own catalogue, so that a document needs no desk around it. */
export async function wordsOf(language: Language): Promise<Say> {
  own ??= createTranslate({ nl: { plan: catalogue('nl') }, en: { plan: catalogue('en') } })
  const translate = await own
  return (key, values) => translate(language, `plan:${key}`, values)
}

function catalogue(language: Language): Catalogue {
  const path = join(import.meta.dirname, '../../i18n', `${language}.json`)
  return JSON.parse(readFileSync(path, 'utf8')) as Catalogue
}
