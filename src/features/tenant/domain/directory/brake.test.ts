import { describe, expect, test } from 'vitest'
import { isUnusual, judge, withdrawalsOf, withoutWithdrawals } from './brake.ts'
import { follow, type PersonHere } from './follow.ts'
import type { ChosenGroup, SeenUser } from './seen.ts'

const now = '2026-11-29T12:00:00.000Z'
const group = (id: string, change: Partial<ChosenGroup> = {}): ChosenGroup => ({
  ...{ entraGroupId: id, name: id, key: `key-${id}`, formerKey: null, missing: false, dropped: false },
  ...change,
})
const groups = [group('g-1'), group('g-2')]
const user = (index: number, change: Partial<SeenUser> = {}): SeenUser => ({
  ...{ entraId: `u-${index}`, name: `N ${index}`, address: `n${index}@contoso.example`, signInName: null },
  ...{ enabled: true, groups: ['g-1'], withdrawn: false },
  ...change,
})
const person = (index: number, change: Partial<PersonHere> = {}): PersonHere => ({
  ...{ id: `p-${index}`, name: `N ${index}`, email: `n${index}@contoso.example`, groups: ['key-g-1'] },
  ...{ isRequester: true, disabled: false, entraId: `u-${index}` },
  ...change,
})
const all = Array.from({ length: 20 }, (_, index) => index)
const before = all.map((index) => user(index))
const here = all.map((index) => person(index))
const wouldTake = (after: readonly SeenUser[], chosen: readonly ChosenGroup[] = groups, people = here) =>
  withdrawalsOf({ before, now: after, groups: chosen, here: people }, follow(before, after, chosen, people))

describe('who is taken away', () => {
  test('is who left a group, and who is gone', () => {
    const after = [user(0, { groups: [] }), user(1, { enabled: false, groups: [] }), ...before.slice(2)]
    expect(wouldTake(after)).toEqual([
      { entraId: 'u-0', personId: 'p-0', gone: false, groups: ['key-g-1'] },
      { entraId: 'u-1', personId: 'p-1', gone: true, groups: ['key-g-1'] },
    ])
  })

  test('is nobody who moved to another followed group, or was made anew with the same address', () => {
    const moved = [user(0, { groups: ['g-2'] }), ...before.slice(1)]
    expect(wouldTake(moved)).toEqual([])
    const anew = [user(0, { enabled: false, groups: [] }), user(0, { entraId: 'u-0-anew' }), ...before.slice(1)]
    expect(wouldTake(anew)).toEqual([])
  })

  test('is nobody of a group that an administrator no longer wants followed, or calls otherwise', () => {
    const dropped = [group('g-1', { dropped: true }), group('g-2')]
    expect(
      wouldTake(
        before.map((one) => ({ ...one, groups: [] })),
        dropped,
      ),
    ).toEqual([])
    expect(wouldTake(before, [group('g-1', { key: 'first', formerKey: 'key-g-1' })])).toEqual([])
  })

  test('is nobody who was disabled and out of it here already', () => {
    const gone = before.map((one, index) => (index === 0 ? { ...one, enabled: false, groups: [] } : one))
    expect(wouldTake(gone, groups, [person(0, { disabled: true, groups: [] }), ...here.slice(1)])).toEqual([])
  })
})

describe('unusually many', () => {
  test.each([
    [5, 20, [], false],
    [6, 20, [], true],
    [6, 60, [], false],
    [7, 60, [], true],
    [100, 1200, [], false],
    [121, 1200, [], true],
    [6, 6, [], true],
    [0, 20, [{ hoursAgo: 1, people: 9 }], false],
  ] as const)('%i of %i, with %j lately: %s', (withdrawals, following, earlier, expected) => {
    const takenAway = earlier.map(({ hoursAgo, people }) => ({ at: hour(hoursAgo), people }))
    expect(isUnusual({ withdrawals, following, takenAway, now })).toBe(expected)
  })

  test('are those of a day together: a group that is emptied bit by bit does not slip through', () => {
    let following = 40
    const takenAway: { at: string; people: number }[] = []
    let taken = 0
    for (let round = 0; round < 10; round += 1) {
      if (isUnusual({ withdrawals: 2, following, takenAway, now })) break
      takenAway.push({ at: hour(round / 4), people: 2 })
      taken += 2
      following -= 2
    }
    expect(taken).toBe(4)
    expect(isUnusual({ withdrawals: 2, following, takenAway: [{ at: hour(25), people: 30 }], now })).toBe(false)
  })
})

describe('what becomes of them', () => {
  const emptied = before.map((one) => ({ ...one, groups: [] as string[] }))
  const many = wouldTake(emptied)
  const round = { released: new Set<string>(), kept: new Set<string>(), following: 20, takenAway: [], now }

  test('all wait, while everything else is done', () => {
    const after = [...emptied, user(30)]
    const { stay, held, taken } = judge(many, round)
    expect([held.length, taken.length, stay.size]).toEqual([20, 0, 20])
    const steps = follow(before, withoutWithdrawals({ before, now: after, groups }, stay), groups, here)
    expect([steps.disable, steps.regroup]).toEqual([[], []])
    expect(steps.add.map(({ email }) => email)).toEqual(['n30@contoso.example'])
    // They are remembered as they were: the next round finds the same.
    expect(steps.remember.filter(({ groups: own }) => own.includes('g-1'))).toHaveLength(21)
  })

  test('who was released goes, and nobody else along with them', () => {
    const released = new Set(many.slice(0, 10).map(({ entraId }) => entraId))
    const { held, stay } = judge(many, { ...round, released })
    expect(held).toHaveLength(10)
    expect(held.some(({ entraId }) => released.has(entraId))).toBe(false)
    expect(stay.size).toBe(10)
  })

  test('who is kept stays and does not count, until they are released after all', () => {
    const kept = new Set(many.slice(0, 16).map(({ entraId }) => entraId))
    const { held, taken, stay } = judge(many, { ...round, kept })
    expect([held.length, taken.length, stay.size]).toEqual([0, 4, 16])
    expect(judge(many, { ...round, kept, released: kept }).stay.size).toBe(0)
  })
})

function hour(ago: number): string {
  return new Date(Date.parse(now) - ago * 3_600_000).toISOString()
}
