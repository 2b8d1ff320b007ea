import { describe, expect, test } from 'vitest'
import { type Outcome, stepsTried, type Ticked } from './checks.ts'

const ticked = (given: Partial<Ticked>): Ticked => ({
  ...{ issueId: 'licence', words: { nl: 'Licentie?', en: 'Licence?' }, state: 'done', note: '', by: 'Tess' },
  ...{ at: '2026-11-23T09:00:00.000Z', ...given },
})
const said = (given: Partial<Outcome>): Outcome => ({
  ...{ issueId: 'licence', helped: false, saidBy: 'agent', by: 'Tess', at: '2026-11-23T09:05:00.000Z' },
  ...given,
})
const steps = (checks: readonly Ticked[], outcomes: readonly Outcome[]) =>
  stepsTried(checks, outcomes, 'en', {
    issue: (id) => (id === 'gone' ? null : `[${id}]`),
    made: (state, note) => (note === '' ? state : `${state}: ${note}`),
    outcome: ({ helped, saidBy }) => `${saidBy}: ${helped}`,
    who: (id) => id,
  })

describe('the steps tried', () => {
  test.each<[string, readonly Ticked[], readonly Outcome[], readonly string[]]>([
    ['say what a note says', [ticked({ note: ' None ' })], [], ['[licence]', '- Licence? done: None (Tess)']],
    ['are there for what was tried without a check', [], [said({})], ['[licence]', '- agent: false (Tess)']],
    [
      'name nobody where nobody said it',
      [],
      [said({ saidBy: 'contact', by: null })],
      ['[licence]', '- contact: false'],
    ],
    ['have no heading for an issue that is gone', [ticked({ issueId: 'gone' })], [], ['- Licence? done (Tess)']],
    [
      'stand below the issue that they belong to, what was begun first before the others',
      [ticked({ issueId: 'limit', at: '2026-11-23T09:02:00.000Z' }), ticked({})],
      [said({}), said({ issueId: 'limit', helped: true, by: 'Lies' })],
      [
        ...['[licence]', '- Licence? done (Tess)', '- agent: false (Tess)', ''],
        ...['[limit]', '- Licence? done (Tess)', '- agent: true (Lies)'],
      ],
    ],
  ])('%s', (_, checks, outcomes, lines) => {
    expect(steps(checks, outcomes)?.text).toBe(lines.join('\n'))
  })

  test('are as old as the last of them, and none where nothing was tried', () => {
    expect(steps([ticked({})], [said({})])?.at).toBe('2026-11-23T09:05:00.000Z')
    expect(steps([], [])).toBeNull()
  })
})
