import { unkeepableTexts } from '#platform/unkeepable-text.ts'
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
  const unkeepable = unkeepableTexts(document).map(({ place, character }) => ({
    place,
    at: 'value' as const,
    code: 'control-character' as const,
    values: { character },
    unfinished: false,
  }))
  return [...shape, ...unkeepable]
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
