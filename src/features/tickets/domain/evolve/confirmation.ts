import type { ApplyAll } from './apply.ts'
import { agentOf } from '../trail.ts'

/** The end of a ticket, and its new beginning. */
export const confirmationFacts: ApplyAll<'confirmed' | 'rated' | 'closed' | 'reopened'> = {
  confirmed: (ticket) => ticket,
  rated: (ticket, { satisfaction }, { at }) => ({ ...ticket, satisfaction: { score: satisfaction, at } }),
  closed: (ticket, _, { at }) => ({
    ...ticket,
    stage: { name: 'closed' },
    closedAt: at,
    quietSince: null,
    onBridge: false,
  }),
  reopened: (ticket, { tier }) => ({
    ...ticket,
    stage: { name: 'investigating', tier },
    assigneeId: agentOf(ticket.trail, tier),
    diagnosis: null,
    contactAttempts: [],
    quietSince: null,
    closedAt: null,
    reopened: ticket.reopened + 1,
  }),
}
