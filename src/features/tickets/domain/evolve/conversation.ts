import type { ApplyAll } from './apply.ts'
import type { Evidence, TrailEntry } from '../ticket.ts'

const tookPart = (trail: readonly TrailEntry[], tier: number, agentId: string): readonly TrailEntry[] =>
  trail.map((entry) => (entry.tier === tier ? { ...entry, agentId } : entry))

/** Who has it, what is said, and what it waits for. */
export const conversationFacts: ApplyAll<
  | 'assigned'
  | 'released'
  | 'replied'
  | 'noted'
  | 'asked'
  | 'answered'
  | 'waiting'
  | 'resumed'
  | 'evidence-added'
  | 'vendor-case-opened'
  | 'vendor-answered'
  | 'overridden'
> = {
  assigned: (ticket, { tier, agentId }) => ({
    ...ticket,
    assigneeId: agentId,
    trail: tookPart(ticket.trail, tier, agentId),
  }),
  released: (ticket) => ({ ...ticket, assigneeId: null }),
  replied: (ticket) => ticket,
  noted: (ticket) => ticket,
  overridden: (ticket) => ticket,
  asked: (ticket) => ({ ...ticket, waiting: { for: 'requester' } }),
  answered: (ticket, _, { at }) => ({
    ...ticket,
    waiting: ticket.waiting?.for === 'requester' ? null : ticket.waiting,
    quietSince: ticket.stage.name === 'confirming' ? at : ticket.quietSince,
  }),
  waiting: (ticket, { until, words }) => ({ ...ticket, waiting: { for: 'until', until, reason: words.reason } }),
  resumed: (ticket) => ({ ...ticket, waiting: null }),
  'evidence-added': (ticket, fact, event) => {
    const by = event.by.kind === 'person' ? event.by.personId : ticket.originatorId
    const added: readonly Evidence[] = fact.items.map(({ key, files }) => ({
      key,
      value: fact.words[key] ?? '',
      files,
      by,
      at: event.at,
    }))
    const kept = ticket.evidence.filter((one) => !added.some((other) => other.key === one.key))
    return { ...ticket, evidence: [...kept, ...added] }
  },
  'vendor-case-opened': (ticket, { severity, caseNumber }) => ({
    ...ticket,
    waiting: { for: 'vendor', severity, caseNumber },
  }),
  'vendor-answered': (ticket) => ({ ...ticket, waiting: null }),
}
