import type { Place } from '../../domain/check/finding.ts'
import { SupportPlan } from '../../domain/document/support-plan.ts'
import type { FileErrorCode, FileErrorValues } from './file-error.ts'
import { planShape } from './plan-shape.ts'
import { cut, type ShapeError, shapeErrors } from './shape-errors.ts'

/** Where a document does not have the shape of a plan. */
export function planErrors(document: unknown): readonly ShapeError[] {
  const other = otherFormat(document)
  if (other) return [other]
  const parsed = SupportPlan.safeParse(document)
  const shape = parsed.success ? [] : shapeErrors(parsed.error.issues, document, planShape())
  return [...shape, ...unkeepable(document, [])]
}

/** Texts with a character that the database cannot keep; an escape can put one into any file. */
function unkeepable(value: unknown, place: Place): readonly ShapeError[] {
  if (typeof value === 'string') {
    const [found] = /\0|\p{Surrogate}/u.exec(value) ?? []
    const character = `U+${(found ?? '').charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    return found === undefined
      ? []
      : [{ place, at: 'value', code: 'control-character', values: { character }, unfinished: false }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Array.isArray(value)
    ? value.flatMap((one: unknown, index) => unkeepable(one, [...place, index]))
    : Object.entries(value).flatMap(([name, one]) => unkeepable(one, [...place, name]))
}

/** Of a file that is something else altogether, its thousand differences say nothing. */
function otherFormat(document: unknown): ShapeError | null {
  const error = (place: Place, code: FileErrorCode, values: FileErrorValues = {}): ShapeError => ({
    place,
    at: 'value',
    code,
    values,
    unfinished: false,
  })
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return error([], 'not-a-plan')
  const { format } = document as { readonly format?: unknown }
  if (typeof format === 'string' && format !== 'tierwise-plan-1') {
    return format.startsWith('tierwise-plan-')
      ? error(['format'], 'other-format', { found: cut(format) })
      : error([], 'not-a-plan')
  }
  const known = planShape().fieldsAt([])
  const isPlanLike = Object.keys(document).some((name) => known.includes(name) && name !== 'name')
  return isPlanLike ? null : error([], 'not-a-plan')
}
