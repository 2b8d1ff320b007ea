import { expect, test } from 'vitest'
import { alsoWaiting } from './also-waiting.ts'

// As the bell has them: newest first.
const asks = [
  { teller: 'devices', kind: 'agree.wipe' },
  { teller: 'devices', kind: 'findings.people' },
  { teller: 'tickets', kind: 'opened' },
  { teller: 'tickets-of-others', kind: 'opened' },
  { teller: 'triage', kind: 'burst' },
  { teller: 'knowledge', kind: 'draft' },
]
const names = (shown: readonly string[]) => alsoWaiting(asks, shown).map(({ teller, kind }) => `${teller}.${kind}`)

test('What waits besides is what the page does not show itself, the oldest first', () => {
  expect(names(['tickets', 'devices.findings', 'triage.burst'])).toEqual([
    'knowledge.draft',
    'tickets-of-others.opened',
    'devices.agree.wipe',
  ])
})

test('Where a page shows nothing itself, all of it', () => {
  expect(names([])).toHaveLength(asks.length)
})
