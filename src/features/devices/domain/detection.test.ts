import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seenCertificates, type SeenDevice, type SeenFailure, seenFailures, seenSilent } from './detection.ts'
import { seenAgain } from './findings.ts'

const now = '2026-11-23T09:00:00.000Z'
const ago = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
const failure = (id: string, given: Partial<SeenFailure> = {}): SeenFailure => ({
  ...{ id, at: ago(1), userId: 'U1', platform: 'ios', os: 'iOS', osVersion: '18.2' },
  ...{
    category: 'authorization',
    reason: 'DeviceCapReached',
    correlationId: 'c',
    enrollmentType: 'userEnrollment',
  },
  ...given,
})
const device = (given: Partial<SeenDevice>): SeenDevice => ({
  ...{ id: 'd1', userId: 'U1', name: 'CON-1', platform: 'windows', model: 'Slate', serial: 'S1' },
  ...{ lastSyncAt: ago(40), managementState: 'managed' },
  ...given,
})

describe('a failed enrollment', () => {
  test('that is tried all night is counted as long as it goes on, and not again and again', () => {
    const minutes = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        failure(`f${index}`, { at: new Date(Date.parse(ago(1)) + index * 60_000).toISOString() }),
      )
    const seen = (count: number) => seenFailures(minutes(count), now)[0]
    const first = seen(450)
    if (!first) throw new Error('Nothing was seen')
    const { ids, firstAt, lastAt } = first
    let kept = { seen: ids, times: ids.length, firstAt, lastAt }
    expect(seenAgain(kept, first)).toBeNull()
    for (let count = 451; count < 700; count += 1) {
      const next = seen(count)
      const again = next && seenAgain(kept, next)
      expect(again?.times).toBe(kept.times + 1)
      kept = again ? { ...again, seen: [...again.seen] } : kept
      expect(next && seenAgain(kept, next)).toBeNull()
    }
  })

  test.each([
    ['of one person for one reason, twice', [failure('1'), failure('2', { userId: 'u1' })], [2]],
    ['of two people', [failure('1'), failure('2', { userId: 'U2' })], [1, 1]],
    ['on two platforms', [failure('1'), failure('2', { platform: 'android' })], [1, 1]],
    ['for two reasons', [failure('1'), failure('2', { reason: 'Other' })], [1, 1]],
    ['of last month', [failure('1', { at: ago(30) })], []],
    ['of nobody', [failure('1', { userId: null })], []],
    ['of no moment', [failure('1', { at: null })], []],
  ] as const)('%s', (_, failures, times) => {
    expect(seenFailures(failures, now).map(({ ids }) => ids.length)).toEqual(times)
  })
})

test.each([
  ['ends in ten days', ago(-10), 1],
  ['has ended', ago(3), 1],
  ['ends in forty', ago(-40), 0],
  ['says nothing of its end', null, 0],
] as const)('of what is told thirty days before: a certificate that %s', (_, expiresAt, count) => {
  const one = { id: 'p', kind: 'push' as const, name: null, state: null, expiresAt }
  expect(seenCertificates([one], 30, now)).toHaveLength(count)
})

test.each([
  ['silent for forty days', {}, 1],
  ['in touch yesterday', { lastSyncAt: ago(1) }, 0],
  ['that never was in touch', { lastSyncAt: null }, 0],
  ['forgotten a year ago', { lastSyncAt: ago(365) }, 0],
  ['of nobody', { userId: null }, 0],
  ['about to be retired', { managementState: 'retirePending' }, 0],
] as const)('a device %s', (_, given, count) => {
  expect(seenSilent([device(given)], 30, now)).toHaveLength(count)
})

test('each time that it happened counts once, in whatever order and however often it is told', () => {
  const told = fc.array(fc.subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(told, (lists) => {
      let finding = { seen: ['a'] as readonly string[], times: 1, firstAt: now, lastAt: now }
      for (const ids of lists)
        finding = seenAgain(finding, { ids: [...ids, ...ids], firstAt: now, lastAt: now }) ?? finding
      expect(finding.times).toBe(new Set(['a', ...lists.flat()]).size)
    }),
  )
})
