import { describe, expect, test } from 'vitest'
import type { Place } from '../check/finding.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { starterPlan } from '../starter/starter-plan.ts'
import { withValue } from './at-place.ts'
import { type History, noHistory, redo, remembered, undo } from './history.ts'

const start = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })

type Change = readonly [Place, unknown, number]

function typed(changes: readonly Change[], from = start): { history: History; plan: SupportPlan } {
  return changes.reduce<{ history: History; plan: SupportPlan }>(
    ({ history, plan }, [place, value, at]) => {
      const after = withValue(plan, place, value)
      return { history: remembered(history, { place, before: plan, after, at }), plan: after }
    },
    { history: noHistory, plan: from },
  )
}

describe('undo', () => {
  test('takes changes back one by one, and redo does them again', () => {
    const { history, plan } = typed([
      [['owner'], 'Anna', 0],
      [['service'], 'Intune', 5000],
    ])
    const once = undo(history, plan)
    expect(once?.document).toMatchObject({ owner: 'Anna', service: start.service })
    const twice = once && undo(once.history, once.document)
    expect(twice?.document).toEqual(start)
    expect(twice && undo(twice.history, twice.document)).toBeNull()
    const again = twice && redo(twice.history, twice.document)
    expect(again?.document.owner).toBe('Anna')
    expect(again?.step.place).toEqual(['owner'])
  })

  test.each([
    ['within a pause is one step', 100, 1],
    ['after a pause is two', 5000, 2],
  ])('typing on %s', (_, pause, steps) => {
    const { history } = typed([
      [['owner'], 'A', 0],
      [['owner'], 'An', pause],
    ])
    expect(history.done).toHaveLength(steps)
  })

  test('a new change leaves nothing to be done again', () => {
    const { history, plan } = typed([[['owner'], 'Anna', 0]])
    const back = undo(history, plan)
    if (!back) throw new Error('There was a change')
    const next = { place: ['service'], before: back.document, after: plan, at: 9000 }
    expect(remembered(back.history, next).undone).toEqual([])
  })

  test('keeps what somebody else saved since', () => {
    const { history, plan } = typed([[['owner'], 'Anna', 0]])
    const theirs = withValue(plan, ['service'], 'Intune and Autopilot')
    expect(undo(history, theirs)?.document).toMatchObject({
      owner: start.owner,
      service: 'Intune and Autopilot',
    })
  })

  test('does not take back what somebody else wrote in the same place, and says so', () => {
    const { history, plan } = typed([[['owner'], 'Anna', 0]])
    const turned = undo(history, withValue(plan, ['owner'], 'Bart'))
    expect(turned?.document.owner).toBe('Bart')
    expect(turned?.conflicts).toMatchObject([{ place: ['owner'], mine: start.owner, theirs: 'Bart' }])
  })

  test('brings a removed entry back beside one that somebody else added', () => {
    const categories = start.process.categories
    const [first, ...rest] = categories
    const { history, plan } = typed([[['process', 'categories'], rest, 0]])
    const added = { ...first, key: 'theirs' }
    const theirs = withValue(plan, ['process', 'categories'], [...rest, added])
    const keys = undo(history, theirs)?.document.process.categories.map((one) => one.key)
    expect(new Set(keys)).toEqual(new Set([...categories.map((one) => one.key), 'theirs']))
  })
})
