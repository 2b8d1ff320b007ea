import { describe, expect, test } from 'vitest'
import { addDays } from '#features/plan/domain/days.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import type { Role } from '#features/people/domain/person.ts'
import { type Commitment, commitmentsOf, type Kept, metBefore, standingOf } from './commitment.ts'
import { type CommitmentMove, decideCommitment, type Mover } from './decide.ts'
import { kindOf } from './kinds.ts'
import { isTimeToRemind, remindedOf, reminderOn } from './reminders.ts'

const plan = starterPlan({ startDay: '2026-11-30', owner: 'Contoso', timeZone: 'Europe/Amsterdam' })
const kept = (key: string, change: Partial<Kept> = {}): Kept => ({
  key,
  kind: kindOf(key),
  added: null,
  state: 'open',
  ownerId: null,
  shown: '',
  link: null,
  fileIds: [],
  reason: null,
  version: 1,
  ...change,
})

describe('the commitments', () => {
  test('are those of the plan in the order in which they are due, with how far each is', () => {
    const all = commitmentsOf(plan, [kept('own-devices', { state: 'met', shown: 'Zie Intune' })])
    expect(all.map(({ key, due, state, kind }) => [key, due, state, kind])).toEqual([
      ['plan-review', '2026-11-27', 'open', 'other'],
      ['test-enrollment', '2026-11-27', 'open', 'test-cases'],
      ['known-issues', '2026-12-11', 'open', 'other'],
      ['own-devices', '2026-12-11', 'met', 'own-devices'],
      ['trained', '2027-01-01', 'open', 'other'],
    ])
  })

  test('without a day of their own are due the day before their phase', () => {
    const involvement = {
      ...plan.involvement,
      commitments: plan.involvement.commitments.map((one) => ({ ...one, due: null })),
    }
    expect(commitmentsOf({ ...plan, involvement }, [])[0]).toMatchObject({ due: '2026-11-29', version: 0 })
  })

  test('added beside the plan keep their own words; one the plan dropped is gone', () => {
    const added = {
      what: text('x'),
      evidence: text('y'),
      team: 'servicedesk',
      beforePhase: 'pilot',
      due: '2026-11-20',
    }
    const all = commitmentsOf(plan, [kept('sign-off-2', { added }), kept('dropped')])
    expect(all[0]).toMatchObject({ key: 'sign-off-2', kind: 'sign-off', inPlan: false, what: text('x') })
    expect(all.map(({ key }) => key)).not.toContain('dropped')
  })

  test.each([
    ['open', '2026-11-27', 'open'],
    ['open', '2026-11-26', 'overdue'],
    ['in-progress', '2026-11-26', 'overdue'],
    ['met', '2026-11-26', 'met'],
    ['waived', '2026-11-26', 'waived'],
    ['open', '', 'open'],
  ] as const)('%s and due on %s stands as %s on 27 November', (state, due, standing) => {
    expect(standingOf({ state, due }, '2026-11-27')).toBe(standing)
  })
})

describe('what was met before a phase', () => {
  const met = (phase: string, ...rows: Kept[]) => metBefore(plan, commitmentsOf(plan, rows), phase)

  test('counts the phases before it too', () => {
    const before = met('first-production', kept('plan-review', { state: 'met' }))
    expect(before).toMatchObject({ met: 1, of: 4, percent: 25 })
    expect(before.lacking.map(({ key }) => key)).toEqual(['test-enrollment', 'known-issues', 'own-devices'])
  })

  test('leaves out what was waived, and is never rounded up to all', () => {
    const rows = [kept('plan-review', { state: 'waived', reason: 'r' }), kept('test-enrollment', { state: 'met' })]
    expect(met('pilot', ...rows)).toMatchObject({ met: 1, of: 1, percent: 100, lacking: [] })
    expect(met('full-production', ...rows)).toMatchObject({ met: 1, of: 4, percent: 25 })
  })

  test('is unknown where nothing was promised', () => {
    const none = { ...plan, involvement: { ...plan.involvement, commitments: [] } }
    expect(metBefore(none, commitmentsOf(none, []), 'pilot')).toMatchObject({ of: 0, percent: null })
  })
})

describe('who may do what', () => {
  const member = 'member'
  const mover = (personId: string, roles: readonly Role[], leads: readonly string[] = []): Mover => ({
    personId,
    roles,
    leads,
  })
  const cast = {
    owner: mover(member, ['agent']),
    colleague: mover('colleague', ['agent']),
    lead: mover('lead', ['lead'], ['servicedesk']),
    otherLead: mover('other', ['lead'], ['mdm-team']),
    manager: mover('manager', ['rollout-manager']),
    planOwner: mover('plan-owner', ['plan-owner']),
    auditor: mover('auditor', ['auditor']),
  }
  const moves: Readonly<Record<string, CommitmentMove>> = {
    own: { move: 'own', ownerId: member },
    begin: { move: 'begin' },
    meet: { move: 'meet', shown: 'x', link: null, files: [] },
    waive: { move: 'waive', reason: 'r' },
    reopen: { move: 'reopen', reason: 'r' },
    due: { move: 'due', due: '2026-11-28' },
  }
  const one = (change: Partial<Commitment> = {}): Commitment => {
    const [first] = commitmentsOf(plan, [])
    if (!first) throw new Error('the starter plan has commitments')
    return { ...first, inPlan: false, ownerId: member, ...change }
  }
  const around = { members: [member], provenByDesk: false }
  const outcome = (who: keyof typeof cast, move: CommitmentMove, change: Partial<Commitment> = {}) => {
    const decided = decideCommitment(one(change), cast[who], move, around)
    return decided.ok ? 'yes' : decided.refusal.code
  }

  const no = 'not-your-commitment'
  const plain = 'waived-by-plan-owner'
  test.each([
    ['owner', no, 'yes', 'yes', plain, no],
    ['colleague', no, no, no, plain, no],
    ['lead', 'yes', 'yes', 'yes', plain, no],
    ['otherLead', no, no, no, plain, no],
    ['manager', 'yes', 'yes', 'yes', plain, 'yes'],
    ['planOwner', 'yes', 'yes', 'yes', 'yes', 'yes'],
    ['auditor', no, no, no, plain, no],
  ] as const)('%s: give %s, begin %s, meet %s, waive %s, other day %s', (who, ...expected) => {
    const asked = ['own', 'begin', 'meet', 'waive', 'due'].map((name) => moves[name])
    expect(asked.map((move) => move && outcome(who, move))).toEqual(expected)
  })

  test('a met one needs its evidence, which may be what the desk itself shows', () => {
    const bare: CommitmentMove = { move: 'meet', shown: '  ', link: null, files: [] }
    expect(outcome('owner', bare)).toBe('commitment-evidence-missing')
    expect(decideCommitment(one(), cast.owner, bare, { ...around, provenByDesk: true })).toMatchObject({
      ok: true,
    })
    expect(outcome('owner', { ...bare, link: 'https://intranet.example/verslag' })).toBe('yes')
  })

  test('an owner is of the team', () => {
    expect(outcome('lead', { move: 'own', ownerId: 'stranger' })).toBe('owner-not-in-team')
    expect(outcome('lead', { move: 'own', ownerId: null })).toBe('yes')
  })

  test('what is done is reopened first; what was waived only by who may waive', () => {
    const reopen: CommitmentMove = { move: 'reopen', reason: 'r' }
    expect(outcome('owner', { move: 'begin' }, { state: 'met' })).toBe('commitment-done')
    expect(outcome('owner', reopen)).toBe('commitment-not-done')
    expect(outcome('owner', reopen, { state: 'met' })).toBe('yes')
    expect(outcome('colleague', reopen, { state: 'met' })).toBe(no)
    expect(outcome('owner', reopen, { state: 'waived', reason: 'r' })).toBe(plain)
    expect(outcome('planOwner', reopen, { state: 'waived', reason: 'r' })).toBe('yes')
  })

  test('the day of one that the plan names is changed in the plan', () => {
    expect(outcome('manager', { move: 'due', due: '2026-12-01' }, { inPlan: true })).toBe('due-is-in-the-plan')
  })
})

describe('a reminder', () => {
  const due = '2026-12-11'
  test('comes 14, 7 and 1 days before and afterwards, and only the latest of those missed', () => {
    const marks = Array.from({ length: 22 }, (_, index) => reminderOn(due, addDays(due, index - 18)))
    expect(marks.map(String).join(' ')).toBe(
      'null null null null 14 14 14 14 14 14 14 7 7 7 7 7 7 1 1 overdue overdue overdue',
    )
  })

  test.each([
    ['14', 'owner', ['lead'], ['owner']],
    ['7', 'owner', ['lead'], ['owner']],
    ['1', 'owner', ['lead'], ['owner', 'lead']],
    ['overdue', 'owner', ['lead', 'owner'], ['owner', 'lead']],
    ['14', null, ['lead'], ['lead']],
    ['14', null, [], ['keeper']],
    ['overdue', 'owner', [], ['owner']],
  ] as const)('at %s, owned by %s with leads %j, goes to %j', (mark, ownerId, leads, expected) => {
    expect(remindedOf(mark, { ownerId, leads }, ['keeper'])).toEqual(expected)
  })

  test.each([
    ['2026-11-27T05:59:00.000Z', false],
    ['2026-11-27T06:00:00.000Z', true],
    ['2026-11-27T16:59:00.000Z', true],
    ['2026-11-27T17:00:00.000Z', false],
  ])('is for the day: %s is %s', (now, is) => {
    expect(isTimeToRemind(now, 'Europe/Amsterdam')).toBe(is)
  })
})

function text(words: string) {
  return { nl: words, en: words }
}
