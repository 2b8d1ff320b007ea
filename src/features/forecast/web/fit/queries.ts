import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FittedAssumption } from '../../contract/fit.ts'
import { forecastApi } from '../queries.ts'

/** A fit reads the whole past: it is made when somebody asks for it, and kept. */
export const fitOf = (days: number) =>
  queryOptions({
    queryKey: ['forecast', 'fit', days],
    queryFn: ({ signal }) => forecastApi('GET /api/v1/forecast/fit', { query: { days }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Puts a fitted value in the place of our judgement, for all of the organisation's forecasts. */
export function useTakeOver() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (set: NonNullable<FittedAssumption['set']>) =>
      forecastApi('PUT /api/v1/forecast/assumptions', { body: { set, source: 'desk' } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['forecast', 'inputs'] }),
  })
}
