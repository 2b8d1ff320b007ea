import type { GraphClient } from '../graph-client.ts'
import { id, record, text } from './values.ts'

/** Which tenant this is, and what it calls itself; null where Microsoft does not say. */
export async function readTenant(
  graph: GraphClient,
  signal?: AbortSignal,
): Promise<{ readonly id: string; readonly name: string | null } | null> {
  const [first] = await graph.list('/organization', {
    query: { $select: 'id,displayName' },
    limit: 1,
    ...(signal && { signal }),
  })
  const tenantId = id(record(first)['id'])
  return tenantId === null ? null : { id: tenantId, name: text(record(first)['displayName']) }
}
