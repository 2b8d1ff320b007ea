import type { ApplyAll } from './apply.ts'
import { agentOf } from '../trail.ts'
import type { TrailEntry } from '../ticket.ts'
import { authorId } from './author.ts'

/** Up with evidence, or back with what is missing. */
export const handoverFacts: ApplyAll<
  | 'handover-offered'
  | 'handover-withdrawn'
  | 'handover-accepted'
  | 'sent-back'
  | 'brought-to-bridge'
  | 'taken-off-bridge'
  | 'lead-warned'
> = {
  'handover-offered': (ticket, { from, to, waived, words }, event) => {
    const by = authorId(event)
    const waiver = waived.length > 0 ? { by, reason: words.waiverReason, missing: waived } : null
    return { ...ticket, offer: { from, to, by, at: event.at, asked: words.asked, waiver } }
  },
  'handover-withdrawn': (ticket) => ({ ...ticket, offer: null }),
  'handover-accepted': (ticket, { tier }, event) => {
    const agentId = authorId(event)
    return {
      ...ticket,
      stage: { name: 'investigating', tier },
      offer: null,
      assigneeId: agentId,
      trail: entered(ticket.trail, tier, agentId, event.at),
    }
  },
  /** An offer that is sent back never left its sender; an accepted ticket returns to who had it. */
  'sent-back': (ticket, { to }) => ({
    ...ticket,
    stage: { name: 'investigating', tier: to },
    offer: null,
    assigneeId: ticket.offer ? ticket.assigneeId : agentOf(ticket.trail, to),
    bounces: ticket.bounces + 1,
  }),
  'brought-to-bridge': (ticket) => ({ ...ticket, onBridge: true }),
  'taken-off-bridge': (ticket) => ({ ...ticket, onBridge: false }),
  'lead-warned': (ticket) => ticket,
}

function entered(trail: readonly TrailEntry[], tier: number, agentId: string, at: string): readonly TrailEntry[] {
  return trail.some((entry) => entry.tier === tier)
    ? trail.map((entry) => (entry.tier === tier ? { ...entry, agentId } : entry))
    : [...trail, { tier, enteredAt: at, agentId, tookNoteAt: null, tookNoteBy: null }]
}
