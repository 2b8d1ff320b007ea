import { describe, expect, test } from 'vitest'
import { starterPlan } from './starter/starter-plan.ts'
import { calendarOf } from './calendar.ts'

const plan = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })

describe('the rollout calendar', () => {
  test('lays phases, waves and bridges on one line', () => {
    const bars = calendarOf(plan)?.bars ?? []
    expect(bars.map((bar) => `${bar.kind} ${bar.key}`)).toEqual([
      'phase pilot',
      'wave pilot',
      'phase first-production',
      'wave wave-1',
      'phase full-production',
      'wave wave-2',
      'wave wave-3',
      'bridge rollout-bridge',
    ])
    const [pilot] = bars
    expect(pilot).toMatchObject({ offset: 0 })
    expect(pilot?.length).toBeCloseTo(14 / 84)
    const phases = bars.filter((bar) => bar.kind === 'phase')
    expect(phases.reduce((sum, bar) => sum + bar.length, 0)).toBeCloseTo(1)
  })

  test('marks the first days of months', () => {
    expect(calendarOf(plan)?.months.map((month) => month.at)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01'])
  })

  test.each([
    ['no phases', []],
    ['only a phase without days', plan.involvement.phases.slice(0, 1).map((phase) => ({ ...phase, starts: '' }))],
  ])('is nothing with %s', (_, phases) => {
    expect(calendarOf({ ...plan, involvement: { ...plan.involvement, phases } })).toBeNull()
  })
})
