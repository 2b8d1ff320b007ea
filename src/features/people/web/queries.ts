import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { client } from '#ui/api/client.ts'
import type { peopleContract } from '../contract.ts'

export const peopleApi = client<typeof peopleContract>()

/** Who is signed in; the application keeps it under the same key. */
export const meKey = ['me'] as const

export const own = queryOptions({
  queryKey: ['people', 'own'],
  queryFn: ({ signal }) => peopleApi('GET /api/v1/me', { signal }),
})

export type PeopleFilter = {
  readonly search?: string | undefined
  readonly role?: string | undefined
  readonly team?: string | undefined
  readonly state?: string | undefined
}

type PeopleQuery = NonNullable<NonNullable<Parameters<typeof peopleApi<'GET /api/v1/people'>>[1]>['query']>

export const people = (filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      peopleApi('GET /api/v1/people', {
        query: { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) } as PeopleQuery,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

export const person = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => peopleApi('GET /api/v1/people/:id', { params: { id }, signal }),
  })

export const changesOf = (subject: string) =>
  queryOptions({
    queryKey: ['people', 'changes', subject],
    queryFn: ({ signal }) => peopleApi('GET /api/v1/people-changes', { query: { subject, limit: 50 }, signal }),
  })

export const teams = queryOptions({
  queryKey: ['people', 'teams'],
  queryFn: ({ signal }) => peopleApi('GET /api/v1/teams', { signal }),
})

export const organisation = queryOptions({
  queryKey: ['people', 'organisation'],
  queryFn: ({ signal }) => peopleApi('GET /api/v1/organisation', { signal }),
})

export const countries = queryOptions({
  queryKey: ['people', 'countries'],
  queryFn: ({ signal }) => peopleApi('GET /api/v1/organisation/countries', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export const providers = queryOptions({
  queryKey: ['people', 'providers'],
  queryFn: ({ signal }) => peopleApi('GET /api/v1/oidc-providers', { signal }),
})

export const signIns = queryOptions({
  queryKey: ['people', 'sign-ins'],
  queryFn: ({ signal }) => peopleApi('GET /api/v1/me/sign-ins', { signal }),
})

export const ownSecondFactor = queryOptions({
  queryKey: ['people', 'second-factor'],
  queryFn: ({ signal }) => peopleApi('GET /api/v1/me/second-factor', { signal }),
})

export const apiTokens = queryOptions({
  queryKey: ['people', 'api-tokens'],
  queryFn: ({ signal }) => peopleApi('GET /api/v1/me/api-tokens', { signal }),
})

/** How one can sign in, before anyone is. */
export const waysIn = (slug: string | undefined) =>
  queryOptions({
    queryKey: ['people', 'ways-in', slug ?? null],
    queryFn: ({ signal }) =>
      peopleApi('GET /api/v1/sign-in', { query: slug === undefined ? {} : { organisation: slug }, signal }),
  })
