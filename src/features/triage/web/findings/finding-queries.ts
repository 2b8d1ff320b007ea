import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { deviceContract } from '#features/devices/contract.ts'
import { client } from '#ui/api/client.ts'
import { useLive } from '#ui/live/live.tsx'

export const deviceApi = client<typeof deviceContract>()

export const findingsNow = queryOptions({
  queryKey: ['findings'],
  queryFn: ({ signal }) => deviceApi('GET /api/v1/devices/findings', { signal }),
})

/** Keeps what a page shows of what was found as it is. */
export function useLiveFindings(): void {
  const queries = useQueryClient()
  useLive('findings', () => void queries.invalidateQueries({ queryKey: findingsNow.queryKey }))
}
