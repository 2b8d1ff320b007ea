import type { ApplyAll } from './apply.ts'
import type { KnownIssueLink, Stage, Ticket } from '../ticket.ts'
import { agentOf } from '../trail.ts'
import type { FactOf } from '../events.ts'
import { authorId } from './author.ts'

/** The solution on its way to the requester. */
export const wayDownFacts: ApplyAll<
  'diagnosed' | 'note-taken' | 'question-asked' | 'question-answered' | 'contacted' | 'contact-reminded'
> = {
  diagnosed: (ticket, fact, event) => ({
    ...comesTo(ticket, { name: 'delivering', tier: fact.delivering }),
    diagnosis: {
      rootCause: fact.words.rootCause,
      solution: fact.words.solution,
      wordingForRequester: fact.words.wordingForRequester,
      byTier: fact.tier,
      byAgent: authorId(event),
      at: event.at,
      knownIssue: knownIssueOf(fact),
    },
    trail: ticket.trail.map((entry) => ({ ...entry, tookNoteAt: null, tookNoteBy: null })),
    questions: [],
    contactAttempts: [],
    onBridge: false,
  }),
  'note-taken': (ticket, { tier, delivering }, event) => {
    const { stage } = ticket
    const moved = stage.name === 'delivering' ? comesTo(ticket, { name: 'delivering', tier: delivering }) : ticket
    const noted = { tookNoteAt: event.at, tookNoteBy: authorId(event) }
    return { ...moved, trail: ticket.trail.map((entry) => (entry.tier === tier ? { ...entry, ...noted } : entry)) }
  },
  'question-asked': (ticket, { questionId, tier, words }, event) => ({
    ...ticket,
    questions: [
      ...ticket.questions,
      { id: questionId, tier, by: authorId(event), at: event.at, text: words.text, answer: null },
    ],
  }),
  'question-answered': (ticket, { questionId, words }, event) => ({
    ...ticket,
    questions: ticket.questions.map((question) =>
      question.id === questionId
        ? { ...question, answer: { by: authorId(event), at: event.at, text: words.text } }
        : question,
    ),
  }),
  contacted: (ticket, { channel, outcome, retryAt }, event) => {
    const attempt = { by: authorId(event), at: event.at, channel, outcome, retryAt, reminded: false }
    const tried = { ...ticket, contactAttempts: [...ticket.contactAttempts, attempt] }
    if (outcome === 'applied') return { ...tried, stage: { name: 'confirming' }, quietSince: event.at }
    if (outcome === 'not-reached' || !ticket.diagnosis) return tried
    return { ...comesTo(tried, { name: 'investigating', tier: ticket.diagnosis.byTier }), diagnosis: null }
  },
  'contact-reminded': (ticket) => ({
    ...ticket,
    contactAttempts: ticket.contactAttempts.map((attempt) => ({ ...attempt, reminded: true })),
  }),
}

/** A ticket that changes tier goes to the agent who had it there. */
function comesTo(ticket: Ticket, stage: Stage & { readonly tier: number }): Ticket {
  const stays = 'tier' in ticket.stage && ticket.stage.tier === stage.tier
  return { ...ticket, stage, assigneeId: stays ? ticket.assigneeId : agentOf(ticket.trail, stage.tier) }
}

function knownIssueOf({ knownIssue, words }: FactOf<'diagnosed'>): KnownIssueLink | null {
  if (knownIssue === null) return null
  if (knownIssue.kind === 'linked') return knownIssue
  return knownIssue.kind === 'create'
    ? { kind: 'create', title: words.knownIssue, ...(knownIssue.id ? { id: knownIssue.id } : {}) }
    : { kind: 'one-off', reason: words.knownIssue }
}
