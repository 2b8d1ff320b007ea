import { describe, expect, test } from 'vitest'
import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import { aidOf, type AidText, firstAid } from './first-aid.ts'

const both = (text: string) => ({ nl: `${text} nl`, en: `${text} en` })
const lines = (text: string) => ({ nl: [`${text} nl`], en: [`${text} en`] })

function issue(id: string, given: Partial<KnownIssue> = {}): KnownIssue {
  return {
    ...{ id, number: null, state: 'published', version: 0, supplied: true, missing: null, codes: [] },
    ...{ platforms: ['windows'], area: 'enrollment', graphFailureCategory: null, symptom: both('symptom') },
    ...{ cause: both('internal cause'), checks: lines('internal check'), fix: lines('fix') },
    ...{ typicalTier: 1, evidence: [], source: null },
    ...given,
  } as KnownIssue
}
const texts: Readonly<Record<string, AidText>> = { plain: { title: both('Plain'), steps: lines('Step') } }

describe('what a requester may read of a known issue', () => {
  test.each<[string, KnownIssue, string | null]>([
    ['the words for requesters of a supplied one', issue('plain'), 'Plain nl'],
    ['nothing of a supplied one without such words', issue('other'), null],
    ['nothing of what a higher tier solves', issue('plain', { typicalTier: 2 }), null],
    ['nothing of what is not published', issue('plain', { state: 'confirmed' }), null],
    ['nothing of what is put away', issue('plain', { state: 'archived' }), null],
    ['what the organisation published itself', issue('own', { supplied: false }), 'symptom nl'],
    ['nothing that is not in their language', issue('own', { supplied: false, missing: 'nl' }), null],
    ['nothing without a step', issue('own', { supplied: false, fix: { nl: [], en: ['x'] } }), null],
  ])('%s', (_, given, title) => expect(aidOf(given, texts, 'nl')?.title ?? null).toBe(title))

  test('never why, what is checked, or where it comes from', () => {
    const shown = aidOf(issue('own', { supplied: false, source: 'https://learn.microsoft.com/' }), texts, 'en')
    expect(Object.keys(shown ?? {})).toEqual(['id', 'title', 'steps'])
    expect(JSON.stringify(shown)).not.toMatch(/internal|learn[.]microsoft/)
  })
})

describe('first aid for a report', () => {
  const asked = { withCode: null, found: [], platform: null, language: 'en' } as const
  const own = (id: string, given: Partial<KnownIssue> = {}) =>
    issue(id, { supplied: false, symptom: both(id), ...given })
  const found = (id: string, score: number, ...words: string[]) => ({
    ...{ issue: own(id), score, why: [{ kind: 'words', words }] as const },
  })
  const ids = (given: Partial<Parameters<typeof firstAid>[1]>) =>
    firstAid(texts, { ...asked, ...given }).map(({ id }) => id)

  test('goes by the code where there is one, whatever the words say', () => {
    expect(ids({ withCode: [own('code')], found: [found('words', 9, 'my', 'phone')] })).toEqual(['code'])
    expect(
      ids({ withCode: [issue('tier-two', { typicalTier: 2 })], found: [found('words', 9, 'my', 'phone')] }),
    ).toEqual([])
  })

  test('goes by words where they say enough, the best first, and no more than two', () => {
    expect(ids({ found: [found('chance', 9, 'phone')] })).toEqual([])
    const three = ['one', 'two', 'three'].map((id, index) => found(id, 9 - index, 'no', 'licence'))
    expect(ids({ found: three })).toEqual(['one', 'two'])
    expect(ids({ found: [found('one', 9, 'no', 'licence'), found('far', 4, 'no', 'licence')] })).toEqual(['one'])
  })

  test('says nothing about other devices', () => {
    expect(ids({ withCode: [own('code')], platform: 'ios' })).toEqual([])
    expect(ids({ withCode: [own('code', { platforms: ['ios'] })], platform: 'ios' })).toEqual(['code'])
  })
})
