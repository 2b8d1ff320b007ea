import { expect, test } from 'vitest'
import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import { evidenceAsked, isFilled } from './evidence.ts'
import { testPlan } from './testing/test-plan.ts'

const item = (kind: EvidenceItem['kind']): EvidenceItem => ({
  key: 'item',
  name: { nl: 'Iets', en: 'Something' },
  help: { nl: 'Iets', en: 'Something' },
  kind,
  options: [],
  required: true,
  appliesTo: { categories: [], platforms: [] },
  filledBy: null,
})

test.each([
  ['text', 'It says no', [], true],
  ['text', '  ', [], false],
  ['text', '', ['photo-of-the-text'], true],
  ['code', '0x80180014', [], true],
  ['screenshot', 'see the mail', [], false],
  ['screenshot', '', ['screen'], true],
  ['log', 'attached', [], false],
  ['log', '', ['log'], true],
] as const)('%s with value "%s" and files %j is enough: %s', (kind, value, files, enough) => {
  expect(isFilled(item(kind), [{ key: 'item', value, files }])).toBe(enough)
  expect(isFilled(item(kind), [{ key: 'other', value, files }])).toBe(false)
})

test('what is asked depends on category and platform; a fast lane asks what the steps below it ask, each thing once', () => {
  const plan = testPlan()
  const asked = (category: string | null, from: number, to: number) =>
    evidenceAsked(plan, { category, platform: 'windows' }, from, to).map((one) => one.key)
  expect(asked('app-install', 1, 2)).toContain('app-name')
  expect(asked('enrollment-blocked', 1, 2)).not.toContain('app-name')
  expect(asked('enrollment-blocked', 2, 3)).toContain('windows-diagnostics')
  const lane = asked('enrollment-blocked', 1, 3)
  expect(lane).toEqual(
    expect.arrayContaining([...asked('enrollment-blocked', 1, 2), ...asked('enrollment-blocked', 2, 3)]),
  )
  expect(new Set(lane).size).toBe(lane.length)
})
