import { queryOptions } from '@tanstack/react-query'
import { client } from '#ui/api/client.ts'
import type { trainingContract } from '../contract.ts'

export const trainingApi = client<typeof trainingContract>()
export const trainingKey = ['training'] as const

export const home = queryOptions({
  queryKey: [...trainingKey, 'home'],
  queryFn: ({ signal }) => trainingApi('GET /api/v1/training', { signal }),
})

export const team = queryOptions({
  queryKey: [...trainingKey, 'team'],
  queryFn: ({ signal }) => trainingApi('GET /api/v1/training/team', { signal }),
})

export const trainingSessions = (when: 'ahead' | 'over') =>
  queryOptions({
    queryKey: [...trainingKey, 'sessions', when],
    queryFn: ({ signal }) => trainingApi('GET /api/v1/training/sessions', { query: { when }, signal }),
  })

export const trainingSession = (id: string) =>
  queryOptions({
    queryKey: [...trainingKey, 'session', id],
    queryFn: ({ signal }) => trainingApi('GET /api/v1/training/sessions/:id', { params: { id }, signal }),
  })

export const course = (key: string) =>
  queryOptions({
    queryKey: [...trainingKey, 'course', key],
    queryFn: ({ signal }) => trainingApi('GET /api/v1/training/courses/:key', { params: { key }, signal }),
  })

export const trainers = (key: string) =>
  queryOptions({
    queryKey: [...trainingKey, 'trainers', key],
    queryFn: ({ signal }) =>
      trainingApi('GET /api/v1/training/courses/:key/trainers', { params: { key }, signal }),
  })

export const bank = (key: string) =>
  queryOptions({
    queryKey: [...trainingKey, 'bank', key],
    queryFn: ({ signal }) =>
      trainingApi('GET /api/v1/training/courses/:key/questions', { params: { key }, signal }),
  })

export const itemVersions = (key: string, item: string) =>
  queryOptions({
    queryKey: [...trainingKey, 'versions', key, item],
    queryFn: ({ signal }) =>
      trainingApi('GET /api/v1/training/courses/:key/items/:item/versions', { params: { key, item }, signal }),
  })

export const test = (id: string) =>
  queryOptions({
    queryKey: [...trainingKey, 'test', id],
    queryFn: ({ signal }) => trainingApi('GET /api/v1/training/tests/:id', { params: { id }, signal }),
  })

export const lineage = queryOptions({
  queryKey: [...trainingKey, 'lineage'],
  queryFn: ({ signal }) => trainingApi('GET /api/v1/training/lineage', { signal }),
})

export const certificate = (number: string) =>
  queryOptions({
    queryKey: [...trainingKey, 'certificate', number],
    queryFn: ({ signal }) =>
      trainingApi('GET /api/v1/training/certificates/:number', { params: { number }, signal }),
  })
