import { describe, expect, test } from 'vitest'
import type { PacketFacts } from './facts.ts'
import { fillPacket } from './fill.ts'
import { readingOf } from './reading.ts'

const facts: PacketFacts = {
  ticket: {
    number: 1115,
    subject: 'Phone does not enroll',
    description: 'It stops.',
    category: 'Enrollment blocked',
    platform: 'iOS and iPadOS',
    openedAt: '2026-11-24T14:05:00.000Z',
    wave: 'Wave 2',
    priority: '2 High',
    sameCause: 0,
    sameCode: 0,
  },
  evidence: [],
  codes: [],
  context: null,
  tenantId: null,
  files: [],
  attempts: [],
}
const evidence = (key: string, value: string) => ({
  key,
  kind: 'text' as const,
  name: key,
  value,
  chosen: null,
  files: [],
})
const missing = (more: Partial<PacketFacts>) =>
  fillPacket({ ...facts, ...more }, {}).missing.map(({ section }) => section)

describe('a question is answered by what answers it', () => {
  test('what the desk notes for itself answers nothing that Microsoft asks', () => {
    expect(missing({})).toEqual(
      'error where since ever-worked affected ids versions enrollment tried logs impact'.split(' '),
    )
  })

  test.each([
    ['contact-and-hours', 'impact', 'business-impact'],
    ['licence-and-groups', 'enrollment', 'windows-join'],
    ['moment-and-account', 'since', 'timeline'],
    ['ownership', 'enrollment', 'android-enrollment'],
    ['earlier-tickets', 'tried', 'steps-tried'],
  ] as const)('%s says nothing of "%s", %s does', (beside, section, of) => {
    expect(missing({ evidence: [evidence(beside, 'x')] })).toContain(section)
    expect(missing({ evidence: [evidence(of, 'x')] })).not.toContain(section)
  })
})

test('how many have the same code counts this ticket too', () => {
  const { fields } = fillPacket({ ...facts, ticket: { ...facts.ticket, sameCode: 3 } }, {})
  expect(fields.find(({ key }) => key === 'same-code')).toMatchObject({ section: 'affected', value: '4' })
})

describe('the label of a field speaks for its value', () => {
  test.each([
    ['evidence.device-identity', 'Device name or serial number', 'things'],
    ['evidence.affected-devices', 'Example devices', 'things'],
    ['evidence.moment-and-account', 'Time and account', 'things'],
    ['evidence.of-our-own', 'IMEI or serial number', 'things'],
    ['evidence.contact-and-hours', 'Contact and hours', 'as-is'],
    ['evidence.reproduction', 'How to reproduce it', 'prose'],
  ] as const)('%s, "%s": %s', (key, name, reading) => expect(readingOf({ key, label: { name } })).toBe(reading))
})
