import { describe, expect, test } from 'vitest'
import type { Certification, PersonActor } from '#features/people/domain/actor.ts'
import type { Role } from '#features/people/domain/person.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { goneAt, isPresent, type Presence, tiersFor, tiersPresent } from './presence.ts'

const plan = starterPlan({ owner: 'Contoso', timeZone: 'Europe/Amsterdam', startDay: '2026-11-23' })
const now = '2026-11-24T09:00:00.000Z'
const certified = (tier: number, until: string | null = null): Certification => ({
  ...{ tier, from: '2026-01-01T00:00:00.000Z', until, override: null },
})

type Given = {
  readonly roles?: readonly Role[]
  readonly teams?: readonly string[]
  readonly certifications?: readonly Certification[]
}
const person = ({
  roles = ['agent'],
  teams = ['servicedesk'],
  certifications = [certified(1)],
}: Given): PersonActor => ({
  ...{ kind: 'person', personId: 'p', roles, teams, leads: [], certifications },
})

describe('which tiers somebody counts for', () => {
  test.each<readonly [string, Given, readonly number[]]>([
    ['an agent of the team who is certified', {}, [1]],
    [
      'of two teams, certified for both',
      { teams: ['servicedesk', 'mdm-team'], certifications: [certified(1), certified(3)] },
      [1, 3],
    ],
    ['certified, but of another team', { teams: ['mdm-team'] }, []],
    ['of the team, but not certified', { certifications: [] }, []],
    ['whose certification has ended', { certifications: [certified(1, now)] }, []],
    [
      'with a lead’s override',
      { certifications: [{ ...certified(1), override: { by: 'l', reason: 'Busy' } }] },
      [1],
    ],
    ['who is no agent', { roles: ['plan-owner'] }, []],
    ['who audits', { roles: ['agent', 'auditor'] }, []],
  ])('%s', (_who, given, tiers) => {
    expect(tiersFor(plan, person(given), now)).toEqual(tiers)
  })
})

describe('who is there', () => {
  const come: Presence = { personId: 'p', tiers: [1], joinedAt: now, seenAt: now, leftAt: null }

  test.each([
    [0, true],
    [59, true],
    [60, false],
  ])('%i seconds after their page was last heard of: %s', (seconds, there) => {
    const at = new Date(Date.parse(now) + seconds * 1000).toISOString()
    expect(isPresent(come, at)).toBe(there)
  })

  test('whoever left is not', () => {
    expect(isPresent({ ...come, leftAt: now }, now)).toBe(false)
    expect(goneAt(come)).toBe('2026-11-24T09:01:00.000Z')
  })

  test('a tier is there with anybody of it', () => {
    expect(tiersPresent([{ tiers: [3, 1] }, { tiers: [] }, { tiers: [1] }])).toEqual([1, 3])
  })
})
