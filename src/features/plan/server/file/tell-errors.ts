import type { Place } from '../../domain/check/finding.ts'
import { errorsAtMost, type FileError, fieldName, type Position } from './file-error.ts'
import type { ShapeError } from './shape-errors.ts'

export function located(
  { place, at, code, values }: Omit<ShapeError, 'unfinished'>,
  document: unknown,
  positionOf: (place: Place, at?: 'name' | 'value') => Position,
): FileError {
  return { ...positionOf(place, at), field: fieldName(document, place), code, values }
}

/** In the order of the file, and no more than a person mends at once. */
export function bounded(errors: readonly FileError[]): { errors: readonly FileError[]; more: number } {
  const sorted = errors.toSorted((one, other) => one.line - other.line || one.column - other.column)
  return { errors: sorted.slice(0, errorsAtMost), more: Math.max(0, sorted.length - errorsAtMost) }
}
