import type { PlanDocument } from './plan-document.ts'

/** Control characters, halves of characters, and what makes text run the other way than it reads: no format can carry them. */
const unprintable = /(?![\n\t])\p{Cc}|\p{Cs}|[\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu

export function cleanText(text: string): string {
  return text
    .replace(unprintable, '')
    .replace(/[\t\n ]+/g, ' ')
    .normalize('NFC')
}

/** Every word of a document, whoever typed it, as text that every format can hold. */
export function cleanDocument(document: PlanDocument): PlanDocument {
  return cleaned(document) as PlanDocument
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)]))
}
