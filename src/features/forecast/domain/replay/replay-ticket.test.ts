import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { cast, clock } from '#features/tickets/domain/testing/cast.ts'
import { type Desk, later, make, newDesk, opening } from '#features/tickets/domain/testing/desk.ts'
import { evidenceFor, minimalMoves } from '#features/tickets/domain/testing/minimal-moves.ts'
import { walk, walkInputs } from '#features/tickets/domain/testing/random-walk.ts'
import { testPlan } from '#features/tickets/domain/testing/test-plan.ts'
import type { PastTicket } from '../past-ticket.ts'
import type { DifferenceKind } from './difference.ts'
import { replayTicket } from './replay-ticket.ts'
import { addTotals, nothingReplayed, totalsOf } from './totals.ts'

function pastOf(plan: SupportPlan, { events }: Pick<Desk, 'events'>): PastTicket {
  return { ticketId: 'ticket-1', number: 1, events, plans: new Map([['plan-1', plan]]) }
}

describe('under the very plan that a ticket ran under', () => {
  test('nothing goes otherwise, whatever happened to it', () => {
    fc.assert(
      fc.property(walkInputs, (input) => {
        const plan = testPlan(input.plan)
        const { events, at } = walk(input).desk
        const migrated = events.findIndex(({ fact }) => fact.type === 'migrated')
        const own = migrated === -1 ? events : events.slice(0, migrated)
        const until = migrated === -1 ? at : (own.at(-1)?.at ?? at)
        const { differences, targets } = replayTicket(plan, pastOf(plan, { events: own }), until)
        expect(differences).toEqual([])
        for (const { was, now } of targets) expect(now).toEqual(was)
      }),
      { numRuns: 300, seed: 20_261_122 },
    )
  })

  test('and a ticket that was migrated says what it ran under from then on', () => {
    fc.assert(
      fc.property(walkInputs, (input) => {
        const { events, plan, at } = walk(input).desk
        const plans = new Map([
          ['plan-1', testPlan(input.plan)],
          ['plan-2', plan],
        ])
        const past = { ...pastOf(plan, { events }), plans }
        const { targets } = replayTicket(plan, past, at)
        for (const { was, now } of targets) expect(was ?? now).not.toBeNull()
      }),
      { numRuns: 60, seed: 20_261_122 },
    )
  })
})

/** Minutes after the one before: who does what. */
type Line = readonly [
  minutes: number,
  by: keyof typeof cast | 'clock',
  move: Parameters<typeof make>[2] | keyof typeof minimalMoves,
]

function told(plan: SupportPlan, ...lines: readonly Line[]): Desk {
  return lines.reduce(
    (desk, [minutes, by, move]) => {
      const now = later(desk, minutes)
      const full = typeof move === 'string' ? minimalMoves[move](now) : move
      return make(now, by === 'clock' ? clock : cast[by], full)
    },
    make(newDesk(plan), cast.req, { ...opening, phase: null, wave: null }),
  )
}

const plan = testPlan({ tiers: 3 })
const edges = (
  change: (edge: SupportPlan['process']['edges'][number]) => SupportPlan['process']['edges'][number],
) => ({
  edges: plan.process.edges.map(change),
})
const process = (change: Partial<SupportPlan['process']>, base = plan): SupportPlan => ({
  ...base,
  process: { ...base.process, ...change },
})
const serial = {
  key: 'serial',
  name: { nl: 'Serienummer', en: 'Serial number' },
  help: { nl: 'Achterop', en: 'On the back' },
  kind: 'text',
  options: [],
  required: true,
  appliesTo: { categories: [], platforms: [] },
  filledBy: null,
} as const satisfies SupportPlan['process']['edges'][number]['evidence'][number]
const asking = (changes: object, from = 1) =>
  process(
    edges((edge) =>
      edge.from === from ? { ...edge, evidence: [...edge.evidence, { ...serial, ...changes }] } : edge,
    ),
  )

const up: readonly Line[] = [
  [5, 'a1', 'claim'],
  [20, 'a1', 'escalate'],
  [10, 'a2', 'accept'],
]
const down: readonly Line[] = [
  [30, 'a2', 'diagnose'],
  [10, 'a1', 'take-note'],
]
const applied = { move: 'contact', channel: 'phone', outcome: 'applied', text: 'Done', retryAt: null } as const
const retried = { ...applied, outcome: 'not-reached' } as const
const without = (level: number): SupportPlan => ({
  ...plan,
  teams: { ...plan.teams, tiers: plan.teams.tiers.filter((tier) => tier.level !== level) },
})
const targets = (minutes: number): SupportPlan => ({
  ...plan,
  teams: {
    ...plan.teams,
    tiers: plan.teams.tiers.map((tier) => ({
      ...tier,
      targets: {
        1: { ...tier.targets[1], acknowledgeMinutes: minutes },
        2: { ...tier.targets[2], acknowledgeMinutes: minutes },
        3: { ...tier.targets[3], acknowledgeMinutes: minutes },
        4: { ...tier.targets[4], acknowledgeMinutes: minutes },
      },
    })),
  },
})
const lead = { waiver: { reason: 'On the road' } }
const upWaived: readonly Line[] = [
  [5, 'a1', 'claim'],
  [20, 'l1', { ...minimalEscalation(), ...lead, evidence: [] }],
]
const upTwice: readonly Line[] = [...up, [10, 'a2', 'escalate'], [5, 'a3', 'accept']]
const bounced: readonly Line[] = [
  [5, 'a1', 'claim'],
  [5, 'a1', 'escalate'],
  [5, 'a2', 'send-back'],
]
const silent: readonly Line[] = [
  [5, 'a1', 'claim'],
  [5, 'a1', 'diagnose'],
  [5, 'a1', applied],
]
const lane = { fastLanes: [{ priority: 2 as const, from: 1, to: 3 }] }

function minimalEscalation() {
  return { move: 'escalate', asked: 'Why?', evidence: [], waiver: null, fastLane: false } as const
}

/** Each kind of difference: what happened, a draft that would have made it otherwise, and the nearest one that would not. */
const table: readonly (readonly [DifferenceKind, readonly Line[], SupportPlan, SupportPlan])[] = [
  ['evidence-asked', up, asking({}), asking({ required: false })],
  [
    'evidence-asked',
    up,
    asking({ appliesTo: { categories: [], platforms: ['ios'] } }),
    asking({ appliesTo: { categories: [], platforms: ['linux'] } }),
  ],
  ['evidence-asked', upTwice, asking({}, 2), asking({}, 3)],
  ['waiver-spared', upWaived, process(edges((edge) => ({ ...edge, evidence: [] }))), plan],
  [
    'evidence-dropped',
    up,
    process(edges((edge) => ({ ...edge, evidence: [] }))),
    process(edges((edge) => ({ ...edge, evidence: edge.evidence.map((item) => ({ ...item, required: false })) }))),
  ],
  [
    'priority',
    up,
    process({
      priorityMatrix: {
        ...plan.process.priorityMatrix,
        high: { ...plan.process.priorityMatrix.high, high: 4 },
        medium: { high: 4, medium: 4, low: 4 },
      },
    }),
    process({ priorityMatrix: { ...plan.process.priorityMatrix, low: { high: 4, medium: 4, low: 1 } } }),
  ],
  [
    'category-gone',
    up,
    process({ categories: plan.process.categories.filter(({ key }) => key !== 'enrollment-blocked') }),
    process({ categories: plan.process.categories.filter(({ key }) => key !== 'app-install') }),
  ],
  [
    'platform-not-in-category',
    up,
    process({ categories: plan.process.categories.map((one) => ({ ...one, platforms: ['linux'] })) }),
    process({ categories: plan.process.categories.map((one) => ({ ...one, platforms: ['ios'] })) }),
  ],
  ['contact-tier', [], process({ contactTier: 2 }), plan],
  ['tier-gone', [...up, [30, 'a2', 'diagnose']], without(2), without(3)],
  ['handover-refused', [...up, [5, 'a2', 'escalate']], without(3), plan],
  ['lane-open', up, process(lane), process({ fastLanes: [{ priority: 4, from: 1, to: 3 }] })],
  ['bridge-then', bounced, process({ bounceCap: 1 }), process({ bounceCap: 2 })],
  [
    'known-issue-asked',
    [...up, [9, 'a2', { ...minimalMoves.diagnose(newDesk(plan)), knownIssue: null }]],
    plan,
    process({ knownIssueRequired: false }),
  ],
  [
    'note-first',
    [...upTwice, [30, 'a3', 'diagnose'], [9, 'a1', 'take-note']],
    process({ wayDown: 'step-by-step' }),
    plan,
  ],
  [
    'note-first',
    [...upTwice, [30, 'a3', 'diagnose'], [9, 'a1', retried]],
    process({ wayDown: 'step-by-step' }),
    plan,
  ],
  [
    'vendor-refused',
    [...upTwice, [9, 'a3', 'open-vendor-case']],
    { ...plan, teams: { ...plan.teams, vendor: null } },
    plan,
  ],
  [
    'severity-gone',
    [...upTwice, [9, 'a3', 'open-vendor-case']],
    {
      ...plan,
      teams: {
        ...plan.teams,
        vendor: plan.teams.vendor && {
          ...plan.teams.vendor,
          severities: plan.teams.vendor.severities.filter(({ key }) => key !== 'b'),
        },
      },
    },
    plan,
  ],
  [
    'may-not-talk',
    [...up, [5, 'a2', 'reply']],
    {
      ...plan,
      teams: {
        ...plan.teams,
        tiers: plan.teams.tiers.map((tier) => ({ ...tier, talksToRequesters: tier.level === 1 })),
      },
    },
    {
      ...plan,
      teams: {
        ...plan.teams,
        tiers: plan.teams.tiers.map((tier) => ({ ...tier, talksToRequesters: tier.level < 3 })),
      },
    },
  ],
  [
    'closed-sooner',
    [...silent, [4 * 1440, 'req', 'confirm']],
    process({ quietPeriodDays: 2 }),
    process({ quietPeriodDays: 4 }),
  ],
  [
    'closed-later',
    [...silent, [14 * 1440, 'clock', 'close']],
    process({ quietPeriodDays: 20 }),
    process({ quietPeriodDays: plan.process.quietPeriodDays }),
  ],
  [
    'reopen-refused',
    [...silent, [1440, 'req', 'confirm'], [3 * 1440, 'req', 'reopen']],
    process({ reopenWindowDays: 2 }),
    process({ reopenWindowDays: 4 }),
  ],
  ['retry-moved', [...up, ...down, [5, 'a1', retried]], process({ contactRetryMinutes: 30 }), plan],
  ['target-missed', up, targets(3), targets(11)],
  ['warned', up, targets(12), targets(60)],
]

const waived = new Set<DifferenceKind>(['known-issue-asked'])

describe('a draft that decides otherwise', () => {
  test.each(table)('%s', (kind, lines, other, nearest) => {
    const ranUnder = waived.has(kind) ? process({ knownIssueRequired: false }) : plan
    const desk = told(kind === 'may-not-talk' ? talking() : ranUnder, ...lines)
    const past = pastOf(kind === 'may-not-talk' ? talking() : ranUnder, desk)
    const kinds = (draft: SupportPlan) => replayTicket(draft, past, desk.at).differences.map((one) => one.kind)
    expect(kinds(other)).toContain(kind)
    expect(kinds(nearest)).not.toContain(kind)
  })

  function talking(): SupportPlan {
    return {
      ...plan,
      teams: { ...plan.teams, tiers: plan.teams.tiers.map((tier) => ({ ...tier, talksToRequesters: true })) },
    }
  }

  test.each([
    ['lane-closed', { fastLanes: [] as SupportPlan['process']['fastLanes'] }, lane],
    [
      'handover-elsewhere',
      { fastLanes: [{ priority: 2, from: 1, to: 2 }] as SupportPlan['process']['fastLanes'] },
      lane,
    ],
  ])('%s: the ticket took a fast lane', (kind, other, same) => {
    const ran = process(same)
    const desk = told(ran, [5, 'a1', 'claim'])
    const evidence = desk.ticket ? evidenceFor(desk, desk.ticket, 3) : []
    const gone = make(later(desk, 5), cast.a1, { ...minimalEscalation(), evidence, fastLane: true })
    const kinds = (draft: SupportPlan) =>
      replayTicket(draft, pastOf(ran, gone), gone.at).differences.map((one) => one.kind)
    expect(kinds(process(other))).toContain(kind)
    expect(kinds(ran)).toEqual([])
  })

  test.each([
    ['bridge-not', process({ bounceCap: 1 }), plan, bounced],
    ['target-met', targets(3), targets(60), up],
    ['not-warned', targets(12), targets(60), up],
    [
      'contact-sooner',
      process({ wayDown: 'step-by-step' }),
      plan,
      [...upTwice, [30, 'a3', 'diagnose']] as readonly Line[],
    ],
  ] as const)('%s: the draft asks less than the plan did', (kind, ran, draft, lines) => {
    const desk = told(ran, ...lines)
    const kinds = (other: SupportPlan) =>
      replayTicket(other, pastOf(ran, desk), desk.at).differences.map((one) => one.kind)
    expect(kinds(draft)).toContain(kind)
    expect(kinds(ran)).toEqual([])
  })

  test('works by bridge on that day: its escalations are seen there', () => {
    const phases = plan.involvement.phases.map((phase) => ({ ...phase, mode: 'bridge' as const }))
    const draft = { ...plan, involvement: { ...plan.involvement, phases } }
    const start = make(newDesk(plan), cast.req, { ...opening, phase: 'pilot', wave: null })
    const desk = make(make(start, cast.a1, { move: 'claim' }), cast.a1, {
      ...minimalEscalation(),
      evidence: start.ticket ? evidenceFor(start, start.ticket, 2) : [],
    })
    const tiered = {
      ...plan,
      involvement: { ...plan.involvement, phases: phases.map((one) => ({ ...one, mode: 'tiered' as const })) },
    }
    const kinds = (other: SupportPlan) =>
      replayTicket(other, pastOf(plan, desk), desk.at).differences.map((one) => one.kind)
    expect(desk.ticket?.onBridge).toBe(true)
    expect(kinds(draft)).toEqual([])
    expect(kinds(tiered)).toEqual(expect.arrayContaining(['mode', 'bridge-not']))
  })

  test('says when a target would have been due, then and now', () => {
    const desk = told(plan, ...up)
    const missed = replayTicket(targets(3), pastOf(plan, desk), desk.at).differences.find(
      (one) => one.kind === 'target-missed' && one.tier === 1,
    )
    expect(missed).toMatchObject({ target: 'acknowledge', now: '2026-11-16T09:03:00.000Z' })
    expect(missed?.was).toBeTypeOf('string')
  })

  test('asks an item once, however often the ticket went that way', () => {
    const desk = told(plan, ...bounced, [5, 'a1', 'escalate'])
    const asked = replayTicket(asking({}), pastOf(plan, desk), desk.at).differences.filter(
      (one) => one.kind === 'evidence-asked',
    )
    expect(asked).toMatchObject([{ tier: 1, to: 2, keys: ['serial'] }])
  })
})

test('totals of parts add up to those of the whole', () => {
  const outcomes = [up, upTwice, bounced, silent].map((lines) => {
    const desk = told(plan, ...lines)
    return replayTicket(asking({}), pastOf(plan, desk), desk.at)
  })
  const whole = totalsOf(outcomes)
  const parts = [outcomes.slice(0, 1), outcomes.slice(1)].map(totalsOf)
  expect(parts.reduce(addTotals, nothingReplayed)).toEqual(whole)
  expect(whole).toMatchObject({ tickets: 4, otherwise: 3, kinds: [{ kind: 'evidence-asked', tickets: 3 }] })
  expect(whole.evidence).toEqual([{ from: 1, to: 2, key: 'serial', handovers: 3 }])
})
