import { describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { platforms } from '#features/plan/domain/values.ts'
import { casesFor, testCases } from './checklist.ts'
import { experienceOf, type OwnCase, type OwnDevice, pilotPlatforms } from './experience.ts'

const device = (
  personId: string,
  platform: OwnDevice['platform'],
  outcome: OwnDevice['outcome'] = 'enrolled',
) => ({
  personId,
  platform,
  outcome,
})
const team = ['tess', 'tom', 'lies']
const two = ['ios', 'windows'] as const

describe("a team's own experience", () => {
  test('counts members with a device in Intune, per platform and at all; trouble on the way counts, giving up does not', () => {
    const found = experienceOf(
      two,
      team,
      [
        device('tess', 'ios'),
        device('tess', 'windows', 'with-trouble'),
        device('tom', 'ios', 'not-enrolled'),
        device('stranger', 'ios'),
      ],
      [],
    )
    expect(found).toMatchObject({
      any: { have: 1, of: 3 },
      perPlatform: [
        { platform: 'ios', have: 1, of: 3 },
        { platform: 'windows', have: 1, of: 3 },
      ],
      devicesComplete: false,
    })
  })

  test.each([
    [
      'everybody has one and every platform is known',
      [device('tess', 'ios'), device('tom', 'windows'), device('lies', 'ios')],
      true,
    ],
    ['a platform is known to nobody', [device('tess', 'ios'), device('tom', 'ios'), device('lies', 'ios')], false],
    ['somebody has none', [device('tess', 'ios'), device('tom', 'windows')], false],
  ])('is complete or not: %s', (_, devices, complete) => {
    expect(experienceOf(two, team, devices, []).devicesComplete).toBe(complete)
  })

  test('of a team without members is never complete', () => {
    expect(experienceOf(two, [], [], []).devicesComplete).toBe(false)
  })

  test('has every test case executed by somebody, whatever came of it; what was skipped was not', () => {
    const cases: OwnCase[] = two.flatMap((platform) =>
      casesFor(platform).map(({ key }, index) => ({
        personId: team[index % 2] ?? '',
        platform,
        key,
        result: index === 0 ? 'failed' : 'passed',
      })),
    )
    expect(experienceOf(two, team, [], cases).casesComplete).toBe(true)
    const skipped = cases.map((one, index): OwnCase => (index === 1 ? { ...one, result: 'skipped' } : one))
    const { cases: share, casesComplete } = experienceOf(two, team, [], skipped)
    expect([share.have, casesComplete]).toEqual([share.of - 1, false])
  })
})

test("the pilot's platforms are those of the first phase, in the plan's order", () => {
  const plan = starterPlan({ startDay: '2026-11-30', owner: 'Contoso', timeZone: 'Europe/Amsterdam' })
  expect(pilotPlatforms(plan)).toEqual(['ios', 'android', 'windows', 'macos'])
  const { involvement } = plan
  expect(pilotPlatforms({ ...plan, involvement: { ...involvement, phases: [] } })).toEqual([])
})

test('every platform has a checklist, with a key for each case', () => {
  for (const platform of platforms) expect(casesFor(platform).length).toBeGreaterThan(2)
  expect(new Set(testCases.map(({ key }) => key)).size).toBe(testCases.length)
})
