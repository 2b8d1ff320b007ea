import { queryOptions } from '@tanstack/react-query'
import { client } from '#ui/api/client.ts'
import type { practiceContract } from '../../contract/practice.ts'

export const practiceApi = client<typeof practiceContract>()
export const practiceKey = ['training', 'practice'] as const

export const practice = queryOptions({
  queryKey: [...practiceKey, 'overview'],
  queryFn: ({ signal }) => practiceApi('GET /api/v1/training/practice', { signal }),
})

export const exerciseOf = (number: number) =>
  queryOptions({
    queryKey: [...practiceKey, 'ticket', number],
    queryFn: ({ signal }) =>
      practiceApi('GET /api/v1/training/practice/tickets/:number', { params: { number }, signal }),
  })

export const practiceResult = (id: string) =>
  queryOptions({
    queryKey: [...practiceKey, 'result', id],
    queryFn: ({ signal }) => practiceApi('GET /api/v1/training/practice/results/:id', { params: { id }, signal }),
  })
