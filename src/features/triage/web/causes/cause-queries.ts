import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useLive } from '#ui/live/live.tsx'
import { triageApi } from '../candidates/candidate-queries.ts'

export { triageApi }

/** All of causes, bursts and likeness; not under the key of what is ticked on one ticket. */
export const causesKey = ['causes'] as const

export const causeOverview = queryOptions({
  queryKey: [...causesKey, 'overview'],
  queryFn: ({ signal }) => triageApi('GET /api/v1/triage/causes', { signal }),
})

export const causeDetail = (id: string) =>
  queryOptions({
    queryKey: [...causesKey, 'one', id],
    queryFn: ({ signal }) => triageApi('GET /api/v1/triage/causes/:id', { params: { id }, signal }),
  })

export const similarTickets = (ticketId: string) =>
  queryOptions({
    queryKey: [...causesKey, 'similar', ticketId],
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      triageApi('GET /api/v1/triage/tickets/:id/similar', { params: { id: ticketId }, signal }),
  })

/** Reckoned from a year of the desk's past: it changes slowly. */
export const shiftLeftIn = (wave: string | null) =>
  queryOptions({
    queryKey: ['shift-left', wave],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      triageApi('GET /api/v1/triage/shift-left', { query: wave === null ? {} : { wave }, signal }),
  })

/** Keeps what a page shows of causes and bursts as it is. */
export function useLiveCauses(): void {
  const queries = useQueryClient()
  useLive('causes', () => void queries.invalidateQueries({ queryKey: causesKey }))
}
