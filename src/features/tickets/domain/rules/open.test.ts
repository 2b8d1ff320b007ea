import { expect, test } from 'vitest'
import type { Actor } from '#features/people/domain/actor.ts'
import type { MoveOf } from '../moves.ts'
import { cast, clock, detection, mail } from '../testing/cast.ts'
import { judge, later, make, newDesk, opening, ticketOf } from '../testing/desk.ts'
import { testPlan } from '../testing/test-plan.ts'

const desk = newDesk(testPlan())

function outcome(actor: Actor, changes: Partial<MoveOf<'open'>> = {}): string {
  const decision = judge(desk, actor, { ...opening, ...changes })
  if (!decision.ok) return decision.refusal.code
  return decision.value.some((fact) => fact.type === 'overridden') ? 'lead' : 'yes'
}

test.each([
  ['a requester, for themselves', cast.req, {}, 'yes'],
  ['a requester, for somebody else', cast.oth, {}, 'not-in-tier'],
  ['a tier 1 agent, on behalf', cast.a1, { source: 'desk' }, 'yes'],
  ['a tier 1 agent without training', cast.x1, { source: 'desk' }, 'not-certified'],
  ['their lead, which is recorded', cast.l1, { source: 'desk' }, 'lead'],
  ['a tier 2 agent: tier 1 is the first contact', cast.a2, {}, 'not-in-tier'],
  ['an administrator', cast.adm, {}, 'not-in-tier'],
  ['an auditor, for somebody else', cast.aud, {}, 'auditor-reads-only'],
  ['an auditor with a problem of their own', cast.aud, { requesterId: 'aud' }, 'yes'],
  ['the mail', mail, { source: 'mail' }, 'yes'],
  ['the clock', clock, {}, 'not-for-the-system'],
  ['what was found in Intune', detection, { source: 'detection' }, 'yes'],
  ['what was found, said to have come by mail', detection, { source: 'mail' }, 'not-for-the-system'],
  ['a mail, said to have been found', mail, { source: 'detection' }, 'not-for-the-system'],
  ['an agent, said to have been found', cast.a1, { source: 'detection' }, 'only-detection'],
  ['a requester, said to have been found', cast.req, { source: 'detection' }, 'only-detection'],
] as const)('who may open: %s', (_, actor, changes, expected) => {
  expect(outcome(actor, changes)).toBe(expected)
})

test.each([
  ['no subject', { subject: ' ' }, 'text-required'],
  ['no description', { description: '' }, 'text-required'],
  ['a mail without text', { description: '', source: 'mail' }, 'yes'],
  ['an unknown category', { category: 'weather' }, 'not-in-plan'],
  ['no category yet', { category: null, platform: null }, 'yes'],
  ['an unknown phase', { phase: 'party' }, 'not-in-plan'],
  ['an unknown wave', { wave: 'wave-9' }, 'not-in-plan'],
  ['outside the rollout', { phase: null, wave: null }, 'yes'],
  ['evidence that no step asks', { evidence: [{ key: 'mood', value: 'bad', files: [] }] }, 'not-in-plan'],
  ['a choice that is none', { evidence: [{ key: 'ownership', value: 'stolen', files: [] }] }, 'not-in-plan'],
  ['a choice that is one', { evidence: [{ key: 'ownership', value: 'company', files: [] }] }, 'yes'],
] as const)('what may be opened: %s', (_, changes, expected) => {
  expect(outcome(cast.req, changes)).toBe(expected)
})

test('a ticket begins in tier 1 with the category’s priority, its phase, and what was given', () => {
  const evidence = [
    { key: 'error-text', value: 'No', files: [] },
    { key: 'error-code', value: ' ', files: [] },
  ]
  expect(ticketOf(make(desk, cast.a1, { ...opening, evidence, phase: 'pilot', wave: 'pilot' }))).toMatchObject({
    version: 2,
    stage: { name: 'investigating', tier: 1 },
    requesterId: 'req',
    originatorId: 'a1',
    kind: 'incident',
    impact: 'medium',
    urgency: 'high',
    priority: 2,
    mode: 'bridge',
    assigneeId: null,
    evidence: [{ key: 'error-text', value: 'No', by: 'a1' }],
  })
})

test('a ticket is opened once', () => {
  const opened = make(desk, cast.req, opening)
  expect(judge(opened, cast.req, opening)).toMatchObject({ refusal: { code: 'already-open' } })
  expect(judge(later(desk, 1), cast.a1, { move: 'claim' })).toMatchObject({ refusal: { code: 'no-ticket' } })
})
