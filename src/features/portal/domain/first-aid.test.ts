import { describe, expect, test } from 'vitest'
import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import { type Asked, firstAid } from './first-aid.ts'

const lines = { nl: [], en: [] }

function issue(id: string, given: Partial<KnownIssue> = {}): KnownIssue {
  return {
    ...{ id, number: null, state: 'published', version: 1, supplied: false, missing: null, codes: [] },
    ...{ platforms: ['windows'], area: 'enrollment', graphFailureCategory: null, symptom: { nl: id, en: id } },
    ...{ cause: { nl: '', en: '' }, checks: lines, fix: lines, typicalTier: 1, evidence: [], source: null },
    ...given,
  }
}

const found = (score: number, words: readonly string[], given: KnownIssue) => ({
  ...{ issue: given, score, why: [{ kind: 'words', words }] as const },
})
const two = ['no', 'licence']

function ids(given: Partial<Asked>) {
  const asked = { text: 'My laptop says no licence', withCode: null, found: [], platform: null, ...given }
  return firstAid(asked, ({ id, symptom, typicalTier }) =>
    typicalTier === 1 ? { title: symptom.en, steps: [id] } : null,
  ).map(({ id }) => id)
}

describe('first aid for a report', () => {
  test('goes by the code where there is one, whatever the words say', () => {
    const words = [found(9, two, issue('words'))]
    expect(ids({ withCode: [issue('code')], found: words })).toEqual(['code'])
    expect(ids({ withCode: [issue('tier-two', { typicalTier: 2 })], found: words })).toEqual([])
  })

  test('goes by words where they say enough, the best first, and no more than two', () => {
    expect(ids({ found: [found(9, ['phone'], issue('chance'))] })).toEqual([])
    const three = [7.9, 8, 9, 10].map((score) => found(score, two, issue(`of-${score}`)))
    expect(ids({ found: three })).toEqual(['of-10', 'of-9'])
    expect(ids({ found: [found(12, two, issue('one')), found(8, two, issue('far'))] })).toEqual(['one'])
  })

  test('takes an issue once, by the sentence that it fits best', () => {
    expect(ids({ found: [found(4, two, issue('one')), found(9, two, issue('one'))] })).toEqual(['one'])
  })

  test.each<[string, Partial<Asked>, number]>([
    ['least where the report names such a device', {}, 8],
    ['more where one is chosen and the words name none', { text: 'It says no', platform: 'windows' }, 11],
    ['most where neither says so', { text: 'It says no' }, 16],
    ['most where the report names another device', { text: 'My iPhone says no' }, 16],
  ])('asks %s', (_, given, least) => {
    expect(ids({ ...given, found: [found(least, two, issue('one'))] })).toEqual(['one'])
    expect(ids({ ...given, found: [found(least - 0.1, two, issue('one'))] })).toEqual([])
  })

  test('asks nothing more of what every platform has', () => {
    const everywhere = issue('one', { platforms: ['ios', 'android', 'windows', 'macos', 'linux'] })
    expect(ids({ text: 'It says no', found: [found(8, two, everywhere)] })).toEqual(['one'])
  })

  test('is none for what is about another thing, unless the issue is about that thing', () => {
    const text = 'The printer says no licence to my laptop'
    expect(ids({ text, found: [found(20, two, issue('one'))] })).toEqual([])
    const ofPrinters = issue('one', { symptom: { nl: 'De printer weigert', en: 'The printer refuses' } })
    expect(ids({ text, found: [found(20, two, ofPrinters)] })).toEqual(['one'])
  })

  test('says nothing about other devices', () => {
    expect(ids({ withCode: [issue('code')], platform: 'ios' })).toEqual([])
    expect(ids({ withCode: [issue('code', { platforms: ['ios'] })], platform: 'ios' })).toEqual(['code'])
  })
})
