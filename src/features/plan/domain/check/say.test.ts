import { describe, expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { sayFinding, sayPlace } from './say.ts'
import { aPlan } from './testing/plan-parts.ts'
import { speeches } from './testing/speeches.ts'

const text = (nl: string, en: string) => ({ nl, en })

const said: [finding: Pick<Finding, 'code' | 'values'>, nl: string, en: string][] = [
  [
    {
      code: 'hours-uncovered',
      values: { tier: 2, lower: 1, weekday: 6, from: '09:00', to: '13:00', totalMinutes: 240 },
    },
    'Laag 1 is zaterdag 09:00–13:00 open, en laag 2 heeft dan niemand (samen 4 u per week).',
    'Tier 1 is open on Saturday 09:00–13:00, and tier 2 has nobody then (4 h a week in all).',
  ],
  [
    {
      code: 'commitment-after-phase',
      values: {
        what: text('Meelezen', 'Review'),
        due: '2026-12-01',
        phase: text('Pilot', 'Pilot'),
        starts: '2026-11-30',
      },
    },
    '‘Meelezen’ moet op 1 december 2026 klaar zijn, en Pilot begint al op 30 november 2026.',
    '‘Review’ is due on 1 December 2026, and Pilot begins on 30 November 2026 already.',
  ],
  [
    { code: 'notice-to-nobody', values: { moment: 'opened', receiver: 'diagnoser', channel: 'desk' } },
    'Dit bericht bereikt niemand: Melding geopend, aan wie de oorzaak vond (In Tierwise).',
    'This notice reaches nobody: Ticket opened, to who found the cause (In Tierwise).',
  ],
  [
    { code: 'targets-do-not-fit', values: { priority: 1, neededMinutes: 465, resolveMinutes: 45 } },
    'Voor prioriteit 1 mogen de lagen en het informeren van de aanvrager samen 7 u 45 min duren, en het geheel maar 45 min.',
    'For priority 1 the tiers and telling the requester may take 7 h 45 min together, and the whole only 45 min.',
  ],
  [
    { code: 'wave-without-people', values: { name: text('', 'Wave 1') } },
    'Er zit niemand in Wave 1.',
    'Nobody is in Wave 1.',
  ],
]

describe('a finding is said in the reader’s language', () => {
  test.each(said)('$code', (finding, nl, en) => {
    expect(speeches.map((speech) => sayFinding(finding, speech))).toEqual([nl, en])
  })
})

test('a place is said by its chapter and the names on the way to it', () => {
  const places = [
    ['teams', 'tiers', 0, 'team'],
    ['process', 'edges', 1, 'evidence'],
    ['involvement', 'phases', 2, 'waves', 1, 'platforms'],
    ['owner'],
  ]
  const inEnglish = speeches.filter(({ language }) => language === 'en')
  expect(
    inEnglish.flatMap((speech) => places.map((place) => sayPlace(aPlan(), place, speech, speech.has))),
  ).toEqual([
    'Teams › Help desk › tiers',
    'Process › 2 → 3 › steps up',
    'Early involvement › Full rollout › Wave 3: everyone else › platforms',
    'Teams › owner',
  ])
})
