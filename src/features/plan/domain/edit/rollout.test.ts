import { describe, expect, test } from 'vitest'
import { starterPlan } from '../starter/starter-plan.ts'
import { addDays } from '../days.ts'
import { moved, stretched } from './rollout.ts'

const plan = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })
const phase = ['involvement', 'phases', 0]
const days = (of: typeof plan) => {
  const { starts, ends, waves } = of.involvement.phases[0] ?? { starts: '', ends: '', waves: [] }
  return [starts, ends, ...waves.flatMap((wave) => [wave.starts, wave.ends])]
}

describe('on the calendar', () => {
  test('a phase takes its waves along', () => {
    expect(days(moved(plan, phase, 9))).toEqual(days(plan).map((day) => addDays(day, 9)))
    expect(moved(moved(plan, phase, 9), phase, -9)).toEqual(plan)
  })

  test('a wave moves by itself', () => {
    const after = moved(plan, [...phase, 'waves', 0], 2)
    expect(after.involvement.phases[0]?.starts).toBe(plan.involvement.phases[0]?.starts)
    expect(days(after)[2]).toBe(addDays(days(plan)[2] ?? '', 2))
  })

  test.each([
    ['ends', 3],
    ['starts', -3],
  ] as const)('%s moves by %i days', (side, by) => {
    const before = plan.involvement.phases[0]?.[side] ?? ''
    expect(stretched(plan, phase, side, by).involvement.phases[0]?.[side]).toBe(addDays(before, by))
  })

  test('nothing ends before it begins', () => {
    const [starts, ends] = days(plan)
    expect(stretched(plan, phase, 'ends', -400).involvement.phases[0]?.ends).toBe(starts)
    expect(stretched(plan, phase, 'starts', 400).involvement.phases[0]?.starts).toBe(ends)
  })

  test('a day that is none stays as it is', () => {
    expect(addDays('', 3)).toBe('')
    expect(addDays('2027-02-27', 3)).toBe('2027-03-02')
  })
})
