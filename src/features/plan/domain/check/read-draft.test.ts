import { describe, expect, test } from 'vitest'
import type { SupportPlan } from '../document/support-plan.ts'
import { readDraft } from './read-draft.ts'
import { aPlan, edge, nth, tier } from './testing/plan-parts.ts'

function changed(change: (plan: SupportPlan) => unknown): SupportPlan {
  const plan = aPlan()
  change(plan)
  return plan
}

const unfinished: [code: string, place: string, change: (plan: SupportPlan) => unknown][] = [
  ['value-missing', 'owner', (p) => (p.owner = '')],
  ['value-missing', 'name.nl', (p) => (p.name = { nl: '  ', en: '' })],
  ['value-missing', 'teams.tiers', (p) => (p.teams.tiers = [])],
  ['value-too-small', 'process.quietPeriodDays', (p) => (p.process.quietPeriodDays = 0)],
  ['value-too-large', 'process.warnAtPercent', (p) => (p.process.warnAtPercent = 100)],
  ['value-invalid', 'involvement.phases.0.starts', (p) => (nth(p.involvement.phases, 0).starts = '2026-02-30')],
  [
    'value-invalid',
    'involvement.resources.0.url',
    (p) => (nth(p.involvement.resources, 0).url = 'not an address'),
  ],
  ['translation-missing', 'name.nl', (p) => (p.name.nl = '  ')],
]

describe('a draft in the middle of typing', () => {
  test.each(unfinished)('is kept, with %s at %s', (code, place, change) => {
    const reading = readDraft(changed(change), null)
    const found = reading.ok ? reading.findings.map((one) => `${one.code} ${one.place.join('.')}`) : []
    expect(found).toContain(`${code} ${place}`)
    expect(found.filter((one) => one.endsWith(` ${place}`))).toHaveLength(1)
  })

  test('keeps what else is found in sight', () => {
    const draft = changed((p) => {
      p.owner = ''
      edge(p, 1).evidence = []
    })
    const reading = readDraft(draft, null)
    expect(reading.ok && reading.findings.map((one) => one.code)).toEqual(
      expect.arrayContaining(['value-missing', 'edge-without-evidence']),
    )
  })

  test.each([
    ['no object', null],
    ['an empty object', {}],
    ['a field too many', { ...aPlan(), extra: true }],
    ['a number where a text belongs', { ...aPlan(), owner: 7 }],
    ['a level that is no number', changed((p) => ((tier(p, 1) as { level: unknown }).level = 'one'))],
  ])('is refused when it is of another shape: %s', (_, value) => {
    expect(readDraft(value, null).ok).toBe(false)
  })
})
