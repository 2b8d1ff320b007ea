import type { SupportHours, Teams, Tier } from '../document/teams.ts'
import type { Text } from '../document/text.ts'
import { text } from './text.ts'

/** The teams that the starter plan's tiers are made of; an organisation that begins with that plan has these teams. */
export const starterTeams: readonly { readonly key: string; readonly name: Text }[] = [
  { key: 'servicedesk', name: text('Servicedesk', 'Help desk') },
  { key: 'support-specialists', name: text('Supportspecialisten', 'Support specialists') },
  { key: 'mdm-team', name: text('MDM-team', 'MDM team') },
]

type Place = {
  readonly timeZone: string
  readonly country: string | null
  readonly publicDays: SupportHours['holidays']['publicDays']
}

export function starterChapterTeams(place: Place): Teams {
  return {
    supportHours: [officeHours(place), onCallHours(place)],
    tiers: [helpDesk, specialists, mdmTeam],
    vendor: {
      level: 4,
      name: text('Microsoft Support', 'Microsoft Support'),
      supplier: 'Microsoft',
      contractKind: 'included',
      contract: text(
        'Ondersteuning die bij het Intune-abonnement hoort. Je opent een case in het Intune-beheercentrum onder Hulp en ondersteuning.',
        'Support that comes with the Intune subscription. Open a case in the Intune admin center under Help and support.',
      ),
      severities: [
        {
          key: 'a',
          name: text('A: kritiek, het werk ligt stil', 'A: critical, work has stopped'),
          responseMinutes: 60,
        },
        {
          key: 'b',
          name: text('B: ernstig, het werk gaat moeizaam', 'B: serious, work is hampered'),
          responseMinutes: 240,
        },
        {
          key: 'c',
          name: text('C: gering, het werk gaat door', 'C: minor, work goes on'),
          responseMinutes: 480,
        },
      ],
      languages: ['en', 'nl'],
      openers: ['mdm-team'],
    },
  }
}

function officeHours({ timeZone, country, publicDays }: Place): SupportHours {
  return {
    key: 'office-hours',
    name: text('Kantoortijden', 'Office hours'),
    timeZone,
    weekly: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '17:30' })),
    holidays: { country, publicDays: [...publicDays], closed: [], open: [] },
  }
}

function onCallHours({ timeZone }: Place): SupportHours {
  return {
    key: 'on-call',
    name: text('Piketdienst', 'On call'),
    timeZone,
    weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '07:00', to: '22:00' })),
    holidays: { country: null, publicDays: [], closed: [], open: [] },
  }
}

function targets(acknowledge: Row, work: Row, takeNote: Row): Tier['targets'] {
  const of = (index: 0 | 1 | 2 | 3) => ({
    acknowledgeMinutes: acknowledge[index],
    workMinutes: work[index],
    takeNoteMinutes: takeNote[index],
  })
  return { 1: of(0), 2: of(1), 3: of(2), 4: of(3) }
}
type Row = readonly [number, number, number, number]

const helpDesk: Tier = {
  level: 1,
  name: text('Servicedesk', 'Help desk'),
  team: 'servicedesk',
  responsibilities: [
    text(
      'Eerste aanspreekpunt: neemt de melding aan en houdt contact met de aanvrager tot het probleem is opgelost.',
      'First contact: takes the ticket in and stays in touch with the requester until the problem is solved.',
    ),
    text(
      'Controleert de bekende problemen en voert de eerste controles uit.',
      'Checks the known issues and does the first checks.',
    ),
    text(
      'Verzamelt het bewijs dat de tweede lijn nodig heeft en draagt volledig over.',
      'Gathers the evidence that tier 2 needs and hands over completely.',
    ),
    text(
      'Vertelt de aanvrager de oplossing en helpt die toe te passen.',
      'Tells the requester the solution and helps apply it.',
    ),
  ],
  talksToRequesters: true,
  supportHours: 'office-hours',
  onCall: null,
  capacity: { agents: 4, ticketsPerAgent: 15 },
  targets: targets([15, 30, 60, 120], [60, 120, 240, 480], [60, 120, 240, 480]),
}

const specialists: Tier = {
  level: 2,
  name: text('Supportspecialisten', 'Support specialists'),
  team: 'support-specialists',
  responsibilities: [
    text(
      'Onderzoekt wat de servicedesk niet kan oplossen: inschrijving, compliance, apps, profielen en certificaten.',
      'Investigates what the help desk cannot solve: enrollment, compliance, apps, profiles and certificates.',
    ),
    text(
      'Doet het probleem na en sluit mogelijke oorzaken uit voordat het naar de derde lijn gaat.',
      'Reproduces the problem and rules causes out before it goes to tier 3.',
    ),
    text(
      'Neemt kennis van oplossingen uit de derde lijn en houdt de bekende problemen bij.',
      'Takes note of solutions from tier 3 and keeps the known issues up to date.',
    ),
  ],
  talksToRequesters: false,
  supportHours: 'office-hours',
  onCall: null,
  capacity: { agents: 3, ticketsPerAgent: 8 },
  targets: targets([15, 30, 60, 240], [90, 240, 480, 960], [120, 240, 480, 960]),
}

const mdmTeam: Tier = {
  level: 3,
  name: text('MDM-team', 'MDM team'),
  team: 'mdm-team',
  responsibilities: [
    text(
      'Verantwoordelijk voor de inrichting van Intune en de uitrol.',
      'Responsible for the configuration of Intune and for the rollout.',
    ),
    text(
      'Vindt de oorzaak en geeft de oplossing terug aan de tweede en eerste lijn.',
      'Finds the root cause and gives the solution back to tier 2 and tier 1.',
    ),
    text(
      'Opent een case bij Microsoft als de oorzaak buiten de eigen omgeving ligt.',
      'Opens a case with Microsoft when the cause lies outside the organisation.',
    ),
    text('Leidt de teamleiders van support op.', 'Trains the leads of the support team.'),
  ],
  talksToRequesters: false,
  supportHours: 'office-hours',
  onCall: {
    hours: 'on-call',
    note: text(
      'Alleen voor prioriteit 1: kwijtgeraakte apparaten en storingen die veel mensen raken.',
      'For priority 1 only: lost devices and outages that affect many people.',
    ),
  },
  capacity: { agents: 2, ticketsPerAgent: 5 },
  targets: targets([15, 60, 240, 480], [240, 480, 960, 1920], [240, 480, 960, 1920]),
}
