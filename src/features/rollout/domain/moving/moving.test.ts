import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#features/plan/domain/days.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { waveOf, wavesInTurn } from '../mails/waves.ts'
import { type Around, consequencesOf } from './consequences.ts'
import { movedWave, sticksOut } from './move-wave.ts'

/** Pilot 2 to 15 November, wave 1 16 November to 6 December, wave 2 7 to 27 December, wave 3 until 24 January. */
const plan = starterPlan({ startDay: '2026-11-02', owner: 'Contoso', timeZone: 'Europe/Amsterdam' })
const around: Around = { today: '2026-10-20', trainings: [], mails: [] }

const moved = (key: string, days: number, withPhase = true) => {
  const wave = waveOf(plan, key)?.wave
  const move = wave && { starts: addDays(wave.starts, days), ends: addDays(wave.ends, days), withPhase }
  const after = move ? movedWave(plan, key, move) : null
  if (!after) throw new Error(`No wave ${key}`)
  return after
}
const codes = (key: string, days: number, given: Partial<Around> = {}, withPhase = true) => {
  const found = consequencesOf(plan, moved(key, days, withPhase), key, null, { ...around, ...given })
  return { appears: found.appears.map(({ code }) => code), others: found.others.map(({ code }) => code) }
}

describe('moving a wave', () => {
  test('changes its days and nothing else, unless its phase may grow with it', () => {
    const after = moved('wave-1', 7, false)
    expect(waveOf(after, 'wave-1')?.wave).toMatchObject({ starts: '2026-11-23', ends: '2026-12-13' })
    expect(waveOf(after, 'wave-1')?.phase).toMatchObject({ starts: '2026-11-16', ends: '2026-12-06' })
    expect(waveOf(moved('wave-1', 7), 'wave-1')?.phase).toMatchObject({ starts: '2026-11-16', ends: '2026-12-13' })
    expect(movedWave(plan, 'wave-9', { starts: '2026-11-23', ends: '2026-12-13', withPhase: true })).toBeNull()
  })

  test('there and back is where it was', () => {
    const keys = wavesInTurn(plan).map(({ wave }) => wave.key)
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.integer({ min: -40, max: 40 }), (key, days) => {
        const wave = waveOf(plan, key)?.wave
        const back = wave && movedWave(moved(key, days, false), key, { ...wave, withPhase: false })
        expect(back).toEqual(plan)
        expect(consequencesOf(plan, plan, key, null, around)).toEqual({ appears: [], goes: [], others: [] })
      }),
      { numRuns: 40 },
    )
  })

  test('out of its phase is told by the check, and mended when it moves back', () => {
    expect(sticksOut(plan, 'wave-1', { starts: '2026-11-23', ends: '2026-12-13' })).toBe(true)
    expect(codes('wave-1', 7, {}, false).appears).toContain('wave-outside-phase')
    const out = moved('wave-1', 7, false)
    const { goes } = consequencesOf(out, plan, 'wave-1', null, around)
    expect(goes.map(({ code }) => code)).toContain('wave-outside-phase')
  })

  test.each([
    [
      'training after its new first day',
      { trainings: [{ name: { nl: 'T', en: 'T' }, day: '2026-11-12', tier: 1 }] },
      -7,
      'training-too-late',
    ],
    ['approved mails that go along', { mails: [{ wave: 'wave-1', approved: true, sent: 0 }] }, -7, 'mails-move'],
    [
      'people who were told the old days',
      { mails: [{ wave: 'wave-1', approved: true, sent: 12 }] },
      -7,
      'mails-told',
    ],
    ['another phase', {}, 35, 'phase-differs'],
    ['a wave that runs already', { today: '2026-11-20' }, 7, 'runs-already'],
    ['a wave that is over', { today: '2027-03-01' }, 7, 'was-over'],
    ['a first day in the past', { today: '2026-11-14' }, -7, 'begins-in-the-past'],
  ] as const)('tells of %s', (_what, given, days, code) => {
    expect(codes('wave-1', days, given).others).toContain(code)
  })

  test('tells of bridge meetings that it loses, unless the phase of the bridge grows with it', () => {
    expect(codes('wave-1', 35, {}, false).others).toContain('bridge-meetings')
    expect(codes('wave-1', 35).others).not.toContain('bridge-meetings')
  })

  test('tells of no training that was late before, or is in time after', () => {
    const trainings = ['2026-11-01', '2026-11-30'].map((day) => ({ name: { nl: 'T', en: 'T' }, day, tier: 1 }))
    expect(codes('wave-1', -7, { trainings }).others).not.toContain('training-too-late')
  })
})
