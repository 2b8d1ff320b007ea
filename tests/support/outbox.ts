import { openPayload } from '#platform/outbox/sealed-payload.ts'
import type { TestPlatform } from './test-platform.ts'

/** What stands in the outbox, as its deliverer reads it. */
export async function outboxPayloads<Payload>(platform: TestPlatform, kind = 'mail'): Promise<Payload[]> {
  const { rows } = await platform.owner.query<{ id: string; payload: Record<string, unknown> }>(
    'select id, payload from outbox where kind = $1 order by created_at, id',
    [kind],
  )
  return Promise.all(rows.map(({ id, payload }) => openPayload(platform, id, payload) as Promise<Payload>))
}
