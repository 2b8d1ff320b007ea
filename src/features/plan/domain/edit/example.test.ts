import { describe, expect, test } from 'vitest'
import { checkPlan } from '../check/check-plan.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { starterPlan } from '../starter/starter-plan.ts'
import { exampleParts, withExample } from './example.ts'
import { addTier, removeTier } from './tiers.ts'

const example = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })
const parts = Object.values(exampleParts).flat()
const broken = (plan: SupportPlan) =>
  checkPlan(plan, null)
    .map((finding) => String(finding.code))
    .filter((code) => code.endsWith('-unknown') || code === 'edge-missing' || code === 'edge-twice')

const bare: SupportPlan = {
  ...example,
  training: { ...example.training, courses: [], lineage: { ...example.training.lineage, steps: [] } },
  involvement: { phases: [], bridges: [], commitments: [], readiness: [], resources: [] },
}

describe('a part of the example', () => {
  test.each(parts)('%s can be taken over by a plan of two, three or four tiers', (part) => {
    for (const plan of [example, removeTier(example, 2), addTier(example, 4), bare])
      expect(broken(withExample(plan, example, part))).toEqual(broken(plan))
  })

  test.each(parts)('%s leaves a plan as it is that was made from it', (part) => {
    expect(withExample(example, example, part)).toEqual(example)
  })

  test('courses bring the material that they refer to', () => {
    const { courses } = withExample(bare, example, 'courses').training
    expect(courses).toHaveLength(example.training.courses.length)
  })
})
