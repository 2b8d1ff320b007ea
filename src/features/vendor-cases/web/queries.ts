import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { client } from '#ui/api/client.ts'
import { useLive } from '#ui/live/live.tsx'
import type { vendorCaseContract } from '../contract.ts'
import type { CaseView } from '../contract/answers.ts'
import type { PreviewInput } from '../contract/inputs.ts'

export const caseApi = client<typeof vendorCaseContract>()

export const casesKey = ['vendor-cases'] as const

export const caseList = (state: 'open' | 'all') =>
  queryOptions({
    queryKey: [...casesKey, 'list', state],
    queryFn: ({ signal }) => caseApi('GET /api/v1/vendor-cases', { query: { state }, signal }),
  })

export const casesOfTicket = (ticketId: string) =>
  queryOptions({
    queryKey: [...casesKey, 'ticket', ticketId],
    queryFn: ({ signal }) =>
      caseApi('GET /api/v1/vendor-cases/tickets/:ticketId', { params: { ticketId }, signal }),
  })

export const oneCase = (id: string) =>
  queryOptions({
    queryKey: [...casesKey, 'one', id],
    queryFn: ({ signal }) => caseApi('GET /api/v1/vendor-cases/:id', { params: { id }, signal }),
  })

export type PreviewAsked = z.input<typeof PreviewInput>

/** What would leave, as it is being written. Not under the key of what is live. */
export const preview = (ticketId: string, asked: PreviewAsked) =>
  queryOptions({
    queryKey: ['vendor-case-preview', ticketId, asked],
    queryFn: ({ signal }) =>
      caseApi('POST /api/v1/vendor-cases/tickets/:ticketId/preview', {
        params: { ticketId },
        body: asked,
        signal,
      }),
  })

/** Keeps what a page shows of cases as it is. */
export function useLiveCases(): void {
  const queries = useQueryClient()
  const refresh = () => void queries.invalidateQueries({ queryKey: casesKey })
  useLive('vendor-case', refresh)
  useLive('ticket', refresh)
}

/** Shows a case as the server gave it at once, and lets what else shows it look again. */
export function useShowCase(): (view: CaseView) => Promise<void> {
  const queries = useQueryClient()
  return async (view) => {
    const { queryKey } = oneCase(view.case.id)
    queries.setQueryData(queryKey, view)
    await Promise.all([
      queries.invalidateQueries({ queryKey: casesKey, predicate: (query) => query.queryKey[2] !== view.case.id }),
      queries.invalidateQueries({ queryKey: ['tickets'] }),
    ])
  }
}
