import type { EvidenceItem } from '../document/process.ts'
import { deviceTrouble, item } from './evidence-item.ts'
import { text } from './text.ts'

/** The additional information that supports the MDM team's investigation. */
export const evidenceToTier3: EvidenceItem[] = [
  item(
    'text',
    'reproduction',
    text('Zo is het na te doen', 'How to reproduce it'),
    text(
      'Stap voor stap, op welk apparaat en met welk account. Lukt het niet: wat is er geprobeerd?',
      'Step by step, on which device and with which account. If it cannot be reproduced: what was tried?',
    ),
    { categories: deviceTrouble },
  ),
  item(
    'text',
    'ruled-out',
    text('Uitgesloten oorzaken', 'Causes ruled out'),
    text('Welke oorzaken zijn het niet, en waaruit blijkt dat?', 'Which causes is it not, and what shows that?'),
  ),
  item(
    'code',
    'error-code',
    text('Foutcode', 'Error code'),
    text(
      'Staat er geen code op het scherm, kijk dan in Apparaten > Monitor > Inschrijvingsfouten.',
      'If the screen shows no code, look under Devices > Monitor > Enrollment failures.',
    ),
    { categories: ['enrollment-blocked', 'app-install'], filledBy: 'enrollment-failure' },
  ),
  item(
    'text',
    'moment-and-account',
    text('Tijdstip en account', 'Time and account'),
    text(
      'Het exacte tijdstip van de laatste poging, met tijdzone, en de gebruikersnaam.',
      'The exact time of the last attempt, with time zone, and the user name.',
    ),
    { categories: deviceTrouble },
  ),
  item(
    'choice',
    'licence-and-groups',
    text('Licentie en groepen', 'Licence and groups'),
    text(
      'In Intune: Probleemoplossing en ondersteuning > Problemen oplossen, en kies de gebruiker.',
      'In Intune: Troubleshooting + support > Troubleshoot, and pick the user.',
    ),
    {
      categories: deviceTrouble,
      options: [
        ['in-order', text('Allebei in orde', 'Both in order')],
        ['licence-missing', text('Licentie ontbreekt', 'Licence missing')],
        ['group-missing', text('Niet in de juiste groep', 'Not in the right group')],
      ],
    },
  ),
  item(
    'choice',
    'enrollment-restrictions',
    text('Inschrijvingsbeperkingen', 'Enrollment restrictions'),
    text(
      'Kijk welke beperking voor deze gebruiker geldt: platform, versie, eigendom en aantal apparaten.',
      'See which restriction applies to this user: platform, version, ownership and number of devices.',
    ),
    {
      categories: ['enrollment-blocked', 'device-limit'],
      options: [
        ['none-blocks', text('Geen beperking houdt dit tegen', 'No restriction blocks this')],
        ['platform', text('Platform of versie geblokkeerd', 'Platform or version blocked')],
        ['ownership', text('Privéapparaten geblokkeerd', 'Personal devices blocked')],
        ['limit', text('Apparaatlimiet bereikt', 'Device limit reached')],
      ],
    },
  ),
  item(
    'text',
    'sign-in-log',
    text('Aanmeldlogboek van Entra', 'Entra sign-in log'),
    text(
      'Correlatie-id, foutcode en welk beleid voor voorwaardelijke toegang de aanmelding blokkeerde.',
      'Correlation ID, failure code, and which Conditional Access policy blocked the sign-in.',
    ),
    { categories: ['company-portal-sign-in', 'access-blocked'] },
  ),
  item(
    'text',
    'policy-state',
    text('Beleid met een fout of conflict', 'Policies in error or conflict'),
    text(
      'Naam van elk beleid of profiel dat niet is toegepast, met de status en de instelling.',
      'Name of each policy or profile that did not apply, with its state and setting.',
    ),
    { categories: ['access-blocked', 'email-profile', 'wifi-vpn-certificate', 'passcode-encryption'] },
  ),
  item(
    'text',
    'app-state',
    text('Installatiestatus van de app', 'Install state of the app'),
    text(
      'Toewijzing (vereist of beschikbaar), groep, status en statusdetails voor dit apparaat.',
      'Assignment (required or available), group, state and state details for this device.',
    ),
    { categories: ['app-install'] },
  ),
  item(
    'text',
    'last-check-in',
    text('Laatste contact met Intune', 'Last check-in with Intune'),
    text(
      'Tijdstip van het laatste contact, en of handmatig synchroniseren lukt.',
      'Time of the last check-in, and whether a manual sync works.',
    ),
    { categories: ['access-blocked', 'app-install', 'email-profile', 'wifi-vpn-certificate', 'wiped-device'] },
  ),
  item(
    'log',
    'windows-diagnostics',
    text('Diagnosebestand van Windows', 'Windows diagnostics'),
    text(
      'Gebruik in Intune de actie Diagnostische gegevens verzamelen, of voer mdmdiagnosticstool uit.',
      'Use the Intune action Collect diagnostics, or run mdmdiagnosticstool.',
    ),
    { categories: deviceTrouble, platforms: ['windows'] },
  ),
  item(
    'log',
    'mobile-logs',
    text('Logboek van Bedrijfsportal', 'Company Portal log'),
    text(
      'Laat de gebruiker in de app logboeken verzenden en noteer de incident-id.',
      'Have the user send logs from the app and write down the incident ID.',
    ),
    {
      categories: ['enrollment-blocked', 'company-portal-sign-in', 'access-blocked'],
      platforms: ['ios', 'android'],
      optional: true,
    },
  ),
  item(
    'log',
    'macos-logs',
    text('Logboeken van de Mac', 'Mac logs'),
    text(
      'Bedrijfsportal > Help > Diagnostisch rapport opslaan.',
      'Company Portal > Help > Save diagnostic report.',
    ),
    { categories: deviceTrouble, platforms: ['macos'] },
  ),
  item(
    'steps-tried',
    'earlier-tickets',
    text('Eerdere meldingen die hierop lijken', 'Earlier tickets like this one'),
    text('Nummers, en wat er toen de oorzaak was.', 'Numbers, and what the cause was then.'),
    { optional: true, filledBy: 'earlier-tickets' },
  ),
]
