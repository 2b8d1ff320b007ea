import { describe, expect, it } from 'vitest'
import { defaultAssumptions } from '../domain/assumptions/defaults.ts'
import { unknownTiers, withFile } from '../domain/assumptions/override.ts'
import { AssumptionsFile } from './assumptions-file.ts'
import { starter as plan } from '../domain/testing/starter.ts'

const base = defaultAssumptions(plan)
const withText = (value: unknown) => withFile(base, AssumptionsFile.parse(value))

describe('a file of assumptions', () => {
  it('leaves everything as it is when it says nothing', () => {
    expect(withText({})).toEqual(base)
  })

  it('changes what it names and nothing beside it', () => {
    const changed = withText({ tiers: { 1: { availability: 0.5 } }, causes: { foundBy: { 2: 0.4 } } })
    const first = base.tiers['1']
    expect(changed).toEqual({
      ...base,
      tiers: { ...base.tiers, 1: { ...first, availability: 0.5 } },
      causes: { ...base.causes, foundBy: { ...base.causes.foundBy, 2: 0.4 } },
    })
  })

  it('serves first come, first served when arrivals are constant, unless it says otherwise', () => {
    expect(withText({ arrivals: { perHour: 98 } }).queue).toBe('first-come')
    expect(withText({ arrivals: { perHour: 98 }, queue: 'due' }).queue).toBe('due')
    expect(withText({ arrivals: { perHour: null } }).queue).toBe('due')
  })

  it.each([
    [
      'a mean alone keeps form and spread',
      { meanMinutes: 30 },
      { distribution: 'lognormal', meanMinutes: 30, cv: 0.8 },
    ],
    [
      'another form drops the spread of the old one',
      { distribution: 'exponential' },
      { distribution: 'exponential', meanMinutes: 20 },
    ],
    [
      'the same form keeps its spread',
      { distribution: 'lognormal', meanMinutes: 5 },
      { distribution: 'lognormal', meanMinutes: 5, cv: 0.8 },
    ],
  ])('of a duration, %s', (_, work, expected) => {
    expect(withText({ tiers: { 1: { work } } }).tiers['1']?.work).toEqual(expected)
  })

  it('switches patience and learning off and on', () => {
    const patience = { distribution: 'exponential', meanMinutes: 3 }
    expect(withText({ patience }).patience).toEqual(patience)
    expect(withFile(withText({ patience }), { patience: 'none' }).patience).toBeNull()
    const off = withText({ learning: 'off' })
    expect(off.learning).toBe('off')
    expect(withFile(off, { learning: { perLesson: 0.1 } }).learning).toEqual({ perLesson: 0.1, most: 0.9 })
  })

  it('says where it names tiers that the plan does not have', () => {
    expect(unknownTiers(base, { tiers: { 1: {}, 8: {} }, causes: { foundBy: { 9: 0.1 } } })).toEqual([
      ['tiers', '8'],
      ['causes', 'foundBy', '9'],
    ])
  })

  it.each([
    [{ replications: 10_001 }],
    [{ arrivals: { perHour: 100_000 }, horizon: { hours: 200_000 }, replications: 100 }],
    [{ horizon: { hours: 200_000 }, replications: 10_000 }],
    [{ tiers: { 1: { agents: 2.5 } } }],
    [{ arrivals: { weekdays: [0, 0, 0, 0, 0, 0, 0] } }],
    [{ bridge: { minutesPerItem: 0 } }],
    [{ tiers: { 10: { agents: 3 } } }],
  ])('asks for no more than can be played: %j is refused', (value) => {
    expect(AssumptionsFile.safeParse(value).success).toBe(false)
  })
})
