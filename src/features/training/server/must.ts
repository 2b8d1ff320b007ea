import { Forbidden, NotFound, Refused } from '#platform/errors.ts'
import type { Verdict } from '../domain/refusals.ts'

/** The value of a verdict; a no is a refusal with its reason. */
export function must<Value>(verdict: Verdict<Value>): Value {
  if (verdict.ok) return verdict.value
  const { code, data } = verdict.refusal
  throw new Refused({ code, ...data })
}

/** Why not, for a page; null where it may be. */
export function why(verdict: Verdict<unknown>): null | {
  code: string
  data?: Record<string, string | number>
} {
  if (verdict.ok) return null
  const { code, data } = verdict.refusal
  return data ? { code, data: { ...data } } : { code }
}

export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new NotFound()
  return value
}

export function allowed(is: boolean): void {
  if (!is) throw new Forbidden()
}
