import { learn } from '../content/write.ts'
import type { Question } from './question.ts'
import { question } from './write-question.ts'

const tools = 'tools-and-resources'
const questions = 'questions'

export const toolQuestions: readonly Question[] = [
  question(
    tools,
    'tools-first-look',
    [
      'Waar in het beheercentrum zie je van één persoon groepen, apparaten, beleid en inschrijffouten bij elkaar?',
      'Where in the admin center do you see the groups, devices, policies and enrollment failures of one person together?',
    ],
    {
      right: [['Onder Probleemoplossing en ondersteuning.', 'Under Troubleshooting + support.']],
      wrong: [
        ['Onder Tenantstatus.', 'Under Tenant status.'],
        ['Onder Rollen.', 'Under Roles.'],
        ['Onder Rapporten over kosten.', 'Under Reports on costs.'],
      ],
    },
    [
      'Daar begin je: alles over één persoon op één plaats.',
      'That is where you begin: everything about one person in one place.',
    ],
    learn('intune/intune-service/fundamentals/help-desk-operators'),
  ),
  question(
    tools,
    'tools-order',
    ['In welke volgorde zoek je naar een foutcode?', 'In which order do you search for an error code?'],
    {
      right: [
        [
          'Bekende problemen, eerdere meldingen, documentatie, forum.',
          'Known issues, earlier tickets, documentation, forum.',
        ],
      ],
      wrong: [
        [
          'Forum, documentatie, eerdere meldingen, bekende problemen.',
          'Forum, documentation, earlier tickets, known issues.',
        ],
        ['Meteen Microsoft vragen.', 'Ask Microsoft at once.'],
        ['Alleen het forum: daar staat het meeste.', 'The forum alone: it has most.'],
      ],
    },
    [
      'Elke stap kost meer tijd dan de vorige, en wat dichtbij staat is al beproefd in jullie eigen inrichting.',
      'Each step takes more time than the one before, and what is near was proven in your own set-up.',
    ],
  ),
  question(
    tools,
    'tools-forum',
    [
      'Wat deel je nooit op een forum? Kies alles wat klopt.',
      'What do you never share on a forum? Choose all that apply.',
    ],
    {
      right: [
        ['Namen en adressen van gebruikers.', 'Names and addresses of users.'],
        ['Serienummers en tenantgegevens.', 'Serial numbers and tenant details.'],
      ],
      wrong: [
        ['De letterlijke foutmelding.', 'The exact error message.'],
        ['De versie van het systeem.', 'The version of the system.'],
      ],
    },
    [
      'Met de melding en de versie kan iemand je helpen; met namen en nummers kan iemand je aanvallen.',
      'With the message and the version somebody can help you; with names and numbers somebody can attack you.',
    ],
  ),
  question(
    questions,
    'questions-unknown',
    [
      'Een gebruiker vraagt iets wat je niet zeker weet. Wat is het beste antwoord?',
      'A user asks something you are not sure of. What is the best answer?',
    ],
    {
      right: [
        [
          '"Dat zoek ik uit; je hoort het vandaag van mij." En dat ook doen.',
          '"I find that out; you hear from me today." And do so.',
        ],
      ],
      wrong: [
        ['Zeggen wat je denkt, dan is de vraag weg.', 'Say what you think, so that the question is gone.'],
        ['Naar de website van Microsoft verwijzen.', "Refer to Microsoft's website."],
        ['Zeggen dat het beleid is.', 'Say that it is policy.'],
      ],
    },
    [
      'Een verkeerd antwoord over iemands eigen telefoon kost het vertrouwen in de hele uitrol.',
      "A wrong answer about somebody's own phone costs the trust in the whole rollout.",
    ],
  ),
  question(
    questions,
    'questions-new-phone',
    [
      'Iemand krijgt een nieuwe telefoon. Wat zeg je over de oude?',
      'Somebody gets a new phone. What do you say about the old one?',
    ],
    {
      right: [
        [
          'Haal hem in Bedrijfsportal weg zodra de nieuwe is ingeschreven.',
          'Remove it in Company Portal once the new one is enrolled.',
        ],
      ],
      wrong: [
        ['Gooi hem weg: hij verdwijnt vanzelf.', 'Throw it away: it disappears by itself.'],
        ['Laat hem staan, voor de zekerheid.', 'Leave it, to be sure.'],
        ['Wis hem voordat je de nieuwe inschrijft.', 'Wipe it before you enroll the new one.'],
      ],
    },
    [
      'Een apparaat dat blijft staan, telt mee voor de limiet en houdt werkgegevens vast.',
      'A device that stays counts towards the limit and keeps work data.',
    ],
    learn('intune/intune-service/enrollment/create-device-limit-restrictions'),
  ),
]
