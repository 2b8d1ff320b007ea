import { describe, expect, test } from 'vitest'
import type { Phase, Wave } from '../../document/involvement.ts'
import type { EvidenceItem } from '../../document/process.ts'
import type { SupportPlan } from '../../document/support-plan.ts'
import type { Course } from '../../document/training.ts'
import { type Edit, edited, sentences } from './testing/say-changes.ts'

/** The entry of the starter plan that an edit is about. */
function one<T>(list: readonly T[], index = 0): T {
  const found = list[index]
  if (found === undefined) throw new Error(`The starter plan has no entry ${index}`)
  return found
}
const office = (p: SupportPlan) => one(p.teams.supportHours)
const tier = (p: SupportPlan, level: number) => one(p.teams.tiers, level - 1)
const item = (p: SupportPlan): EvidenceItem => one(one(p.process.edges).evidence)
const course = (p: SupportPlan): Course => one(p.training.courses)
const phase = (p: SupportPlan): Phase => one(p.involvement.phases, 2)
const wave = (p: SupportPlan): Wave => one(phase(p).waves)
const bridge = (p: SupportPlan) => one(p.involvement.bridges)

type Case = readonly [string, Edit, string]

const hours: Case[] = [
  [
    'Tiers 1, 2 and 3 now also support Saturday 09:00–13:00',
    (p) => office(p).weekly.push({ day: 6, from: '09:00', to: '13:00' }),
    'De lagen 1, 2 en 3 bieden nu ook ondersteuning op zaterdag 09:00–13:00',
  ],
  [
    'Tiers 1, 2 and 3 no longer support Friday 08:00–17:30',
    (p) => office(p).weekly.pop(),
    'De lagen 1, 2 en 3 bieden geen ondersteuning meer op vrijdag 08:00–17:30',
  ],
  [
    'Tiers 1, 2 and 3 now also support Monday to Friday 17:30–18:00',
    (p) => office(p).weekly.forEach((opening) => (opening.to = '18:00')),
    'De lagen 1, 2 en 3 bieden nu ook ondersteuning op maandag t/m vrijdag 17:30–18:00',
  ],
  [
    'On-call duty of tier 3 no longer covers Sunday 07:00–22:00',
    (p) => one(p.teams.supportHours, 1).weekly.pop(),
    'De piketdienst van laag 3 geldt niet meer op zondag 07:00–22:00',
  ],
  [
    'The hours ‘Office hours’ are written otherwise, but open at the same times',
    (p) =>
      office(p).weekly.splice(
        0,
        1,
        { day: 1, from: '08:00', to: '12:00' },
        { day: 1, from: '12:00', to: '17:30' },
      ),
    'De tijden ‘Kantoortijden’ zijn anders opgeschreven, maar zijn even lang open',
  ],
  [
    'The hours ‘Office hours’: closed on 24 December 2026 (Christmas Eve)',
    (p) => office(p).holidays.closed.push({ date: '2026-12-24', name: { nl: 'Kerstavond', en: 'Christmas Eve' } }),
    'De tijden ‘Kantoortijden’: dicht op 24 december 2026 (Kerstavond)',
  ],
  [
    'The hours ‘Office hours’ now follow the public holidays of Belgium',
    (p) => (office(p).holidays.country = 'BE'),
    'De tijden ‘Kantoortijden’ volgen nu de feestdagen van België',
  ],
]

const teams: Case[] = [
  [
    'Number of agents of tier 2: 3 → 4',
    (p) => (tier(p, 2).capacity.agents = 4),
    'Aantal behandelaars van laag 2: 3 → 4',
  ],
  [
    'Target for taking up priority 1 in tier 1: 15 minutes → 10 minutes',
    (p) => (tier(p, 1).targets[1].acknowledgeMinutes = 10),
    'Streeftijd om prioriteit 1 in laag 1 op te pakken: 15 minuten → 10 minuten',
  ],
  [
    'Target for investigating priority 2 in tier 2: 4 hours → 1 hour 30 minutes',
    (p) => (tier(p, 2).targets[2].workMinutes = 90),
    'Streeftijd om prioriteit 2 in laag 2 te onderzoeken: 4 uur → 1 uur 30 minuten',
  ],
  [
    'Tier 2 is now staffed by MDM team instead of Support specialists',
    (p) => (tier(p, 2).team = 'mdm-team'),
    'Laag 2 wordt nu bemand door MDM-team in plaats van Supportspecialisten',
  ],
  [
    'Tier 2 may now talk to requesters',
    (p) => (tier(p, 2).talksToRequesters = true),
    'Laag 2 mag nu met aanvragers praten',
  ],
  [
    'Tier 2 now has on-call duty within ‘On call’: Outages',
    (p) => (tier(p, 2).onCall = { hours: 'on-call', note: { nl: 'Storingen', en: 'Outages' } }),
    'Laag 2 heeft nu piketdienst binnen ‘Piketdienst’: Storingen',
  ],
  ['Tier 3 no longer has on-call duty', (p) => (tier(p, 3).onCall = null), 'Laag 3 heeft geen piketdienst meer'],
  [
    'Tier 1 is now also responsible for this: Answers the phone',
    (p) => tier(p, 1).responsibilities.push({ nl: 'Neemt de telefoon op', en: 'Answers the phone' }),
    'Laag 1 is nu ook hiervoor verantwoordelijk: Neemt de telefoon op',
  ],
  [
    'Name of tier 2 in English: ‘Support specialists’ → ‘Experts’',
    (p) => (tier(p, 2).name.en = 'Experts'),
    'Naam van laag 2 in het Engels: ‘Support specialists’ → ‘Experts’',
  ],
  [
    'Support specialists may now open cases with the vendor',
    (p) => p.teams.vendor?.openers.push('support-specialists'),
    'Cases bij de leverancier mogen nu ook worden geopend door Supportspecialisten',
  ],
  [
    'There is no vendor above your own tiers any more (it was ‘Microsoft Support’)',
    (p) => (p.teams.vendor = null),
    'Er staat geen leverancier meer boven de eigen lagen (dat was ‘Microsoft Support’)',
  ],
]

const process: Case[] = [
  [
    'Tier 2 is now the contact for requesters instead of tier 1',
    (p) => (p.process.contactTier = 2),
    'Laag 2 is nu het aanspreekpunt voor aanvragers in plaats van laag 1',
  ],
  [
    'Impact low with urgency high now gives priority 2 ‘High’ instead of 3 ‘Normal’',
    (p) => (p.process.priorityMatrix.low.high = 2),
    'Impact laag met urgentie hoog geeft nu prioriteit 2 ‘Hoog’ in plaats van 3 ‘Normaal’',
  ],
  [
    'Target for resolving priority 1: 9 hours 30 minutes → 8 hours',
    (p) => (p.process.targets[1].resolveMinutes = 480),
    'Streeftijd om prioriteit 1 op te lossen: 9 uur 30 minuten → 8 uur',
  ],
  [
    'Removed: category ‘No access: device does not comply’',
    (p) => p.process.categories.splice(2, 1),
    'Vervallen: categorie ‘Geen toegang: apparaat voldoet niet’',
  ],
  [
    'Platforms of category ‘Enrollment is blocked’: all → iPhone and iPad, Android',
    (p) => (one(p.process.categories).platforms = ['ios', 'android']),
    'Platforms van categorie ‘Inschrijven lukt niet’: alle → iPhone en iPad, Android',
  ],
  [
    'Evidence ‘Serial number’ is now required from tier 1 to tier 2 for iPhone and iPad',
    (p) =>
      one(p.process.edges).evidence.push({
        ...structuredClone(item(p)),
        key: 'serial-number',
        name: { nl: 'Serienummer', en: 'Serial number' },
        appliesTo: { categories: [], platforms: ['ios'] },
      }),
    'Bewijs ‘Serienummer’ is nu verplicht van laag 1 naar laag 2 voor iPhone en iPad',
  ],
  [
    'Evidence ‘Message on the screen’ is no longer required from tier 1 to tier 2',
    (p) => (item(p).required = false),
    'Bewijs ‘Melding op het scherm’ is niet langer verplicht van laag 1 naar laag 2',
  ],
  [
    'New fast lane: priority 2 goes from tier 1 straight to tier 3',
    (p) => p.process.fastLanes.push({ priority: 2, from: 1, to: 3 }),
    'Nieuwe snelle route: prioriteit 2 gaat van laag 1 meteen naar laag 3',
  ],
  [
    'A ticket now goes to the bridge after 2 returns instead of 3',
    (p) => (p.process.bounceCap = 2),
    'Een melding komt nu na 2 keer terugsturen op de bridge in plaats van na 3 keer',
  ],
  [
    'Way down of a solution: All tiers at once → Tier by tier',
    (p) => (p.process.wayDown = 'step-by-step'),
    'Weg omlaag van een oplossing: Alle lagen tegelijk → Laag voor laag',
  ],
  [
    'While waiting for the vendor, the clock of the ticket now stands still',
    (p) => (p.process.pauses.vendor.overall = true),
    'Tijdens het wachten op de leverancier staat de klok van de melding nu stil',
  ],
  [
    'Notice no longer sent: Waiting is over → assignee (In Tierwise)',
    (p) => p.process.notices.pop(),
    'Bericht vervalt: Wachttijd voorbij → behandelaar (In Tierwise)',
  ],
  [
    'There is no limit any more to how long tickets, mail and attachments are kept',
    (p) => (p.process.retention = null),
    'Er is geen grens meer aan hoe lang meldingen, e-mail en bijlagen bewaard blijven',
  ],
  [
    'Quiet days before closing: 5 support days → 3 support days',
    (p) => (p.process.quietPeriodDays = 3),
    'Stille dagen voor het sluiten: 5 ondersteuningsdagen → 3 ondersteuningsdagen',
  ],
]

const training: Case[] = [
  [
    'Length of ‘Questions’ in course ‘Intune for the help desk’: 15 minutes → 45 minutes',
    (p) => (one(course(p).agenda, 4).minutes = 45),
    'Duur van ‘Vragen’ in training ‘Intune voor de servicedesk’: 15 minuten → 45 minuten',
  ],
  [
    '‘Questions’ in course ‘Intune for the help desk’ now comes first in the list',
    (p) => course(p).agenda.unshift(...course(p).agenda.splice(4)),
    '‘Vragen’ in training ‘Intune voor de servicedesk’ staat nu bovenaan in de lijst',
  ],
  [
    'Course ‘Intune for the help desk’ is now valid for 6 months instead of 12 months',
    (p) => (course(p).validMonths = 6),
    'Training ‘Intune voor de servicedesk’ is nu 6 maanden geldig in plaats van 12 maanden',
  ],
  [
    'Train the trainer, step gone: Leads → Members with course ‘Intune for support specialists’',
    (p) => p.training.lineage.steps.pop(),
    'Train de trainer, vervallen stap: Teamleiders → Teamleden met training ‘Intune voor supportspecialisten’',
  ],
  [
    'People may now train others without being certified',
    (p) => (p.training.lineage.trainerNeedsCertification = false),
    'Anderen opleiden mag nu ook zonder zelf bevoegd te zijn',
  ],
]

const involvement: Case[] = [
  [
    '‘Wave 2: branches’ takes place 14 days later (18 January 2027 to 7 February 2027)',
    (p) => Object.assign(wave(p), { starts: '2027-01-18', ends: '2027-02-07' }),
    '‘Golf 2: vestigingen’ is 14 dagen later (18 januari 2027 tot en met 7 februari 2027)',
  ],
  [
    '‘Wave 2: branches’ starts 1 day earlier (3 January 2027 instead of 4 January 2027)',
    (p) => (wave(p).starts = '2027-01-03'),
    '‘Golf 2: vestigingen’ begint 1 dag eerder (3 januari 2027 in plaats van 4 januari 2027)',
  ],
  [
    '‘Wave 2: branches’ now belongs to phase ‘First production phase’',
    (p) => one(p.involvement.phases, 1).waves.push(...phase(p).waves.splice(0, 1)),
    '‘Golf 2: vestigingen’ hoort nu bij fase ‘Eerste productiefase’',
  ],
  [
    'Expected users of ‘Wave 2: branches’: 400 → 600',
    (p) => (wave(p).expectedUsers = 600),
    'Verwachte gebruikers van ‘Golf 2: vestigingen’: 400 → 600',
  ],
  [
    'Way of working of ‘Full rollout’: tier after tier → bridge with all tiers',
    (p) => (phase(p).mode = 'bridge'),
    'Werkwijze van ‘Volledige uitrol’: laag na laag → bridge met alle lagen',
  ],
  [
    'Meetings of bridge ‘Rollout bridge’: no longer Friday 10:00',
    (p) => bridge(p).weekly.pop(),
    'Overleggen van bridge ‘Uitrolbridge’: niet langer vrijdag 10:00',
  ],
  [
    'Bridge ‘Rollout bridge’ no longer needs tier 3',
    (p) => bridge(p).quorum.pop(),
    'Bridge ‘Uitrolbridge’ vraagt niemand meer uit laag 3',
  ],
  [
    'Host of bridge ‘Rollout bridge’: MDM team → Whoever begins it',
    (p) => (bridge(p).host = null),
    'Voorzitter van bridge ‘Uitrolbridge’: MDM-team → Wie begint',
  ],
  [
    '‘Solved at tier 1 (%)’ for the end of bridge ‘Rollout bridge’: at least 60 over 14 days → at least 70 over 7 days',
    (p) => Object.assign(one(bridge(p).exitWhen), { threshold: 70, days: 7 }),
    '‘Opgelost in de eerste lijn (%)’ voor het einde van bridge ‘Uitrolbridge’: minstens 60 over 14 dagen → minstens 70 over 7 dagen',
  ],
  [
    'Bridge ‘Rollout bridge’ may now stop only with ‘Hours to the cause’ at most 8 over 14 days',
    (p) => bridge(p).exitWhen.push({ figure: 'hours-to-cause', comparison: 'at-most', threshold: 8, days: 14 }),
    'Bridge ‘Uitrolbridge’ kan nu pas stoppen bij ‘Uren tot de oorzaak’ hoogstens 8 over 14 dagen',
  ],
  [
    'Ready for the wave? ‘Solved at tier 1 (%)’ of tier 1: at least 50 → at least 60',
    (p) => (one(p.involvement.readiness, 5).threshold = 60),
    'Klaar voor de golf? ‘Opgelost in de eerste lijn (%)’ van laag 1: minstens 50 → minstens 60',
  ],
  [
    'Address of resource ‘Intune planning guide’: https://learn.microsoft.com/intune/intune-service/fundamentals/intune-planning-guide → https://guide.test/',
    (p) => (one(p.involvement.resources).url = 'https://guide.test/'),
    'Adres van bron ‘Planningshandleiding voor Intune’: https://learn.microsoft.com/intune/intune-service/fundamentals/intune-planning-guide → https://guide.test/',
  ],
]

const general: Case[] = [
  [
    'Owner of the plan: Rollout team → Anna',
    (p) => (p.owner = 'Anna'),
    'Eigenaar van het plan: Rollout team → Anna',
  ],
  [
    'English is now the first language of the plan',
    (p) => p.languages.reverse(),
    'Engels is nu de eerste taal van het plan',
  ],
  [
    'People are no longer helped in English',
    (p) => p.languages.pop(),
    'Mensen worden niet langer in het Engels geholpen',
  ],
]

describe('one change is one sentence', () => {
  test.each([...general, ...hours, ...teams, ...process, ...training, ...involvement])('%s', (en, edit, nl) => {
    const after = edited(edit)
    expect(sentences('en', after)).toEqual([en])
    expect(sentences('nl', after)).toEqual([nl])
  })
})

describe('an entry stays itself', () => {
  test('when its tier gets another number', () => {
    const after = edited((p) => {
      p.teams.tiers.shift()
      for (const one of p.teams.tiers) one.level -= 1
    })
    expect(sentences('en', after)).toEqual([
      'Removed: tier 1 ‘Help desk’ with 4 agents of Help desk',
      '‘Support specialists’ is now tier 1 instead of tier 2',
      '‘MDM team’ is now tier 2 instead of tier 3',
    ])
  })

  test('when only its short name changes', () => {
    expect(
      sentences(
        'en',
        edited((p) => (one(p.involvement.resources).key = 'guide')),
      ),
    ).toEqual(['Short name of resource ‘Intune planning guide’: ‘planning-guide’ → ‘guide’'])
  })

  test('when it gets another name and another place', () => {
    const after = edited((p) => {
      p.training.courses.push(...p.training.courses.splice(0, 1))
      one(p.training.courses, 2).name = { nl: 'Basis', en: 'Basics' }
    })
    expect(sentences('en', after)).toEqual([
      'Name of course ‘Basics’: ‘Intune for the help desk’ → ‘Basics’',
      'Course ‘Basics’ now comes after course ‘Intune support for the MDM team’ in the list',
    ])
  })
})

test('what a category takes with it is told once', () => {
  const after = edited((p) => {
    const [category] = p.process.categories.splice(0, 1)
    for (const { appliesTo } of p.process.edges.flatMap((edge) => edge.evidence))
      if (appliesTo.categories.length > 1)
        appliesTo.categories = appliesTo.categories.filter((key) => key !== category?.key)
  })
  expect(sentences('en', after)).toEqual(['Removed: category ‘Enrollment is blocked’'])
})

test('long texts are shown where they begin to differ', () => {
  const [sentence = ''] = sentences(
    'en',
    edited((p) => (p.purpose.en = p.purpose.en.replace('complete', 'whole'))),
  )
  expect(sentence).toContain('receives a whole handover')
  expect(sentence).toContain('→ ‘…Whoever helps')
})

test('a tier that follows other hours is told with what that opens and closes', () => {
  const saturday = { day: 6, from: '09:00', to: '13:00' }
  const after = edited((p) => {
    const weekly = [...office(p).weekly.slice(0, 4), saturday]
    p.teams.supportHours.push({ ...office(p), key: 'weekend', name: { nl: 'Weekend', en: 'Weekend' }, weekly })
    tier(p, 2).supportHours = 'weekend'
  })
  expect(sentences('en', after).slice(1)).toEqual([
    'Tier 2 now follows the hours ‘Weekend’ instead of ‘Office hours’',
    'Tier 2 now also supports Saturday 09:00–13:00',
    'Tier 2 no longer supports Friday 08:00–17:30',
  ])
})

test('nothing is told of opening where the hours are those of another time zone, or the same', () => {
  for (const timeZone of [office(edited(() => {})).timeZone, 'Asia/Tokyo']) {
    const after = edited((p) => {
      const weekly = timeZone === 'Asia/Tokyo' ? one(p.teams.supportHours, 1).weekly : office(p).weekly
      p.teams.supportHours.push({ ...office(p), key: 'east', name: { nl: 'Oost', en: 'East' }, timeZone, weekly })
      tier(p, 2).supportHours = 'east'
    })
    expect(sentences('en', after).slice(1)).toEqual([
      'Tier 2 now follows the hours ‘East’ instead of ‘Office hours’',
    ])
  }
})
