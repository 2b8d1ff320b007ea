import { describe, expect, test } from 'vitest'
import type { MoveOf } from './moves.ts'
import { cast, type CastName, clock } from './testing/cast.ts'
import { type Desk, judge, later, make, monday, newDesk, opening, ticketOf } from './testing/desk.ts'
import { evidenceFor, minimalMoves } from './testing/minimal-moves.ts'
import { applied, closed, does, stations } from './testing/scenes.ts'
import { testPlan } from './testing/test-plan.ts'

const stepByStep = testPlan({ wayDown: 'step-by-step' })
const escalation: MoveOf<'escalate'> = {
  move: 'escalate',
  asked: 'Find the cause',
  evidence: [],
  waiver: null,
  fastLane: false,
}
const contact: MoveOf<'contact'> = {
  move: 'contact',
  channel: 'phone',
  outcome: 'applied',
  text: 'Try it again',
  retryAt: null,
}
const refused = (desk: Desk, who: CastName, move: Parameters<typeof judge>[2]) => {
  const decision = judge(desk, cast[who], move)
  return decision.ok ? 'accepted' : decision.refusal
}
const stage = (desk: Desk) => ticketOf(desk).stage

test('A problem goes up through the tiers with evidence, and the solution comes down to the user', () => {
  const opened = make(newDesk(testPlan()), cast.req, opening)
  expect(stage(opened)).toEqual({ name: 'investigating', tier: 1 })
  const offered = does(does(opened, 'a1', 'claim'), 'a1', 'escalate')
  expect(ticketOf(offered)).toMatchObject({ assigneeId: 'a1', offer: { from: 1, to: 2, by: 'a1' } })
  const held2 = does(offered, 'a2', 'accept')
  expect(ticketOf(held2)).toMatchObject({ stage: { tier: 2 }, assigneeId: 'a2', offer: null })
  const held3 = does(does(held2, 'a2', 'escalate'), 'a3', 'accept')
  const found = does(held3, 'a3', 'diagnose')
  expect(ticketOf(found)).toMatchObject({ stage: { name: 'delivering', tier: 1 }, assigneeId: 'a1' })
  const told = applied(does(found, 'a1', 'take-note'))
  expect(stage(told)).toEqual({ name: 'confirming' })
  const thanks = make(told, cast.req, { move: 'confirm', satisfaction: 5 })
  expect(ticketOf(thanks)).toMatchObject({
    stage: { name: 'closed' },
    satisfaction: { score: 5 },
    closedAt: thanks.at,
  })
  expect(ticketOf(thanks).trail.map((entry) => entry.agentId)).toEqual(['a1', 'a2', 'a3'])
})

describe('Up', () => {
  const { held1, offered, held2 } = stations()

  test('without the evidence that the plan asks nothing goes up, and what is missing is named', () => {
    const some = evidenceFor(held1, ticketOf(held1), 2).filter((item) => item.key !== 'steps-tried')
    expect(refused(held1, 'a1', { ...escalation, evidence: some })).toEqual({
      code: 'evidence-missing',
      missing: ['steps-tried'],
    })
  })

  test('a lead may waive evidence, with a reason; an agent may not', () => {
    const waiver = { reason: 'The whole floor is down' }
    expect(refused(held1, 'a1', { ...escalation, waiver })).toEqual({ code: 'waiver-needs-lead' })
    expect(refused(held1, 'l1', { ...escalation, waiver: { reason: ' ' } })).toMatchObject({
      code: 'text-required',
    })
    const up = make(held1, cast.l1, { ...escalation, waiver })
    expect(ticketOf(up).offer?.waiver).toMatchObject({ by: 'l1', reason: waiver.reason })
    expect(ticketOf(up).offer?.waiver?.missing).toContain('steps-tried')
    expect(up.events.find(({ fact }) => fact.type === 'overridden')?.fact).toMatchObject({
      move: 'escalate',
      tier: 1,
    })
  })

  test('when the category changes after the offer, the new evidence has to be there too', () => {
    const changed = make(offered, cast.a1, { move: 'categorise', category: 'app-install', platform: 'ios' })
    expect(refused(changed, 'a2', { move: 'accept' })).toEqual({ code: 'evidence-missing', missing: ['app-name'] })
    const value = { key: 'app-name', value: 'Teams', files: [] }
    const added = make(changed, cast.a1, { move: 'add-evidence', evidence: [value] })
    expect(refused(added, 'a2', { move: 'accept' })).toBe('accepted')
  })

  test('the receiver sends an offer back and the sender still has it; an accepted ticket returns to who had it', () => {
    const back = does(offered, 'a2', 'send-back')
    expect(ticketOf(back)).toMatchObject({ stage: { tier: 1 }, assigneeId: 'a1', offer: null, bounces: 1 })
    const later2 = does(held2, 'b2', 'send-back')
    expect(ticketOf(later2)).toMatchObject({ stage: { tier: 1 }, assigneeId: 'a1', bounces: 1 })
  })

  test('after as many returns as the plan allows, the ticket goes to the bridge', () => {
    let desk = held1
    for (const bounces of [1, 2, 3]) {
      desk = does(does(desk, 'a1', 'escalate'), 'a2', 'send-back')
      expect(ticketOf(desk)).toMatchObject({ bounces, onBridge: bounces === 3 })
    }
  })

  test('the fast lane of the highest priority skips tier 2; sent back, it returns to tier 1', () => {
    expect(refused(held1, 'a1', { ...escalation, fastLane: true })).toEqual({ code: 'no-fast-lane' })
    const urgent = make(held1, cast.a1, {
      move: 'reprioritise',
      impact: 'high',
      urgency: 'high',
      reason: 'All down',
    })
    const evidence = evidenceFor(urgent, ticketOf(urgent), 3)
    const held3 = does(make(urgent, cast.a1, { ...escalation, evidence, fastLane: true }), 'a3', 'accept')
    expect(ticketOf(held3).trail.map((entry) => entry.tier)).toEqual([1, 3])
    expect(stage(does(held3, 'a3', 'send-back'))).toEqual({ name: 'investigating', tier: 1 })
  })

  test('in a phase that works by bridge, an escalation is also brought there; who has it stays who has it', () => {
    const pilot = stations(testPlan(), { ...opening, phase: 'pilot', wave: 'pilot' })
    expect(ticketOf(pilot.offered)).toMatchObject({ onBridge: true, assigneeId: 'a1', offer: { to: 2 } })
    const found = make(pilot.held3, cast.a3, { ...minimalMoves.diagnose(pilot.held3), presentTiers: [1, 2] })
    expect(ticketOf(found).trail.map((entry) => entry.tookNoteBy)).toEqual(['a3', 'a3', null])
    expect(ticketOf(found).onBridge).toBe(false)
  })

  test('tier 4 is outside: a complete packet, a known severity, an opener; the owner stays, and diagnoses when it answered', () => {
    const { held3 } = stations()
    const open = minimalMoves['open-vendor-case'](held3)
    expect(refused(held3, 'a3', { ...open, severity: 'z' })).toMatchObject({
      code: 'not-in-plan',
      field: 'severity',
    })
    expect(refused(held3, 'a3', { ...open, evidence: [] })).toMatchObject({ code: 'evidence-missing' })
    const { vendor } = held3.plan.teams
    const elsewhere = { ...held3.plan.teams, vendor: vendor && { ...vendor, openers: ['purchasing'] } }
    expect(refused({ ...held3, plan: { ...held3.plan, teams: elsewhere } }, 'a3', open)).toEqual({
      code: 'not-a-case-opener',
    })
    const asked = make(held3, cast.a3, open)
    expect(ticketOf(asked)).toMatchObject({ assigneeId: 'a3', waiting: { for: 'vendor', severity: 'b' } })
    expect(refused(asked, 'a3', minimalMoves.diagnose(asked))).toEqual({ code: 'waiting-for-vendor' })
    expect(stage(does(does(asked, 'a3', 'vendor-answered'), 'a3', 'diagnose'))).toMatchObject({
      name: 'delivering',
    })
  })
})

describe('Down', () => {
  test('together: tier 1 contacts the user at once; tier 2 may learn after that', () => {
    const { diagnosed } = stations()
    expect(refused(diagnosed, 'a1', contact)).toEqual({ code: 'take-note-first', tier: 1 })
    const helped = applied(does(diagnosed, 'a1', 'take-note'))
    const learnt = does(does(helped, 'req', 'confirm'), 'a2', 'take-note')
    expect(ticketOf(learnt).trail.map((entry) => entry.tookNoteBy)).toEqual(['a1', 'a2', null])
    expect(stage(learnt)).toEqual({ name: 'closed' })
  })

  test('step by step: each tier takes note before the one below it', () => {
    const { diagnosed } = stations(stepByStep)
    expect(ticketOf(diagnosed)).toMatchObject({ stage: { tier: 2 }, assigneeId: 'a2' })
    expect(refused(diagnosed, 'a1', { move: 'take-note' })).toEqual({ code: 'other-tier-first', tier: 2 })
    expect(refused(diagnosed, 'a1', contact)).toEqual({ code: 'other-tier-first', tier: 2 })
    expect(ticketOf(does(diagnosed, 'a2', 'take-note'))).toMatchObject({ stage: { tier: 1 }, assigneeId: 'a1' })
  })

  test('whoever found it themselves need not take note', () => {
    const found = does(stations().held1, 'a1', 'diagnose')
    expect(stage(applied(found))).toEqual({ name: 'confirming' })
  })

  test('instead of taking note a tier asks, and whoever made the diagnosis answers', () => {
    const asked = does(stations().diagnosed, 'a1', 'ask-diagnoser')
    const answered = does(asked, 'a3', 'answer-question')
    expect(ticketOf(answered).questions).toMatchObject([{ tier: 1, by: 'a1', answer: { by: 'a3' } }])
    expect(refused(answered, 'a3', minimalMoves['answer-question'](asked))).toEqual({ code: 'no-open-question' })
  })

  test('what did not work goes back to the tier that found it, with the finding', () => {
    const noted = does(stations().diagnosed, 'a1', 'take-note')
    expect(refused(noted, 'a1', { ...contact, outcome: 'did-not-work', text: '' })).toMatchObject({
      code: 'text-required',
    })
    const back = make(noted, cast.a1, { ...contact, outcome: 'did-not-work', text: 'Same error' })
    expect(ticketOf(back)).toMatchObject({
      stage: { name: 'investigating', tier: 3 },
      assigneeId: 'a3',
      diagnosis: null,
    })
  })

  test('a user who is not reached is tried again in support time; the clock says when', () => {
    const friday = later(does(stations().diagnosed, 'a1', 'take-note'), 4 * 1440 + 5 * 60)
    const tried = make(friday, cast.a1, { ...contact, outcome: 'not-reached', text: '' })
    const retryAt = ticketOf(tried).contactAttempts[0]?.retryAt ?? ''
    expect(new Date(retryAt).getUTCDay()).toBe(1)
    expect(judge(tried, clock, { move: 'remind-contact' })).toMatchObject({
      refusal: { code: 'not-yet', at: retryAt },
    })
    const reminded = make({ ...tried, at: retryAt }, clock, { move: 'remind-contact' })
    expect(judge(reminded, clock, { move: 'remind-contact' })).toMatchObject({
      refusal: { code: 'nothing-to-remind' },
    })
    expect(stage(applied(reminded))).toEqual({ name: 'confirming' })
  })

  test('a diagnosis names a known issue or says why it is a one-off, where the plan asks that', () => {
    const { held1 } = stations()
    const none = { ...minimalMoves.diagnose(held1), knownIssue: null }
    expect(refused(held1, 'a1', none)).toEqual({ code: 'known-issue-required' })
    const linked = { ...none, knownIssue: { kind: 'linked', id: 'gone' } } as const
    const decision = judge(held1, cast.a1, linked, { knownIssueExists: false })
    expect(decision).toMatchObject({ refusal: { code: 'unknown-known-issue' } })
    expect(refused({ ...held1, plan: testPlan({ knownIssueRequired: false }) }, 'a1', none)).toBe('accepted')
  })
})

describe('The end', () => {
  const told = applied(does(stations().diagnosed, 'a1', 'take-note'))

  test('after the quiet period in support days the clock closes it; an answer starts the period anew and closes nothing', () => {
    const mondayAfter = later({ ...told, at: monday }, 7 * 1440)
    const decision = judge(told, clock, { move: 'close' })
    // Applied on a Monday; the fifth support day after it ends the next Monday at half past five in Amsterdam.
    const until = '2026-11-23T16:30:00.000Z'
    expect(decision).toMatchObject({ refusal: { code: 'quiet-period-runs', until } })
    const answered = make(mondayAfter, cast.req, minimalMoves.answer(mondayAfter))
    expect(stage(answered)).toEqual({ name: 'confirming' })
    expect(judge({ ...answered, at: until }, clock, { move: 'close' })).toMatchObject({
      refusal: { code: 'quiet-period-runs' },
    })
    expect(stage(make({ ...told, at: until }, clock, { move: 'close' }))).toEqual({ name: 'closed' })
  })

  test('"it does not work" of a requester opens it again in tier 1, with its history', () => {
    const again = does(told, 'req', 'reopen')
    expect(ticketOf(again)).toMatchObject({
      stage: { name: 'investigating', tier: 1 },
      reopened: 1,
      assigneeId: 'a1',
    })
    expect(ticketOf(again).trail).toHaveLength(3)
  })

  test('reopening is possible to the end of the window and not after it', () => {
    const done = closed()
    expect(refused(later(done, 14 * 1440), 'req', { move: 'reopen', reason: 'Back' })).toBe('accepted')
    const over = refused(later(done, 14 * 1440 + 1), 'req', { move: 'reopen', reason: 'Back' })
    expect(over).toMatchObject({ code: 'reopen-window-over' })
  })

  test('satisfaction is asked once, of the requester', () => {
    const rating = { move: 'confirm', satisfaction: 4 } as const
    expect(refused(told, 'a1', rating)).toEqual({ code: 'rating-is-the-requesters' })
    const rated = does(closed(), 'req', 'rate')
    expect(refused(rated, 'req', { move: 'rate', satisfaction: 1 })).toEqual({ code: 'already-rated' })
  })
})
