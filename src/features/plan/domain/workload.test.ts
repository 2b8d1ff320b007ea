import { describe, expect, test } from 'vitest'
import { aPlan, tier, wave } from './check/testing/plan-parts.ts'
import type { SupportPlan } from './document/support-plan.ts'
import { busiestWeek, defaultWorkload, issuesPerEnrollment, ticketsInWeek, workOfTiers } from './workload.ts'

const assumed = (value: number) => ({ value, source: { nl: 'Proef', en: 'Trial' } })
/** Figures one can reckon with in one's head. */
const plain = {
  ...defaultWorkload,
  devicesPerUser: assumed(1),
  issuesPer100Enrollments: {
    ios: assumed(10),
    android: assumed(10),
    windows: assumed(30),
    macos: assumed(10),
    linux: assumed(10),
  },
  issuesPer100DevicesPerWeek: assumed(1),
  workMinutes: [assumed(10), assumed(60)],
  passedOn: [assumed(0.5), assumed(0.2)],
  timeForTickets: assumed(0.5),
  peak: assumed(2),
}

function twoWaves(): SupportPlan {
  const plan = aPlan()
  const platforms = [
    { platform: 'ios' as const, percent: 50 },
    { platform: 'windows' as const, percent: 50 },
  ]
  Object.assign(wave(plan, 'pilot'), { expectedUsers: 70, platforms, starts: '2026-11-30', ends: '2026-12-06' })
  Object.assign(wave(plan, 'wave-1'), { expectedUsers: 1400, platforms, starts: '2026-12-14', ends: '2026-12-27' })
  plan.involvement.phases.splice(2)
  return plan
}

describe('the work of a rollout', () => {
  test('follows the platforms of a wave by their shares', () => {
    expect(issuesPerEnrollment(wave(twoWaves(), 'pilot'), plain)).toBeCloseTo(0.2)
  })

  test('is the mean of all platforms where shares are not known', () => {
    expect(issuesPerEnrollment({ ...wave(twoWaves(), 'pilot'), platforms: [] }, plain)).toBeCloseTo(0.14)
  })

  test.each([
    ['before it begins', '2026-11-23', 0],
    ['a wave of one week, which has no peak', '2026-11-30', 70 * 0.2],
    ['half of that week, and then its devices', '2026-12-03', 40 * 0.2],
    ['after it, by the devices that are there', '2026-12-07', 0.7],
    ['a week of a longer wave at its peak, and the devices of before', '2026-12-14', 700 * 2 * 0.2 + 0.7],
    ['after all of it', '2027-06-07', 14.7],
  ])('is counted by week: %s', (_what, from, tickets) => {
    expect(ticketsInWeek(twoWaves(), from, plain)).toBeCloseTo(tickets)
  })

  test('goes up by the share that each tier passes on, and asks for whole people', () => {
    const plan = twoWaves()
    const perAgent = 5 * 570 * 0.5
    tier(plan, 1).capacity.agents = 2
    expect(workOfTiers(plan, 400, plain)).toMatchObject([
      { level: 1, tickets: 400, workMinutes: 4000, availableMinutes: 2 * perAgent, agentsNeeded: 3 },
      { level: 2, tickets: 200, workMinutes: 12_000, agentsNeeded: 9 },
      { level: 3, tickets: 40, workMinutes: 2400, agentsNeeded: 2 },
    ])
  })

  test('is heaviest in one week of the wave', () => {
    expect(busiestWeek(twoWaves(), wave(twoWaves(), 'wave-1'), plain)).toMatchObject({ from: '2026-12-14' })
  })

  test('of a wave without usable dates is not known', () => {
    expect(busiestWeek(twoWaves(), { ...wave(twoWaves(), 'pilot'), ends: 'soon' }, plain)).toBeNull()
    expect(busiestWeek(twoWaves(), { ...wave(twoWaves(), 'pilot'), ends: '2026-01-01' }, plain)).toBeNull()
  })

  test('every default says where it comes from, in both languages', () => {
    const sources = JSON.stringify(defaultWorkload).match(/"value":/g)?.length ?? 0
    expect(JSON.stringify(defaultWorkload).match(/"source":\{"nl":"[^"]+","en":"[^"]+"\}/g)).toHaveLength(sources)
  })
})
