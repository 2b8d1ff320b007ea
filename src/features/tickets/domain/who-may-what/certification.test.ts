import { describe, expect, test } from 'vitest'
import type { Certification, PersonActor } from '#features/people/domain/actor.ts'
import type { MoveName } from '../moves.ts'
import { rules } from '../rules.ts'
import { cast, type CastName } from '../testing/cast.ts'
import { type Desk, judge } from '../testing/desk.ts'
import { assigneeFor, minimalMoves, moveNames } from '../testing/minimal-moves.ts'
import { applied, closed, does, stations } from '../testing/scenes.ts'

/** Every move by every state of a certification: whoever makes it is an agent of the tier's team, and has the ticket where that is needed. */

type Gate = { readonly desk: () => Desk; readonly who: CastName; readonly tier: number }

const at = stations()
const noted = () => does(at.diagnosed, 'a1', 'take-note')
const asked = () => does(at.diagnosed, 'a2', 'ask-diagnoser')
const withVendor = () => does(at.held3, 'a3', 'open-vendor-case')

const by = (who: CastName, tier: number, desk: () => Desk): Gate => ({ desk, who, tier })

/** Moves that need work in a tier, each where it can be made. */
const gated = {
  claim: by('b1', 1, () => at.opened),
  assign: by('b1', 1, () => at.opened),
  release: by('a1', 1, () => at.held1),
  reply: by('a1', 1, () => at.held1),
  note: by('a1', 1, () => at.held1),
  ask: by('a1', 1, () => at.held1),
  'wait-until': by('a1', 1, () => at.held1),
  resume: by('a1', 1, () => does(at.held1, 'a1', 'wait-until')),
  'add-evidence': by('a1', 1, () => at.held1),
  escalate: by('a1', 1, () => at.held1),
  withdraw: by('a1', 1, () => at.offered),
  accept: by('a2', 2, () => at.offered),
  'send-back': by('a2', 2, () => at.offered),
  'warn-lead': by('a1', 1, () => at.held1),
  diagnose: by('a3', 3, () => at.held3),
  'take-note': by('a2', 2, () => at.diagnosed),
  'ask-diagnoser': by('a2', 2, () => at.diagnosed),
  'answer-question': by('a3', 3, asked),
  contact: by('a1', 1, noted),
  confirm: by('a1', 1, () => applied(noted())),
  reopen: by('a1', 1, closed),
  'open-vendor-case': by('a3', 3, () => at.held3),
  'vendor-answered': by('a3', 3, withVendor),
  reprioritise: by('a1', 1, () => at.held1),
  categorise: by('a1', 1, () => at.held1),
  link: by('a1', 1, () => at.held1),
  unlink: by('a1', 1, () => does(at.held1, 'a1', 'link')),
  tag: by('a1', 1, () => at.held1),
  'bring-to-bridge': by('a1', 1, () => at.held1),
  'take-off-bridge': by('a1', 1, () => does(at.held1, 'a1', 'bring-to-bridge')),
} as const satisfies Partial<Record<MoveName, Gate>>

type Gated = keyof typeof gated
const gatedNames = Object.keys(gated) as Gated[]

/** Moves for which no tier's certification is asked, and why. */
const free: Readonly<Record<Exclude<MoveName, Gated>, string>> = {
  open: 'anybody may have a problem',
  answer: 'the requester speaks',
  rate: 'the requester judges',
  follow: 'whoever works on support may look on',
  unfollow: 'whoever looks on may stop',
  migrate: 'the right to change the plan',
  close: 'the clock',
  'remind-contact': 'the clock',
  'mark-target-at-risk': 'the clock',
  'mark-target-missed': 'the clock',
}

const dayMs = 86_400_000
const from = (desk: Desk, days: number) => new Date(Date.parse(desk.at) + days * dayMs).toISOString()
const override = { by: 'l1', reason: 'Half the team is ill' }

type State = (desk: Desk, tier: number) => readonly Certification[]
const one = (tier: number, begins: string, until: string | null, over: Certification['override'] = null) => [
  { tier, from: begins, until, override: over },
]

const states: Readonly<Record<string, readonly [State, 'yes' | 'not-certified']>> = {
  none: [() => [], 'not-certified'],
  current: [(desk, tier) => one(tier, from(desk, -30), from(desk, 30)), 'yes'],
  'without an end': [(desk, tier) => one(tier, from(desk, -30), null), 'yes'],
  'from this moment on': [(desk, tier) => one(tier, desk.at, from(desk, 30)), 'yes'],
  expired: [(desk, tier) => one(tier, from(desk, -30), from(desk, -1)), 'not-certified'],
  'until this moment': [(desk, tier) => one(tier, from(desk, -30), desk.at), 'not-certified'],
  'not yet valid': [(desk, tier) => one(tier, from(desk, 1), from(desk, 30)), 'not-certified'],
  'override current': [(desk, tier) => one(tier, from(desk, -1), from(desk, 14), override), 'yes'],
  'override ended': [(desk, tier) => one(tier, from(desk, -30), from(desk, -1), override), 'not-certified'],
  'of another tier': [(desk, tier) => one(tier === 1 ? 2 : 1, from(desk, -30), null), 'not-certified'],
  // Word is given, the certification goes on until the day.
  'retraining due': [(desk, tier) => one(tier, from(desk, -30), from(desk, 3)), 'yes'],
  // What is not done in time ends it (training, `ahead.ts`).
  'retraining overdue': [(desk, tier) => one(tier, from(desk, -30), from(desk, -0.1)), 'not-certified'],
  'retraining overdue, with an override': [
    (desk, tier) => [
      ...one(tier, from(desk, -30), from(desk, -0.1)),
      ...one(tier, from(desk, -0.1), from(desk, 14), override),
    ],
    'yes',
  ],
  'retraining done': [
    (desk, tier) => [
      ...one(tier, from(desk, -30), from(desk, -2)),
      ...one(tier, from(desk, -0.1), from(desk, 100)),
    ],
    'yes',
  ],
}

function outcome(desk: Desk, name: MoveName, actor: PersonActor): string {
  const assignee = Object.values(cast).find((other) => other.personId === assigneeFor(desk)) ?? null
  const decision = judge(desk, actor, minimalMoves[name](desk), { assignee })
  if (!decision.ok) return decision.refusal.code
  return decision.value.some((fact) => fact.type === 'overridden') ? 'lead' : 'yes'
}

test('every move either asks for a certification or says why not', () => {
  expect([...gatedNames, ...Object.keys(free)].toSorted()).toEqual(moveNames.toSorted())
})

describe.each(Object.entries(states))('a certification: %s', (_, [state, expected]) => {
  test.each(gatedNames)('%s', (name) => {
    const { desk, who, tier } = gated[name]
    const scene = desk()
    const actor = { ...cast[who], certifications: state(scene, tier) }
    expect(outcome(scene, name, actor)).toBe(expected)
  })
})

describe('a lead of the team without a certification', () => {
  test.each(gatedNames)('steps in, and it is recorded: %s', (name) => {
    const { desk, tier } = gated[name]
    const lead = tier === 1 ? cast.l1 : tier === 2 ? cast.l2 : cast.l3
    expect(outcome(desk(), name, lead)).toBe('lead')
  })

  test.each(gatedNames)('does not step in for another team: %s', (name) => {
    const { desk, tier } = gated[name]
    const lead = tier === 1 ? cast.l3 : cast.l1
    const scene = desk()
    const cameBy = scene.ticket?.trail.some((entry) => entry.tier === (tier === 1 ? 3 : 1)) ?? false
    // Who leads a tier that the ticket came by takes part in it, and on a bridge every tier does.
    const part = cameBy || scene.ticket?.onBridge
    if (!part) expect(outcome(scene, name, lead)).toMatch(/^not-(?:in-tier|taking-part)$/)
  })
})

test('nobody is given a ticket for whose tier they are not certified', () => {
  const scene = at.opened
  const assignee = (state: State): PersonActor => ({ ...cast.b1, certifications: state(scene, 1) })
  for (const [state, expected] of Object.values(states)) {
    const move = { move: 'assign', agentId: 'b1' } as const
    const decision = judge(scene, cast.a1, move, { assignee: assignee(state) })
    expect(decision.ok ? 'yes' : decision.refusal.code).toBe(expected === 'yes' ? 'yes' : 'assignee-not-certified')
  }
})

test('what cannot be made for want of a certification says for which tier', () => {
  for (const name of gatedNames) {
    const { desk, who, tier } = gated[name]
    const scene = desk()
    if (scene.ticket === null) continue
    const permit = rules[name].permit({
      plan: scene.plan,
      ticket: scene.ticket,
      actor: { ...cast[who], certifications: [] },
      at: scene.at,
    })
    expect(permit.ok ? null : permit.refusal).toEqual({ code: 'not-certified', tier })
  }
})
