import type { practiceContract } from '#features/training/contract/practice.ts'
import { newId } from '#platform/database/id.ts'
import { everybody, noAsk, only, type Rows } from '../outcomes.ts'

const workers = ['tier1', 'tier2', 'tier3', 'lead'] as const
/** An exercise or result that is not there, or is somebody else's. */
const unknown = () => ({ params: { id: newId() } })

export const practiceRows: Rows<typeof practiceContract> = {
  'GET /api/v1/training/practice': { ask: noAsk, outcomes: only(workers, '200') },
  'POST /api/v1/training/practice/enter': { ask: noAsk, outcomes: only(workers, '204') },
  'POST /api/v1/training/practice/leave': { ask: noAsk, outcomes: everybody('204') },
  'POST /api/v1/training/practice/exercises': {
    ask: () => ({ body: { tier: 9 } }),
    outcomes: only(workers, 'practice-tier-unknown'),
  },
  'GET /api/v1/training/practice/tickets/:number': {
    ask: () => ({ params: { number: 987_654 } }),
    outcomes: only(workers, 'not-found'),
  },
  'POST /api/v1/training/practice/exercises/:id/cause': {
    ask: () => ({ ...unknown(), body: { issueId: 'win-enroll-message-format' } }),
    outcomes: only(workers, 'not-found'),
  },
  'POST /api/v1/training/practice/exercises/:id/give-up': { ask: unknown, outcomes: only(workers, 'not-found') },
  'GET /api/v1/training/practice/results/:id': { ask: unknown, outcomes: only(workers, 'not-found') },
}
