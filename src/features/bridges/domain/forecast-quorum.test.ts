import { expect, test } from 'vitest'
import { type Invited, quorumOutlook } from './forecast-quorum.ts'

const one = (tier: number, answer: Invited['answer'] = null, absent = false): Invited => ({
  tiers: [tier],
  absent,
  answer,
})

test.each<[string, number, readonly Invited[], string]>([
  ['enough said that they come', 2, [one(1, 'accepted'), one(1, 'accepted'), one(1)], 'holds'],
  ['enough could still come', 2, [one(1, 'accepted'), one(1, 'tentative'), one(1, 'declined')], 'likely'],
  ['too few can', 2, [one(1, 'accepted'), one(1, 'declined')], 'fails'],
  ['whoever is away does not come, whatever they said', 1, [one(1, 'accepted', true)], 'fails'],
  ['somebody of another tier does not count', 1, [one(2, 'accepted')], 'fails'],
  ['nobody is needed', 0, [], 'holds'],
])('%s', (_name, people, invited, outlook) => {
  expect(quorumOutlook([{ tier: 1, people }], invited)[0]?.outlook).toBe(outlook)
})

test('somebody of two tiers counts for both', () => {
  const invited = [{ ...one(1, 'accepted'), tiers: [1, 2] }]
  const quorum = [
    { tier: 2, people: 1 },
    { tier: 1, people: 1 },
  ]
  expect(quorumOutlook(quorum, invited).map(({ tier, outlook }) => [tier, outlook])).toEqual([
    [1, 'holds'],
    [2, 'holds'],
  ])
})
