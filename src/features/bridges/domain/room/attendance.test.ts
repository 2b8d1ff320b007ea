import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attendance } from './attendance.ts'
import type { RoomEvent } from './events.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 9, 0, seconds)).toISOString()
let number = 0
const joins = (personId: string, seconds: number, ...tiers: readonly number[]): RoomEvent => ({
  ...{ number: (number += 1), at: at(seconds), personId, ticketId: null, words: null },
  fact: { type: 'joined', tiers },
})
const leaves = (personId: string, seconds: number): RoomEvent => ({
  ...{ number: (number += 1), at: at(seconds), personId, ticketId: null, words: null },
  fact: { type: 'left', expired: false },
})
const quorum = [
  { tier: 1, people: 1 },
  { tier: 2, people: 2 },
]

describe('attendance', () => {
  test('counts from the beginning to the end, also for who came before or stays after', () => {
    const events = [joins('tess', -60, 1), joins('jan', 100, 2), leaves('jan', 400), joins('leo', 200, 2)]
    const inOrder = events.toSorted((one, other) => (one.at < other.at ? -1 : 1))
    expect(attendance(quorum, inOrder, at(0), at(600))).toEqual({
      tiers: [
        { tier: 1, needed: 1, came: 1, atOnce: 1, enoughSeconds: 600 },
        { tier: 2, needed: 2, came: 2, atOnce: 2, enoughSeconds: 200 },
      ],
      quorumSeconds: 200,
      persons: [
        { personId: 'tess', tiers: [1], seconds: 600 },
        { personId: 'jan', tiers: [2], seconds: 300 },
        { personId: 'leo', tiers: [2], seconds: 400 },
      ],
    })
  })

  test('nobody came: nobody is counted, and a tier that needs nobody had enough all the time', () => {
    const { tiers, quorumSeconds, persons } = attendance([{ tier: 1, people: 0 }], [], at(0), at(60))
    expect(tiers).toEqual([{ tier: 1, needed: 0, came: 0, atOnce: 0, enoughSeconds: 60 }])
    expect([quorumSeconds, persons]).toEqual([60, []])
  })

  test('who comes back counts once, with all their time', () => {
    const events = [joins('tess', 0, 1), leaves('tess', 100), joins('tess', 200, 1)]
    const { tiers, persons } = attendance(quorum, events, at(0), at(300))
    expect(tiers[0]).toMatchObject({ came: 1, atOnce: 1, enoughSeconds: 200 })
    expect(persons).toEqual([{ personId: 'tess', tiers: [1], seconds: 200 }])
  })

  test('nobody was there for longer than it took, and quorum held for no longer than the scarcest tier', () => {
    const moments = fc.array(
      fc.record({
        who: fc.constantFrom('a', 'b', 'c'),
        seconds: fc.integer({ min: -50, max: 650 }),
        tier: fc.constantFrom(1, 2),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(moments, (all) => {
        const there = new Set<string>()
        const events = all
          .toSorted((one, other) => one.seconds - other.seconds)
          .map(({ who, seconds, tier }) => {
            const event = there.has(who) ? leaves(who, seconds) : joins(who, seconds, tier)
            if (!there.delete(who)) there.add(who)
            return event
          })
        const { tiers, quorumSeconds, persons } = attendance(quorum, events, at(0), at(600))
        for (const { seconds } of persons) expect(seconds).toBeLessThanOrEqual(600)
        for (const one of tiers) {
          expect(quorumSeconds).toBeLessThanOrEqual(one.enoughSeconds)
          expect(one.atOnce).toBeLessThanOrEqual(one.came)
        }
      }),
    )
  })
})
