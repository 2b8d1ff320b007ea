import type { SupportPlan } from '../document/support-plan.ts'
import type { SupportHours } from '../document/teams.ts'
import { starterInvolvement } from './involvement.ts'
import { starterProcess } from './process.ts'
import { starterChapterTeams } from './teams.ts'
import { text } from './text.ts'
import { starterTraining } from './training.ts'

export type StarterInput = {
  /** The calendar day on which the pilot begins; every other date of the plan follows from it. */
  readonly startDay: string
  /** The person or team that answers for the plan. */
  readonly owner: string
  readonly timeZone?: string
  readonly country?: string | null
  /** Public holidays of that country in the years ahead. */
  readonly publicDays?: SupportHours['holidays']['publicDays']
}

/** The plan as in Microsoft's planning guide: complete, sound and publishable from the first minute. */
export function starterPlan(input: StarterInput): SupportPlan {
  const { startDay, owner, timeZone = 'Europe/Amsterdam', country = 'NL', publicDays = [] } = input
  const plan: SupportPlan = {
    format: 'tierwise-plan-1',
    name: text('Ondersteuningsplan Microsoft Intune', 'Microsoft Intune support plan'),
    languages: ['nl', 'en'],
    service: 'Microsoft Intune',
    owner,
    purpose: text(
      'Iedereen die vastloopt met een telefoon of laptop in Intune is snel weer aan het werk. Wie helpt, weet wat hij moet doen, krijgt een volledige overdracht en leert van elke oplossing.',
      'Anyone whose phone or laptop gets stuck in Intune is back at work quickly. Whoever helps knows what to do, receives a complete handover, and learns from every solution.',
    ),
    improves: [
      {
        figure: 'solved-at-tier-1',
        aim: text(
          'De teams worden steeds beter in de techniek: elke maand lost de servicedesk meer meldingen zelf op.',
          'The teams get ever better at the technology: each month the help desk solves more tickets by itself.',
        ),
      },
      {
        figure: 'hours-to-cause',
        aim: text(
          'Oorzaken worden snel gevonden: de helft binnen één werkdag.',
          'Causes are found fast: half of them within one working day.',
        ),
      },
      {
        figure: 'satisfaction',
        aim: text(
          'Gebruikers zijn tevreden over de hulp: gemiddeld minstens een 4 van de 5.',
          'Users are content with the help they get: at least 4 out of 5 on average.',
        ),
      },
    ],
    teams: starterChapterTeams({ timeZone, country, publicDays }),
    process: starterProcess(),
    training: starterTraining(startDay),
    involvement: starterInvolvement(startDay, timeZone),
  }
  // Its lists are constants here; whoever gets a plan may change it.
  return JSON.parse(JSON.stringify(plan)) as SupportPlan
}
