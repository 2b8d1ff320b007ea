import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { deviceApi } from '../queries.ts'

export const ticketActions = (ticketId: string) =>
  queryOptions({
    queryKey: ['devices', 'actions', ticketId],
    queryFn: ({ signal }) =>
      deviceApi('GET /api/v1/devices/tickets/:ticketId/actions', { params: { ticketId }, signal }),
  })

const pageSize = 50

export const everyAction = infiniteQueryOptions({
  queryKey: ['devices', 'actions', 'all'],
  queryFn: ({ pageParam, signal }) =>
    deviceApi('GET /api/v1/devices/actions', {
      query: { limit: pageSize, ...(pageParam === null ? {} : { before: pageParam }) },
      signal,
    }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ actions }) => (actions.length < pageSize ? null : (actions.at(-1)?.id ?? null)),
})
