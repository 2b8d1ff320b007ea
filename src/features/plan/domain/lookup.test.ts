import { describe, expect, test } from 'vitest'
import {
  asksFor,
  edgeBetween,
  evidenceFor,
  fastLaneFor,
  highestTier,
  hoursOf,
  phaseAt,
  priorityOf,
  tierOf,
  waveFor,
} from './lookup.ts'
import { starterPlan } from './starter/starter-plan.ts'

const plan = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })

describe('looking things up in a plan', () => {
  test('the vendor is no tier of one’s own', () => {
    expect(tierOf(plan, 3)?.team).toBe('mdm-team')
    expect(tierOf(plan, 4)).toBeNull()
    expect(highestTier(plan).level).toBe(3)
  })

  test('a way up exists between neighbours only', () => {
    expect(edgeBetween(plan, 1, 2)?.evidence.length).toBeGreaterThan(0)
    expect(edgeBetween(plan, 1, 3)).toBeNull()
    expect(edgeBetween(plan, 2, 1)).toBeNull()
  })

  test.each([
    ['enrollment-blocked', 'ios', 'management-profile', true],
    ['enrollment-blocked', 'windows', 'management-profile', false],
    ['enrollment-blocked', 'windows', 'windows-join', true],
    ['enrollment-blocked', null, 'windows-join', false],
    [null, 'windows', 'windows-join', false],
    [null, null, 'steps-tried', true],
    ['question', null, 'error-text', false],
  ] as const)('evidence for %s on %s: %s is asked for: %s', (category, platform, key, asked) => {
    const edge = edgeBetween(plan, 1, 2)
    expect(edge && evidenceFor(edge, category, platform).some((item) => item.key === key)).toBe(asked)
  })

  test('a requester is asked what the category asks, in its order', () => {
    expect(asksFor(plan, 'enrollment-blocked', 'ios').map((item) => item.key)).toEqual([
      'error-text',
      'screenshot',
      'ownership',
    ])
    expect(asksFor(plan, null, 'ios')).toEqual([])
  })

  test.each([
    ['high', 'high', 1],
    ['medium', 'high', 2],
    ['high', 'low', 3],
    ['low', 'low', 4],
  ] as const)('impact %s and urgency %s give priority %i', (impact, urgency, priority) => {
    expect(priorityOf(plan, impact, urgency)).toBe(priority)
  })

  test('support hours are found by key', () => {
    expect(hoursOf(plan, 'on-call').weekly).toHaveLength(7)
    expect(() => hoursOf(plan, 'nothing')).toThrow('nothing')
  })

  test('only priority 1 has a fast lane, out of tier 1', () => {
    expect(fastLaneFor(plan, 1, 1)?.to).toBe(3)
    expect(fastLaneFor(plan, 1, 2)).toBeNull()
    expect(fastLaneFor(plan, 2, 1)).toBeNull()
  })

  test.each([
    ['2026-11-29', null],
    ['2026-11-30', 'pilot'],
    ['2026-12-13', 'pilot'],
    ['2026-12-14', 'first-production'],
    ['2027-02-21', 'full-production'],
    ['2027-02-22', null],
  ])('on %s the phase is %s', (day, phase) => {
    expect(phaseAt(plan, day)?.key ?? null).toBe(phase)
  })

  test.each([
    ['no groups', [], '2027-01-10', null],
    ['a group of no wave', ['finance'], '2027-01-10', null],
    ['a wave that runs', ['wave-2'], '2027-01-10', 'wave-2'],
    ['a wave still to come', ['wave-3'], '2026-11-01', 'wave-3'],
    ['a wave that is over', ['wave-1'], '2027-06-01', 'wave-1'],
    ['two waves: the last that began', ['pilot', 'wave-2'], '2027-01-10', 'wave-2'],
    ['two waves: the first, while the other is still to come', ['pilot', 'wave-2'], '2026-12-20', 'pilot'],
  ])('a person with %s', (_, groups, day, wave) => {
    expect(waveFor(plan, groups, day)?.key ?? null).toBe(wave)
  })
})
