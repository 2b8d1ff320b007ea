import { describe, expect, test } from 'vitest'
import { overSince } from './moments.ts'
import type { Desk } from './testing/desk.ts'
import { stations } from './testing/scenes.ts'
import { testPlan } from './testing/test-plan.ts'

const plan = testPlan()
const { opened, held1, offered, held2 } = stations(plan)
/** The moments that are asked of nobody any more. */
const over = ({ events }: Desk) => [...overSince(events, plan).keys()].toSorted()

describe('What a notice asked', () => {
  test('is asked while nobody has done it', () => {
    expect(over(opened)).toEqual([])
  })

  test('is over for a new ticket when somebody takes it', () => {
    expect(over(held1)).toEqual(['opened'])
  })

  test('is over for whoever had the ticket when it goes up, and for the tier above when somebody accepts it', () => {
    expect(over(offered)).toEqual(['assigned', 'opened'])
    expect(over(held2)).toEqual(['assigned', 'escalated', 'opened'])
  })

  test('is over by the event that came after it, by number', () => {
    const first = held1.events.find(({ fact }) => fact.type === 'opened')
    expect(overSince(held1.events, plan).get('opened')).toEqual([first?.number])
    expect(overSince(held1.events.toReversed(), plan).get('opened')).toEqual([first?.number])
  })
})
