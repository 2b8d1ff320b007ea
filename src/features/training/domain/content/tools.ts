import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { ContentPage } from './page.ts'
import { learn, page, text, words } from './write.ts'

const adminCenter = page(
  text('Het beheercentrum in vijf klikken', 'The admin center in five clicks'),
  6,
  words(
    `1. Probleemoplossing en ondersteuning: zoek de persoon. Je ziet groepen, apparaten, beleid, apps en inschrijffouten bij elkaar.
    2. Apparaten > het apparaat > Overzicht: wanneer was het laatste contact, en voldoet het?
    3. Op dat apparaat: Naleving en Configuratie, met de status per profiel.
    4. Apparaten > Inschrijving > Monitor: fouten bij het inschrijven, met de reden.
    5. Tenantbeheer > Tenantstatus: is er iets aan de hand bij Microsoft, en leven de koppelingen?

    De ingebouwde rol Helpdeskmedewerker is hiervoor genoeg. Wie alleen kijkt, hoeft niets te kunnen wijzigen.`,
    `1. Troubleshooting + support: find the person. You see groups, devices, policies, apps and enrollment failures together.
    2. Devices > the device > Overview: when was the last contact, and does it comply?
    3. On that device: Compliance and Configuration, with the status of each profile.
    4. Devices > Enrollment > Monitor: failures of enrolling, with the reason.
    5. Tenant administration > Tenant status: is something the matter at Microsoft, and are the connectors alive?

    The built-in role Help Desk Operator is enough for this. Who only looks does not need to change anything.`,
  ),
  words(
    'Doe de vijf klikken voor, met een testpersoon. Daarna zoekt iedereen zichzelf op.',
    'Show the five clicks, with a test person. Then everybody looks themselves up.',
  ),
  [learn('intune/intune-service/fundamentals/help-desk-operators')],
)

const searching = page(
  text('Zoeken als een specialist', 'Searching like a specialist'),
  6,
  words(
    `Zoek in deze volgorde; elke stap kost meer tijd dan de vorige.

    1. De code of de melding in de bekende problemen van Tierwise.
    2. Eerdere meldingen met dezelfde code: wie loste het op, en hoe?
    3. De documentatie van Microsoft. Zoek op de letterlijke melding, en kijk of de pagina over jouw systeem gaat.
    4. Het forum. Kijk naar de datum, naar wie antwoordt, en of de vrager bevestigde dat het werkte.

    Volg nooit een stap van een forum op iemands apparaat zonder die eerst op een testapparaat te doen. Deel op een forum nooit namen, serienummers of tenantgegevens.`,
    `Search in this order; each step takes more time than the one before.

    1. The code or message in Tierwise's known issues.
    2. Earlier tickets with the same code: who solved it, and how?
    3. Microsoft's documentation. Search for the message word for word, and see whether the page is about your system.
    4. The forum. Look at the date, at who answers, and whether the asker confirmed that it worked.

    Never follow a step from a forum on somebody's device without trying it on a test device first. Never share names, serial numbers or tenant details on a forum.`,
  ),
  words(
    'Geef één code. Wie vindt het eerst een betrouwbaar antwoord, en waarom is het betrouwbaar?',
    'Give one code. Who finds a trustworthy answer first, and why is it trustworthy?',
  ),
  ['https://techcommunity.microsoft.com/category/microsoftintune'],
)

/** The tools and resources of this tier: those that the plan lists, and how one uses them. */
export function toolsPages(plan: SupportPlan, tier: number): readonly ContentPage[] {
  const own = plan.involvement.resources.filter(({ tiers }) => tiers.length === 0 || tiers.includes(tier))
  const lines = (language: 'nl' | 'en') => own.map(({ name, url }) => `- ${name[language]}: ${url}`).join('\n')
  const listed = page(
    text('De bronnen van jullie plan', 'The resources of your plan'),
    4,
    words(
      own.length > 0
        ? `Deze bronnen staan in jullie ondersteuningsplan voor deze laag. Zet ze in je favorieten.\n\n${lines('nl')}`
        : 'In jullie ondersteuningsplan staan voor deze laag nog geen bronnen. Noem er samen drie en geef ze aan de eigenaar van het plan.',
      own.length > 0
        ? `These resources stand in your support plan for this tier. Put them in your favourites.\n\n${lines('en')}`
        : 'Your support plan has no resources for this tier yet. Name three together and give them to the owner of the plan.',
    ),
    words(
      'Open elke bron één keer, zodat iedereen weet hoe die eruitziet.',
      'Open every resource once, so that everybody knows what it looks like.',
    ),
  )
  return [adminCenter, listed, searching]
}
