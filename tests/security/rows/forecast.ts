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
  'GET /api/v1/forecast/fit': { ask: noAsk, outcomes: only(editors, '200') },
  'POST /api/v1/forecast/replays': {
    ask: () => ({ body: { plan: 1, from: '2026-01-01', to: '2026-12-31' } }),
    outcomes: only(editors, '200'),
  },
}
