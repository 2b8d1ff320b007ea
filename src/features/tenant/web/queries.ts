import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { client } from '#ui/api/client.ts'
import { useLive } from '#ui/live/live.tsx'
import type { tenantContract } from '../contract.ts'

export const tenantApi = client<typeof tenantContract>()

export const tenantKey = ['tenant'] as const

export const tenant = queryOptions({
  queryKey: [...tenantKey, 'settings'],
  queryFn: ({ signal }) => tenantApi('GET /api/v1/tenant', { signal }),
})

export const channels = queryOptions({
  queryKey: [...tenantKey, 'channels'],
  queryFn: ({ signal }) => tenantApi('GET /api/v1/tenant/channels', { signal }),
})

/** What others change, and what a job finds out, appears in place. */
export function useLiveTenant(): void {
  const queries = useQueryClient()
  useLive('tenant', () => void queries.invalidateQueries({ queryKey: tenantKey }))
}
