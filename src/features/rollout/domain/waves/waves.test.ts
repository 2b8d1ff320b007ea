import { describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { runFigures } from './run-figures.ts'
import { waveAtHand, waveStateOn, waveToDecide } from './wave-state.ts'
import { waveWarnings } from './warnings.ts'

/** Pilot 2 to 15 November, wave 1 16 November to 6 December, wave 2 7 to 27 December, wave 3 until 24 January. */
const plan = starterPlan({ startDay: '2026-11-02', owner: 'Contoso', timeZone: 'Europe/Amsterdam' })

describe('where a rollout is', () => {
  test.each([
    ['2026-11-01', 'pilot', 'to-come'],
    ['2026-11-02', 'pilot', 'running'],
    ['2026-11-15', 'pilot', 'running'],
    ['2026-11-16', 'wave-1', 'running'],
    ['2026-12-07', 'wave-2', 'running'],
    ['2027-01-25', null, null],
  ])('on %s it is busy with %s, which is %s', (today, key, state) => {
    expect(waveAtHand(plan, today)).toBe(key)
    const wave = plan.involvement.phases.flatMap(({ waves }) => waves).find((one) => one.key === key)
    expect(wave ? waveStateOn(wave, today) : null).toBe(state)
  })

  test('the wave to decide on is the first that is not over and has no go', () => {
    const decided = { pilot: 'go', 'wave-1': 'no-go' } as const
    const outcome = (key: string) => decided[key as keyof typeof decided] ?? null
    expect(waveToDecide(plan, '2026-11-01', () => null)).toBe('pilot')
    expect(waveToDecide(plan, '2026-11-01', outcome)).toBe('wave-1')
    expect(waveToDecide(plan, '2026-12-07', outcome)).toBe('wave-2')
    expect(waveToDecide(plan, '2027-02-01', () => null)).toBeNull()
  })
})

describe('a warning', () => {
  test.each([
    ['2026-11-12', 'wave-1', null, []],
    ['2026-11-13', 'wave-1', null, [['wave-1', 'soon', false]]],
    ['2026-11-15', 'wave-1', 'no-go', []],
    ['2026-11-16', 'wave-1', null, [['wave-1', 'begun', false]]],
    ['2026-11-16', 'wave-1', 'no-go', [['wave-1', 'begun', true]]],
    ['2026-11-16', 'wave-1', 'go', []],
    ['2026-11-16', 'wave-1', 'conditional', []],
    ['2027-01-26', 'wave-3', null, []],
  ] as const)('on %s with %s decided as %s is %j', (today, key, outcome, expected) => {
    const found = waveWarnings(plan, today, (wave) => (wave === key ? outcome : 'go'))
    expect(found.map(({ wave, kind, against }) => [wave, kind, against])).toEqual(expected)
  })
})

describe('figures of a wave', () => {
  const tickets = {
    ...{ opened: 12, open: 3, unknownCause: 1, diagnosed: 8, solvedAtContact: 6, hoursToCause: 4.26 },
    ...{ judged: 0, inTime: 0, satisfaction: null },
  }

  test('are per 100 enrollments once enrollments are known, and nothing before', () => {
    expect(runFigures(tickets, 150)).toMatchObject({
      per100: 8,
      solvedAtContact: 75,
      hoursToCause: 4.3,
      inTime: null,
    })
    expect(runFigures(tickets, null).per100).toBeNull()
    expect(runFigures(tickets, 0).per100).toBeNull()
  })
})
