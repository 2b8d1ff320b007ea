import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { client } from '#ui/api/client.ts'
import { useLive } from '#ui/live/live.tsx'
import type { rolloutContract } from '../contract.ts'

export const rolloutApi = client<typeof rolloutContract>()

export const rollout = queryOptions({
  queryKey: ['rollout', 'overview'],
  queryFn: ({ signal }) => rolloutApi('GET /api/v1/rollout', { signal }),
})

export const wave = (key: string) =>
  queryOptions({
    queryKey: ['rollout', 'wave', key],
    queryFn: ({ signal }) => rolloutApi('GET /api/v1/rollout/waves/:key', { params: { key }, signal }),
  })

export const readiness = (key: string) =>
  queryOptions({
    queryKey: ['rollout', 'readiness', key],
    queryFn: ({ signal }) => rolloutApi('GET /api/v1/rollout/waves/:key/readiness', { params: { key }, signal }),
  })

export const moveGround = queryOptions({
  queryKey: ['rollout', 'move-ground'],
  queryFn: ({ signal }) => rolloutApi('GET /api/v1/rollout/move-ground', { signal }),
})

export const imports = queryOptions({
  queryKey: ['rollout', 'imports'],
  queryFn: ({ signal }) => rolloutApi('GET /api/v1/rollout/imports', { signal }),
})

export const wavePeople = (key: string, search: string) =>
  infiniteQueryOptions({
    queryKey: ['rollout', 'people', key, search],
    queryFn: ({ signal, pageParam }) =>
      rolloutApi('GET /api/v1/rollout/people', {
        query: { wave: key, ...(search === '' ? {} : { search }), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** Fetches anew what stands in the rollout: a commitment that is met is a figure of readiness too. */
export function useRefreshRollout(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries({ queryKey: ['rollout'] }), [queries])
}

/** Shows in place what others do to waves, and to the plan, and what Intune tells. */
export function useRolloutLive(): void {
  const refresh = useRefreshRollout()
  useLive('rollout', () => void refresh())
  useLive('plan', () => void refresh())
  useLive('enrollments', () => void refresh())
}

/** At a busy desk tickets move all the time: a wave's figures are fetched anew once in a while, not for each. */
const betweenFigures = 2_000

/** Keeps the figures of a wave up with its tickets. */
export function useTicketsOfWave(key: string): void {
  const queries = useQueryClient()
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => () => clearTimeout(waiting.current ?? undefined), [])
  useLive('ticket', () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = null
      void queries.invalidateQueries({ queryKey: wave(key).queryKey })
    }, betweenFigures)
  })
}
