import type { forecastContract } from '#features/forecast/contract.ts'
import { noAsk, only, type Rows, staff } from '../outcomes.ts'

const editors = ['planOwner', 'administrator', 'outsider'] as const

export const forecastRows: Rows<typeof forecastContract> = {
  'GET /api/v1/forecast/inputs': { ask: noAsk, outcomes: staff('200') },
  'PUT /api/v1/forecast/assumptions': {
    ask: () => ({ body: { set: { sendBack: 0.2 } } }),
    outcomes: only(editors, '204'),
  },
  'POST /api/v1/forecasts': {
    ask: () => ({ body: { assumptions: { replications: 2 } } }),
    outcomes: staff('200'),
  },
}
