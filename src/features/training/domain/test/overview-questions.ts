import { learn } from '../content/write.ts'
import type { Question } from './question.ts'
import { question } from './write-question.ts'

const item = 'overview'

export const overviewQuestions: readonly Question[] = [
  question(
    item,
    'overview-privacy',
    [
      "Iemand vraagt bij een eigen telefoon: 'Kunnen jullie mijn berichten lezen?' Wat is waar?",
      "Somebody asks about their own phone: 'Can you read my messages?' What is true?",
    ],
    {
      right: [
        [
          'Nee: berichten, foto’s, oproepen en bezochte websites zijn nooit te zien.',
          'No: messages, photos, calls and visited websites are never seen.',
        ],
      ],
      wrong: [
        ['Ja, maar alleen een beheerder met toestemming.', 'Yes, but only an administrator with permission.'],
        ['Alleen de titels van berichten, niet de inhoud.', 'Only the titles of messages, not their content.'],
        ['Alleen als het apparaat niet aan de regels voldoet.', 'Only when the device does not comply.'],
      ],
    },
    [
      'De organisatie ziet model, serienummer, versie, beheerde apps en naleving; nooit iemands berichten, foto’s, oproepen, websites of wachtwoorden.',
      'The organisation sees model, serial number, version, managed apps and compliance; never messages, photos, calls, websites or passwords.',
    ],
    learn('intune/intune-service/user-help/what-info-can-your-company-see-when-you-enroll-your-device-in-intune'),
  ),
  question(
    item,
    'overview-retire-or-wipe',
    [
      'Iemand gaat uit dienst en had werkmail op een eigen telefoon. Welke actie past?',
      'Somebody leaves and had work mail on a personal phone. Which action fits?',
    ],
    {
      right: [
        [
          'Buiten gebruik stellen: de werkgegevens gaan weg, wat persoonlijk is blijft.',
          'Retire: the work data goes, what is personal stays.',
        ],
      ],
      wrong: [
        ['Wissen: dan is alles zeker weg.', 'Wipe: then everything is surely gone.'],
        ['Niets: bij uitdienst vervalt alles vanzelf.', 'Nothing: it all ends by itself when somebody leaves.'],
        ['Op afstand vergrendelen.', 'Remote lock.'],
      ],
    },
    [
      'Wissen zet het hele apparaat terug, met de persoonlijke gegevens. Buiten gebruik stellen haalt alleen het werk weg.',
      'Wipe resets the whole device, personal data included. Retire removes the work only.',
    ],
    learn('intune/intune-service/remote-actions/devices-wipe'),
  ),
  question(
    item,
    'overview-who-decides',
    [
      'Een apparaat voldoet niet aan de regels en iemand kan niet bij de mail. Wie hield de toegang tegen?',
      'A device does not comply and somebody cannot reach their mail. What kept them out?',
    ],
    {
      right: [
        [
          'Voorwaardelijke toegang van Entra ID, op grond van wat Intune over het apparaat zegt.',
          'Conditional Access in Entra ID, because of what Intune says of the device.',
        ],
      ],
      wrong: [
        ['Intune zelf, dat de mail afsluit.', 'Intune itself, which closes the mail.'],
        ['De app Bedrijfsportal.', 'The Company Portal app.'],
        ['De mailserver, die het systeem te oud vindt.', 'The mail server, which finds the system too old.'],
      ],
    },
    [
      'Intune beoordeelt het apparaat; Entra ID beslist over de toegang. Daarom kijk je op twee plaatsen.',
      'Intune judges the device; Entra ID decides on access. So there are two places to look.',
    ],
    learn('intune/intune-service/protect/device-compliance-get-started'),
  ),
  question(
    item,
    'overview-mam',
    [
      'Wanneer kunnen werkgegevens in Outlook beschermd zijn zonder dat de telefoon is ingeschreven?',
      'When can work data in Outlook be protected without the phone being enrolled?',
    ],
    {
      right: [['Als er beleid voor app-beveiliging (MAM) is.', 'When there is app protection policy (MAM).']],
      wrong: [
        ['Nooit: inschrijven is altijd nodig.', 'Never: enrolling is always needed.'],
        ['Alleen op een telefoon van de organisatie.', 'Only on a phone that the organisation owns.'],
        ['Alleen met een eigen mailserver.', 'Only with a mail server of your own.'],
      ],
    },
    [
      'App-beveiliging beschermt de werkgegevens in de app zelf; het apparaat hoeft daarvoor niet beheerd te zijn.',
      'App protection guards the work data in the app itself; the device does not have to be managed for it.',
    ],
    learn('intune/intune-service/fundamentals/what-is-intune'),
  ),
  question(
    item,
    'overview-sync',
    [
      'Iemand is net ingeschreven en mist één app. Wat doe je het eerst?',
      'Somebody has just enrolled and misses one app. What do you do first?',
    ],
    {
      right: [
        [
          'Het apparaat laten synchroniseren en kijken of het dan komt.',
          'Have the device sync, and see whether it comes then.',
        ],
      ],
      wrong: [
        ['Het apparaat wissen en opnieuw inschrijven.', 'Wipe the device and enroll it again.'],
        ['De melding meteen overdragen.', 'Hand the ticket over at once.'],
        ['De app met de hand uit de winkel halen.', 'Get the app from the store by hand.'],
      ],
    },
    [
      'Vlak na het inschrijven komt veel nog onderweg aan. Synchroniseren vraagt er meteen om; pas daarna is het een storing.',
      'Right after enrolling much is still on its way. A sync asks for it at once; only after that is it a fault.',
    ],
    learn('intune/intune-service/configuration/device-profile-troubleshoot'),
  ),
  question(
    item,
    'overview-first-question',
    [
      'Welke twee dingen bepalen hoe een apparaat ingeschreven wordt? Kies alles wat klopt.',
      'Which two things decide how a device is enrolled? Choose all that apply.',
    ],
    {
      right: [
        ['Het systeem van het apparaat.', 'The system of the device.'],
        ['Of het van de organisatie of van de persoon zelf is.', 'Whether it is of the organisation or personal.'],
      ],
      wrong: [
        ['Hoe oud het apparaat is.', 'How old the device is.'],
        ['In welk land iemand woont.', 'In which country somebody lives.'],
      ],
    },
    [
      'Per systeem zijn er aparte wegen voor apparaten van de organisatie en voor eigen apparaten.',
      'For each system there are separate ways for devices of the organisation and for personal ones.',
    ],
    learn('intune/intune-service/fundamentals/deployment-guide-enrollment'),
  ),
]
