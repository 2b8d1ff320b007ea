import { describe, expect, test } from 'vitest'
import { checkPlan } from '../check/check-plan.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { starterPlan } from '../starter/starter-plan.ts'
import { addTier, addVendor, moveTier, removeTier, removeVendor, usesOfTier } from './tiers.ts'

const plan = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })
const names = ({ teams }: SupportPlan) => teams.tiers.map((tier) => tier.name.en)
const [first, second, third] = names(plan)
const evidence = (of: SupportPlan, from: number) =>
  of.process.edges.find((edge) => edge.from === from)?.evidence.map((item) => item.key)

/** Whatever is done to the tiers, every number in the plan names a tier that is there. */
function contradictions(of: SupportPlan): readonly string[] {
  const codes = [
    'tiers-not-contiguous',
    'vendor-not-on-top',
    'contact-tier-unknown',
    'contact-tier-silent',
    'tier-unknown',
    'edge-missing',
    'edge-twice',
    'edge-not-neighbours',
    'evidence-unknown',
    'fast-lane-not-up',
    'fast-lane-twice',
    'course-unknown',
    'key-twice',
  ]
  return checkPlan(of, null)
    .map((finding) => String(finding.code))
    .filter((code) => codes.includes(code))
}

describe('whatever is done to the tiers, the rest of the plan goes along', () => {
  const levels = [1, 2, 3] as const
  const all: readonly (readonly [string, SupportPlan])[] = [
    ...[1, 2, 3, 4].map((level) => [`a tier added as ${level}`, addTier(plan, level)] as const),
    ...levels.map((level) => [`tier ${level} taken out`, removeTier(plan, level)] as const),
    ...levels.map((level) => [`tier ${level} moved up`, moveTier(plan, level, 1)] as const),
    ...levels.map((level) => [`tier ${level} moved down`, moveTier(plan, level, -1)] as const),
    ['no vendor', removeVendor(plan)],
    ['a vendor again', addVendor(removeVendor(plan))],
    ['one tier left', removeTier(removeTier(plan, 3), 1)],
    ['the last tier stays', removeTier(removeTier(removeTier(plan, 3), 1), 1)],
  ]

  test.each(all)('%s', (_, changed) => {
    expect(contradictions(changed)).toEqual([])
    const { tiers, vendor } = changed.teams
    expect(tiers.map((tier) => tier.level)).toEqual(tiers.map((_tier, index) => index + 1))
    expect(vendor?.level ?? tiers.length + 1).toBe(tiers.length + 1)
    expect(tiers.length).toBeGreaterThan(0)
  })
})

describe('a tier that is added', () => {
  const added = addTier(plan, 2)

  test('stands where it was asked for, without a name', () => {
    expect(names(added)).toEqual([first, '', second, third])
  })

  test('asks for nothing yet; the evidence for the tier above it stays with that tier', () => {
    expect(evidence(added, 1)).toEqual([])
    expect(evidence(added, 2)).toEqual(evidence(plan, 1))
    expect(evidence(added, 4)).toEqual(evidence(plan, 3))
  })

  test('moves courses, quorum, readiness and resources up with their tiers', () => {
    const tierOfCourse = (of: SupportPlan) => of.training.courses.map((course) => course.tier)
    expect(tierOfCourse(added)).toEqual(tierOfCourse(plan).map((tier) => (tier >= 2 ? tier + 1 : tier)))
    expect(added.involvement.bridges[0]?.quorum.map((one) => one.tier)).toEqual([1, 3, 4])
  })

  test('is refused beyond the ninth', () => {
    const nine = [4, 5, 6, 7, 8, 9].reduce((grown, level) => addTier(grown, level), plan)
    expect(nine.teams.tiers).toHaveLength(9)
    expect(addTier(nine, 10)).toBe(nine)
  })
})

describe('a tier that is taken out', () => {
  test('leaves its evidence to the step that takes its number', () => {
    const without = removeTier(plan, 2)
    const both = new Set([...(evidence(plan, 1) ?? []), ...(evidence(plan, 2) ?? [])])
    expect(new Set(evidence(without, 1))).toEqual(both)
    expect(evidence(without, 2)).toEqual(evidence(plan, 3))
  })

  test('takes its courses along, and the steps of the lineage that teach them', () => {
    const gone = plan.training.courses.filter((course) => course.tier === 2).map((course) => course.key)
    const { courses, lineage } = removeTier(plan, 2).training
    expect(gone.length).toBeGreaterThan(0)
    expect(courses.some((course) => gone.includes(course.key))).toBe(false)
    expect(lineage.steps.some((step) => gone.includes(step.course))).toBe(false)
  })

  test('leaves a bridge that its team wrote the minutes of to whoever takes that up', () => {
    const [bridge] = removeTier(plan, 2).involvement.bridges
    expect(bridge).toMatchObject({ host: 'mdm-team', scribe: null })
  })

  test('takes along what only it may do to a device', () => {
    const before = plan.process.deviceActions.map(({ action }) => action)
    const left = removeTier(plan, 3).process.deviceActions
    expect(before).toContain('wipe')
    expect(left.map(({ action }) => action)).toEqual(before.slice(0, 5))
    expect(left[0]?.tiers).toEqual([1, 2])
    expect(removeTier(plan, 1).process.deviceActions[0]?.tiers).toEqual([1, 2])
  })

  test('says beforehand what goes with it', () => {
    const places = usesOfTier(plan, 2).map((place) => place.slice(0, 2).join(' '))
    expect(new Set(places)).toEqual(
      new Set([
        'process deviceActions',
        'training courses',
        'involvement bridges',
        'involvement readiness',
        'involvement resources',
      ]),
    )
  })

  test('when it was the contact, makes the next one that', () => {
    const without = removeTier(plan, 1)
    expect(without.process.contactTier).toBe(1)
    expect(without.teams.tiers[0]?.talksToRequesters).toBe(true)
  })
})

describe('tiers that change places', () => {
  test('keep the evidence that they ask for', () => {
    const swapped = moveTier(plan, 3, -1)
    expect(names(swapped)).toEqual([first, third, second])
    expect(evidence(swapped, 1)).toEqual(evidence(plan, 2))
    expect(evidence(swapped, 2)).toEqual(evidence(plan, 1))
  })

  test('are as before when they change places again', () => {
    expect(moveTier(moveTier(plan, 2, 1), 2, 1)).toEqual(plan)
  })
})
