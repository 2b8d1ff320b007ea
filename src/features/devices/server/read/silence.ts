import type { Instant } from '#features/people/domain/instant.ts'
import type { GraphClient } from '#integrations/microsoft-graph/graph-client.ts'
import type { Failed } from '../../domain/field.ts'

/** How long nothing more is asked of a tenant that did not answer: less than until a page tries again. */
const quietMs = 45_000

/**
 * Connections over which nobody answers, in this process. While one is silent only one read at a time tries it: the others would occupy
 * the workers, which have mail to deliver too, with waiting. A connection that was changed has another client, of which nothing is held.
 */
const silent = new WeakMap<GraphClient, { readonly until: number; readonly failed: Failed }>()

/**
 * Why not to ask over this connection now, as of when it was last tried; null: ask. Whoever is told to ask holds the others off meanwhile.
 */
export function quietFor(graph: GraphClient, now: Instant): Failed | null {
  const known = silent.get(graph)
  if (!known) return null
  const at = Date.parse(now)
  if (at < known.until) return known.failed
  silent.set(graph, { failed: { ...known.failed, at: now }, until: at + quietMs })
  return null
}

/** Remembers how a read ended. */
export function heardFrom(graph: GraphClient, failed: Failed | null, now: Instant): void {
  if (failed && ['unreachable', 'sign-in-refused'].includes(failed.code))
    silent.set(graph, { until: Date.parse(now) + quietMs, failed })
  else silent.delete(graph)
}
