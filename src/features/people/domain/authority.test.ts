import { describe, expect, it } from 'vitest'
import type { PersonActor } from './actor.ts'
import * as rule from './authority.ts'
import type { Role } from './person.ts'
import type { Verdict } from './verdict.ts'

function actor(personId: string, roles: readonly Role[], leads: readonly string[] = []): PersonActor {
  return { kind: 'person', personId, roles, teams: leads, leads, certifications: [] }
}

const actors = {
  requester: actor('r', ['requester']),
  agent: actor('a', ['requester', 'agent']),
  'lead of the team': actor('l', ['agent', 'lead'], ['service-desk']),
  'lead of another team': actor('o', ['agent', 'lead'], ['mdm']),
  'former lead': actor('f', ['agent'], ['service-desk']),
  'plan owner': actor('p', ['plan-owner']),
  auditor: actor('u', ['auditor']),
  administrator: actor('x', ['administrator']),
} as const
type Who = keyof typeof actors

const member: rule.Subject = { id: 'm', roles: ['agent'], teams: ['service-desk'], disabled: false }
const requester: rule.Subject = { id: 'q', roles: ['requester'], teams: [], disabled: false }
const administrator: rule.Subject = { id: 'x', roles: ['administrator'], teams: [], disabled: false }

const code = (verdict: Verdict) => (verdict.ok ? 'yes' : verdict.refusal.code)

/** Everybody who is not named is refused with not-allowed. */
function table(decide: (who: PersonActor) => Verdict, expected: Partial<Record<Who, string>>) {
  const found = Object.entries(actors).map(([who, one]) => [who, code(decide(one))])
  const wanted = Object.keys(actors).map((who) => [who, expected[who as Who] ?? 'not-allowed'])
  expect(found).toEqual(wanted)
}

describe('roles', () => {
  it('are changed by an administrator only', () => {
    table((who) => rule.mayChangeRoles(who, member, ['agent', 'lead'], 1), { administrator: 'yes' })
  })
  it('cannot be raised by the person themselves', () => {
    const self: rule.Subject = { id: 'a', roles: ['agent'], teams: [], disabled: false }
    expect(code(rule.mayChangeRoles(actors.agent, self, ['agent', 'administrator'], 1))).toBe('not-allowed')
  })
  it('leave an organisation its last administrator', () => {
    expect(code(rule.mayChangeRoles(actors.administrator, administrator, ['agent'], 0))).toBe('last-administrator')
    expect(code(rule.mayChangeRoles(actors.administrator, administrator, ['agent'], 1))).toBe('yes')
    expect(code(rule.mayChangeRoles(actors.administrator, administrator, ['administrator', 'agent'], 0))).toBe(
      'yes',
    )
  })
  it('of somebody who is disabled count for nothing', () => {
    const disabled = { ...administrator, disabled: true }
    expect(code(rule.mayChangeRoles(actors.administrator, disabled, [], 0))).toBe('yes')
  })
})

describe('disabling', () => {
  it('is for an administrator only', () => {
    table((who) => rule.mayDisable(who, member, 1), { administrator: 'yes' })
  })
  it('leaves an organisation its last administrator', () => {
    expect(code(rule.mayDisable(actors.administrator, administrator, 0))).toBe('last-administrator')
    expect(code(rule.mayDisable(actors.administrator, administrator, 1))).toBe('yes')
  })
})

describe('membership', () => {
  const joins = { team: 'service-desk', isLead: false, wasLead: false }

  it('is set by an administrator and by the lead of that team', () => {
    table((who) => rule.maySetMembership(who, member, joins), { administrator: 'yes', 'lead of the team': 'yes' })
  })
  it('of a team is not a way for its lead to make somebody an agent', () => {
    expect(code(rule.maySetMembership(actors['lead of the team'], requester, joins))).toBe('not-an-agent')
    expect(code(rule.maySetMembership(actors.administrator, requester, joins))).toBe('yes')
  })
  it('as lead is given and taken by an administrator only', () => {
    table((who) => rule.maySetMembership(who, member, { ...joins, isLead: true }), { administrator: 'yes' })
    table((who) => rule.maySetMembership(who, member, { ...joins, wasLead: true }), { administrator: 'yes' })
  })
  it('is not for somebody who is disabled', () => {
    const disabled = { ...member, disabled: true }
    table((who) => rule.maySetMembership(who, disabled, joins), {
      administrator: 'person-disabled',
      'lead of the team': 'person-disabled',
    })
  })
  it('is ended by the same people, but a lead does not put another lead out', () => {
    table((who) => rule.mayEndMembership(who, { team: 'service-desk', wasLead: false }), {
      administrator: 'yes',
      'lead of the team': 'yes',
    })
    table((who) => rule.mayEndMembership(who, { team: 'service-desk', wasLead: true }), { administrator: 'yes' })
  })
})

describe('certification', () => {
  it('is given by an administrator and by a lead of the person', () => {
    table((who) => rule.mayCertify(who, member), { administrator: 'yes', 'lead of the team': 'yes' })
  })
  it('is not given by a lead to themselves', () => {
    const self: rule.Subject = { id: 'l', roles: ['agent', 'lead'], teams: ['service-desk'], disabled: false }
    expect(code(rule.mayCertify(actors['lead of the team'], self))).toBe('not-allowed')
  })
  it('is not given to somebody who is disabled, and tells that only to who may certify', () => {
    table((who) => rule.mayCertify(who, { ...member, disabled: true }), {
      administrator: 'person-disabled',
      'lead of the team': 'person-disabled',
    })
  })
  it('is ended by an administrator and by a lead of the person', () => {
    table((who) => rule.mayEndCertification(who, member), { administrator: 'yes', 'lead of the team': 'yes' })
  })
})

describe('absence', () => {
  it('is planned by the person, their lead and an administrator', () => {
    table((who) => rule.mayPlanAbsence(who, member), { administrator: 'yes', 'lead of the team': 'yes' })
    expect(code(rule.mayPlanAbsence(actors.agent, { ...member, id: 'a' }))).toBe('yes')
    expect(code(rule.mayPlanAbsence(actors.requester, { ...requester, id: 'r' }))).toBe('yes')
  })
})

describe('work in a tier without training', () => {
  const from = '2026-11-23T09:00:00.000Z'
  const days = (count: number) => new Date(Date.parse(from) + count * 86_400_000).toISOString()

  it.each([
    ['without an end', null, 'override-needs-end'],
    ['for a week', days(7), null],
    ['for as long as may be', days(rule.longestOverrideDays), null],
    ['a day longer', days(rule.longestOverrideDays + 1), 'override-too-long'],
  ])('%s', (_, until, code) => {
    const verdict = rule.mayOverrideUntil(from, until)
    expect(verdict.ok ? null : verdict.refusal.code).toBe(code)
  })
})
