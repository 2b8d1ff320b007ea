import type { Instant } from '#features/people/domain/instant.ts'
import type { Failed } from '../../domain/field.ts'

/** How long nothing more is asked of a tenant that did not answer. */
const quietMs = 60_000

/**
 * Tenants that do not answer, in this process. While one is silent only one read at a time tries it: the others would occupy the
 * workers, which have mail to deliver too, with waiting.
 */
const silent = new Map<string, { readonly until: number; readonly failed: Failed }>()

/** Why not to ask this organisation's tenant now; null: ask. Whoever is told to ask holds the others off meanwhile. */
export function quietFor(orgId: string, now: Instant): Failed | null {
  const known = silent.get(orgId)
  if (!known) return null
  const at = Date.parse(now)
  if (at < known.until) return { ...known.failed, at: now }
  silent.set(orgId, { ...known, until: at + quietMs })
  return null
}

/** Remembers how a read ended. */
export function heardFrom(orgId: string, failed: Failed | null, now: Instant): void {
  if (failed && ['unreachable', 'sign-in-refused'].includes(failed.code))
    silent.set(orgId, { until: Date.parse(now) + quietMs, failed })
  else silent.delete(orgId)
}
