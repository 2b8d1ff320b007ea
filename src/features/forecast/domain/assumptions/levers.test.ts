import { describe, expect, it } from 'vitest'
import { defaultAssumptions } from './defaults.ts'
import { atRest, isAtRest, type Levers, peopleIn, pulled } from './levers.ts'
import { assumptionLines, fileOf, isPlace, placesIn } from './lines.ts'
import { withFile } from './override.ts'
import { starter as plan } from '../testing/starter.ts'

const saved = { plan, assumptions: defaultAssumptions(plan) }
const pull = (some: Partial<Levers>) => pulled(saved, { ...atRest, ...some })

describe('levers', () => {
  it('change nothing at rest', () => {
    expect(pulled(saved, atRest)).toEqual(saved)
    expect(isAtRest(atRest)).toBe(true)
    expect(isAtRest({ ...atRest, people: { 2: 0 } })).toBe(true)
    expect(isAtRest({ ...atRest, people: { 2: 1 } })).toBe(false)
  })

  it('add people to the tier they name, and never leave fewer than none', () => {
    const before = peopleIn(saved, '2')
    expect(peopleIn(pull({ people: { 2: 3 } }), '2')).toBe(before + 3)
    expect(peopleIn(pull({ people: { 2: 3 } }), '1')).toBe(peopleIn(saved, '1'))
    expect(peopleIn(pull({ people: { 2: -999 } }), '2')).toBe(0)
  })

  it('move the agents that an assumption names instead of those of the plan', () => {
    const named = { plan, assumptions: withFile(saved.assumptions, { tiers: { 2: { agents: 7 } } }) }
    const moved = pulled(named, { ...atRest, people: { 2: 1 } })
    expect(moved.assumptions.tiers['2']?.agents).toBe(8)
    expect(moved.plan).toEqual(plan)
  })

  it('multiply every way in which issues come', () => {
    const { arrivals } = pull({ rate: 2 }).assumptions
    expect(arrivals.issuesPer100Enrollments.ios).toBe(2 * saved.assumptions.arrivals.issuesPer100Enrollments.ios)
    expect(arrivals.issuesPer1000UsersPerWeek).toBe(2 * saved.assumptions.arrivals.issuesPer1000UsersPerWeek)
  })

  it('switch learning and the bridge, and set availability in every tier', () => {
    const { learning, bridge, tiers } = pull({
      learning: 'off',
      bridge: 'not-held',
      availability: 0.4,
    }).assumptions
    expect(learning).toBe('off')
    expect(bridge.held).toBe(false)
    expect(Object.values(tiers).map(({ availability }) => availability)).toEqual([0.4, 0.4, 0.4])
  })
})

describe('assumptions line by line', () => {
  it('name every place of the assumptions once, and can be put together again', () => {
    const lines = assumptionLines(plan, [])
    expect(new Set(lines.map(({ place }) => place)).size).toBe(lines.length)
    expect(lines.every(({ place, value }) => isPlace(place) && value !== undefined)).toBe(true)
    expect(withFile(saved.assumptions, fileOf(lines))).toEqual(saved.assumptions)
  })

  it('say of what was set who knows it: the desk, or somebody', () => {
    const lines = assumptionLines(plan, [
      { place: 'tiers.2.work', value: { meanMinutes: 70 }, source: 'desk' },
      { place: 'sendBack', value: 0.3, source: 'changed' },
    ])
    const of = (place: string) => lines.find((line) => line.place === place)
    expect(of('tiers.2.work')).toMatchObject({
      source: 'desk',
      value: { meanMinutes: 70, distribution: 'lognormal' },
    })
    expect(of('sendBack')).toMatchObject({ source: 'changed', value: 0.3 })
    expect(of('tiers.1.agents')).toMatchObject({ source: 'plan', value: null })
    expect(of('vendorMinutes')).toMatchObject({ source: 'judgement' })
  })

  it('are found in a file, each by its place', () => {
    expect(placesIn({ tiers: { 1: { availability: 0.5 } }, patience: 'none' })).toEqual([
      { place: 'tiers.1.availability', value: 0.5 },
      { place: 'patience', value: 'none' },
    ])
  })
})
