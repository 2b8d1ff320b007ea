import type { Place } from '../../domain/check/finding.ts'
import { type Chapter, chapters } from '../ChapterTabs.tsx'

type Part = Readonly<Record<string | number, unknown>>

/** What stands at a place of the document. */
export function valueAt(document: unknown, place: Place): unknown {
  return place.reduce<unknown>((value, part) => (value as Part | null | undefined)?.[part], document)
}

/** The document with another value at a place; everything beside it stays the same object. */
export function withValue<Document>(document: Document, place: Place, value: unknown): Document {
  const [part, ...rest] = place
  if (part === undefined) return value as Document
  const inner = withValue((document as Part)[part], rest, value)
  if (Array.isArray(document))
    return document.map((one: unknown, index) => (index === part ? inner : one)) as Document
  return { ...document, [part]: inner }
}

/** The id of the control at a place, so that a problem can go there. */
export function fieldId(place: Place): string {
  return `at-${place.join('-')}`
}

/** The chapter in which a place is edited; what is about the whole plan stands at the head of the first. */
export function chapterOf(place: Place): Chapter {
  return chapters.find((chapter) => chapter === place[0]) ?? 'teams'
}

/** `name` when free, else `name-2`, `name-3`… */
export function freeKey(list: readonly { readonly key: string }[], name: string): string {
  const taken = new Set(list.map((one) => one.key))
  if (!taken.has(name)) return name
  for (let number = 2; ; number += 1) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`
}
