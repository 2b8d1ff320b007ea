import type { Place } from '../check/finding.ts'

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

/** The document without the entries of lists at these places. */
export function withoutEntries<Document>(document: Document, places: readonly Place[]): Document {
  const lists = Map.groupBy(places, (place) => JSON.stringify(place.slice(0, -1)))
  // Deeper lists first: taking an entry out shifts what stands behind it, and what is inside it.
  const deepestFirst = [...lists.keys()].toSorted((one, other) => depth(other) - depth(one))
  return deepestFirst.reduce((before, key) => {
    const place = JSON.parse(key) as Place
    const gone = new Set(lists.get(key)?.map((one) => one.at(-1)))
    const list = valueAt(before, place) as readonly unknown[]
    return withValue(
      before,
      place,
      list.filter((_, index) => !gone.has(index)),
    )
  }, document)
}

const depth = (key: string) => (JSON.parse(key) as Place).length

export function samePlace(one: Place, other: Place): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index])
}
