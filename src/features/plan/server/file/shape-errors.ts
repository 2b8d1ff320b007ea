import type { z } from 'zod'
import type { Place } from '../../domain/check/finding.ts'
import type { FileErrorCode, FileErrorValues } from './file-error.ts'
import { nearest } from '../../domain/near.ts'
import type { FileShape } from './file-shape.ts'

/** A place at which a document does not have the shape of what it should be. */
export type ShapeError = {
  readonly place: Place
  /** Whether the field's name is meant, or what stands in it. */
  readonly at: 'name' | 'value'
  readonly code: FileErrorCode
  readonly values: FileErrorValues
  /** A draft may have it: its editor is in the middle of typing. */
  readonly unfinished: boolean
}

type Issue = z.core.$ZodIssue

/** The one place that turns what a schema says of a file into what a person is told. */
export function shapeErrors(issues: readonly Issue[], document: unknown, shape: FileShape): readonly ShapeError[] {
  const errors = onePerPlace(issues.flatMap((issue) => errorsOf(issue, document, shape)))
  const renamed = new Set(
    errors.flatMap(({ code, place, values }) =>
      code === 'misspelt-key' ? [JSON.stringify([...place.slice(0, -1), values['near']])] : [],
    ),
  )
  return errors.filter(({ code, place }) => code !== 'missing-key' || !renamed.has(JSON.stringify(place)))
}

/** A schema goes on counting in what is not of the right kind, and says of a number too large that it is so twice. */
function onePerPlace(errors: readonly ShapeError[]): readonly ShapeError[] {
  const places = Map.groupBy(errors, ({ place }) => JSON.stringify(place))
  return [...places.values()].flatMap((same) => same.find(({ unfinished }) => !unfinished) ?? same.at(-1) ?? [])
}

function errorsOf(issue: Issue, document: unknown, shape: FileShape): ShapeError[] {
  const place = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const found = valueAt(document, place)
  const isMissing = place.length > 0 && found === undefined
  const error = (code: FileErrorCode, values: FileErrorValues = {}, unfinished = false): ShapeError[] => [
    { place, at: 'value', code, values, unfinished },
  ]
  if (isMissing) {
    const values = { key: String(place.at(-1)), ...expectation(shape, place) }
    return [{ place, at: 'name', code: 'missing-key', values, unfinished: false }]
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(shape, place, key, document))
    case 'too_small':
      return error(smallCode(issue), { ...shown(found), minimum: Number(issue.minimum) }, true)
    case 'too_big':
      return error(largeCode(issue), { ...shown(found), maximum: Number(issue.maximum) }, true)
    case 'invalid_format':
      return error('wrong-form', { ...shown(found), ...expectation(shape, place) }, true)
    case 'custom':
      return error('rule-broken', { rule: issue.message })
    case 'invalid_union': {
      const branch = branchOf(issue)
      if (branch) return branch.flatMap((one) => errorsOf(one, document, shape))
      return error('not-a-choice', { ...shown(found), ...choices(shape, place, found) })
    }
    case 'invalid_value':
      return error('not-a-choice', { ...shown(found), ...choices(shape, place, found) })
    default:
      return error(found === null ? 'nothing-there' : 'wrong-type', {
        ...shown(found),
        ...expectation(shape, place),
      })
  }
}

/** Of a choice between forms the one whose kind stands there: what is wrong is inside it. */
function branchOf({ path, errors }: z.core.$ZodIssueInvalidUnion): readonly Issue[] | null {
  const ofKind = errors.filter((branch) =>
    branch.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
  )
  if (ofKind.length !== 1) return null
  return ofKind.flat().map((one) => ({ ...one, path: [...path, ...one.path] }))
}

function unknownKey(shape: FileShape, place: Place, key: string, document: unknown): ShapeError {
  const fields = shape.fieldsAt(place)
  const present = Object.keys(valueAt(document, place) as object)
  const near = nearest(
    key,
    fields.filter((field) => !present.includes(field)),
  )
  const values = { key: cut(key), known: fields.join(', '), ...(near === null ? {} : { near }) }
  return {
    place: [...place, key],
    at: 'name',
    code: near === null ? 'unknown-key' : 'misspelt-key',
    values,
    unfinished: false,
  }
}

function choices(shape: FileShape, place: Place, found: unknown): FileErrorValues {
  const expected = shape.expectedAt(place)
  const known = expected?.names ?? []
  const near = typeof found === 'string' ? nearest(found, known) : null
  return { known: known.join(', '), near: near ?? '', orNothing: expected?.orNothing ? 1 : 0 }
}

function expectation(shape: FileShape, place: Place): FileErrorValues {
  const expected = shape.expectedAt(place)
  if (!expected) return {}
  return {
    expected: expected.kind,
    known: expected.names.join(', '),
    orNothing: expected.orNothing ? 1 : 0,
  }
}

function smallCode({ origin }: z.core.$ZodIssueTooSmall): FileErrorCode {
  return origin === 'string' ? 'too-short' : origin === 'array' ? 'too-few' : 'too-small'
}

function largeCode({ origin }: z.core.$ZodIssueTooBig): FileErrorCode {
  return origin === 'string' ? 'too-long' : origin === 'array' ? 'too-many' : 'too-large'
}

/** What stands there, as the file would write it. */
function shown(found: unknown): FileErrorValues {
  if (Array.isArray(found)) return { found: 'list', count: found.length }
  if (found === null) return { found: 'nothing' }
  if (typeof found === 'object') return { found: 'fields' }
  if (typeof found === 'string') return { found: 'text', written: cut(found), count: found.length }
  // Numbers that JSON has no words for, such as NaN, are said in their own.
  if (typeof found === 'number') return { found: 'number', written: String(found) }
  return { found: 'yes-no', written: JSON.stringify(found) ?? '' }
}

export function cut(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line
}

function valueAt(document: unknown, place: Place): unknown {
  return place.reduce<unknown>(
    (value, part) => (value as Readonly<Record<string | number, unknown>> | null | undefined)?.[part],
    document,
  )
}
