import { evidenceAsked } from '../evidence.ts'
import type { GivenEvidence, Move, MoveName } from '../moves.ts'
import type { Ticket } from '../ticket.ts'
import { tierNow } from '../when.ts'
import { type Desk, opening, ticketOf } from './desk.ts'

/** Every item that a step up from here asks for. */
export function evidenceFor({ plan }: Desk, ticket: Ticket, to: number): readonly GivenEvidence[] {
  return evidenceAsked(plan, ticket, tierNow(plan, ticket), to).map(({ key, kind, options }) => ({
    key,
    value: kind === 'choice' ? (options[0]?.key ?? '') : `${key} as seen`,
    files: kind === 'screenshot' || kind === 'log' ? ['file-1'] : [],
  }))
}

/** The least that every move needs, good enough that only who and when can be against it. */
export const minimalMoves: { readonly [Name in MoveName]: (desk: Desk) => Extract<Move, { move: Name }> } = {
  open: () => opening,
  claim: () => ({ move: 'claim' }),
  assign: (desk) => ({ move: 'assign', agentId: assigneeFor(desk) }),
  release: () => ({ move: 'release' }),
  reply: () => ({ move: 'reply', text: 'Hello', files: [] }),
  note: () => ({ move: 'note', text: 'Looks like a token', files: [] }),
  ask: () => ({ move: 'ask', text: 'What does it say?', files: [] }),
  answer: () => ({ move: 'answer', text: 'It says no', files: [], source: 'portal' }),
  'wait-until': ({ at }) => ({ move: 'wait-until', until: inADay(at), reason: 'The check-in takes a day' }),
  resume: () => ({ move: 'resume' }),
  'add-evidence': ({ plan }) => ({
    move: 'add-evidence',
    evidence: [{ key: plan.process.edges[0]?.evidence[0]?.key ?? '', value: 'Profile failed', files: [] }],
  }),
  escalate: (desk) => escalation(desk),
  withdraw: () => ({ move: 'withdraw' }),
  accept: () => ({ move: 'accept' }),
  'send-back': () => ({ move: 'send-back', missing: ['error-text'], reason: 'Cannot be read' }),
  'warn-lead': () => ({ move: 'warn-lead', reason: 'It will be late' }),
  diagnose: () => ({
    move: 'diagnose',
    rootCause: 'The token had expired',
    solution: 'Renew the token',
    wordingForRequester: 'Please try again now',
    knownIssue: { kind: 'one-off', reason: 'Happens once a year' },
    presentTiers: [],
  }),
  'take-note': () => ({ move: 'take-note' }),
  'ask-diagnoser': () => ({ move: 'ask-diagnoser', text: 'For every phone?' }),
  'answer-question': (desk) => ({
    move: 'answer-question',
    questionId: desk.ticket?.questions.find((question) => !question.answer)?.id ?? 'none',
    text: 'Only this one',
  }),
  contact: () => ({ move: 'contact', channel: 'phone', outcome: 'not-reached', text: '', retryAt: null }),
  'remind-contact': () => ({ move: 'remind-contact' }),
  confirm: () => ({ move: 'confirm', satisfaction: null }),
  rate: () => ({ move: 'rate', satisfaction: 5 }),
  close: () => ({ move: 'close' }),
  reopen: () => ({ move: 'reopen', reason: 'It is back' }),
  'open-vendor-case': (desk) => ({
    move: 'open-vendor-case',
    severity: 'b',
    caseNumber: null,
    text: 'Please look',
    evidence: desk.ticket ? evidenceFor(desk, desk.ticket, desk.plan.teams.vendor?.level ?? 0) : [],
  }),
  'vendor-answered': () => ({ move: 'vendor-answered', text: 'Try this' }),
  reprioritise: ({ ticket }) => ({
    move: 'reprioritise',
    impact: ticket?.impact === 'high' ? 'low' : 'high',
    urgency: 'high',
    reason: 'The board meets',
  }),
  categorise: ({ ticket }) => ({
    move: 'categorise',
    category: ticket?.category === 'app-install' ? 'enrollment-blocked' : 'app-install',
    platform: 'ios',
  }),
  link: ({ ticket }) => ({ move: 'link', ticketId: `other-${ticket?.links.length}`, kind: 'related' }),
  unlink: ({ ticket }) => ({ move: 'unlink', ticketId: ticket?.links[0]?.ticketId ?? 'ticket-2' }),
  tag: ({ ticket }) => ({ move: 'tag', add: [`tag-${ticket?.version}`], remove: [] }),
  follow: () => ({ move: 'follow' }),
  unfollow: () => ({ move: 'unfollow' }),
  'bring-to-bridge': () => ({ move: 'bring-to-bridge', reason: 'All of us' }),
  'take-off-bridge': () => ({ move: 'take-off-bridge', reason: 'We know enough' }),
  migrate: ({ ticket }) => ({
    move: 'migrate',
    planVersionId: ticket?.planVersionId === 'plan-1' ? 'plan-2' : 'plan-1',
    reason: 'The wave has begun',
  }),
  'mark-target-at-risk': () => ({ move: 'mark-target-at-risk', target: 'resolve', tier: null, since: 1 }),
  'mark-target-missed': () => ({ move: 'mark-target-missed', target: 'resolve', tier: null, since: 1 }),
}

export const moveNames = Object.keys(minimalMoves) as MoveName[]

function escalation(desk: Desk): Extract<Move, { move: 'escalate' }> {
  const empty = { move: 'escalate', asked: 'Please find the cause', waiver: null, fastLane: false } as const
  if (!desk.ticket) return { ...empty, evidence: [] }
  const ticket = ticketOf(desk)
  return { ...empty, evidence: evidenceFor(desk, ticket, tierNow(desk.plan, ticket) + 1) }
}

/** A trained agent of the ticket's tier who does not have it. */
export function assigneeFor({ plan, ticket }: Desk): string {
  const tier = ticket ? tierNow(plan, ticket) : 1
  return ticket?.assigneeId === `a${tier}` ? `b${tier}` : `a${tier}`
}

function inADay(at: string): string {
  return new Date(Date.parse(at) + 86_400_000).toISOString()
}
