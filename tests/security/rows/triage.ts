import type { triageContract } from '#features/triage/contract.ts'
import { knownIssues } from '#features/knowledge/server/actions.ts'
import * as made from '../fixtures.ts'
import { none, only, type Rows, staff } from '../outcomes.ts'
import type { World } from '../world.ts'

const ofAda = async (world: World) => ({ params: { id: (await made.ticket(world)).id } })
const workers = ['tier1', 'tier2', 'tier3', 'lead'] as const
const issue = () => {
  const [first] = knownIssues()
  return { issueId: first?.id ?? '', words: first?.checks.en[0] ?? '' }
}

export const triageRows: Rows<typeof triageContract> = {
  'GET /api/v1/triage/tickets/:id': { ask: ofAda, outcomes: staff('200', none) },
  'POST /api/v1/triage/tickets/:id/checks': {
    ask: async (world) => ({ ...(await ofAda(world)), body: { ...issue(), check: 0, state: 'done' } }),
    outcomes: only(workers, '204', none),
  },
  'POST /api/v1/triage/tickets/:id/outcomes': {
    ask: async (world) => ({ ...(await ofAda(world)), body: { issueId: issue().issueId, helped: true } }),
    outcomes: only(workers, '204', none),
  },
}
