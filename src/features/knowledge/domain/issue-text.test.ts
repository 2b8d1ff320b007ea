import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  differingParts,
  inBoth,
  type IssueText,
  isWrittenIn,
  missingLanguage,
  partOf,
  suppliedNews,
  textFromDiagnosis,
  textParts,
  withPart,
} from './issue-text.ts'
import { areas, devicePlatforms } from './known-issue.ts'

const words = fc.record({ nl: fc.string({ maxLength: 8 }), en: fc.string({ maxLength: 8 }) })
const line = fc.array(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 3 })
const lines = fc.record({ nl: line, en: line })
const anyText: fc.Arbitrary<IssueText> = fc.record({
  codes: line,
  platforms: fc.subarray([...devicePlatforms], { minLength: 1 }),
  area: fc.constantFrom(...areas),
  graphFailureCategory: fc.constantFrom(null, 'authentication'),
  symptom: words,
  cause: words,
  checks: lines,
  fix: lines,
  typicalTier: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4),
  evidence: fc.array(words, { maxLength: 2 }),
  source: fc.constantFrom(null, 'https://example.com'),
})

describe('parts', () => {
  test('of a text together are the text: taking all over makes it the other', () =>
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        const taken = textParts.reduce((text, part) => withPart(text, part, two), one)
        expect(taken).toEqual(two)
        expect(differingParts(one, one)).toEqual([])
      }),
    ))

  test('taken over one by one change nothing else', () =>
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(...textParts), (one, two, part) => {
        const taken = withPart(one, part, two)
        expect(partOf(taken, part)).toEqual(partOf(two, part))
        for (const other of textParts.filter((name) => name !== part))
          expect(partOf(taken, other)).toEqual(partOf(one, other))
      }),
    ))
})

test('news of the supplied text never names what the organisation has already, and says where both changed', () =>
  fc.assert(
    fc.property(anyText, anyText, anyText, (own, base, supplied) => {
      const news = suppliedNews(own, base, supplied)
      for (const { part, conflicts } of news) {
        expect(partOf(base, part)).not.toEqual(partOf(supplied, part))
        expect(partOf(own, part)).not.toEqual(partOf(supplied, part))
        expect(conflicts).toBe(JSON.stringify(partOf(own, part)) !== JSON.stringify(partOf(base, part)))
      }
      expect(suppliedNews(own, supplied, supplied)).toEqual([])
    }),
  ))

describe('a diagnosis', () => {
  const diagnosed = {
    title: ' Werkprofiel blijft hangen ',
    rootCause: 'De batterijbesparing stopt de app.',
    solution: '1. Zet de besparing uit\n- Start opnieuw\n\n2) Meld je weer aan',
    codes: ['80180014'],
    platform: 'android',
    areas: [],
    graphFailureCategory: null,
    language: 'nl',
  } as const
  const text = textFromDiagnosis(diagnosed)

  test('is a known issue in the language of whoever made it, with one step per line', () => {
    expect(text.symptom).toEqual({ nl: 'Werkprofiel blijft hangen', en: '' })
    expect(text.fix).toEqual({ nl: ['Zet de besparing uit', 'Start opnieuw', 'Meld je weer aan'], en: [] })
    expect(text.platforms).toEqual(['android'])
    expect(isWrittenIn(text, 'nl')).toBe(true)
    expect(missingLanguage(text)).toBe('en')
  })

  test('can be read in the other language meanwhile', () => {
    const read = inBoth(text)
    expect(read.symptom.en).toBe('Werkprofiel blijft hangen')
    expect(read.fix.en).toEqual(text.fix.nl)
  })

  test.each([
    ['Laptop does not enroll', 'Enrollment is blocked for personal devices', [], 'enrollment'],
    ['Laptop does not enroll', 'A device restriction blocks it', ['enrollment', 'autopilot'], 'enrollment'],
    ['Wissen blijft hangen', 'De opdracht komt niet aan', [], 'remote-action'],
    ['Remote lock fails', 'The device is off', [], 'remote-action'],
    ['Profiel werkt niet', 'De gebruiker wist het wachtwoord niet', [], 'policy'],
    ['Telefoon niet conform', 'Beleid te streng', ['compliance', 'conditional-access'], 'compliance'],
    ['Wifi weg', 'Het certificaat is verlopen', ['policy', 'certificate'], 'certificate'],
    ['Wifi weg', 'Geen bereik', ['certificate', 'policy'], 'certificate'],
    ['App vraagt om een pincode', 'Het beleid', ['remote-action', 'enrollment'], 'remote-action'],
  ] as const)('named “%s”, since “%s”, of a ticket about [%s] is about %s', (title, rootCause, areas, area) =>
    expect(textFromDiagnosis({ ...diagnosed, title, rootCause, areas }).area).toBe(area),
  )

  test('keeps what Intune calls the failure', () =>
    expect(textFromDiagnosis({ ...diagnosed, graphFailureCategory: 'badRequest' }).graphFailureCategory).toBe(
      'badRequest',
    ))

  test('without a platform is about every one', () =>
    expect(textFromDiagnosis({ ...diagnosed, platform: null }).platforms).toEqual(devicePlatforms))
})
