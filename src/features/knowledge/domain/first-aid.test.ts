import { describe, expect, test } from 'vitest'
import { firstAidIn, type SuppliedAid } from './first-aid.ts'
import type { KnownIssue } from './known-issue.ts'

const both = (text: string) => ({ nl: `${text} nl`, en: `${text} en` })
const lines = (text: string) => ({ nl: [`${text} nl`], en: [`${text} en`] })

function issue(given: Partial<KnownIssue> = {}): KnownIssue {
  return {
    ...{ id: 'one', number: null, state: 'published', version: 0, supplied: true, missing: null, codes: [] },
    ...{ platforms: ['windows'], area: 'enrollment', graphFailureCategory: null, symptom: both('symptom') },
    ...{ cause: both('internal cause'), checks: lines('internal check'), fix: lines('fix') },
    ...{ typicalTier: 1, evidence: [], source: null },
    ...given,
  }
}
const inPlainWords: SuppliedAid = {
  fix: lines('fix'),
  words: { title: both('Plain'), steps: lines('Step') },
}
const forTheDeskAlone: SuppliedAid = { fix: lines('fix'), words: null }
const own = { supplied: false, version: 1 }
const edited = { version: 2, fix: lines('Call 4444') }

describe('what a requester may read of a known issue', () => {
  test.each<[string, KnownIssue, SuppliedAid | null, string | null]>([
    ['the words for requesters of a supplied one', issue(), inPlainWords, 'Step nl'],
    ['nothing of a supplied one without such words', issue(), forTheDeskAlone, null],
    ['nothing of what a higher tier solves', issue({ typicalTier: 2 }), inPlainWords, null],
    ['nothing of what is not published', issue({ state: 'confirmed' }), inPlainWords, null],
    ['nothing of what is put away', issue({ state: 'archived' }), inPlainWords, null],
    ['what helps by the organisation, in place of what was supplied', issue(edited), inPlainWords, 'Call 4444 nl'],
    ['the same where nothing was supplied for requesters', issue(edited), forTheDeskAlone, 'Call 4444 nl'],
    [
      'the words for requesters where only the cause was edited',
      issue({ version: 2, cause: both('x') }),
      inPlainWords,
      'Step nl',
    ],
    ['nothing of an edit that is not in their language', issue({ ...edited, missing: 'nl' }), inPlainWords, null],
    ['what the organisation published itself', issue(own), null, 'fix nl'],
    ['nothing that is not in their language', issue({ ...own, missing: 'nl' }), null, null],
    ['nothing without a step', issue({ ...own, fix: { nl: [' '], en: ['x'] } }), null, null],
  ])('%s', (_, given, supplied, step) => expect(firstAidIn(given, supplied, 'nl')?.steps[0] ?? null).toBe(step))

  test('never why, what is checked, or where it comes from', () => {
    const shown = firstAidIn(issue({ ...own, source: 'https://learn.microsoft.com/' }), null, 'en')
    expect(shown).toEqual({ title: 'symptom en', steps: ['fix en'] })
  })
})
