import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Language } from '#features/people/domain/person.ts'
import type { DocumentFormat } from '../../domain/versions/documents.ts'
import { planApi } from '../queries.ts'

/** What was made of a version as it is now; while something is being made it is looked at again, should the live line be down. */
export const documents = (number: number) =>
  queryOptions({
    queryKey: ['plan-documents', number],
    queryFn: ({ signal }) =>
      planApi('GET /api/v1/plan/versions/:number/documents', { params: { number }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.documents.some((one) => one.state === 'making') === true ? 5_000 : false,
  })

export function useMakeDocument(number: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly language: Language; readonly format: DocumentFormat }) =>
      planApi('POST /api/v1/plan/versions/:number/documents', { params: { number }, body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['plan-documents'] }),
  })
}

export const addressOf = (id: string, shown = false) => `/api/v1/plan/documents/${id}${shown ? '?show=true' : ''}`
