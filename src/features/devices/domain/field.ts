import type { Instant } from '#features/people/domain/instant.ts'

/** Why a part could not be read. What was known before stays beside it. */
export type Failed = {
  /**
   * What Microsoft or the way there said (`permission-missing`, `throttled`, `unavailable`, `unreachable`, `sign-in-refused`, `not-found`, …),
   * or `not-in-tenant` (nobody there has this address), `gone` (was there, and is no more), `not-read` (it was not its turn yet).
   */
  readonly code: string
  /** The permission that is missing, as Microsoft names it. */
  readonly permission: string | null
  readonly at: Instant
}

/** One part of what is known: read by itself, failing by itself, as old as it is. */
export type Field<Value> =
  | { readonly value: Value; readonly readAt: Instant; readonly failed: null }
  | { readonly value: Value | null; readonly readAt: Instant | null; readonly failed: Failed }

export function known<Value>(value: Value, readAt: Instant): Field<Value> {
  return { value, readAt, failed: null }
}

/** The part as it stands after a read that failed: what was known stays, with its age. */
export function stale<Value>(before: Field<Value> | null, failed: Failed): Field<Value> {
  return { value: before?.value ?? null, readAt: before?.readAt ?? null, failed }
}
