import { describe, expect, test } from 'vitest'
import { aDesk } from '#features/plan/domain/check/testing/plan-parts.ts'
import { starter as plan } from '../testing/starter.ts'
import { defaultAssumptions } from './defaults.ts'
import { deskAssumptions } from './desk.ts'
import { assumptionLines, fileOf } from './lines.ts'
import { withFile } from './override.ts'

/** The starter plan has four people in tier 1; the desk has five members, of whom three may work there. */
const capacity = 4
const ofTier1 = (desk: ReturnType<typeof aDesk>) => desk.certified.filter(({ tier }) => tier === 1)
const lacking = (desk: ReturnType<typeof aDesk>) => deskAssumptions(plan, desk).tiers?.['1']?.notCertified

describe('of the people in the plan, those lack who may not work in the tier', () => {
  test('today', () => {
    expect(lacking(aDesk())).toEqual([{ from: '2026-11-23', people: capacity - 3 }])
  })

  test('from the day on which a certification ends', () => {
    const desk = aDesk()
    for (const one of ofTier1(desk).slice(0, 2)) one.until = '2027-01-15'
    expect(lacking(desk)).toEqual([
      { from: '2026-11-23', people: 1 },
      { from: '2027-01-15', people: 3 },
    ])
  })

  test('until the day after their training, and never more than the team has', () => {
    const desk = aDesk()
    desk.trainings = [{ course: 'tier-1', starts: '2026-12-02T09:00:00.000Z', minutes: 150, seats: 8, people: 8 }]
    expect(lacking(desk)).toEqual([
      { from: '2026-11-23', people: 1 },
      { from: '2026-12-03', people: 0 },
    ])
  })

  test('not as long as everybody may', () => {
    const desk = aDesk()
    desk.certified.push(...structuredClone(desk.certified))
    expect(deskAssumptions(plan, desk)).toEqual({})
  })

  test('not as long as nobody is in the team: then the plan is all there is', () => {
    const desk = aDesk()
    desk.certified = []
    desk.teams = {}
    expect(deskAssumptions(plan, desk)).toEqual({})
  })
})

test('people who train again have the days until they are due', () => {
  const desk = aDesk()
  desk.retraining = [
    { tier: 2, people: 3, due: '2026-12-20' },
    { tier: 1, people: 2, due: '2026-11-01' },
  ]
  expect(deskAssumptions(plan, desk).training).toEqual({
    retraining: [{ tier: 2, people: 3, from: '2026-11-23', until: '2026-12-20' }],
  })
})

describe('who comes to bridges', () => {
  const held = (meetings: number) => {
    const desk = aDesk()
    desk.bridges = { held: meetings, beyondQuorum: 1.5, adHocPerWeek: 0.25, adHocMinutes: 40 }
    return deskAssumptions(plan, desk).bridge
  }

  test('is a share of those whom the quorum does not need', () => {
    const free = plan.teams.tiers.reduce((sum, tier) => {
      const needed = plan.involvement.bridges[0]?.quorum.find((one) => one.tier === tier.level)?.people ?? 0
      return sum + tier.capacity.agents - needed
    }, 0)
    expect(held(4)?.optional).toBeCloseTo(1.5 / free, 3)
    expect(held(4)).toMatchObject({ adHocPerWeek: 0.25, adHocMinutes: 40 })
  })

  test('is not said after fewer than four meetings', () => {
    expect(held(3)).toBeUndefined()
  })
})

test('what the desk knows stands beside its source, and gives way to what somebody set', () => {
  const desk = deskAssumptions(plan, aDesk())
  const lineOf = (kept: Parameters<typeof assumptionLines>[1]) =>
    assumptionLines(plan, kept, desk).find(({ place }) => place === 'tiers.1.notCertified')
  expect(lineOf([])).toMatchObject({ source: 'desk', value: [{ from: '2026-11-23', people: 1 }] })
  const off = [{ place: 'tiers.1.notCertified', value: null, source: 'changed' as const }]
  expect(lineOf(off)).toMatchObject({ source: 'changed', value: null })
  // A page plays what the server lists: the lines alone say everything.
  const listed = withFile(defaultAssumptions(plan), fileOf(assumptionLines(plan, [], desk)))
  expect(listed).toEqual(withFile(defaultAssumptions(plan), desk))
})
