import { expect, test } from 'vitest'
import { alsoWaiting } from './also-waiting.ts'

// As the bell has them: newest first.
const asks = [
  { teller: 'knowledge', kind: 'draft' },
  { teller: 'devices', kind: 'findings.people' },
  { teller: 'devices', kind: 'agree.wipe' },
  { teller: 'tickets', kind: 'opened' },
  { teller: 'devices', kind: 'agree.retire' },
  { teller: 'tickets-of-others', kind: 'opened' },
  { teller: 'triage', kind: 'burst' },
]
const names = (shown: readonly string[], first: readonly string[] = []) =>
  alsoWaiting(asks, { shown, first }).map(({ teller, kind }) => `${teller}.${kind}`)

test('What waits besides is what the page does not show itself, the newest first', () => {
  expect(names(['tickets', 'devices.findings', 'triage.burst'])).toEqual([
    'knowledge.draft',
    'devices.agree.wipe',
    'devices.agree.retire',
    'tickets-of-others.opened',
  ])
})

test('Before it comes what cannot wait', () => {
  expect(names(['tickets', 'triage', 'devices.findings'], ['devices.agree'])).toEqual([
    'devices.agree.wipe',
    'devices.agree.retire',
    'knowledge.draft',
    'tickets-of-others.opened',
  ])
})

test('Where a page shows nothing itself, all of it', () => {
  expect(names([])).toHaveLength(asks.length)
})
