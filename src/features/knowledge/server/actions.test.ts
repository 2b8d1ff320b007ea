import { expect, test } from 'vitest'
import { normalCode } from '../domain/codes.ts'
import { knownIssue, knownIssues } from './actions.ts'

const issues = knownIssues()

test('the catalogue is whole: 333 issues, each once, in both languages', () => {
  expect(issues).toHaveLength(333)
  expect(new Set(issues.map(({ id }) => id)).size).toBe(333)
  const uneven = issues.filter(
    ({ checks, fix }) => checks.nl.length !== checks.en.length || fix.nl.length !== fix.en.length,
  )
  expect(uneven.map(({ id }) => id)).toEqual([])
})

test('every issue says on which platforms it is met, an iPad being iOS', () => {
  expect(issues.filter(({ platforms }) => platforms.length === 0)).toEqual([])
  expect(knownIssue('ios-no-enrollment-policy')?.platforms).toContain('ios')
})

test('a code that Microsoft documents is known', () => {
  const codes = new Set(issues.flatMap((issue) => issue.codes.map(normalCode)))
  expect(['80180014', '80180018', '801C0003'].filter((code) => !codes.has(code))).toEqual([])
})

test('an issue that is not there is not there', () => expect(knownIssue('nothing-of-the-kind')).toBeNull())
