import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '#ui/api/problem.ts'
import { client } from '#ui/api/client.ts'
import type { planContract } from '#features/plan/contract.ts'
import type { AssumptionView, forecastContract, ForecastInputs } from '../contract.ts'
import { fileOf } from '../domain/assumptions/lines.ts'
import { type Inputs, withCapacity } from '../domain/assumptions/levers.ts'
import { defaultAssumptions } from '../domain/assumptions/defaults.ts'
import { withFile } from '../domain/assumptions/override.ts'

export const forecastApi = client<typeof forecastContract>()
const planApi = client<typeof planContract>()

export type WhichPlan = 'published' | 'draft' | number

export const inputs = (plan: WhichPlan) =>
  queryOptions({
    queryKey: ['forecast', 'inputs', plan],
    queryFn: ({ signal }) => forecastApi('GET /api/v1/forecast/inputs', { query: { plan }, signal }),
  })

/** What is played: the plan, and the assumptions as the server lists them. */
export function playable({ document, assumptions }: ForecastInputs): Inputs {
  return { plan: document, assumptions: withFile(defaultAssumptions(document), fileOf(assumptions)) }
}

/** Sets one assumption, or takes it back, for all of the organisation's forecasts. */
export function useChangeAssumptions() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ set, reset }: { set?: Pick<AssumptionView, 'place' | 'value'>; reset?: string }) =>
      forecastApi('PUT /api/v1/forecast/assumptions', {
        body: { ...(set ? { set: fileOf([set]) as never } : {}), ...(reset ? { reset: [reset] } : {}) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['forecast'] }),
  })
}

/** Writes so many people into the tiers of the draft; begins one where there is none. */
export function usePutIntoDraft() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (people: Readonly<Record<string, number>>) => {
      const { revision, document } = await draftToChange()
      return planApi('PUT /api/v1/plan/draft', { body: { revision, document: withCapacity(document, people) } })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['plan'] }),
  })
}

async function draftToChange() {
  try {
    return await planApi('POST /api/v1/plan/draft', { body: {} })
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'draft-exists') throw error
    return planApi('GET /api/v1/plan/draft', {})
  }
}
