import { queryOptions } from '@tanstack/react-query'
import type { ticketContract } from '#features/tickets/contract.ts'
import type { RequesterTicket } from '#features/tickets/contract/ticket-view.ts'
import { client } from '#ui/api/client.ts'
import type { portalContract } from '../contract.ts'

export const portalApi = client<typeof portalContract>()
export const ticketApi = client<typeof ticketContract>()

/** What somebody with a problem can do about their own ticket. */
export type OwnMove =
  | { readonly move: 'answer'; readonly text: string; readonly files: string[] }
  | { readonly move: 'confirm'; readonly satisfaction: null }
  | { readonly move: 'rate'; readonly satisfaction: 1 | 2 | 3 | 4 | 5 }
  | { readonly move: 'reopen'; readonly reason: string }

export const myTickets = queryOptions({
  queryKey: ['portal', 'mine'],
  queryFn: ({ signal }) =>
    ticketApi('GET /api/v1/tickets', { query: { mine: 'requested', state: 'all', limit: 100 }, signal }),
})

export const myTicket = (number: number) =>
  queryOptions({
    queryKey: ['portal', 'one', number],
    queryFn: async ({ signal }) =>
      asRequester(
        await ticketApi('GET /api/v1/tickets/numbered/:number', {
          params: { number },
          query: { as: 'requester' },
          signal,
        }),
      ),
  })

export const questions = queryOptions({
  queryKey: ['portal', 'questions'],
  queryFn: ({ signal }) => portalApi('GET /api/v1/portal/questions', { signal }),
})

export function asRequester(answer: { readonly view: string }): RequesterTicket {
  if (answer.view !== 'requester') throw new Error('The portal shows tickets as their requester sees them')
  return answer as RequesterTicket
}
