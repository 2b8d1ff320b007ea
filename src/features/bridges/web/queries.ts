import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { client } from '#ui/api/client.ts'
import { useLive } from '#ui/live/live.tsx'
import type { bridgeContract } from '../contract.ts'
import type { AgendaItemView } from '../contract/answers.ts'
import type { MeetingDetail } from '../contract/meetings.ts'

export const bridgeApi = client<typeof bridgeContract>()

export const bridgeKey = ['bridges'] as const

/** Meetings to come, proposals, and the plan's words for what agendas name by key. */
export const bridgesOverview = queryOptions({
  queryKey: [...bridgeKey, 'overview'],
  queryFn: ({ signal }) => bridgeApi('GET /api/v1/bridges', { signal }),
})

export const meetingDetail = (id: string) =>
  queryOptions({
    queryKey: [...bridgeKey, 'meeting', id],
    queryFn: ({ signal }) => bridgeApi('GET /api/v1/bridges/meetings/:id', { params: { id }, signal }),
  })

export const heldMeetings = (limit: number) =>
  queryOptions({
    queryKey: [...bridgeKey, 'held', limit],
    queryFn: ({ signal }) => bridgeApi('GET /api/v1/bridges/meetings', { query: { limit }, signal }),
  })

/** Not under the key of what is live: they are reckoned from months of the desk's past, and change slowly. */
export const bridgeFigures = queryOptions({
  queryKey: ['bridge-figures'],
  staleTime: 60_000,
  queryFn: ({ signal }) => bridgeApi('GET /api/v1/bridges/figures', { signal }),
})

export const agendasOfTicket = (ticketId: string) =>
  queryOptions({
    queryKey: [...bridgeKey, 'ticket', ticketId],
    queryFn: ({ signal }) => bridgeApi('GET /api/v1/bridges/tickets/:ticketId', { params: { ticketId }, signal }),
  })

/** Keeps what a page shows of meetings, agendas and answers as it is. */
export function useLiveBridges(): void {
  const queries = useQueryClient()
  const refresh = () => void queries.invalidateQueries({ queryKey: bridgeKey })
  useLive('bridge', refresh)
  useLive('invitation', refresh)
}

/** Shows an agenda as the server answered it. */
export function useShowAgenda(meetingId: string): (agenda: readonly AgendaItemView[]) => void {
  const queries = useQueryClient()
  return (agenda) => {
    const { queryKey } = meetingDetail(meetingId)
    queries.setQueryData(
      queryKey,
      (before: MeetingDetail | undefined) => before && { ...before, agenda: [...agenda] },
    )
    void queries.invalidateQueries({ queryKey: bridgesOverview.queryKey })
  }
}
