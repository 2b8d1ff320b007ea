import { describe, expect, test } from 'vitest'
import type { Place } from '../check/finding.ts'
import { checkPlan } from '../check/check-plan.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { starterPlan } from '../starter/starter-plan.ts'
import { valueAt } from './at-place.ts'
import { usesOf, withKey, withoutEntry } from './references.ts'

const plan = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })
const unknown = (of: SupportPlan) =>
  checkPlan(of, null)
    .map((finding) => String(finding.code))
    .filter((code) => code.endsWith('-unknown') || code === 'evidence-differs')

/** Every entry of the plan with a key. */
function keyed(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  const own = !Array.isArray(value) && 'key' in value ? [at] : []
  const entries = Array.isArray(value)
    ? value.map((one: unknown, index) => [index, one] as const)
    : Object.entries(value)
  return [...own, ...entries.flatMap(([part, one]) => keyed(one, [...at, part]))]
}

const places = keyed(plan).map((at) => [at.join('.'), at] as const)

describe('a key', () => {
  test.each(places)('%s is renamed wherever it is used', (_, at) => {
    const renamed = withKey(plan, at, 'quite-another-name')
    expect(valueAt(renamed, [...at, 'key'])).toBe('quite-another-name')
    expect(unknown(renamed)).toEqual([])
    expect(usesOf(renamed, at)).toHaveLength(usesOf(plan, at).length)
  })

  test('of evidence that several steps ask for is renamed on all of them', () => {
    const item = plan.process.edges[0]?.evidence[0]
    if (!item) throw new Error('The starter plan asks for evidence')
    const twice = structuredClone(plan)
    twice.process.edges[1]?.evidence.push(structuredClone(item))
    const renamed = withKey(twice, ['process', 'edges', 0, 'evidence', 0], 'another')
    expect(renamed.process.edges[1]?.evidence.at(-1)?.key).toBe('another')
    expect(JSON.stringify(renamed)).not.toContain(`"${item.key}"`)
  })
})

describe('an entry that is taken out', () => {
  test.each(places)('%s leaves nothing behind that names it, or stays', (_, at) => {
    const without = withoutEntry(plan, at)
    const needed = usesOf(plan, at).some((use) => use.taken === null)
    expect(without === null).toBe(needed)
    if (without) expect(unknown(without)).toEqual([])
  })

  test.each([
    ['support hours that a tier works in', ['teams', 'supportHours', 0]],
    ['the only phase of a bridge, or one that a commitment waits for', ['involvement', 'phases', 0]],
  ] as const)('is refused for %s', (_, at) => {
    expect(withoutEntry(plan, at)).toBeNull()
  })

  test('a category takes evidence along that is asked for nothing else, and is dropped from other evidence', () => {
    const changed = structuredClone(plan)
    const [one, other] = changed.process.edges[0]?.evidence ?? []
    const [category, second] = changed.process.categories
    if (!one || !other || !category || !second) throw new Error('The starter plan has categories and evidence')
    one.appliesTo.categories = [category.key]
    other.appliesTo.categories = [category.key, second.key]
    const evidence = withoutEntry(changed, ['process', 'categories', 0])?.process.edges[0]?.evidence
    expect(evidence?.some((item) => item.key === one.key)).toBe(false)
    expect(evidence?.find((item) => item.key === other.key)?.appliesTo.categories).toEqual([second.key])
  })

  test('a wave takes readiness along that is measured for no other', () => {
    const changed = structuredClone(plan)
    const figure = changed.involvement.readiness[0]
    const wave = changed.involvement.phases[0]?.waves[0]
    if (!figure || !wave) throw new Error('The starter plan has readiness and waves')
    figure.waves = [wave.key]
    const without = withoutEntry(changed, ['involvement', 'phases', 0, 'waves', 0])
    expect(without?.involvement.readiness).toHaveLength(changed.involvement.readiness.length - 1)
  })
})
