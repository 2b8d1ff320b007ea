import { describe, expect, it } from 'vitest'
import { defaultAssumptions } from '../assumptions/defaults.ts'
import { type Inputs, withPeople } from '../assumptions/levers.ts'
import { withFile } from '../assumptions/override.ts'
import { type NeededInTier, neededInTier } from './needed.ts'
import { starter as plan } from '../testing/starter.ts'

function search(
  inputs: Inputs,
  level: number,
): { readonly found: NeededInTier; readonly said: readonly number[] } {
  const steps = neededInTier(inputs, '2027-01-01', level)
  const said: number[] = []
  for (;;) {
    const step = steps.next()
    if (step.done) return { found: step.value, said }
    said.push(step.value)
  }
}

const busy = (rate: number): Inputs => ({
  plan,
  assumptions: withFile(defaultAssumptions(plan), {
    arrivals: { issuesPer100Enrollments: { ios: rate, android: rate, windows: rate, macos: rate, linux: rate } },
  }),
})

describe('people needed', () => {
  it('finds as many whoever the plan begins with', { timeout: 60_000 }, () => {
    const few = search(withPeople(busy(60), '1', 1), 1).found
    const many = search(withPeople(busy(60), '1', 40), 1).found
    expect(many.waves).toEqual(few.waves)
    expect(few.have).toBe(1)
    expect(many.have).toBe(40)
  })

  it('asks for more where more comes in, in the wave in which it comes', { timeout: 60_000 }, () => {
    const calm = search(busy(10), 1).found.waves.map(({ people }) => people ?? Infinity)
    const hard = search(busy(120), 1).found.waves.map(({ people }) => people ?? Infinity)
    expect(hard.every((people, wave) => people >= (calm[wave] ?? 0))).toBe(true)
    expect(Math.max(...hard)).toBeGreaterThan(Math.max(...calm))
    expect(hard.length).toBe(plan.involvement.phases.flatMap((phase) => phase.waves).length)
  })

  it('says how far it is, never beyond the whole', { timeout: 60_000 }, () => {
    const { said } = search(busy(60), 2)
    expect(said.every((share) => share >= 0 && share <= 1)).toBe(true)
    expect(said).toEqual(said.toSorted((one, other) => one - other))
  })
})
