import { describe, expect, test } from 'vitest'
import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import { toAsk } from './filled-evidence.ts'

const item = (key: string, kind: EvidenceItem['kind'] = 'text'): EvidenceItem => ({
  ...{ key, kind, name: { nl: key, en: key }, help: { nl: '', en: '' }, options: [], required: true },
  ...{ appliesTo: { categories: [], platforms: [] }, filledBy: null },
})
const there = (key: string, value: string) => ({
  key,
  value,
  files: [],
  by: 'tess',
  at: '2026-11-23T09:00:00.000Z',
})
const steps = item('steps', 'steps-tried')
const asking = ({ asked, filled }: ReturnType<typeof toAsk>) => [asked.map(({ key }) => key), filled]

describe('what a handover asks for', () => {
  test('is what is missing, with what the machine knows in it', () => {
    const found = [{ key: 'device', value: 'iPhone 15', source: 'device-snapshot' }]
    expect(asking(toAsk([item('device'), item('since')], [], found))).toEqual([
      ['device', 'since'],
      { device: 'iPhone 15' },
    ])
  })

  test('is not what is there already, whatever the machine knows', () => {
    const found = [{ key: 'device', value: 'iPhone 16', source: 'device-snapshot' }]
    expect(asking(toAsk([item('device')], [there('device', 'iPhone 15')], found))).toEqual([[], {}])
  })

  test('is what was tried since, behind what was written down before', () => {
    const found = [{ key: 'steps', value: '- Clock: done.\n- Network: done.', source: 'checks' }]
    expect(asking(toAsk([steps], [there('steps', 'Restarted\n- Clock: done.')], found))).toEqual([
      ['steps'],
      { steps: 'Restarted\n- Clock: done.\n- Network: done.' },
    ])
    expect(asking(toAsk([steps], [there('steps', '- Clock: done.\n- Network: done.')], found))).toEqual([[], {}])
  })

  test('what the machine does not know stays empty', () => {
    expect(asking(toAsk([steps], [], [{ key: 'steps', value: '', source: 'checks' }]))).toEqual([['steps'], {}])
  })
})
