import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import { inMinutes } from '../content/plan-words.ts'
import type { Question } from './question.ts'
import { question } from './write-question.ts'

const item = 'support-plan'
type Words = readonly [nl: string, en: string]

/** Questions that follow from the organisation's own plan: they change with it. */
export function planQuestions(plan: SupportPlan, tier: number): readonly Question[] {
  return [
    ...contact(plan),
    ...bounceCap(plan),
    ...evidence(plan, tier),
    ...handedDown(plan),
    ...target(plan, tier),
    ...reopening(plan),
    responsible(),
  ]
}

/** The right number among others that look as likely. */
function numbers(right: number, say: (value: number) => Words): { right: Words[]; wrong: Words[] } {
  const others = [right + 1, right + 2, Math.max(1, right - 1), right * 2, right + 5]
  const wrong = [...new Set(others)].filter((value) => value !== right).slice(0, 3)
  return { right: [say(right)], wrong: wrong.map(say) }
}

function contact({ teams, process }: SupportPlan): readonly Question[] {
  const names = teams.tiers.map(({ level, name }) => ({ level, words: [name.nl, name.en] as Words }))
  const right = names.filter(({ level }) => level === process.contactTier).map(({ words }) => words)
  const wrong = names.filter(({ level }) => level !== process.contactTier).map(({ words }) => words)
  if (right.length !== 1 || wrong.length === 0) return []
  return [
    question(
      item,
      'plan-contact',
      [
        'Een hogere laag vond de oplossing. Wie vertelt die aan de aanvrager?',
        'A higher tier found the solution. Who tells the requester?',
      ],
      { right, wrong },
      [
        `In dit plan houdt laag ${process.contactTier} van begin tot eind contact met de aanvrager.`,
        `In this plan tier ${process.contactTier} stays in touch with the requester from beginning to end.`,
      ],
    ),
  ]
}

function bounceCap({ process }: SupportPlan): readonly Question[] {
  return [
    question(
      item,
      'plan-bounce-cap',
      [
        'Na hoeveel keer terugsturen gaat een melding naar de bridge?',
        'After how many returns does a ticket go to the bridge?',
      ],
      numbers(process.bounceCap, (count) => [`${count} keer`, `${count} times`]),
      [
        `Het plan zegt ${process.bounceCap} keer. Dan bespreken alle lagen samen wat er mist.`,
        `The plan says ${process.bounceCap} times. Then all tiers discuss together what is missing.`,
      ],
    ),
  ]
}

/** What always goes along, beside what only a later step asks for. */
function evidence({ process }: SupportPlan, tier: number): readonly Question[] {
  const edge = process.edges.find(({ from }) => from === tier)
  const required = edge?.evidence.filter((one) => one.required) ?? []
  const known = new Set(edge?.evidence.map(({ name }) => name.en))
  const elsewhere = process.edges
    .filter((other) => other !== edge)
    .flatMap((other) => other.evidence)
    .filter(({ name }) => !known.has(name.en))
  const named = (items: readonly EvidenceItem[], most: number): Words[] =>
    [...new Map(items.map(({ name }) => [name.en, [name.nl, name.en] as Words])).values()].slice(0, most)
  const [right, wrong] = [named(required, 2), named(elsewhere, 3)]
  if (!edge || right.length === 0 || wrong.length === 0) return []
  return [
    question(
      item,
      'plan-evidence',
      [
        `Welk bewijs kan het plan verplicht vragen bij een overdracht van laag ${edge.from} naar laag ${edge.to}? Kies alles wat klopt.`,
        `Which evidence may the plan require with a handover from tier ${edge.from} to tier ${edge.to}? Choose all that apply.`,
      ],
      { right, wrong },
      [
        'Het venster van de overdracht laat zien wat deze melding nodig heeft; zonder dat wordt ze teruggestuurd.',
        'The handover dialog shows what this ticket needs; without it, it is sent back.',
      ],
    ),
  ]
}

function handedDown({ process }: SupportPlan): readonly Question[] {
  const isTogether = process.wayDown === 'together'
  const together: Words = ['Naar alle lagen eronder tegelijk.', 'To all tiers below at once.']
  const stepwise: Words = ['Laag voor laag naar beneden.', 'Down tier by tier.']
  return [
    question(
      item,
      'plan-way-down',
      ['Hoe gaat een oplossing in jullie plan terug?', 'How does a solution go back in your plan?'],
      {
        right: [isTogether ? together : stepwise],
        wrong: [
          isTogether ? stepwise : together,
          ['Rechtstreeks naar de aanvrager.', 'Straight to the requester.'],
          ['Alleen naar wie de melding opende.', 'Only to whoever opened the ticket.'],
        ],
      },
      [
        'Elke laag die meedeed neemt kennis, zodat zij het de volgende keer zelf kan.',
        'Every tier that took part takes note, so that it can do it next time.',
      ],
    ),
  ]
}

function target({ teams, process }: SupportPlan, level: number): readonly Question[] {
  const tier = teams.tiers.find((one) => one.level === level)
  if (!tier) return []
  const right = tier.targets[1].acknowledgeMinutes
  const say = (minutes: number): Words => [inMinutes(minutes, 'nl'), inMinutes(minutes, 'en')]
  const others = [tier.targets[3].acknowledgeMinutes, right * 4, right * 2, right + 45]
  const wrong = [...new Set(others)].filter((minutes) => minutes !== right).slice(0, 3)
  const name = process.priorityNames[1]
  return [
    question(
      item,
      'plan-acknowledge',
      [
        `Binnen hoeveel tijd neemt laag ${level} een melding met prioriteit 1 (${name.nl}) aan?`,
        `Within what time does tier ${level} acknowledge a ticket of priority 1 (${name.en})?`,
      ],
      { right: [say(right)], wrong: wrong.map(say) },
      [
        `Het plan geeft ${inMinutes(right, 'nl')}, geteld in ondersteuningstijden.`,
        `The plan gives ${inMinutes(right, 'en')}, counted in support hours.`,
      ],
    ),
  ]
}

function reopening({ process }: SupportPlan): readonly Question[] {
  return [
    question(
      item,
      'plan-quiet-period',
      [
        'De oplossing is verteld en de aanvrager zegt niets meer. Na hoeveel werkdagen van support sluit de melding?',
        'The solution was told and the requester says nothing more. After how many support days does the ticket close?',
      ],
      numbers(process.quietPeriodDays, (count) => [`${count} dagen`, `${count} days`]),
      [
        `Na ${process.quietPeriodDays}; daarna kan ze nog ${process.reopenWindowDays} dagen heropend worden.`,
        `After ${process.quietPeriodDays}; after that it can be reopened for ${process.reopenWindowDays} days.`,
      ],
    ),
  ]
}

function responsible(): Question {
  return question(
    item,
    'plan-responsible',
    [
      'Je droeg een melding over en niemand heeft haar nog aangenomen. Wie is verantwoordelijk?',
      'You handed a ticket over and nobody has accepted it yet. Who is responsible?',
    ],
    {
      right: [['Jij, tot de ander haar aanneemt.', 'You, until the other accepts it.']],
      wrong: [
        ['De hogere laag, vanaf het overdragen.', 'The higher tier, from the handover on.'],
        ['De teamleider.', 'The lead.'],
        ['Niemand: de tijd staat stil.', 'Nobody: the clock stands still.'],
      ],
    },
    ['Zo raakt nooit een melding tussen twee lagen zoek.', 'So no ticket is ever lost between two tiers.'],
  )
}
