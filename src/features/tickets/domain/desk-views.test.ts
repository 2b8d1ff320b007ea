import { describe, expect, it } from 'vitest'
import { deskGroups, viewOf } from './desk-views.ts'

const groups = deskGroups([1, 2, 3], 1)
const views = groups.flatMap((group) => group.views)
const namesOf = (tier: number) => groups.find((group) => group.tier === tier)?.views.map(({ name }) => name)

describe('the views of the desk', () => {
  it('have keys of their own, by which an address finds them again', () => {
    expect(new Set(views.map(({ key }) => key)).size).toBe(views.length)
    for (const view of views) expect(viewOf(view.key)).toEqual(view)
  })

  it('an unknown address shows what there is to do', () => {
    expect(viewOf('tier-1-colours').key).toBe('to-do')
    expect(viewOf('').key).toBe('to-do')
  })

  it('nobody hands over to the lowest tier, nothing comes down to the highest, only one tier contacts', () => {
    expect(namesOf(1)).toEqual(['open', 'unassigned', 'take-note', 'contact'])
    expect(namesOf(2)).toEqual(['open', 'unassigned', 'offered', 'take-note'])
    expect(namesOf(3)).toEqual(['open', 'unassigned', 'offered'])
  })

  it('learning and explaining are looked for in closed tickets too', () => {
    expect(viewOf('to-do').filter.state).toBe('all')
    expect(viewOf('tier-2-take-note').filter.state).toBe('all')
    expect(viewOf('missed').filter).toEqual({ state: 'open', due: 'missed' })
  })
})
