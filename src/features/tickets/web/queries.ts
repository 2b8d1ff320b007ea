import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import type { peopleContract } from '#features/people/contract.ts'
import { client } from '#ui/api/client.ts'
import type { ticketContract } from '../contract.ts'
import type { TicketListQuery } from '../contract/list.ts'
import type { MoveInput } from '../contract/moves.ts'
import type { DeskTicket } from '../contract/ticket-view.ts'

export const ticketApi = client<typeof ticketContract>()
export const peopleApi = client<typeof peopleContract>()

/** A move as the API takes it; what has a default may be left out. */
export type GivenMove = z.input<typeof MoveInput>
export type ListAsked = z.input<typeof TicketListQuery>

/** What a list can be ordered by; the contract's own list, whose schema does not come to the browser. */
export const ticketSortNames = [
  'changed',
  'opened',
  'due',
  'priority',
  'number',
] as const satisfies readonly ListAsked['sort'][]
export type ListSort = (typeof ticketSortNames)[number]

export const ticketNumbered = (number: number) =>
  queryOptions({
    queryKey: ['tickets', 'one', number],
    queryFn: async ({ signal }): Promise<DeskTicket> => {
      const answer = await ticketApi('GET /api/v1/tickets/numbered/:number', { params: { number }, signal })
      if (answer.view !== 'desk') throw new Error('The desk shows tickets to those who work on them')
      return answer
    },
  })

export const ticketPages = (asked: ListAsked) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'list', asked],
    queryFn: ({ pageParam, signal }) =>
      ticketApi('GET /api/v1/tickets', {
        query: { ...asked, ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

/** How many open tickets each version of the plan has. */
export const openPerVersion = queryOptions({
  queryKey: ['tickets', 'per-version'],
  queryFn: ({ signal }) => ticketApi('GET /api/v1/tickets/plan-versions', { signal }),
})

/** What moving the open tickets of one version to another would change. */
export const migrationPages = (from: string, to: string) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'migration', from, to],
    queryFn: ({ pageParam, signal }) =>
      ticketApi('GET /api/v1/tickets/migration', { query: { from, to, after: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })

/** People by the first letters of their name or address. */
export const peopleNamed = (search: string) =>
  queryOptions({
    queryKey: ['people', 'named', search],
    queryFn: ({ signal }) => peopleApi('GET /api/v1/people', { query: { search, limit: 8 }, signal }),
  })

export const deskCounts = queryOptions({
  queryKey: ['tickets', 'counts'],
  queryFn: ({ signal }) => ticketApi('GET /api/v1/tickets/counts', { signal }),
})

export const assignableTo = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'agents', id],
    queryFn: ({ signal }) => ticketApi('GET /api/v1/tickets/:id/agents', { params: { id }, signal }),
  })

export const reachOf = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'reach', id],
    queryFn: ({ signal }) => ticketApi('GET /api/v1/tickets/:id/reach', { params: { id }, signal }),
    staleTime: 60_000,
  })

export const auditOf = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'audit', id],
    queryFn: ({ signal }) => ticketApi('GET /api/v1/tickets/:id/audit', { params: { id }, signal }),
  })

/** Makes a move on the ticket as it is shown; the page then shows what the server answered. */
export function useMove(shown: DeskTicket): (move: GivenMove, key?: string) => Promise<void> {
  const queries = useQueryClient()
  const { id, version } = shown.ticket
  return useCallback(
    async (move, key) => {
      const answer = await ticketApi('POST /api/v1/tickets/:id/moves', {
        params: { id },
        body: { version, move },
        ...(key ? { key } : {}),
      })
      if (answer.view === 'desk') queries.setQueryData(ticketNumbered(answer.number).queryKey, answer)
      await queries.invalidateQueries({ queryKey: ['tickets'], refetchType: 'active' })
    },
    [id, version, queries],
  )
}
