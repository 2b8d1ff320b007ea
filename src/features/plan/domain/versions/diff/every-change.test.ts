import { languages } from '#features/people/domain/person.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as values from '../../values.ts'
import { SupportPlan } from '../../document/support-plan.ts'
import { starterPlan } from '../../starter/starter-plan.ts'
import type { Place } from '../../check/finding.ts'
import { isList, isObject, type Json } from '../json.ts'
import { planChanges } from './plan-changes.ts'
import { before, sentences } from './testing/say-changes.ts'

const document = before as unknown as Json

function leaves(value: Json, place: Place = []): Place[] {
  if (isList(value)) return value.flatMap((entry, index) => leaves(entry, [...place, index]))
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...place, key]))
  return [place]
}

function lists(value: Json, place: Place = []): Place[] {
  if (isList(value)) return [place, ...value.flatMap((entry, index) => lists(entry, [...place, index]))]
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => lists(inner, [...place, key]))
  return []
}

const at = (plan: Json, place: Place) =>
  place.reduce<Json | undefined>((value, part) => (value as Record<string | number, Json>)[part], plan)

function withAt(plan: Json, place: Place, change: (value: Json, place: Place) => Json): SupportPlan {
  const copy = structuredClone(plan) as Record<string | number, Json>
  const last = place.at(-1) ?? ''
  const parent = at(copy as Json, place.slice(0, -1)) as Record<string | number, Json>
  parent[last] = change(parent[last] as Json, place)
  return copy as unknown as SupportPlan
}

const enumerations = [languages, ['root', 'lead', 'member'], ...Object.values(values)].filter(
  (one) => typeof one[0] === 'string',
) as readonly (readonly string[])[]

/** Another value that a draft could have there: of a closed list one of its members, else anything of the same kind. */
function other(value: Json, place: Place): Json {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  const reading = (one: Json) => SupportPlan.safeParse(withAt(document, place, () => one))
  if (value === null) return whereNothingWas.find((one) => reading(one).success) ?? 'changed'
  if (typeof value !== 'string') return null
  const members = enumerations.filter((list) => list.includes(value)).flat()
  const fits = (one: string) => !reading(one).error?.issues.some((issue) => issue.code === 'invalid_value')
  return [`${value}-x`, ...members].find((one) => one !== value && fits(one)) ?? `${value}-x`
}

const whereNothingWas: readonly Json[] = [
  { hours: 'on-call', note: { nl: 'Storingen', en: 'Outages' } },
  'codes-in-text',
  'https://meet.test/bridge',
  2,
]

const covers = (told: Place, place: Place) =>
  [...told].every((part, index) => index >= place.length || String(part) === String(place[index]))

const raw = /\{\{|\}\}|\[object|undefined|"|changes\.|NaN/

describe('between two plans', () => {
  const places = leaves(document)
  const changed = places.map((place) => ({ place, after: withAt(document, place, other) }))

  test('no value changes without a sentence that says where', () => {
    expect(places.length).toBeGreaterThan(1500)
    const untold = changed.filter(
      ({ place, after }) => !planChanges(before, after).some((change) => covers(change.place, place)),
    )
    expect(untold).toEqual([])
  })

  test('every sentence is whole, in both languages', () => {
    const broken = changed.flatMap(({ place, after }) =>
      (['en', 'nl'] as const)
        .flatMap((language) => sentences(language, after))
        .filter((sentence) => raw.test(sentence))
        .map((sentence) => `${place.join('.')}: ${sentence}`),
    )
    expect(broken).toEqual([])
  })

  test('an entry more, an entry less or another order is told of every list', () => {
    const orders: ((value: Json) => Json)[] = [
      (value) => (value as Json[]).slice(1),
      (value) => (value as Json[]).toReversed(),
      (value) => [...(value as Json[]), ...(value as Json[]).slice(0, 1)],
    ]
    const untold = lists(document).flatMap((place) =>
      orders.flatMap((change, index) => {
        const after = withAt(document, place, change)
        const differs = JSON.stringify(after) !== JSON.stringify(before)
        const told = planChanges(before, after).some((one) => covers(one.place, place))
        return told === differs ? [] : [`${place.join('.')} ${index}`]
      }),
    )
    expect(untold).toEqual([])
  })

  test('that are the same there is nothing to tell', () => {
    expect(planChanges(before, structuredClone(before))).toEqual([])
    expect(planChanges(before, SupportPlan.parse(JSON.parse(JSON.stringify(before))))).toEqual([])
  })

  test('of which one is from before a field came, that field is not told', () => {
    const old = structuredClone(before)
    for (const course of old.training.courses) Reflect.deleteProperty(course, 'planned')
    for (const commitment of old.involvement.commitments) Reflect.deleteProperty(commitment, 'due')
    const bare = structuredClone(before)
    for (const course of bare.training.courses) course.planned = null
    for (const commitment of bare.involvement.commitments) commitment.due = null
    expect(planChanges(old, bare)).toEqual([])
  })

  test('each of several changes is told', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...places), { maxLength: 6 }), (some) => {
        const after = some.reduce(
          (plan, place) => withAt(plan as unknown as Json, place, other),
          before as SupportPlan,
        )
        const changes = planChanges(before, after)
        expect(some.filter((place) => !changes.some((change) => covers(change.place, place)))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('made from other answers, every sentence is whole', () => {
    const far = starterPlan({
      startDay: '2027-03-01',
      owner: 'Somebody',
      country: 'BE',
      timeZone: 'Europe/Brussels',
    })
    for (const language of ['en', 'nl'] as const) {
      expect(sentences(language, far).filter((sentence) => raw.test(sentence))).toEqual([])
      expect(sentences(language, before, far).length).toBeGreaterThan(10)
    }
  })
})
