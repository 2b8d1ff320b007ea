import { describe, expect, it } from 'vitest'
import { AssumptionsFile } from '../../contract/assumptions-file.ts'
import { assumptionLines, fileOf } from '../../domain/assumptions/lines.ts'
import { readTyped, typed } from './fields.ts'
import { starter as plan } from '../../domain/testing/starter.ts'

describe('the form of an assumption', () => {
  it.each(assumptionLines(plan, []))('of $place gives back what it was given', ({ place, value }) => {
    const read = readTyped(place, typed(place, value))
    expect(read).toEqual({ ok: true, value: place === 'patience' ? 'none' : value })
    expect(AssumptionsFile.safeParse(fileOf([{ place, value: read.ok && read.value }])).success).toBe(true)
  })

  it.each([
    ['sendBack', { value: '12,5' }, 0.125],
    ['arrivals.perHour', { value: '' }, null],
    ['learning', { learning: 'off' }, 'off'],
    ['patience', { distribution: 'gamma', meanMinutes: '5', cv: '' }, { distribution: 'gamma', meanMinutes: 5 }],
    ['horizon', { hours: '100', warmUpHours: '' }, { hours: 100, warmUpHours: 0 }],
    ['bridge.held', { value: 'no' }, false],
    [
      'tiers.1.notCertified',
      { value: '2026-12-01 3\n\n 2026-12-05  0 ' },
      [
        { from: '2026-12-01', people: 3 },
        { from: '2026-12-05', people: 0 },
      ],
    ],
    [
      'training.planned',
      { value: '1 2026-12-02T09:00:00Z 150 5' },
      [{ tier: 1, starts: '2026-12-02T09:00:00Z', minutes: 150, people: 5 }],
    ],
    ['training.retraining', { value: '' }, []],
    ['priorities', { value: '1 2; 3  4' }, [1, 2, 3, 4]],
  ])('of %s takes %j', (place, text, value) => {
    expect(readTyped(place, text)).toEqual({ ok: true, value })
  })

  it.each([
    ['sendBack', { value: '120' }, { value: { code: 'between', least: 0, most: 100 } }],
    ['sendBack', { value: '' }, { value: { code: 'required' } }],
    ['tiers.1.agents', { value: '2.5' }, { value: { code: 'whole', least: 0, most: 10_000 } }],
    ['arrivals.weekdays', { value: '1 2 3' }, { value: { code: 'numbers', count: 7 } }],
    ['patience', { distribution: 'gamma', meanMinutes: '', cv: '' }, { meanMinutes: { code: 'required' } }],
  ])('of %s refuses %j', (place, text, faults) => {
    expect(readTyped(place, text)).toEqual({ ok: false, faults })
  })
})
