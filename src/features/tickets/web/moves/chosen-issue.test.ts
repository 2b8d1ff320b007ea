import { describe, expect, test } from 'vitest'
import { type ChosenIssue, takenOver, textsOf } from './chosen-issue.ts'

const both = (text: string) => ({ nl: `${text} nl`, en: `${text} en` })
const issue: ChosenIssue = {
  ...{ id: 'ki', symptom: both('symptom'), cause: both('cause') },
  ...{ fix: { nl: ['een', 'twee'], en: ['one', 'two'] }, typicalTier: 1 },
}
const empty = { rootCause: '', solution: '', wording: '' }

describe('a diagnosis that links a known issue', () => {
  test('takes over cause and solution in the words of its reader, and the wording in those of the requester', () => {
    expect(textsOf(issue, 'en', 'nl')).toEqual({
      rootCause: 'cause en',
      solution: 'one\ntwo',
      wording: 'een\ntwee',
    })
  })

  test('tells a requester nothing that only the desk can do', () => {
    expect(textsOf({ ...issue, typicalTier: 3 }, 'en', 'nl').wording).toBe('')
  })

  test('leaves what somebody typed, and replaces what another issue said', () => {
    const first = textsOf(issue, 'en', 'en')
    const typed = { ...takenOver(empty, null, first), rootCause: 'My own words' }
    const second = { rootCause: 'other cause', solution: 'other fix', wording: '' }
    expect(takenOver(typed, first, second)).toEqual({ ...second, rootCause: 'My own words' })
  })
})
