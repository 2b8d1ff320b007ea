import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { starterPlan } from '../starter/starter-plan.ts'
import { changedPlaces } from './changed-places.ts'
import type { Json } from './json.ts'
import { mergeDrafts } from './merge.ts'

type Edit = (plan: ReturnType<typeof starterPlan>) => unknown
const plan = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })
const edited = (...edits: Edit[]): Json => {
  const copy = structuredClone(plan)
  for (const edit of edits) edit(copy)
  return copy as unknown as Json
}

const renameOwner: Edit = (p) => (p.owner = 'Anna’s team')
const renamePlan: Edit = (p) => (p.name.en = 'Our plan')
const warnEarlier: Edit = (p) => (p.process.warnAtPercent = 50)
const addResource: Edit = (p) =>
  p.involvement.resources.push({
    key: 'intranet',
    name: { nl: 'Intranet', en: 'Intranet' },
    url: 'https://intranet.test/',
    tiers: [],
  })
const addOther: Edit = (p) =>
  p.involvement.resources.push({
    key: 'wiki',
    name: { nl: 'Wiki', en: 'Wiki' },
    url: 'https://wiki.test/',
    tiers: [],
  })
const removeCategory: Edit = (p) => p.process.categories.splice(3, 1)
const renameCategory: Edit = (p) => {
  const category = p.process.categories[3]
  if (category) category.name.nl = 'App doet het niet'
}

describe('two drafts made from the same base', () => {
  test.each([
    ['other fields', [renameOwner], [warnEarlier]],
    ['the same list, different new entries', [addResource], [addOther]],
    ['a removed entry and another field', [removeCategory], [renamePlan]],
    ['the same thing in the same way', [renameOwner], [renameOwner]],
    ['only mine', [renameOwner, addResource], []],
    ['only theirs', [], [renameOwner, addResource]],
  ])('with changes to %s come together without a conflict', (_, mine, theirs) => {
    const { document, conflicts } = mergeDrafts(edited(), edited(...mine), edited(...theirs))
    expect(conflicts).toEqual([])
    const both = mine === theirs || mine[0] === theirs[0] ? mine : [...theirs, ...mine]
    expect(document).toEqual(edited(...both))
  })

  test.each<[string, Edit, Edit, (string | number)[]]>([
    ['the same text', renameOwner, (p) => (p.owner = 'Bart’s team'), ['owner']],
    ['an entry that the other removed', renameCategory, removeCategory, ['process', 'categories', 14]],
    [
      'a list without names of its own',
      (p) => p.teams.supportHours[0]?.weekly.pop(),
      (p) => p.teams.supportHours[0]?.weekly.shift(),
      ['teams', 'supportHours', 0, 'weekly'],
    ],
  ])('that change %s keep what was saved, and give back what was not', (_, mine, theirs, place) => {
    const { document, conflicts } = mergeDrafts(edited(), edited(mine), edited(theirs))
    expect(conflicts.map((conflict) => conflict.place)).toEqual([place])
    expect(document).toEqual(edited(theirs))
  })
})

describe('for any documents', () => {
  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>

  test('merging with an unchanged side gives the other side', () => {
    fc.assert(
      fc.property(json, json, (base, other) => {
        expect(mergeDrafts(base, other, base)).toEqual({ document: other, conflicts: [] })
        expect(mergeDrafts(base, base, other)).toEqual({ document: other, conflicts: [] })
      }),
    )
  })

  test('nothing is called changed exactly when nothing has', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(changedPlaces(one, structuredClone(one))).toEqual([])
        expect(changedPlaces(one, other).length === 0).toBe(
          JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)),
        )
      }),
    )
  })
})

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const)
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

describe('what changed', () => {
  test.each<[string, Edit, (string | number)[][]]>([
    ['a field', renameOwner, [['owner']]],
    ['a text in one language', renamePlan, [['name', 'en']]],
    ['a field of an entry', renameCategory, [['process', 'categories', 3, 'name', 'nl']]],
    ['an entry more: the list', addResource, [['involvement', 'resources']]],
    ['an entry less: the list', removeCategory, [['process', 'categories']]],
  ])('is told for %s', (_, edit, places) => {
    expect(changedPlaces(edited(), edited(edit))).toEqual(places)
  })
})
