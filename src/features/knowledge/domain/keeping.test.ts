import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { IssueText } from './issue-text.ts'
import {
  decideMove,
  decideWriting,
  type IssueMove,
  issueMoves,
  reviewReasonsOf,
  type Standing,
  untouched,
} from './keeping.ts'
import { mayReview, mayWrite } from './knowledge-rights.ts'
import { type IssueState, issueStates } from './known-issue.ts'

const at = '2026-11-29T09:00:00.000Z'

function person(name: string, given: Partial<PersonActor> = {}): PersonActor {
  return { kind: 'person', personId: name, roles: ['agent'], teams: [], leads: [], certifications: [], ...given }
}
const tier = (level: number, until: string | null = null) =>
  person(`tier${level}`, {
    certifications: [{ tier: level, from: '2026-01-01T00:00:00.000Z', until, override: null }],
  })

const cast = {
  tier1: tier(1),
  tier2: tier(2),
  tier3: tier(3),
  'tier 3 of yesterday': tier(3, '2026-11-28T09:00:00.000Z'),
  lead: person('lead', { roles: ['lead'] }),
  'plan owner': person('owner', { roles: ['plan-owner'] }),
  administrator: person('root', { roles: ['administrator'] }),
  auditor: person('otto', { roles: ['auditor'] }),
  requester: person('ada', { roles: ['requester'] }),
}

const both = { nl: 'ja', en: 'yes' }
const text: IssueText = {
  ...{ codes: [], platforms: ['ios'], area: 'app', graphFailureCategory: null, symptom: both, cause: both },
  ...{ checks: { nl: [], en: [] }, fix: { nl: ['doe'], en: ['do'] }, typicalTier: 1, evidence: [], source: null },
}
const dutchOnly: IssueText = {
  ...text,
  symptom: { nl: 'ja', en: '' },
  cause: { nl: 'ja', en: '' },
  fix: { nl: ['doe'], en: [] },
}
const own = (state: IssueState, given: Partial<Standing> = {}): Standing => ({
  ...{ ...untouched, supplied: false, state, served: 1, lastVersion: 1, writtenBy: 'tier1' },
  ...given,
})

describe('who may', () => {
  test.each([
    ['tier1', true, false],
    ['tier2', true, false],
    ['tier3', true, true],
    ['tier 3 of yesterday', true, false],
    ['lead', true, true],
    ['plan owner', true, true],
    ['administrator', false, false],
    ['auditor', false, false],
    ['requester', false, false],
  ] as const)('%s: write %s, review %s', (who, write, review) => {
    expect(mayWrite(cast[who])).toBe(write)
    expect(mayReview(cast[who], at)).toBe(review)
  })
})

describe('a move', () => {
  const moved = (before: Standing, move: IssueMove, who = cast.tier3, reason: string | null = 'because') => {
    const decision = decideMove(before, move, {
      actor: who,
      at,
      seen: before.lastVersion,
      text,
      isSupplied: false,
      reason,
    })
    return decision.ok ? decision.next.state : decision.refusal.code
  }

  test.each<[IssueMove, Record<IssueState, string>]>([
    ['propose', { unfinished: 'draft', draft: '-', confirmed: '-', published: '-', archived: '-' }],
    ['confirm', { unfinished: 'confirmed', draft: 'confirmed', confirmed: '-', published: '-', archived: '-' }],
    ['decline', { unfinished: '-', draft: 'unfinished', confirmed: '-', published: '-', archived: '-' }],
    ['publish', { unfinished: '-', draft: '-', confirmed: 'published', published: '-', archived: '-' }],
    ['withdraw', { unfinished: '-', draft: '-', confirmed: '-', published: 'confirmed', archived: '-' }],
    ['keep', { unfinished: '-', draft: '-', confirmed: 'confirmed', published: 'published', archived: '-' }],
    [
      'archive',
      { unfinished: 'archived', draft: 'archived', confirmed: 'archived', published: 'archived', archived: '-' },
    ],
    ['restore', { unfinished: '-', draft: '-', confirmed: '-', published: '-', archived: 'draft' }],
  ])('%s', (move, outcomes) => {
    for (const state of issueStates) {
      const outcome = moved(own(state), move)
      expect([state, outcome === 'not-in-this-state' ? '-' : outcome]).toEqual([state, outcomes[state]])
    }
  })

  test('of whoever may not review is refused, but for taking back what they wrote themselves', () => {
    for (const move of issueMoves.filter((one) => one !== 'propose'))
      expect(moved(own('draft'), move, cast.tier2)).toBe('not-yours-to-review')
    expect(moved(own('draft'), 'archive', cast.tier1)).toBe('archived')
    expect(moved(own('confirmed'), 'archive', cast.tier1)).toBe('not-yours-to-review')
  })

  test('needs a reason where others have to understand it', () => {
    expect(moved(own('draft'), 'decline', cast.lead, null)).toBe('reason-needed')
    expect(moved(own('draft'), 'archive', cast.lead, null)).toBe('reason-needed')
  })

  test('publishes only what stands in both languages', () => {
    const moving = { actor: cast.lead, at, seen: 1, text: dutchOnly, isSupplied: false, reason: null }
    expect(decideMove(own('confirmed'), 'publish', moving)).toEqual({
      ok: false,
      refusal: { code: 'language-missing' },
    })
    expect(decideMove(own('draft'), 'confirm', moving).ok).toBe(true)
  })

  test('on what moved on meanwhile is refused', () => {
    const moving = { actor: cast.lead, at, seen: 0, text, isSupplied: false, reason: null }
    expect(decideMove(own('draft'), 'confirm', moving)).toEqual({ ok: false, refusal: { code: 'issue-moved-on' } })
  })

  test('that confirms says who, when, and when somebody looks again', () => {
    const decision = decideMove(own('draft'), 'confirm', {
      actor: cast.lead,
      at,
      seen: 1,
      text,
      isSupplied: false,
      reason: null,
    })
    expect(decision).toMatchObject({ next: { confirmedBy: 'lead', confirmedAt: at, reviewDue: '2027-11-29' } })
  })
})

describe('a new text', () => {
  const written = (before: Standing, actor: PersonActor, given: IssueText = text) => {
    const decision = decideWriting(before, {
      actor,
      at,
      seen: before.lastVersion,
      text: given,
      isSupplied: false,
      isSame: false,
    })
    if (!decision.ok) return decision.refusal.code
    const { state, served, proposed } = decision.next
    return [state, served, proposed]
  }

  test.each([
    ['of a draft is used at once', own('draft'), cast.tier1, ['draft', 2, null]],
    [
      'of what was confirmed waits, while the confirmed text is used',
      own('confirmed'),
      cast.tier1,
      ['confirmed', 1, 2],
    ],
    ['of whoever may confirm is believed', own('published'), cast.tier3, ['published', 2, null]],
    ['of a supplied issue waits too', untouched, cast.tier2, ['published', 0, 1]],
    ['of a supplied issue by a lead is the own one on top', untouched, cast.lead, ['published', 1, null]],
    ['of what is put away is refused', own('archived'), cast.lead, 'not-in-this-state'],
    ['of a requester is refused', own('draft'), cast.requester, 'not-yours-to-write'],
  ])('%s', (_what, before, actor, outcome) => expect(written(before, actor)).toEqual(outcome))

  test('in one language takes a published issue away from requesters', () =>
    expect(written(own('published'), cast.lead, dutchOnly)).toEqual(['confirmed', 2, null]))

  test('that waits is used once it is confirmed, and gone once it is declined', () => {
    const waiting = own('confirmed', { proposed: 2, lastVersion: 2 })
    const moving = { actor: cast.lead, at, seen: 2, text, isSupplied: false, reason: 'no' }
    expect(decideMove(waiting, 'confirm', moving)).toMatchObject({ next: { served: 2, proposed: null } })
    expect(decideMove(waiting, 'decline', moving)).toMatchObject({ next: { served: 1, proposed: null } })
  })
})

test('whatever is done, what is used was written, and nothing that nobody confirmed is called confirmed', () => {
  const step = fc.record({
    who: fc.constantFrom(...Object.values(cast)),
    what: fc.constantFrom<IssueMove | 'write'>('write', ...issueMoves),
  })
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 30 }), (supplied, steps) => {
      let now = supplied ? untouched : own('draft')
      for (const { who, what } of steps) {
        const before = now
        const decision =
          what === 'write'
            ? decideWriting(now, { actor: who, at, seen: now.lastVersion, text, isSupplied: false, isSame: false })
            : decideMove(now, what, {
                actor: who,
                at,
                seen: now.lastVersion,
                text,
                isSupplied: false,
                reason: 'because',
              })
        if (!decision.ok) continue
        now = decision.next
        expect(now.served).toBeLessThanOrEqual(now.lastVersion)
        expect(now.proposed === null || now.proposed > now.served).toBe(true)
        const isTrusted = now.state === 'confirmed' || now.state === 'published'
        if (isTrusted && now.served !== before.served) expect(mayReview(who, at)).toBe(true)
        if (isTrusted && now.served > 0) expect(now.confirmedBy === null).toBe(false)
      }
    }),
  )
})

test('what awaits review', () => {
  const about = { openFlags: 0, suppliedChanged: false, isWhole: true, today: '2026-11-29' }
  expect(reviewReasonsOf(own('draft'), about)).toEqual(['draft'])
  expect(reviewReasonsOf(own('confirmed', { proposed: 2 }), { ...about, openFlags: 1 })).toEqual([
    'proposed',
    'flagged',
  ])
  expect(reviewReasonsOf(own('published', { reviewDue: '2026-11-29' }), about)).toEqual(['overdue'])
  expect(reviewReasonsOf(own('confirmed', { reviewDue: '2026-11-30' }), about)).toEqual([])
  expect(reviewReasonsOf(own('confirmed'), { ...about, isWhole: false })).toEqual(['language-missing'])
  expect(reviewReasonsOf(own('archived', { proposed: 2 }), { ...about, openFlags: 3 })).toEqual([])
})
