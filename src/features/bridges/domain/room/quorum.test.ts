import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Attendant, lacking, mayDecide, representation } from './quorum.ts'

const needs = (...people: readonly number[]) => people.map((count, index) => ({ tier: index + 1, people: count }))
const people = (...tiers: readonly (readonly number[])[]): Attendant[] =>
  tiers.map((mine, index) => ({ personId: `p${index}`, tiers: mine }))

describe('quorum', () => {
  test.each([
    ['one of each tier', needs(1, 1, 1), people([1], [2], [3]), ''],
    ['nobody', needs(1, 1, 1), people(), '1:1 2:1 3:1'],
    ['nobody needed', needs(0, 0), people(), ''],
    ['one person of two tiers counts for one of them', needs(1, 1), people([1, 2]), '2:1'],
    ['who can stand in both stands where the other cannot', needs(1, 1), people([1, 2], [1]), ''],
    ['through a third', needs(1, 1, 1), people([1, 2], [2, 3], [1]), ''],
    ['who works in no tier does not count', needs(1), people([], []), '1:1'],
    ['two of the same tier are not three', needs(0, 3), people([2], [2]), '2:1'],
  ])('%s', (_name, quorum, present, lacks) => {
    expect(
      lacking(quorum, present)
        .map((one) => `${one.tier}:${one.people}`)
        .join(' '),
    ).toBe(lacks)
  })

  const tier = fc.integer({ min: 1, max: 3 })
  const quorums = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((counts) => needs(...counts))
  const rooms = fc.array(fc.uniqueArray(tier, { maxLength: 3 }), { maxLength: 8 }).map((all) => people(...all))

  test('everybody who works in a tier counts once, in a tier of their own', () => {
    fc.assert(
      fc.property(quorums, rooms, (quorum, present) => {
        const counted = representation(quorum, present).flatMap((one) =>
          one.personIds.map((id) => ({ id, tier: one.tier })),
        )
        const working = present.filter(({ tiers }) => tiers.length > 0)
        expect(counted.map(({ id }) => id).toSorted()).toEqual(working.map(({ personId }) => personId).toSorted())
        for (const { id, tier: at } of counted)
          expect(present.find(({ personId }) => personId === id)?.tiers).toContain(at)
      }),
    )
  })

  test('it holds whenever some division of the people has it', () => {
    fc.assert(
      fc.property(quorums, rooms, (quorum, present) => {
        expect(lacking(quorum, present).length === 0).toBe(someDivisionHas(quorum, present))
      }),
    )
  })

  test('somebody more never makes more lack', () => {
    fc.assert(
      fc.property(quorums, rooms, fc.uniqueArray(tier, { maxLength: 3 }), (quorum, present, tiers) => {
        const sum = (all: readonly Attendant[]) =>
          lacking(quorum, all).reduce((total, one) => total + one.people, 0)
        expect(sum([...present, { personId: 'new', tiers }])).toBeLessThanOrEqual(sum(present))
      }),
    )
  })
})

describe('deciding', () => {
  test.each([
    ['with quorum', [], null, true],
    ['without', [{ tier: 3, people: 1 }], null, false],
    ['without, but the host said so of as much', [{ tier: 3, people: 1 }], [{ tier: 3, people: 1 }], true],
    ['without, of more', [{ tier: 3, people: 1 }], [{ tier: 3, people: 2 }], true],
    ['without, of less', [{ tier: 3, people: 2 }], [{ tier: 3, people: 1 }], false],
    ['without, of another tier', [{ tier: 2, people: 1 }], [{ tier: 3, people: 1 }], false],
  ])('%s', (_name, lacks, waived, may) => {
    expect(mayDecide(lacks, waived)).toBe(may)
  })
})

/** By trying every division. */
function someDivisionHas(
  quorum: readonly { readonly tier: number; readonly people: number }[],
  [first, ...others]: readonly Attendant[],
): boolean {
  if (quorum.every((one) => one.people <= 0)) return true
  if (!first) return false
  const without = (tier: number) =>
    quorum.map((one) => (one.tier === tier ? { ...one, people: one.people - 1 } : one))
  return someDivisionHas(quorum, others) || first.tiers.some((tier) => someDivisionHas(without(tier), others))
}
