import type { Move, MoveName, MoveOf } from '../moves.ts'
import { tierNow } from '../when.ts'
import { type Desk } from './desk.ts'
import { evidenceFor, minimalMoves } from './minimal-moves.ts'

/** A word that stands in everything a requester must never read. */
export const canary = 'canary'
const secret = `a ${canary} sang`

type Vary<Name extends MoveName> = (desk: Desk, pick: number) => Partial<MoveOf<Name>>

const one = <Value>(pick: number, ...values: readonly [Value, ...Value[]]): Value =>
  values[pick % values.length] ?? values[0]

/** Other inputs than the least: right ones, and now and then wrong ones. Everything internal has the canary in it. */
const variations: { readonly [Name in MoveName]?: Vary<Name> } = {
  assign: (_, pick) => ({ agentId: one(pick, 'a1', 'b1', 'x1', 'e1', 'a2', 'b2', 'a3', 'l1', 'l2', 'nobody') }),
  reply: (_, pick) => ({ text: one(pick, 'Hello', 'Hello again', ' ') }),
  note: () => ({ text: secret }),
  'wait-until': ({ at }, pick) => ({
    reason: secret,
    until: new Date(Date.parse(at) + one(pick, 60, 2880, -5, 20_000) * 60_000).toISOString(),
  }),
  'add-evidence': ({ plan }, pick) => {
    const items = plan.process.edges.flatMap((edge) => edge.evidence).filter((item) => item.kind === 'text')
    return {
      evidence: [{ key: items[pick % items.length]?.key ?? 'none', value: one(pick, secret, ''), files: [] }],
    }
  },
  escalate: (desk, pick) => {
    const fastLane = pick % 3 === 0
    const to = desk.ticket ? (fastLane ? 3 : tierNow(desk.plan, desk.ticket) + 1) : 2
    const full = desk.ticket ? evidenceFor(desk, desk.ticket, to) : []
    return {
      fastLane,
      asked: secret,
      evidence: one(pick, full, full, full.slice(1), [], full.slice(0, 3)),
      waiver: one(pick, null, { reason: secret }, { reason: '' }),
    }
  },
  'send-back': (_, pick) => ({
    missing: one(pick, [], ['error-text'], ['no-such-item']),
    reason: one(pick, secret, ''),
  }),
  'warn-lead': () => ({ reason: secret }),
  diagnose: (_, pick) => ({
    rootCause: secret,
    solution: one(pick, secret, secret, ''),
    knownIssue: one(pick, { kind: 'one-off', reason: secret }, { kind: 'create', title: secret }, null, {
      kind: 'linked',
      id: 'known-issue-1',
    }),
    presentTiers: one(pick, [], [1, 2], [2], [1]),
  }),
  'ask-diagnoser': () => ({ text: secret }),
  'answer-question': () => ({ text: secret }),
  contact: ({ at }, pick) => ({
    outcome: one(pick, 'applied', 'not-reached', 'applied', 'did-not-work'),
    text: secret,
    retryAt: one(pick, null, null, null, new Date(Date.parse(at) + 3_600_000).toISOString(), at),
  }),
  confirm: (_, pick) => ({ satisfaction: one(pick, null, 4, 1) }),
  'open-vendor-case': (_, pick) => ({
    text: secret,
    severity: one(pick, 'a', 'b', 'z'),
    caseNumber: one(pick, null, '42'),
  }),
  'vendor-answered': () => ({ text: secret }),
  reprioritise: (_, pick) => ({
    impact: one(pick, 'high', 'low', 'medium'),
    urgency: one(pick >> 2, 'high', 'low', 'medium'),
    reason: secret,
  }),
  categorise: ({ plan }, pick) => ({
    category: plan.process.categories[pick % plan.process.categories.length]?.key ?? 'none',
    platform: one(pick, 'ios', 'android', 'windows', null),
  }),
  link: (_, pick) => ({ ticketId: one(pick, 'ticket-1', 'ticket-2', 'ticket-3') }),
  tag: (_, pick) => ({ add: [one(pick, canary, `${canary}-2`)], remove: one(pick, [], [canary]) }),
  'bring-to-bridge': () => ({ reason: secret }),
  'take-off-bridge': () => ({ reason: secret }),
  migrate: (_, pick) => ({ reason: one(pick, secret, secret, '') }),
}

/** A move as somebody might make it: the least, or varied. */
export function variedMove(desk: Desk, name: MoveName, pick: number): Move {
  return varied(desk, name, pick)
}

function varied<Name extends MoveName>(desk: Desk, name: Name, pick: number): Move {
  const move = minimalMoves[name](desk)
  return { ...move, ...variations[name]?.(desk, pick) }
}
