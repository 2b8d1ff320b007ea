import { dirname } from 'node:path'
import { filesBelow, textOf } from '../tree.ts'

/** Key (`mail.subject_one`) to words. */
export type Words = ReadonlyMap<string, string>
export type Catalogue = { readonly namespace: string; readonly en: Words; readonly nl: Words }

const plural = /_(?:zero|one|two|few|many|other)$/

export const stemOf = (key: string) => key.replace(plural, '')

export function flatten(value: unknown, at = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[at, value]])
  if (typeof value !== 'object' || value === null) throw new Error(`${at} is neither words nor a group of words`)
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...flatten(inner, at === '' ? key : `${at}.${key}`)]),
  )
}

/** The catalogue of every folder under src that has an `i18n` folder; the namespace is that folder's name. */
export function readCatalogues(): Catalogue[] {
  const files = filesBelow('src').filter((path) => /[/]i18n[/][^/]+[.]json$/.test(path))
  return [...new Set(files.map((path) => dirname(path)))].map((folder) => {
    const read = (language: string) => flatten(JSON.parse(textOf(`${folder}/${language}.json`)))
    return { namespace: folder.split('/').at(-2) ?? '', en: read('en'), nl: read('nl') }
  })
}

const found = (words: string, pattern: RegExp) => [...words.matchAll(pattern)].map((match) => match[1] ?? '')
const placeholders = (words: string) => found(words, /\{\{-?\s*([\w.]+)[^}]*\}\}/g)
const tags = (words: string) => found(words, /<\/?(\w+)\s*\/?>/g)

/** What stands in all plural forms of a key together, so that "one" need not repeat the number. */
function inserted(words: Words, pick: (words: string) => string[]): Map<string, string> {
  const byStem = new Map<string, Set<string>>()
  for (const [key, value] of words) {
    byStem.set(stemOf(key), new Set([...(byStem.get(stemOf(key)) ?? []), ...pick(value)]))
  }
  return new Map([...byStem].map(([stem, names]) => [stem, [...names].sort().join(' ')]))
}

/** Everything by which the two languages of one catalogue say different things, or nothing. */
export function differences({ namespace, en, nl }: Catalogue): string[] {
  const problems: string[] = []
  for (const [here, there, language] of [
    [en, nl, 'nl'],
    [nl, en, 'en'],
  ] as const) {
    for (const [key, words] of here) {
      if (!there.has(key)) problems.push(`${key} is missing in ${language}`)
      if (words.trim() === '') problems.push(`${key} is empty in ${language === 'nl' ? 'en' : 'nl'}`)
      if (plural.test(key)) {
        for (const form of ['one', 'other']) {
          if (!here.has(`${stemOf(key)}_${form}`)) problems.push(`${key} has no form _${form}`)
        }
      }
    }
  }
  for (const [pick, what] of [
    [placeholders, 'placeholders'],
    [tags, 'tags'],
  ] as const) {
    const dutch = inserted(nl, pick)
    for (const [stem, names] of inserted(en, pick)) {
      const other = dutch.get(stem)
      if (other !== undefined && other !== names)
        problems.push(`${stem} has other ${what}: "${names}" and "${other}"`)
    }
  }
  for (const [key, words] of en) {
    const spoken = words.replace(/\{\{[^}]*\}\}/g, '').match(/\p{L}{2,}/gu) ?? []
    if (spoken.length >= 3 && nl.get(key) === words) problems.push(`${key} is not translated`)
  }
  return problems.map((problem) => `${namespace}: ${problem}`)
}
