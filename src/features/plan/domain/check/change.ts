import type { Place } from './finding.ts'

type Part = Readonly<Record<string | number, unknown>>

/** What stands at a place of the document; undefined where there is nothing. */
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

/** The document with one entry more at the end of the list at a place. */
export function withEntry<Document>(document: Document, place: Place, entry: unknown): Document {
  return withValue(document, place, [...(valueAt(document, place) as readonly unknown[]), entry])
}

/** The document without the entry at a place of a list. */
export function withoutEntry<Document>(document: Document, place: Place): Document {
  const list = valueAt(document, place.slice(0, -1)) as readonly unknown[]
  return withValue(
    document,
    place.slice(0, -1),
    list.filter((_, index) => index !== place.at(-1)),
  )
}
