import { describe, expect, it } from 'vitest'
import type { DeskTicket } from '../contract/ticket-view.ts'
import { firstDue } from './standing-target.ts'

const target = (
  name: 'work' | 'acknowledge' | 'resolve',
  dueAt: string | null,
  endedAt: string | null = null,
): DeskTicket['targets'][number] => ({
  target: name,
  tier: null,
  since: 1,
  state: 'running',
  dueAt,
  warnAt: null,
  endedAt,
  allowedMinutes: 60,
  spentMinutes: 0,
  spent: [],
})

describe('the target of a ticket that comes first', () => {
  it('is the earliest that has yet to be reached, missed or not', () => {
    const targets = [target('resolve', '2026-11-23T12:00:00.000Z'), target('work', '2026-11-22T12:00:00.000Z')]
    expect(firstDue(targets)?.dueTarget).toBe('work')
  })

  it('is none that was reached, and none that stands still', () => {
    const done = '2026-11-22T11:00:00.000Z'
    expect(firstDue([target('acknowledge', '2026-11-22T10:00:00.000Z', done), target('work', null)])).toBeNull()
  })
})
