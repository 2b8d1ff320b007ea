import { expect, test } from 'vitest'
import { type Catalogue, flatten, readCatalogues } from './catalogues.ts'

/** One place turns a refusal into words, by its code alone: a code with two meanings is told in the words of one of them. */
function saidOtherwise(catalogues: readonly Catalogue[]): readonly string[] {
  const words = catalogues.flatMap(({ namespace, en, nl }) =>
    [...en]
      .filter(([key]) => key.startsWith('refusals.'))
      .map(([key, english]) => ({ key, namespace, said: JSON.stringify([english, nl.get(key)]) })),
  )
  return [...Map.groupBy(words, ({ key }) => key)].flatMap(([key, all]) =>
    new Set(all.map(({ said }) => said)).size > 1
      ? [`${key}: ${all.map(({ namespace }) => namespace).join(', ')}`]
      : [],
  )
}

test('a code by which something is refused has the same words wherever it has any', () => {
  expect(saidOtherwise(readCatalogues())).toEqual([])
})

test('a code that two features say in words of their own is found', () => {
  const catalogue = (namespace: string, en: string, nl: string): Catalogue => ({
    namespace,
    en: flatten({ refusals: { 'evidence-missing': en } }),
    nl: flatten({ refusals: { 'evidence-missing': nl } }),
  })
  const tickets = catalogue('tickets', 'Fill in more.', 'Vul meer in.')
  const expected = ['refusals.evidence-missing: tickets, rollout']
  expect(saidOtherwise([tickets, catalogue('rollout', 'Show it.', 'Vul meer in.')])).toEqual(expected)
  expect(saidOtherwise([tickets, catalogue('rollout', 'Fill in more.', 'Toon het.')])).toEqual(expected)
  expect(saidOtherwise([tickets, { ...tickets, namespace: 'rollout' }])).toEqual([])
})
