import { queryOptions } from '@tanstack/react-query'
import { client } from '#ui/api/client.ts'
import type { deviceContract } from '../contract.ts'

export const deviceApi = client<typeof deviceContract>()

/** While a page is looked at it asks again by itself, so that what failed comes back without anybody doing anything. */
const againMs = 120_000

export const shownContext = (personId: string, ticketId: string) =>
  queryOptions({
    queryKey: ['devices', 'context', personId, ticketId],
    queryFn: ({ signal }) =>
      deviceApi('GET /api/v1/devices/people/:personId', { params: { personId }, query: { ticketId }, signal }),
    refetchInterval: againMs,
  })

export const frozenContext = (id: string) =>
  queryOptions({
    queryKey: ['devices', 'snapshot', id],
    queryFn: ({ signal }) => deviceApi('GET /api/v1/devices/snapshots/:id', { params: { id }, signal }),
    staleTime: Infinity,
  })
