import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { client } from '#ui/api/client.ts'
import { useLive } from '#ui/live/live.tsx'
import type { LiveEvent } from '#ui/live/live-store.ts'
import type { triageContract } from '../../contract.ts'
import type { TriageView } from '../../contract/candidates.ts'
import type { CheckState } from '../../domain/checks.ts'

export const triageApi = client<typeof triageContract>()

export type CandidateView = TriageView['candidates'][number]
export type CheckView = CandidateView['checks'][number]

/** What whoever works on the ticket does with a candidate. */
export type CandidateDeeds = {
  readonly tick: (
    issueId: string,
    index: number,
    check: CheckView,
    state: CheckState | 'open',
    note: string,
  ) => Promise<boolean>
  readonly helped: (candidate: CandidateView) => void
  readonly didNotHelp: (candidate: CandidateView) => void
  readonly takeBack: (candidate: CandidateView) => void
}

export const triageOfTicket = (ticketId: string) =>
  queryOptions({
    queryKey: ['triage', 'ticket', ticketId],
    queryFn: ({ signal }) => triageApi('GET /api/v1/triage/tickets/:id', { params: { id: ticketId }, signal }),
  })

/** Shows what colleagues tick, and what the ticket's own words and the devices of its requester bring. */
export function useLiveTriage(ticketId: string, requesterId: string | undefined): void {
  const queries = useQueryClient()
  const renewFor = (one: string | undefined) => (event: LiveEvent) => {
    if (event.subject === null || event.subject === one)
      void queries.invalidateQueries({ queryKey: triageOfTicket(ticketId).queryKey })
  }
  useLive('triage', renewFor(ticketId))
  useLive('ticket', renewFor(ticketId))
  useLive('devices', renewFor(requesterId))
}
