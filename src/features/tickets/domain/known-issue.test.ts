import { describe, expect, test } from 'vitest'
import type { TicketEvent, TicketFact } from './events.ts'
import { usesIn } from './known-issue.ts'

const words = { rootCause: 'a', solution: 'b', wordingForRequester: 'c', knownIssue: '' }
const diagnosed = (knownIssue: Extract<TicketFact, { type: 'diagnosed' }>['knownIssue']): TicketFact => ({
  ...{ type: 'diagnosed', tier: 3, delivering: 1, knownIssue, words },
})
const contacted = (outcome: 'applied' | 'did-not-work'): TicketFact => ({
  ...{ type: 'contacted', channel: 'phone', outcome, retryAt: null, words: { text: 'x' } },
})
const reopened: TicketFact = { type: 'reopened', tier: 1, words: { reason: 'again' } }
const closed: TicketFact = { type: 'closed' }

function events(...facts: readonly TicketFact[]): readonly TicketEvent[] {
  const place = { at: '2026-11-23T09:00:00.000Z', by: { kind: 'person', personId: 'jan' } } as const
  return facts.map((fact, index) => ({ ...place, number: index + 1, fact }))
}
const told = (all: readonly TicketEvent[], before = 0) =>
  usesIn(all, before).map(({ issueId, kind }) => `${issueId} ${kind}`)

describe('what a ticket says of a known issue', () => {
  const linked = diagnosed({ kind: 'linked', id: 'KI' })

  test.each<[string, readonly TicketFact[], readonly string[]]>([
    ['a diagnosis links it', [linked], ['KI linked']],
    ['one that is written down with it too', [diagnosed({ kind: 'create', id: 'new' })], ['new linked']],
    ['a one-off says nothing', [diagnosed({ kind: 'one-off' }), closed], []],
    [
      'it helped when the ticket is closed with it',
      [linked, contacted('applied'), closed],
      ['KI linked', 'KI helped'],
    ],
    [
      'it did not when the requester found so',
      [linked, contacted('did-not-work')],
      ['KI linked', 'KI not-helped'],
    ],
    ['nor when it came back', [linked, closed, reopened], ['KI linked', 'KI helped', 'KI not-helped']],
    [
      'what is closed without a new diagnosis helped nobody',
      [linked, reopened, closed],
      ['KI linked', 'KI not-helped'],
    ],
  ])('%s', (_, facts, expected) => expect(told(events(...facts))).toEqual(expected))

  test('each event once', () => {
    const all = events(linked, contacted('applied'), closed)
    expect([...told(all.slice(0, 1)), ...told(all, 1)]).toEqual(told(all))
  })
})
