import { describe, expect, it } from 'vitest'
import type { TicketRow } from '../../contract/list.ts'
import { dutiesOfRow, inTurn, isLate } from './my-work.ts'

type MyDuty = TicketRow['myDuties'][number]
const duty = (kind: MyDuty['kind'], dueAt: string | null): MyDuty => ({
  kind,
  tier: 1,
  dueAt,
  dueTarget: null,
  dueTier: null,
})
const row = (id: string, ...myDuties: MyDuty[]) => ({ id, myDuties }) as unknown as TicketRow
const now = '2026-11-22T13:00:00.000Z'
const at = (hour: number) => `2026-11-22T${hour}:00:00.000Z`

describe('my work', () => {
  it('begins with what was missed, ends with what has no target', () => {
    const rows = [
      row('none', duty('answer-question', null)),
      row('later', duty('investigate', at(15))),
      row('missed', duty('investigate', at(12))),
      row('soon', duty('accept', at(14))),
    ]
    expect(inTurn(rows).map(({ id }) => id)).toEqual(['missed', 'soon', 'later', 'none'])
  })

  it('names first what others wait for, and learning last', () => {
    const both = row('both', duty('take-note', at(12)), duty('contact', at(14)))
    expect(dutiesOfRow(both).map(({ kind }) => kind)).toEqual(['contact', 'take-note'])
    expect(isLate(both, now)).toBe(false)
  })

  it('is late from the moment that it is due', () => {
    expect(isLate(row('now', duty('contact', now)), now)).toBe(true)
    expect(isLate(row('ahead', duty('contact', at(14))), now)).toBe(false)
    expect(isLate(row('never', duty('answer-question', null)), now)).toBe(false)
  })
})
