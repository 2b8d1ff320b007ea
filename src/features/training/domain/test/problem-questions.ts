import { learn } from '../content/write.ts'
import type { Question } from './question.ts'
import { question } from './write-question.ts'

const item = 'common-problems'

/** What each tier has to be able to do with a problem. */
export const problemQuestions: Readonly<Record<1 | 2 | 3, readonly Question[]>> = {
  1: [
    question(
      item,
      'problems-exact-words',
      [
        'Iemand belt: "Het werkt niet." Wat vraag je als eerste?',
        'Somebody calls: "It does not work." What do you ask first?',
      ],
      {
        right: [
          [
            'Waar het stopt en wat er letterlijk op het scherm staat.',
            'Where it stops, and what the screen says word for word.',
          ],
        ],
        wrong: [
          ['Of het apparaat al opnieuw is gestart.', 'Whether the device was restarted yet.'],
          ['Of een collega het ook heeft.', 'Whether a colleague has it too.'],
          ['Of het apparaat gewist mag worden.', 'Whether the device may be wiped.'],
        ],
      },
      [
        'Het laatste scherm dat lukte en de letterlijke melding leiden meestal rechtstreeks naar een bekend probleem.',
        'The last screen that worked and the exact message mostly lead straight to a known issue.',
      ],
      learn('troubleshoot/mem/intune/device-enrollment/troubleshoot-device-enrollment-in-intune'),
    ),
    question(
      item,
      'problems-device-limit',
      [
        'Bij het inschrijven staat dat het maximale aantal apparaten is bereikt. Wat helpt meestal?',
        'Enrolling says that the device limit has been reached. What mostly helps?',
      ],
      {
        right: [
          [
            'Apparaten die deze persoon niet meer gebruikt, laten weghalen.',
            'Having devices removed that this person no longer uses.',
          ],
        ],
        wrong: [
          ['Een nieuw wachtwoord kiezen.', 'Choosing a new password.'],
          ['Bedrijfsportal opnieuw installeren.', 'Installing Company Portal again.'],
          ['Een dag wachten.', 'Waiting for a day.'],
        ],
      },
      [
        'Oude apparaten tellen mee tot ze worden weggehaald. Past dat niet, dan is het aan de derde lijn om de limiet te bekijken.',
        'Old devices count until they are removed. If that does not do, it is for tier 3 to look at the limit.',
      ],
      learn('troubleshoot/mem/intune/device-enrollment/troubleshoot-device-enrollment-in-intune'),
    ),
    question(
      item,
      'problems-license',
      [
        'Alles lijkt goed, maar bij één nieuwe collega lukt inschrijven op geen enkel apparaat. Wat controleer je?',
        'All seems right, but one new colleague cannot enroll any device. What do you check?',
      ],
      {
        right: [
          ['Of deze persoon een licentie voor Intune heeft.', 'Whether this person has a license for Intune.'],
        ],
        wrong: [
          ['Of het netwerk op kantoor vol is.', 'Whether the network at the office is full.'],
          ['Of de apparaten van hetzelfde merk zijn.', 'Whether the devices are of the same make.'],
          ['Of de mailbox vol is.', 'Whether the mailbox is full.'],
        ],
      },
      [
        'Een probleem dat bij één persoon op alle apparaten voorkomt, zit bij de persoon: licentie, groep of account.',
        'A problem that one person has on all devices is with the person: license, group or account.',
      ],
      learn('troubleshoot/mem/intune/device-enrollment/troubleshoot-device-enrollment-in-intune'),
    ),
    question(
      item,
      'problems-when-to-hand-over',
      [
        'Je hebt de controles gedaan en de oorzaak is er niet. Wat doe je?',
        'You did the checks, and the cause is not among them. What do you do?',
      ],
      {
        right: [
          [
            'Overdragen met het bewijs, en bij de melding betrokken blijven.',
            'Hand over with the evidence, and stay with the ticket.',
          ],
        ],
        wrong: [
          ['Zelf doorzoeken tot het lukt.', 'Search on until it works.'],
          ['De melding sluiten met een verwijzing naar het forum.', 'Close the ticket and refer to the forum.'],
          ['De aanvrager het nummer van de tweede lijn geven.', 'Give the requester the number of tier 2.'],
        ],
      },
      [
        'Op tijd en volledig overdragen helpt de aanvrager het meest. De oplossing komt bij je terug, zodat je haar zelf vertelt.',
        'Handing over in time and completely helps the requester most. The solution comes back to you, so that you tell it yourself.',
      ],
    ),
  ],
  2: [
    question(
      item,
      'problems-dsregcmd',
      [
        'Welke opdracht laat op Windows zien of een laptop goed aan Entra ID is gekoppeld en een geldig token heeft?',
        'Which command shows on Windows whether a laptop is joined to Entra ID well and has a valid token?',
      ],
      {
        right: [['dsregcmd /status', 'dsregcmd /status']],
        wrong: [
          ['ipconfig /all', 'ipconfig /all'],
          ['gpupdate /force', 'gpupdate /force'],
          ['sfc /scannow', 'sfc /scannow'],
        ],
      },
      [
        'Let op AzureAdJoined en AzureAdPrt: zonder token lukt ook het inschrijven niet.',
        'Look at AzureAdJoined and AzureAdPrt: without a token, enrolling fails too.',
      ],
      learn('entra/identity/devices/troubleshoot-device-dsregcmd'),
    ),
    question(
      item,
      'problems-one-change',
      ['Waarom verander je één ding tegelijk?', 'Why do you change one thing at a time?'],
      {
        right: [
          [
            'Anders weet niemand wat het probleem oploste, en is er geen oorzaak.',
            'Otherwise nobody knows what solved it, and there is no cause.',
          ],
        ],
        wrong: [
          ['Omdat Intune maar één wijziging per dag verwerkt.', 'Because Intune handles one change a day.'],
          ['Omdat de klok anders stilstaat.', 'Because the clock stands still otherwise.'],
          ['Omdat de aanvrager anders uitlogt.', 'Because the requester is signed out otherwise.'],
        ],
      },
      [
        'Wat je uitsloot, hoort bij de overdracht. Twee dingen tegelijk sluiten niets uit.',
        'What you ruled out belongs in the handover. Two things at once rule nothing out.',
      ],
    ),
    question(
      item,
      'problems-conflict',
      [
        'Een instelling heeft de status "conflict". Wat betekent dat?',
        'A setting has the status "conflict". What does that mean?',
      ],
      {
        right: [
          [
            'Twee profielen zetten dezelfde instelling op een andere waarde.',
            'Two profiles set the same setting to different values.',
          ],
        ],
        wrong: [
          ['Het apparaat is te oud.', 'The device is too old.'],
          ['De gebruiker heeft de instelling geweigerd.', 'The user refused the setting.'],
          ['Er is geen verbinding met Intune.', 'There is no connection to Intune.'],
        ],
      },
      [
        'Zoek beide profielen op het apparaat op en bepaal welk van de twee er hoort te gelden.',
        'Find both profiles on the device, and decide which of the two should hold.',
      ],
      learn('intune/intune-service/configuration/device-profile-troubleshoot'),
    ),
    question(
      item,
      'problems-send-back',
      [
        'In de overdracht staat "fout bij inschrijven", zonder melding of tijdstip. Wat doe je?',
        'The handover says "error when enrolling", without message or time. What do you do?',
      ],
      {
        right: [['Terugsturen en precies noemen wat er mist.', 'Send it back, and name exactly what is missing.']],
        wrong: [
          [
            'Zelf de aanvrager bellen, ook als het plan dat niet vraagt.',
            'Call the requester yourself, though the plan does not ask it.',
          ],
          ['Aannemen en later zien.', 'Accept it and see later.'],
          ['Doorsturen naar de derde lijn.', 'Pass it on to tier 3.'],
        ],
      },
      [
        'Terugsturen met wat er mist kost één keer tijd; zoeken zonder bewijs kost iedereen tijd.',
        'Sending back what is missing costs time once; searching without evidence costs everybody time.',
      ],
    ),
  ],
  3: [
    question(
      item,
      'problems-apns',
      [
        'Vanmorgen kan geen enkele iPhone meer inschrijven of inchecken. Waar kijk je het eerst?',
        'Since this morning no iPhone can enroll or check in. Where do you look first?',
      ],
      {
        right: [
          [
            'Of het Apple MDM-pushcertificaat nog geldig is.',
            'Whether the Apple MDM push certificate is still valid.',
          ],
        ],
        wrong: [
          ['Naar de licenties van de gebruikers.', 'At the licenses of the users.'],
          ['Naar het wachtwoordbeleid.', 'At the password policy.'],
          ['Naar de mailserver.', 'At the mail server.'],
        ],
      },
      [
        'Wat een heel systeem tegelijk raakt, is zelden een gebruiker. Het pushcertificaat is een jaar geldig en wordt met dezelfde Apple-account vernieuwd.',
        'What hits a whole system at once is hardly ever a user. The push certificate is valid for a year and is renewed with the same Apple account.',
      ],
      learn('intune/intune-service/enrollment/apple-mdm-push-certificate-get'),
    ),
    question(
      item,
      'problems-proof',
      ['Wanneer is een oorzaak gevonden?', 'When has a cause been found?'],
      {
        right: [
          [
            'Als je kunt zeggen waarom hier, waarom nu en waarom niet bij anderen.',
            'When you can say why here, why now, and why not with others.',
          ],
        ],
        wrong: [
          ['Als het probleem weg is.', 'When the problem is gone.'],
          ['Als iemand op het forum hetzelfde had.', 'When somebody on the forum had the same.'],
          ['Als de aanvrager tevreden is.', 'When the requester is content.'],
        ],
      },
      [
        'Een probleem dat vanzelf verdween, komt terug. Zonder oorzaak kan niemand het de volgende keer zelf oplossen.',
        'What went away by itself comes back. Without a cause nobody can solve it next time.',
      ],
    ),
    question(
      item,
      'problems-microsoft-case',
      [
        'Wat hoort in een case bij Microsoft? Kies alles wat klopt.',
        'What belongs in a case with Microsoft? Choose all that apply.',
      ],
      {
        right: [
          ['Tijdstippen met de tijdzone.', 'Moments with their time zone.'],
          ['De exacte foutcodes en wat je al probeerde.', 'The exact error codes, and what you tried.'],
        ],
        wrong: [
          ['De hoogste ernst, dan gaat het sneller.', 'The highest severity, so that it goes faster.'],
          ['Het wachtwoord van een getroffen gebruiker.', 'The password of an affected user.'],
        ],
      },
      [
        'Wat Microsoft kan opzoeken, is op tijd en op code. Een te hoge ernst kost vertrouwen; een wachtwoord deel je nooit.',
        'What Microsoft can look up goes by time and code. Too high a severity costs trust; a password is never shared.',
      ],
      learn('mem/get-support'),
    ),
    question(
      item,
      'problems-words-for-requester',
      ['Welke zin is goed voor de aanvrager?', 'Which sentence is right for the requester?'],
      {
        right: [
          [
            'We haalden twee oude telefoons van je account. Schrijf je nieuwe telefoon nu opnieuw in.',
            'We removed two old phones from your account. Enroll your new phone again now.',
          ],
        ],
        wrong: [
          [
            'De device cap van het enrollment profile was exceeded.',
            'The device cap of the enrollment profile was exceeded.',
          ],
          ['Het is opgelost.', 'It is solved.'],
          ['Je had oude apparaten niet weggehaald.', 'You had not removed old devices.'],
        ],
      },
      [
        'Zeg wat er was, wat je deed en wat iemand nu doet, zonder vaktaal en zonder verwijt.',
        'Say what it was, what you did and what they do now, without jargon and without blame.',
      ],
    ),
  ],
}
