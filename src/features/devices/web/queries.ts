import { queryOptions } from '@tanstack/react-query'
import { client } from '#ui/api/client.ts'
import type { deviceContract } from '../contract.ts'
import type { ShownContext } from '../contract/context-routes.ts'
import { fieldsOf } from '../domain/context.ts'
import { retriedAt } from '../domain/due.ts'

export const deviceApi = client<typeof deviceContract>()

/** While a page is looked at it asks again by itself, so that what failed comes back without anybody doing anything. */
const [soonestMs, againMs] = [5_000, 120_000]

/** When what failed is tried again, but for that as usual. */
function nextLook(shown: ShownContext | undefined): number {
  const again = shown?.context ? retriedAt(fieldsOf(shown.context), shown.triedAt) : null
  if (again === null) return againMs
  return Math.min(againMs, Math.max(soonestMs, Date.parse(again) - Date.now() + 500))
}

export const shownContext = (personId: string, ticketId: string) =>
  queryOptions({
    queryKey: ['devices', 'context', personId, ticketId],
    queryFn: ({ signal }) =>
      deviceApi('GET /api/v1/devices/people/:personId', { params: { personId }, query: { ticketId }, signal }),
    refetchInterval: ({ state }) => nextLook(state.data),
  })

export const frozenContext = (id: string) =>
  queryOptions({
    queryKey: ['devices', 'snapshot', id],
    queryFn: ({ signal }) => deviceApi('GET /api/v1/devices/snapshots/:id', { params: { id }, signal }),
    staleTime: Infinity,
  })
