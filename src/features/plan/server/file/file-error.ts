import type { Place } from '../../domain/check/finding.ts'

export const fileErrorCodes = [
  'file-empty',
  'file-too-large',
  'not-utf8',
  'control-character',
  'several-documents',
  'tab-indent',
  'bad-indent',
  'not-closed',
  'colon-in-text',
  'colon-missing',
  'comma-missing',
  'text-after-quote',
  'merge-conflict',
  'bad-escape',
  'json-comment',
  'reserved-character',
  'not-yaml',
  'other-yaml',
  'too-deep',
  'too-much',
  'alias-unknown',
  'tag-unknown',
  'key-not-text',
  'duplicate-key',
  'not-a-plan',
  'other-format',
  'misspelt-key',
  'unknown-key',
  'missing-key',
  'nothing-there',
  'wrong-type',
  'wrong-form',
  'not-a-choice',
  'too-small',
  'too-large',
  'too-short',
  'too-long',
  'too-few',
  'too-many',
  'unknown-reference',
  'rule-broken',
] as const
export type FileErrorCode = (typeof fileErrorCodes)[number]
export type FileErrorValues = Readonly<Record<string, string | number>>

/** Something in a plan file that keeps it from being read as a plan. `say-file-error.ts` has the words. */
export type FileError = {
  /** From 1, as editors count. */
  readonly line: number
  readonly column: number
  /** The way to it by the file's own keys, for example `teams.tiers[level 2].supportHours`; empty for the file as a whole. */
  readonly field: string
  readonly code: FileErrorCode
  readonly values: FileErrorValues
}

export type Position = { readonly line: number; readonly column: number }

/** At most so many errors are told: whoever mends these has the next ones told. */
export const errorsAtMost = 50

/** Names entries of lists by what they call themselves, so that the way is found by reading, not by counting. */
export function fieldName(document: unknown, place: Place): string {
  let name = ''
  let inside: unknown = document
  for (const part of place) {
    // Without the document, a position is one in a list.
    const isEntry = typeof part === 'number' && (inside === undefined || Array.isArray(inside))
    inside = (inside as Readonly<Record<string | number, unknown>> | null | undefined)?.[part]
    if (isEntry) name += `[${entryName(inside) ?? `#${part + 1}`}]`
    else name += name === '' ? String(part) : `.${part}`
  }
  return name
}

function entryName(entry: unknown): string | null {
  if (typeof entry === 'string') return short(entry)
  if (typeof entry !== 'object' || entry === null) return null
  const { key, level, from, to, date } = entry as Readonly<Record<string, unknown>>
  if (typeof key === 'string') return short(key)
  if (typeof level === 'number') return `level ${level}`
  if (typeof from === 'number' && typeof to === 'number') return `${from} to ${to}`
  return typeof date === 'string' ? short(date) : null
}

const short = (text: string) => (/^[\w-]{1,60}$/.test(text) ? text : null)
