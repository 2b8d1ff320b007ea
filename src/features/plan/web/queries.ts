import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { peopleContract } from '#features/people/contract.ts'
import { client } from '#ui/api/client.ts'
import type { planContract, PlanDraft } from '../contract.ts'

export const planApi = client<typeof planContract>()
const peopleApi = client<typeof peopleContract>()

export const published = queryOptions({
  queryKey: ['plan', 'published'],
  queryFn: ({ signal }) => planApi('GET /api/v1/plan', { signal }),
})

export const versions = queryOptions({
  queryKey: ['plan', 'versions'],
  queryFn: ({ signal }) => planApi('GET /api/v1/plan/versions', { signal }),
})

/** One published version; it never changes, so it is read once. */
export const version = (number: number) =>
  queryOptions({
    queryKey: ['plan', 'version', number],
    queryFn: ({ signal }) => planApi('GET /api/v1/plan/versions/:number', { params: { number }, signal }),
  })

export const draft = queryOptions({
  queryKey: ['plan', 'draft'],
  queryFn: ({ signal }) => planApi('GET /api/v1/plan/draft', { signal }),
})

/** What the check goes by beside the draft. */
export const facts = queryOptions({
  queryKey: ['plan', 'facts'],
  queryFn: ({ signal }) => planApi('GET /api/v1/plan/facts', { signal }),
})

/** What is wrong with the plan in force, or could be better. */
export const publishedFindings = queryOptions({
  queryKey: ['plan', 'check'],
  queryFn: ({ signal }) => planApi('GET /api/v1/plan/check', { signal }),
})

export const approvers = queryOptions({
  queryKey: ['plan', 'approvers'],
  queryFn: ({ signal }) => planApi('GET /api/v1/plan/approvers', { signal }),
})

export const countries = queryOptions({
  queryKey: ['plan', 'countries'],
  queryFn: ({ signal }) => planApi('GET /api/v1/plan/countries', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** The organisation's teams, which the plan's tiers name by key. */
export const teams = queryOptions({
  queryKey: ['plan', 'teams'],
  queryFn: ({ signal }) => peopleApi('GET /api/v1/teams', { signal }),
})

/** Begins a draft, or gives the one that there is already. */
export function useBeginDraft() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (from: number | undefined) =>
      planApi('POST /api/v1/plan/draft', { body: from === undefined ? {} : { from } }),
    onSuccess: async (begun: PlanDraft) => {
      queries.setQueryData(draft.queryKey, begun)
      await queries.invalidateQueries({ queryKey: versions.queryKey })
    },
  })
}
