import { describe, expect, test } from 'vitest'
import { type ChosenIssue, taken, takenOver, textsOf } from './chosen-issue.ts'

const both = (text: string) => ({ nl: `${text} nl`, en: `${text} en` })
const issue: ChosenIssue = {
  ...{ id: 'ki', symptom: both('symptom'), cause: both('cause') },
  fix: { nl: ['een', 'twee'], en: ['one', 'two'] },
}
const empty = { rootCause: '', solution: '' }

describe('a diagnosis that links a known issue', () => {
  test('takes over cause and solution in the words of its reader, and nothing of them for the requester', () => {
    expect(textsOf(issue, 'en')).toEqual({ rootCause: 'cause en', solution: 'one\ntwo' })
  })

  test('leaves what somebody typed, and replaces what another issue said', () => {
    const first = textsOf(issue, 'en')
    const typed = { ...takenOver(empty, null, first), rootCause: 'My own words' }
    const second = { rootCause: 'other cause', solution: 'other fix' }
    expect(takenOver(typed, first, second)).toEqual({ ...second, rootCause: 'My own words' })
  })

  test.each<[string, string, string | undefined, string, string]>([
    ['fills in what is empty', ' ', undefined, 'Restart.', 'Restart.'],
    ['replaces what the issue before said', 'Restart.', 'Restart.', 'Update.', 'Update.'],
    ['takes that away where the next one says nothing to a requester', 'Restart.', 'Restart.', '', ''],
    ['leaves what somebody typed', 'Come by.', 'Restart.', 'Update.', 'Come by.'],
  ])('for the requester it %s', (_, typed, before, now, then) => expect(taken(typed, before, now)).toBe(then))
})
