import { Temporal } from 'temporal-polyfill'
import type { Involvement, Phase, Wave } from '../document/involvement.ts'
import type { Text } from '../document/text.ts'
import { starterResources } from './resources.ts'
import { text } from './text.ts'

/** Day 0 is the first day of the pilot. Two weeks of pilot, then three waves of three to four weeks. */
const calendar = {
  pilot: [0, 13],
  wave1: [14, 34],
  wave2: [35, 55],
  wave3: [56, 83],
} as const

export function starterInvolvement(startDay: string, timeZone: string): Involvement {
  const start = Temporal.PlainDate.from(startDay)
  const day = (number: number) => start.add({ days: number }).toString()
  const wave = (key: string, name: Text, [first, last]: readonly [number, number], users: number): Wave => ({
    key,
    name,
    groups: [key],
    starts: day(first),
    ends: day(last),
    expectedUsers: users,
    platforms: [
      { platform: 'ios', percent: 40 },
      { platform: 'android', percent: 20 },
      { platform: 'windows', percent: 35 },
      { platform: 'macos', percent: 5 },
    ],
  })
  const phases: Phase[] = [
    {
      key: 'pilot',
      name: text('Pilot', 'Pilot'),
      mode: 'bridge',
      starts: day(calendar.pilot[0]),
      ends: day(calendar.pilot[1]),
      waves: [wave('pilot', text('Pilot: IT en support', 'Pilot: IT and support'), calendar.pilot, 50)],
    },
    {
      key: 'first-production',
      name: text('Eerste productiefase', 'First production phase'),
      mode: 'bridge',
      starts: day(calendar.wave1[0]),
      ends: day(calendar.wave1[1]),
      waves: [wave('wave-1', text('Golf 1: hoofdkantoor', 'Wave 1: head office'), calendar.wave1, 250)],
    },
    {
      key: 'full-production',
      name: text('Volledige uitrol', 'Full rollout'),
      mode: 'tiered',
      starts: day(calendar.wave2[0]),
      ends: day(calendar.wave3[1]),
      waves: [
        wave('wave-2', text('Golf 2: vestigingen', 'Wave 2: branches'), calendar.wave2, 400),
        wave('wave-3', text('Golf 3: iedereen', 'Wave 3: everyone else'), calendar.wave3, 500),
      ],
    },
  ]
  return {
    phases,
    bridges: [
      {
        key: 'rollout-bridge',
        name: text('Uitrolbridge', 'Rollout bridge'),
        phases: ['pilot', 'first-production'],
        timeZone,
        weekly: [1, 2, 3, 4, 5].map((weekday) => ({ day: weekday, at: '10:00' })),
        lengthMinutes: 30,
        quorum: [
          { tier: 1, people: 1 },
          { tier: 2, people: 1 },
          { tier: 3, people: 1 },
        ],
        meetingLink: null,
        host: 'mdm-team',
        scribe: 'support-specialists',
        exit: text(
          'De bridge stopt als de servicedesk twee weken lang minstens zes van de tien meldingen zelf oplost.',
          'The bridge stops once the help desk has solved at least six of every ten tickets itself for two weeks.',
        ),
        exitWhen: [{ figure: 'solved-at-tier-1', comparison: 'at-least', threshold: 60, days: 14 }],
      },
    ],
    commitments: [
      {
        key: 'plan-review',
        what: text(
          'Support leest het plan mee en geeft commentaar',
          'Support reviews the plan and comments on it',
        ),
        team: 'servicedesk',
        beforePhase: 'pilot',
        due: day(-3),
        evidence: text('Commentaar verwerkt in het plan', 'Comments worked into the plan'),
      },
      {
        key: 'test-enrollment',
        what: text(
          'Support test de inschrijving op elk platform, samen met het MDM-team',
          'Support tests enrollment on every platform, together with the MDM team',
        ),
        team: 'support-specialists',
        beforePhase: 'pilot',
        due: day(-3),
        evidence: text('Testverslag met bevindingen per platform', 'Test report with findings per platform'),
      },
      {
        key: 'own-devices',
        what: text(
          'Alle medewerkers van support gebruiken Intune op hun eigen werktelefoon en laptop',
          'All support staff use Intune on their own work phone and laptop',
        ),
        team: 'servicedesk',
        beforePhase: 'first-production',
        due: day(calendar.wave1[0] - 3),
        evidence: text('Apparaten van support staan in Intune', 'Support’s devices are in Intune'),
      },
      {
        key: 'known-issues',
        what: text(
          'Bevindingen uit de pilot zijn vastgelegd als bekende problemen',
          'Findings from the pilot are recorded as known issues',
        ),
        team: 'mdm-team',
        beforePhase: 'first-production',
        due: day(calendar.wave1[0] - 3),
        evidence: text(
          'Lijst van bekende problemen, gelezen door de servicedesk',
          'List of known issues, read by the help desk',
        ),
      },
      {
        key: 'trained',
        what: text(
          'Iedereen in de eerste en tweede lijn heeft de training gevolgd',
          'Everyone in tiers 1 and 2 has taken the training',
        ),
        team: 'servicedesk',
        beforePhase: 'full-production',
        due: day(calendar.wave2[0] - 3),
        evidence: text('Aanwezigheid en geslaagde toets', 'Attendance and a passed test'),
      },
    ],
    readiness: [
      {
        figure: 'certified-agents',
        tier: 1,
        comparison: 'at-least',
        threshold: 3,
        waves: ['wave-1', 'wave-2', 'wave-3'],
      },
      {
        figure: 'certified-agents',
        tier: 2,
        comparison: 'at-least',
        threshold: 2,
        waves: ['wave-1', 'wave-2', 'wave-3'],
      },
      {
        figure: 'certified-agents',
        tier: 3,
        comparison: 'at-least',
        threshold: 1,
        waves: ['pilot', 'wave-1', 'wave-2', 'wave-3'],
      },
      {
        figure: 'commitments-met',
        tier: null,
        comparison: 'at-least',
        threshold: 100,
        waves: ['pilot', 'wave-1', 'wave-2'],
      },
      {
        figure: 'open-tickets-previous-wave',
        tier: null,
        comparison: 'at-most',
        threshold: 20,
        waves: ['wave-2', 'wave-3'],
      },
      { figure: 'solved-at-tier-1', tier: 1, comparison: 'at-least', threshold: 50, waves: ['wave-2', 'wave-3'] },
      {
        figure: 'target-attainment',
        tier: null,
        comparison: 'at-least',
        threshold: 85,
        waves: ['wave-2', 'wave-3'],
      },
      { figure: 'satisfaction', tier: null, comparison: 'at-least', threshold: 4, waves: ['wave-3'] },
    ],
    resources: starterResources,
  }
}
