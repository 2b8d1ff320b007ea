import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import { candidatesFor, type Clues, hasCode, shownAtMost } from './candidates.ts'
import { noRecord, recordWeight, type TrackRecord } from './track-record.ts'

function issue(id: string, given: Partial<KnownIssue> = {}): KnownIssue {
  const both = { nl: id, en: id }
  return {
    ...{ id, codes: [], platforms: ['windows'], area: 'enrollment', graphFailureCategory: null },
    ...{ symptom: both, cause: both, checks: { nl: [], en: [] }, fix: { nl: [], en: [] } },
    ...{ typicalTier: 1, evidence: [], source: 'https://learn.microsoft.com/' },
    ...given,
  } as KnownIssue
}

const nothing: Clues = {
  codes: [],
  platform: null,
  platformBy: 'ticket',
  areas: [],
  failures: [],
  words: [],
  notHelped: [],
}
const code = { code: '80180014', written: '0x80180014', place: 'opened' } as const
const unrecorded = () => noRecord
const ids = (
  given: Partial<Clues>,
  issues: readonly KnownIssue[],
  recordOf: (id: string) => TrackRecord = unrecorded,
) => candidatesFor(issues, { ...nothing, ...given }, recordOf).map((one) => one.issue.id)

describe('candidates', () => {
  const blocked = issue('blocked', { codes: ['0x80180014'] })
  const phone = issue('phone', { codes: ['2149056532'], platforms: ['ios'] })
  const words = issue('words')

  test.each<[string, Partial<Clues>, readonly string[]]>([
    ['are all the entries with the code, however it is written there', { codes: [code] }, ['blocked', 'phone']],
    ['on the platform come first, the others stay', { codes: [code], platform: 'ios' }, ['phone', 'blocked']],
    [
      'by words come after those by code',
      { codes: [code], words: [{ issueId: 'words', share: 1, found: ['limit'] }] },
      ['blocked', 'phone', 'words'],
    ],
    [
      'are none by words that are there by chance',
      { words: [{ issueId: 'words', share: 0.3, found: ['limit'] }] },
      [],
    ],
    ['are none where only platform and category speak', { platform: 'windows', areas: ['enrollment'] }, []],
    ['sink when they were tried here in vain', { codes: [code], notHelped: ['blocked'] }, ['phone', 'blocked']],
  ])('%s', (_, clues, expected) => {
    expect(ids(clues, [words, phone, blocked])).toEqual(expected)
  })

  test('say why, the weightiest first', () => {
    const clues: Clues = {
      ...nothing,
      codes: [code, { ...code, place: 'evidence' }],
      platform: 'windows',
      platformBy: 'device',
      areas: ['enrollment'],
      failures: [{ category: 'enrollmentRestrictionsEnforced', reason: 'PlatformRestriction' }],
    }
    const own = issue('own', { codes: ['0x80180014'], graphFailureCategory: 'enrollmentRestrictionsEnforced' })
    const recorded = { onPlatform: { helped: 7, notHelped: 2 }, elsewhere: noRecord.elsewhere, helpedInWave: 3 }
    expect(candidatesFor([own], clues, () => recorded)[0]?.reasons).toEqual([
      { kind: 'code', code: '0x80180014', place: 'opened' },
      { kind: 'record', helped: 7, tried: 9, inWave: 3 },
      { kind: 'failure', category: 'enrollmentRestrictionsEnforced', reason: 'PlatformRestriction' },
      { kind: 'platform', platform: 'windows', by: 'device' },
      { kind: 'area', area: 'enrollment' },
    ])
  })

  test('what helped nine times of ten here comes before what only looks right', () => {
    const clues: Clues = {
      ...nothing,
      codes: [code],
      areas: ['enrollment'],
      failures: [{ category: 'enrollmentRestrictionsEnforced', reason: null }],
    }
    const looksRight = issue('looks-right', {
      codes: ['0x80180014'],
      graphFailureCategory: 'enrollmentRestrictionsEnforced',
    })
    const helped = issue('helped', { codes: ['0x80180014'], area: 'policy' })
    const records = new Map([
      ['helped', { ...noRecord, onPlatform: { helped: 9, notHelped: 1 }, helpedInWave: 4 }],
    ])
    const found = candidatesFor([looksRight, helped], clues, (id) => records.get(id) ?? noRecord)
    expect(found.map(({ issue: { id } }) => id)).toEqual(['helped', 'looks-right'])
  })

  test('what Intune reports points at an issue, unless it reports that with anything', () => {
    const issues = [
      issue('restricted', { graphFailureCategory: 'enrollmentRestrictionsEnforced' }),
      issue('vague', { graphFailureCategory: 'authorization' }),
    ]
    const failures = ['enrollmentRestrictionsEnforced', 'authorization'].map((category) => ({
      category,
      reason: null,
    }))
    expect(ids({ failures }, issues)).toEqual(['restricted'])
  })

  test('no more than a screen of them, but never one with the code left out for one without', () => {
    const many = Array.from({ length: 9 }, (_, index) => issue(`code-${index}`, { codes: ['0x80180014'] }))
    const others = Array.from({ length: 9 }, (_, index) => issue(`word-${index}`))
    const found = others.map(({ id }) => ({ issueId: id, share: 1, found: ['x'] }))
    expect(
      candidatesFor([...others, ...many], { ...nothing, codes: [code], words: found }, unrecorded),
    ).toHaveLength(9)
    expect(candidatesFor(others, { ...nothing, words: found }, unrecorded)).toHaveLength(shownAtMost)
  })
})

const tries = fc.record({ helped: fc.nat(40), notHelped: fc.nat(40) })
const record: fc.Arbitrary<TrackRecord> = fc.record({
  onPlatform: tries,
  elsewhere: tries,
  helpedInWave: fc.nat(20),
})

describe('the past of an issue', () => {
  test('says nothing where there is none', () => expect(recordWeight(noRecord)).toBe(0))

  test('one try says little, ten say much', () => {
    const after = (helped: number, notHelped: number) =>
      recordWeight({ ...noRecord, onPlatform: { helped, notHelped } })
    expect([after(1, 0), after(10, 0), after(0, 1), after(0, 10)].map(Math.round)).toEqual([7, 26, -7, -26])
  })

  test('more helps never weigh less, more failures never weigh more', () => {
    fc.assert(
      fc.property(
        record,
        fc.constantFrom('onPlatform', 'elsewhere'),
        fc.integer({ min: 1, max: 9 }),
        (past, where, more) => {
          const with_ = (part: Partial<TrackRecord['onPlatform']>) =>
            recordWeight({ ...past, [where]: { ...past[where], ...part } })
          expect(with_({ helped: past[where].helped + more })).toBeGreaterThanOrEqual(recordWeight(past))
          expect(with_({ notHelped: past[where].notHelped + more })).toBeLessThanOrEqual(recordWeight(past))
          expect(recordWeight({ ...past, helpedInWave: past.helpedInWave + more })).toBeGreaterThanOrEqual(
            recordWeight(past),
          )
        },
      ),
    )
  })
})

describe('ranking, whatever is known', () => {
  const platforms = ['ios', 'windows'] as const
  const codes = ['0x80180014', '0x80180018'] as const
  const issues: fc.Arbitrary<readonly KnownIssue[]> = fc
    .array(
      fc.record({
        codes: fc.subarray([...codes]),
        platforms: fc.subarray([...platforms], { minLength: 1 }),
        graphFailureCategory: fc.constantFrom(null, 'deviceNotSupported'),
        typicalTier: fc.constantFrom(1, 2, 3),
      }),
      { minLength: 1, maxLength: 10 },
    )
    .map((all) => all.map((one, index) => issue(`i${index}`, one as Partial<KnownIssue>)))
  const clues = fc.record({
    codes: fc.subarray(codes.map((written) => ({ code: written.slice(2), written, place: 'opened' as const }))),
    platform: fc.constantFrom(null, ...platforms),
    failures: fc.subarray([{ category: 'deviceNotSupported', reason: null }]),
  })
  const pasts = fc.array(record, { minLength: 10, maxLength: 10 })
  const recordsOf = (all: readonly TrackRecord[]) => (id: string) => all[Number(id.slice(1))] ?? noRecord

  test('an issue that helped once more never ranks lower', () => {
    fc.assert(
      fc.property(issues, clues, pasts, fc.nat(9), (all, known, past, which) => {
        const id = `i${which % all.length}`
        const before = ids(known, all, recordsOf(past)).indexOf(id)
        const better = past.map((one, index) =>
          `i${index}` === id
            ? { ...one, onPlatform: { ...one.onPlatform, helped: one.onPlatform.helped + 1 } }
            : one,
        )
        const after = ids(known, all, recordsOf(better)).indexOf(id)
        expect(before === -1 || (after !== -1 && after <= before)).toBe(true)
      }),
    )
  })

  test('whatever has a code of the ticket stays among the choices, and each has its reasons', () => {
    fc.assert(
      fc.property(issues, clues, pasts, (all, known, past) => {
        const shown = candidatesFor(all, { ...nothing, ...known }, recordsOf(past))
        const having = all.filter((one) =>
          one.codes.some((own) => known.codes.some(({ written }) => written === own)),
        )
        expect(
          shown
            .filter(hasCode)
            .map((one) => one.issue.id)
            .toSorted(),
        ).toEqual(having.map(({ id }) => id).toSorted())
        expect(shown.every(({ reasons }) => reasons.length > 0)).toBe(true)
      }),
    )
  })
})
