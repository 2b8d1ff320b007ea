import { describe, expect, test } from 'vitest'
import type { Role } from '#features/people/domain/person.ts'
import { roles } from '#features/people/domain/person.ts'
import {
  mayAskReview,
  mayPublish,
  mayReturn,
  mayReplace,
  maySave,
  type OpenVersion,
  type VersionState,
  versionStates,
} from './version.ts'

const version = (state: VersionState): OpenVersion => ({
  state,
  approverId: state === 'in-review' ? 'approver' : null,
  reviewAskedBy: state === 'in-review' ? 'asker' : null,
})
const person = (personId: string, ...held: Role[]) => ({ personId, roles: held, disabledAt: null })
const codeOf = (verdict: ReturnType<typeof maySave>) => (verdict.ok ? 'yes' : verdict.refusal.code)

describe('the way of a version', () => {
  test.each(versionStates)('%s: only a draft is saved', (state) => {
    expect(codeOf(maySave(version(state)))).toBe(state === 'draft' ? 'yes' : 'plan-in-review')
  })

  test.each([
    ['draft', null, false, 'yes'],
    ['draft', 'Pia', false, 'draft-edited'],
    ['draft', 'Pia', true, 'yes'],
    ['in-review', 'Pia', true, 'plan-in-review'],
    ['in-review', null, false, 'plan-in-review'],
  ] as const)('%s, last changed by %s: replacing it by a file, meant (%s), is %s', (state, by, isMeant, code) => {
    expect(codeOf(mayReplace(version(state), by, isMeant))).toBe(code)
  })

  test.each(roles)('a person with the role %s approves only as plan owner or administrator', (role) => {
    const may = role === 'plan-owner' || role === 'administrator'
    const expected = may ? 'yes' : 'approver-cannot-approve'
    expect(codeOf(mayPublish(version('draft'), person('somebody', role), 0))).toBe(expected)
    expect(codeOf(mayAskReview(version('draft'), person('somebody', role), 0))).toBe(expected)
  })

  test.each([
    ['approver', 'yes'],
    ['asker', 'not-the-approver'],
    ['somebody', 'not-the-approver'],
  ])('a plan in review is published by %s: %s', (who, answer) => {
    expect(codeOf(mayPublish(version('in-review'), person(who, 'plan-owner'), 0))).toBe(answer)
  })

  test.each([
    ['draft', 'approver', 'plan-not-in-review'],
    ['in-review', 'approver', 'yes'],
    ['in-review', 'asker', 'yes'],
    ['in-review', 'somebody', 'not-yours-to-return'],
  ] as const)('a plan in state %s is taken back by %s: %s', (state, who, answer) => {
    expect(codeOf(mayReturn(version(state), person(who, 'plan-owner')))).toBe(answer)
  })

  test('one problem is enough to stop it', () => {
    const refusal = { code: 'plan-has-problems', problems: 1 }
    expect(mayPublish(version('draft'), person('somebody', 'plan-owner'), 1)).toEqual({ ok: false, refusal })
    expect(mayAskReview(version('draft'), person('somebody', 'plan-owner'), 1)).toEqual({ ok: false, refusal })
  })

  test('who was disabled approves nothing', () => {
    const gone = { ...person('somebody', 'plan-owner'), disabledAt: '2026-11-23T09:00:00.000Z' }
    expect(codeOf(mayPublish(version('draft'), gone, 0))).toBe('approver-cannot-approve')
  })
})
