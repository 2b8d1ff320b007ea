import type { retrainingContract } from '#features/training/contract/retraining.ts'
import { newId } from '#platform/database/id.ts'
import { noAsk, only, type Rows, staff } from '../outcomes.ts'

const unknown = () => ({ params: { id: newId() } })

export const retrainingRows: Rows<typeof retrainingContract> = {
  'GET /api/v1/training/retraining': { ask: noAsk, outcomes: staff('200') },
  'GET /api/v1/training/retraining/preview': {
    ask: noAsk,
    outcomes: only(['planOwner', 'administrator', 'outsider'], '200'),
  },
  'GET /api/v1/training/retraining/:id': { ask: unknown, outcomes: staff('not-found') },
  'POST /api/v1/training/retraining/:id/test': { ask: unknown, outcomes: staff('not-found') },
  'GET /api/v1/training/mending/:tier': { ask: () => ({ params: { tier: 1 } }), outcomes: staff('200') },
}
