import { Temporal } from 'temporal-polyfill'
import type { Course, Training } from '../document/training.ts'
import type { Text } from '../document/text.ts'
import { text } from './text.ts'

/** Two and a half hours, theory and practice, in the guide's five items. */
function agenda(problems: Text, tools: readonly string[]): Course['agenda'] {
  return [
    {
      key: 'support-plan',
      name: text('Het ondersteuningsplan doornemen', 'Go through the support plan'),
      minutes: 25,
      form: 'theory',
      material: ['planning-guide'],
    },
    {
      key: 'overview',
      name: text('Overzicht van Microsoft Intune', 'Overview of Microsoft Intune'),
      minutes: 30,
      form: 'theory',
      material: ['what-is-intune', 'enrollment-guide'],
    },
    {
      key: 'common-problems',
      name: problems,
      minutes: 60,
      form: 'practice',
      material: ['enrollment-troubleshooting'],
    },
    {
      key: 'tools-and-resources',
      name: text('Hulpmiddelen en bronnen: documentatie en forum', 'Tools and resources: documentation and forum'),
      minutes: 20,
      form: 'practice',
      material: [...tools],
    },
    { key: 'questions', name: text('Vragen', 'Questions'), minutes: 15, form: 'questions', material: [] },
  ]
}

/** Days before (negative) the pilot begins. The MDM team goes first: it trains the leads, who train their teams. */
const weekTwoBefore = [-14, -10] as const
const weekBefore = [-7, -3] as const

export function starterTraining(startDay: string): Training {
  const start = Temporal.PlainDate.from(startDay)
  const planned = ([first, last]: readonly [number, number]): Course['planned'] => ({
    starts: start.add({ days: first }).toString(),
    ends: start.add({ days: last }).toString(),
    beforePhase: 'pilot',
  })
  return {
    courses: [
      {
        key: 'tier-1',
        name: text('Intune voor de servicedesk', 'Intune for the help desk'),
        tier: 1,
        audience: 'everyone',
        agenda: agenda(
          text(
            'Veelvoorkomende problemen oplossen: zelf een telefoon en een laptop inschrijven, en vijf meldingen naspelen',
            'Solving common problems: enroll a phone and a laptop yourself, and play out five tickets',
          ),
          ['help-desk-operators', 'community'],
        ),
        passPercent: 80,
        practiceTickets: 3,
        validMonths: 12,
        planned: planned(weekBefore),
      },
      {
        key: 'tier-2',
        name: text('Intune voor supportspecialisten', 'Intune for support specialists'),
        tier: 2,
        audience: 'everyone',
        agenda: agenda(
          text(
            'Veelvoorkomende problemen oplossen: logboeken lezen, beleid en toegang nagaan, een volledige overdracht maken',
            'Solving common problems: read logs, check policies and access, make a complete handover',
          ),
          ['policy-troubleshooting', 'access-troubleshooting', 'community'],
        ),
        passPercent: 80,
        practiceTickets: 3,
        validMonths: 12,
        planned: planned(weekBefore),
      },
      {
        key: 'tier-3',
        name: text('Intune-support voor het MDM-team', 'Intune support for the MDM team'),
        tier: 3,
        audience: 'everyone',
        agenda: agenda(
          text(
            'Veelvoorkomende problemen oplossen: oorzaken vinden, de oplossing in gewone taal teruggeven, een case bij Microsoft openen',
            'Solving common problems: find causes, hand the solution down in plain words, open a case with Microsoft',
          ),
          ['get-support', 'service-health', 'community'],
        ),
        passPercent: 80,
        practiceTickets: 2,
        validMonths: 12,
        planned: planned(weekTwoBefore),
      },
    ],
    lineage: {
      root: 'mdm-team',
      steps: [
        { from: 'root', to: 'lead', course: 'tier-1' },
        { from: 'root', to: 'lead', course: 'tier-2' },
        { from: 'root', to: 'member', course: 'tier-3' },
        { from: 'lead', to: 'member', course: 'tier-1' },
        { from: 'lead', to: 'member', course: 'tier-2' },
      ],
      trainerNeedsCertification: true,
      retrainOn: ['process', 'evidence', 'categories', 'tools'],
      retrainWithinDays: 30,
    },
  }
}
