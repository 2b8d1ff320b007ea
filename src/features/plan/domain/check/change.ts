import { valueAt, withoutEntries, withValue } from '../edit/at-place.ts'
import type { Place } from './finding.ts'

/** The document with one entry more at the end of the list at a place. */
export function withEntry<Document>(document: Document, place: Place, entry: unknown): Document {
  return withValue(document, place, [...(valueAt(document, place) as readonly unknown[]), entry])
}

/** The document without the entry at a place of a list. */
export function withoutEntry<Document>(document: Document, place: Place): Document {
  return withoutEntries(document, [place])
}
