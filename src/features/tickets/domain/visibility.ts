import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { TicketEvent, TicketFact } from './events.ts'
import type { PersonMoveName } from './moves.ts'
import type { ContactAttempt, Ticket } from './ticket.ts'

/** What a requester reads of an event: nothing that was meant for those who work on it. */
export type RequesterEntry = { readonly number: number; readonly at: Instant; readonly by: TicketEvent['by'] } & (
  | {
      readonly type: 'opened'
      readonly subject: string
      readonly description: string
      readonly files: readonly string[]
    }
  | {
      readonly type: 'replied' | 'asked' | 'answered'
      readonly text: string
      readonly files: readonly string[]
    }
  | {
      readonly type: 'contacted'
      readonly channel: ContactAttempt['channel']
      readonly outcome: ContactAttempt['outcome']
      readonly retryAt: Instant | null
      /** The solution in the requester's words, once it was applied. */
      readonly solution: string | null
    }
  | { readonly type: 'confirmed' | 'closed' }
  | { readonly type: 'rated'; readonly satisfaction: 1 | 2 | 3 | 4 | 5 }
  /** The reason is shown to whoever gave it. */
  | { readonly type: 'reopened'; readonly reason: string | null }
)

/** The whole of a ticket as its requester may read it. */
export function requesterStory(events: readonly TicketEvent[]): readonly RequesterEntry[] {
  const requesterId = requesterOf(events)
  let solution: string | null = null
  return events.flatMap((event) => {
    if (event.fact.type === 'diagnosed') solution = event.fact.words.wordingForRequester
    const entry = entryOf(event, requesterId, solution)
    return entry ? [entry] : []
  })
}

function entryOf(
  { number, at, by, fact }: TicketEvent,
  requesterId: string | null,
  solution: string | null,
): RequesterEntry | null {
  const place = { number, at, by }
  switch (fact.type) {
    case 'opened': {
      const { subject, description } = fact.words
      return { ...place, type: 'opened', subject, description, files: fact.files }
    }
    case 'replied':
    case 'asked':
    case 'answered':
      return { ...place, type: fact.type, text: fact.words.text, files: fact.files }
    case 'contacted': {
      const { channel, outcome, retryAt } = fact
      const told = outcome === 'applied' ? solution : null
      return { ...place, type: 'contacted', channel, outcome, retryAt, solution: told }
    }
    case 'confirmed':
    case 'closed':
      return { ...place, type: fact.type }
    case 'rated':
      return { ...place, type: 'rated', satisfaction: fact.satisfaction }
    case 'reopened': {
      const own = by.kind === 'person' && by.personId === requesterId
      return { ...place, type: 'reopened', reason: own ? fact.words.reason : null }
    }
    case 'assigned':
    case 'released':
    case 'noted':
    case 'waiting':
    case 'resumed':
    case 'evidence-added':
    case 'handover-offered':
    case 'handover-withdrawn':
    case 'handover-accepted':
    case 'sent-back':
    case 'lead-warned':
    case 'diagnosed':
    case 'note-taken':
    case 'question-asked':
    case 'question-answered':
    case 'contact-reminded':
    case 'vendor-case-opened':
    case 'vendor-answered':
    case 'reprioritised':
    case 'categorised':
    case 'migrated':
    case 'linked':
    case 'unlinked':
    case 'tagged':
    case 'followed':
    case 'unfollowed':
    case 'brought-to-bridge':
    case 'taken-off-bridge':
    case 'overridden':
    case 'target-at-risk':
    case 'target-missed':
      return null
  }
}

/** Whether a requester is told of a fact. */
export function isForRequester(fact: TicketFact): boolean {
  const by = { kind: 'system', name: 'clock' } as const
  return entryOf({ number: 1, at: '', by, fact }, null, null) !== null
}

/** The words of a fact that a requester reads: what their search may find. What was said about a contact is for the desk. */
export function wordsForRequester(fact: TicketFact): readonly string[] {
  if (fact.type === 'opened') return [fact.words.subject, fact.words.description]
  const said = fact.type === 'replied' || fact.type === 'asked' || fact.type === 'answered'
  return said ? [fact.words.text] : []
}

function requesterOf([first]: readonly TicketEvent[]): string | null {
  return first?.fact.type === 'opened' ? first.fact.requesterId : null
}

/** Where a ticket stands, for somebody who does not know what a tier is. */
export const plainStates = [
  'received',
  'being-looked-at',
  'with-specialist',
  'waiting-for-you',
  'waiting',
  'solution-found',
  'please-confirm',
  'closed',
] as const
export type PlainState = (typeof plainStates)[number]

export function plainState(plan: SupportPlan, { stage, waiting, assigneeId, trail }: Ticket): PlainState {
  if (stage.name === 'closed') return 'closed'
  if (stage.name === 'confirming') return 'please-confirm'
  if (stage.name === 'delivering') return 'solution-found'
  if (waiting) return waiting.for === 'requester' ? 'waiting-for-you' : 'waiting'
  if (stage.tier > plan.process.contactTier) return 'with-specialist'
  return assigneeId === null && trail.every((entry) => entry.agentId === null) ? 'received' : 'being-looked-at'
}

/** The moves of somebody with a problem; whoever else they are, on their own ticket they make these. */
export const requesterMoves: readonly PersonMoveName[] = ['answer', 'confirm', 'rate', 'reopen']
