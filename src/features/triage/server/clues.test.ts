import { describe, expect, test } from 'vitest'
import type { DeviceContext, EnrollmentFailure } from '#features/devices/domain/context.ts'
import { known } from '#features/devices/domain/field.ts'
import type { TicketEvent } from '#features/tickets/domain/events.ts'
import { codesOf, wordsOf } from './clues.ts'

const openedAt = '2026-11-20T09:00:00.000Z'
const noted = (text: string): TicketEvent => ({
  number: 1,
  at: openedAt,
  by: { kind: 'person', personId: 'mira' },
  fact: { type: 'noted', files: [], words: { text } },
})

function contextWith(at: string | null): DeviceContext {
  const failure: EnrollmentFailure = {
    id: 'f1',
    at,
    os: 'Windows',
    platform: 'windows',
    osVersion: null,
    category: 'enrollmentRestrictionsEnforced',
    reason: 'Platform not allowed (0x80180014)',
    correlationId: null,
    deviceId: null,
    enrollmentType: null,
  }
  const none = known([], openedAt)
  return {
    personId: 'ada',
    person: known(null, openedAt),
    ...{
      licences: none,
      groups: none,
      devices: none,
      appFailures: none,
      autopilot: none,
      certificates: none,
      health: none,
    },
    enrollmentFailures: known([failure], openedAt),
  } as unknown as DeviceContext
}

describe('the codes of a ticket', () => {
  test('are those that people wrote and those that Intune gives as the reason of a failed enrollment', () => {
    expect(codesOf([noted('It says 0x801c0003')], contextWith('2026-11-19T09:00:00.000Z'))).toEqual([
      { code: '801C0003', written: '0x801c0003', place: 'colleagues' },
      { code: '80180014', written: '0x80180014', place: 'enrollment' },
    ])
  })

  test('are not those of an enrollment that failed long before', () => {
    expect(codesOf([noted('Nothing')], contextWith('2026-10-01T09:00:00.000Z'))).toEqual([])
  })
})

describe('the words of a ticket', () => {
  const opened = (by: TicketEvent['by']) =>
    ({
      ...{ number: 1, at: openedAt, by },
      fact: { type: 'opened', words: { subject: 'iPhone or iPad', description: 'did not succeed' } },
    }) as TicketEvent
  const ada = { kind: 'person', personId: 'ada' } as const
  const system = (name: 'mail' | 'detection' | 'clock') => ({ kind: 'system', name }) as const
  const answered = (by: TicketEvent['by']) =>
    ({
      number: 3,
      at: openedAt,
      by,
      fact: { type: 'answered', words: { text: 'Too many devices' } },
    }) as TicketEvent
  const found = { ...noted('Found in Intune'), number: 2, by: system('detection') }

  test.each<[string, readonly TicketEvent[], string]>([
    ['are how its requester put it', [opened(ada)], 'iPhone or iPad did not succeed'],
    ['by mail too', [opened(system('mail'))], 'iPhone or iPad did not succeed'],
    ['are none of what detection wrote', [opened(system('detection')), found], ''],
    [
      'are those of people afterwards where detection opened it',
      [opened(system('detection')), found, answered(system('mail')), { ...noted('Five phones'), number: 4 }],
      'Too many devices Five phones',
    ],
  ])('%s', (_, events, words) => {
    expect(wordsOf(events)).toBe(words)
  })
})
