import { describe, expect, test } from 'vitest'
import { codesIn, normalCode } from './codes.ts'
import { issuesWithCode, lookAlikes } from './find-issues.ts'
import type { KnownIssue } from './known-issue.ts'

function issue(id: string, given: Partial<KnownIssue>): KnownIssue {
  const both = { nl: id, en: id }
  return {
    id,
    number: null,
    state: 'published',
    version: 0,
    supplied: true,
    missing: null,
    codes: [],
    platforms: ['windows'],
    area: 'enrollment',
    graphFailureCategory: null,
    symptom: both,
    cause: both,
    checks: { nl: [], en: [] },
    fix: { nl: [], en: [] },
    typicalTier: 1,
    evidence: [],
    source: 'https://learn.microsoft.com/',
    ...given,
  }
}

describe('a code', () => {
  test.each([
    ['0x80180014', '80180014'],
    ['80180014', '80180014'],
    ['2149056532', '80180014'],
    ['-2145910764', '80180014'],
    [' 0X8018002b ', '8018002B'],
    ['50187', '50187'],
    ['AADSTS50020', 'AADSTS50020'],
  ])('%s is known as %s', (written, code) => expect(normalCode(written)).toBe(code))

  test('is found in what somebody wrote, once', () => {
    const text = 'It says 0x80180014 (2149056532). Windows 11 23H2, build 22631.4460, since 2026.'
    expect(codesIn(text)).toEqual(['80180014'])
  })

  test('leads to every issue that has it on the platform, however it is written', () => {
    const issues = [
      issue('one', { codes: ['0x80180014'] }),
      issue('two', { codes: ['2149056532'], platforms: ['android'] }),
      issue('three', { codes: ['0x80180015'] }),
    ]
    expect(issuesWithCode(issues, ['-2145910764'], null).map(({ id }) => id)).toEqual(['one', 'two'])
    expect(issuesWithCode(issues, ['0x80180014'], 'windows').map(({ id }) => id)).toEqual(['one'])
  })
})

describe('look-alikes', () => {
  const asked = issue('asked', { codes: ['0x1234567A'], graphFailureCategory: 'authorization' })

  test('come with the same code first, then area and platform, then area', () => {
    const issues = [
      issue('area', { platforms: ['ios'] }),
      asked,
      issue('other-area', { area: 'app' }),
      issue('category', { graphFailureCategory: 'authorization' }),
      issue('platform', {}),
      issue('code', { codes: ['0x1234567a'], area: 'app', platforms: ['ios'] }),
    ]
    expect(lookAlikes(issues, asked).map(({ id }) => id)).toEqual(['code', 'category', 'platform', 'area'])
  })

  test('are never the issue itself', () => expect(lookAlikes([asked], asked)).toEqual([]))
})
