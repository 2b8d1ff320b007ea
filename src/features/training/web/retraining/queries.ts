import { queryOptions } from '@tanstack/react-query'
import { trainingApi, trainingKey } from '../queries.ts'

const key = [...trainingKey, 'retraining'] as const

export const retraining = queryOptions({
  queryKey: [...key, 'overview'],
  queryFn: ({ signal }) => trainingApi('GET /api/v1/training/retraining', { signal }),
})

export const retrainingOf = (id: string) =>
  queryOptions({
    queryKey: [...key, 'one', id],
    queryFn: ({ signal }) => trainingApi('GET /api/v1/training/retraining/:id', { params: { id }, signal }),
  })

/** Asked for anew whenever it is shown: the draft may have changed. */
export const retrainingPreview = queryOptions({
  queryKey: [...key, 'preview'],
  queryFn: ({ signal }) => trainingApi('GET /api/v1/training/retraining/preview', { signal }),
  staleTime: 0,
})

export const mending = (tier: number) =>
  queryOptions({
    queryKey: [...trainingKey, 'mending', tier],
    queryFn: ({ signal }) => trainingApi('GET /api/v1/training/mending/:tier', { params: { tier }, signal }),
  })
