import { describe, expect, test } from 'vitest'
import { dayAt, zoneOf } from './rollout-day.ts'
import { phaseAt, waveFor } from './lookup.ts'
import { starterPlan } from './starter/starter-plan.ts'

const plan = starterPlan({ startDay: '2026-11-30', owner: 'Contoso', timeZone: 'Europe/Amsterdam' })

describe('a day of the rollout', () => {
  test('begins at midnight where the contact tier is', () => {
    expect(zoneOf(plan)).toBe('Europe/Amsterdam')
    expect(dayAt(plan, '2026-11-29T22:59:59.999Z')).toBe('2026-11-29')
    expect(dayAt(plan, '2026-11-29T23:00:00.000Z')).toBe('2026-11-30')
  })

  test('keeps to the clock when it goes forward and back', () => {
    expect(dayAt(plan, '2027-03-27T23:30:00.000Z')).toBe('2027-03-28')
    expect(dayAt(plan, '2027-03-28T21:59:00.000Z')).toBe('2027-03-28')
    expect(dayAt(plan, '2027-03-28T22:00:00.000Z')).toBe('2027-03-29')
    expect(dayAt(plan, '2026-10-25T22:30:00.000Z')).toBe('2026-10-25')
  })

  test('decides which phase and wave a ticket gets, not the day in Greenwich', () => {
    const justBefore = dayAt(plan, '2026-11-29T22:30:00.000Z')
    const justAfter = dayAt(plan, '2026-11-29T23:30:00.000Z')
    expect(phaseAt(plan, justBefore)).toBeNull()
    expect(phaseAt(plan, justAfter)?.key).toBe('pilot')
    expect(waveFor(plan, ['pilot', 'wave-1'], justAfter)?.key).toBe('pilot')
    expect(waveFor(plan, ['pilot', 'wave-1'], dayAt(plan, '2026-12-13T23:30:00.000Z'))?.key).toBe('wave-1')
  })
})
