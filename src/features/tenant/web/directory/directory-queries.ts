import { queryOptions } from '@tanstack/react-query'
import { tenantApi, tenantKey } from '../queries.ts'

export const directory = queryOptions({
  queryKey: [...tenantKey, 'directory'],
  queryFn: ({ signal }) => tenantApi('GET /api/v1/tenant/directory', { signal }),
})

/** Asks Microsoft: kept for a minute. */
export const groupsBeginning = (begins: string) =>
  queryOptions({
    queryKey: [...tenantKey, 'directory', 'groups', begins],
    queryFn: ({ signal }) => tenantApi('GET /api/v1/tenant/directory/groups', { query: { begins }, signal }),
    staleTime: 60_000,
    retry: false,
  })
