import { expect, it } from 'vitest'
import { marksOf } from './marks.ts'

const wave = (starts: string, ends: string) => ({
  key: starts,
  name: { nl: starts, en: starts },
  starts,
  ends,
  groups: [],
  expectedUsers: 1,
  platforms: [],
})
const phase = (starts: string, ends: string) => ({
  key: starts,
  name: { nl: starts, en: starts },
  mode: 'bridge' as const,
  starts,
  ends,
  waves: [wave(starts, ends)],
})
const phases = [phase('2027-01-04', '2027-01-17'), phase('2027-01-18', '2027-03-28')]

it('marks phases by letter until the end of their last day, and waves by number', () => {
  expect(marksOf(phases, '2027-01-04', '2026-12-01', 20)).toEqual({
    phases: [
      { from: 0, to: 2, label: 'A' },
      { from: 2, to: 12, label: 'B' },
    ],
    waves: [
      { at: 0, label: '1' },
      { at: 2, label: '2' },
    ],
    today: null,
  })
})

it('marks nothing beyond the weeks shown', () => {
  const { phases: shown, waves, today } = marksOf(phases, '2027-01-04', '2027-01-08', 2)
  expect(shown).toEqual([{ from: 0, to: 1, label: 'A' }])
  expect(waves).toEqual([{ at: 0, label: '1' }])
  expect(today).toBeCloseTo(4 / 7)
})
