import { describe, expect, test } from 'vitest'
import { starterPlan } from '../starter/starter-plan.ts'
import { planChanges } from '../versions/diff/plan-changes.ts'
import { withLaterFields } from './later-fields.ts'
import { SupportPlan } from './support-plan.ts'

const aPlan = () => structuredClone(starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' }))

/** As plans were kept before bridges had a host, a scribe and figures to stop at, retraining a time, and Intune a say. */
function anOldPlan(): SupportPlan {
  const plan = aPlan()
  for (const bridge of plan.involvement.bridges) {
    for (const name of ['host', 'scribe', 'exitWhen']) Reflect.deleteProperty(bridge, name)
  }
  Reflect.deleteProperty(plan.training.lineage, 'retrainWithinDays')
  for (const name of ['detection', 'deviceActions', 'bursts']) Reflect.deleteProperty(plan.process, name)
  return plan
}

describe('a plan from before a field came', () => {
  test('is completed with what the shape gives a file that leaves it out', () => {
    expect(withLaterFields(anOldPlan())).toEqual(SupportPlan.parse(anOldPlan()))
  })

  test('is not changed itself', () => {
    const old = anOldPlan()
    withLaterFields(old)
    expect(old).toEqual(anOldPlan())
  })

  test('can be told from the plan that has them', () => {
    const codes = planChanges(anOldPlan(), aPlan()).map(({ code }) => code)
    const answers = Array.from({ length: 4 }, () => 'setting')
    const actions = Array.from({ length: 5 }, () => 'device-action-more')
    const withAColleague = Array.from({ length: 3 }, () => 'device-action-more-four-eyes')
    expect(codes).toEqual([...answers, ...actions, ...withAColleague, 'field', 'field', 'exit-figure-more'])
  })
})

test('a whole plan is the same object', () => {
  const plan = aPlan()
  expect(withLaterFields(plan)).toBe(plan)
})
