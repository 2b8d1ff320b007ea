import type { EvidenceItem } from '../document/process.ts'
import { item } from './evidence-item.ts'
import { text } from './text.ts'

/** What Microsoft Support asks for before it starts looking. */
export const evidenceToVendor: EvidenceItem[] = [
  item(
    'text',
    'summary-for-vendor',
    text('Samenvatting in het Engels', 'Summary in English'),
    text(
      'Wat werd er verwacht, wat gebeurde er, voor wie en sinds wanneer?',
      'What was expected, what happened, for whom and since when?',
    ),
  ),
  item(
    'text',
    'tenant-id',
    text('Tenant-id', 'Tenant ID'),
    text('Intune: Tenantbeheer > Tenantstatus.', 'Intune: Tenant administration > Tenant status.'),
  ),
  item(
    'choice',
    'business-impact',
    text('Gevolgen voor het werk', 'Business impact'),
    text('Dit bepaalt de ernst van de case.', 'This decides the severity of the case.'),
    {
      options: [
        ['stopped', text('Werk ligt stil voor veel mensen', 'Work has stopped for many people')],
        ['hampered', text('Werk gaat moeizaam', 'Work is hampered')],
        ['minor', text('Weinig hinder of er is een omweg', 'Little trouble, or there is a way around')],
      ],
    },
  ),
  item(
    'text',
    'affected-devices',
    text('Voorbeelden van apparaten', 'Example devices'),
    text(
      'Van twee of drie apparaten: Intune-apparaat-id, serienummer, gebruiker, laatste contact (UTC).',
      'Of two or three devices: Intune device ID, serial number, user, last check-in (UTC).',
    ),
  ),
  item(
    'text',
    'timeline',
    text('Tijdlijn in UTC', 'Timeline in UTC'),
    text(
      'Wanneer het begon, elke poging, en elke wijziging in Intune of Entra in de dagen ervoor.',
      'When it began, each attempt, and each change in Intune or Entra in the days before.',
    ),
  ),
  item(
    'text',
    'correlation-ids',
    text('Correlatie- en activiteit-id’s', 'Correlation and activity IDs'),
    text(
      'Uit het aanmeldlogboek, de foutmelding of de netwerktrace, met tijdstip.',
      'From the sign-in log, the error or the network trace, with their time.',
    ),
    { optional: true },
  ),
  item(
    'log',
    'logs-for-vendor',
    text('Logboeken', 'Logs'),
    text(
      'Van hetzelfde moment als de voorbeelden. Haal gegevens weg die Microsoft niet hoeft te zien.',
      'Of the same moment as the examples. Remove what Microsoft does not need to see.',
    ),
  ),
  item(
    'text',
    'contact-and-hours',
    text('Contactpersoon en bereikbaarheid', 'Contact and hours'),
    text('Naam, telefoonnummer, tijden en tijdzone.', 'Name, phone number, hours and time zone.'),
  ),
  item(
    'choice',
    'permission-to-share',
    text('Mag Microsoft deze gegevens zien?', 'May Microsoft see this data?'),
    text('Vraag het na als er persoonsgegevens in staan.', 'Ask first if it holds personal data.'),
    {
      options: [
        ['yes', text('Ja', 'Yes')],
        ['redacted', text('Ja, onleesbaar gemaakt waar nodig', 'Yes, redacted where needed')],
      ],
    },
  ),
]
