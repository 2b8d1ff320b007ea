import type { EvidenceItem } from '../document/process.ts'
import { deviceTrouble, item } from './evidence-item.ts'
import { text } from './text.ts'

/** What the help desk finds out with the requester before the support specialists are asked. */
export const evidenceToTier2: EvidenceItem[] = [
  item(
    'text',
    'error-text',
    text('Melding op het scherm', 'Message on the screen'),
    text(
      'Neem de melding letterlijk over, met de code als die er staat.',
      'Copy the message word for word, with its code if there is one.',
    ),
    { categories: deviceTrouble },
  ),
  item(
    'code',
    'error-code',
    text('Foutcode', 'Error code'),
    text('Bijvoorbeeld 0x80180014 of AADSTS50097.', 'For example 0x80180014 or AADSTS50097.'),
    { categories: deviceTrouble, optional: true, filledBy: 'codes-in-text' },
  ),
  item(
    'screenshot',
    'screenshot',
    text('Schermafbeelding', 'Screenshot'),
    text(
      'Het hele scherm, zodat ook de tijd en de verbinding te zien zijn.',
      'The whole screen, so that the time and the connection can be seen too.',
    ),
    { categories: deviceTrouble, optional: true },
  ),
  item(
    'text',
    'device-identity',
    text('Apparaatnaam of serienummer', 'Device name or serial number'),
    text(
      'iPhone en iPad: Instellingen > Algemeen > Info. Android: Instellingen > Over de telefoon. Windows: Instellingen > Systeem > Info. Mac: Apple-menu > Over deze Mac.',
      'iPhone and iPad: Settings > General > About. Android: Settings > About phone. Windows: Settings > System > About. Mac: Apple menu > About This Mac.',
    ),
    {
      categories: [
        ...deviceTrouble,
        'passcode-encryption',
        'lost-device',
        'wiped-device',
        'replace-return-device',
      ],
      filledBy: 'device-snapshot',
    },
  ),
  item(
    'text',
    'os-version',
    text('Versie van het systeem', 'System version'),
    text(
      'Bijvoorbeeld iOS 26.1, Android 16 of Windows 11 25H2.',
      'For example iOS 26.1, Android 16 or Windows 11 25H2.',
    ),
    { categories: deviceTrouble, filledBy: 'device-snapshot' },
  ),
  item(
    'choice',
    'ownership',
    text('Van wie is het apparaat?', 'Who owns the device?'),
    text('Dit bepaalt op welke manier het apparaat wordt ingeschreven.', 'This decides how the device enrolls.'),
    {
      categories: ['enrollment-blocked', 'device-limit', 'wiped-device'],
      options: [
        ['company', text('Van het werk', 'The organisation')],
        ['personal', text('Van de gebruiker zelf', 'The user')],
      ],
    },
  ),
  item(
    'choice',
    'since-when',
    text('Sinds wanneer?', 'Since when?'),
    text('Wat veranderde er vlak daarvoor?', 'What changed just before?'),
    {
      categories: deviceTrouble,
      options: [
        ['never-worked', text('Het heeft nooit gewerkt', 'It has never worked')],
        ['after-update', text('Na een update', 'After an update')],
        ['after-change', text('Na een nieuw wachtwoord of ander apparaat', 'After a new password or device')],
        ['suddenly', text('Ineens, zonder duidelijke reden', 'Suddenly, for no clear reason')],
      ],
    },
  ),
  item(
    'choice',
    'who-else',
    text('Wie hebben er last van?', 'Who is affected?'),
    text('Vraag het na bij een collega in dezelfde golf.', 'Ask a colleague in the same wave.'),
    {
      categories: deviceTrouble,
      options: [
        ['one', text('Alleen deze gebruiker', 'This user only')],
        ['some', text('Meer gebruikers', 'More users')],
        ['everyone', text('Iedereen in de golf', 'Everyone in the wave')],
      ],
    },
  ),
  item(
    'choice',
    'network',
    text('Verbinding', 'Connection'),
    text('Probeer het ook met een andere verbinding.', 'Try another connection as well.'),
    {
      categories: ['enrollment-blocked', 'company-portal-sign-in', 'wifi-vpn-certificate', 'app-install'],
      options: [
        ['work', text('Wifi of kabel op het werk', 'Wi-Fi or cable at work')],
        ['home', text('Wifi thuis', 'Wi-Fi at home')],
        ['mobile', text('Mobiele data', 'Mobile data')],
        ['every', text('Met elke verbinding hetzelfde', 'The same on every connection')],
      ],
    },
  ),
  item(
    'choice',
    'management-profile',
    text('Staat er al een beheerprofiel op?', 'Is there a management profile already?'),
    text(
      'Instellingen > Algemeen > VPN en apparaatbeheer. Een oud profiel houdt een nieuwe inschrijving tegen.',
      'Settings > General > VPN & Device Management. An old profile blocks a new enrollment.',
    ),
    {
      categories: ['enrollment-blocked'],
      platforms: ['ios', 'macos'],
      options: [
        ['none', text('Nee', 'No')],
        ['ours', text('Ja, van ons', 'Yes, ours')],
        ['foreign', text('Ja, van een andere organisatie', 'Yes, of another organisation')],
      ],
    },
  ),
  item(
    'choice',
    'android-enrollment',
    text('Soort inschrijving', 'Kind of enrollment'),
    text(
      'Een koffertje bij werk-apps betekent een werkprofiel.',
      'A briefcase on work apps means a work profile.',
    ),
    {
      categories: ['enrollment-blocked', 'access-blocked', 'app-install'],
      platforms: ['android'],
      options: [
        ['work-profile', text('Werkprofiel op eigen toestel', 'Work profile on a personal device')],
        [
          'corporate-work-profile',
          text('Werkprofiel op toestel van het werk', 'Work profile on a company device'),
        ],
        ['fully-managed', text('Volledig beheerd', 'Fully managed')],
        ['unknown', text('Nog niet ingeschreven', 'Not enrolled yet')],
      ],
    },
  ),
  item(
    'choice',
    'windows-join',
    text('Hoe is de pc gekoppeld?', 'How is the PC joined?'),
    text(
      'Voer dsregcmd /status uit en kijk bij AzureAdJoined, DomainJoined en WorkplaceJoined.',
      'Run dsregcmd /status and look at AzureAdJoined, DomainJoined and WorkplaceJoined.',
    ),
    {
      categories: ['enrollment-blocked', 'access-blocked', 'company-portal-sign-in'],
      platforms: ['windows'],
      options: [
        ['entra', text('Aan Entra gekoppeld', 'Entra joined')],
        ['hybrid', text('Hybride gekoppeld', 'Hybrid joined')],
        ['registered', text('Alleen geregistreerd', 'Registered only')],
        ['none', text('Niet gekoppeld', 'Not joined')],
      ],
    },
  ),
  item(
    'text',
    'app-name',
    text('Welke app?', 'Which app?'),
    text(
      'De naam zoals die in Bedrijfsportal of de appwinkel staat.',
      'The name as in Company Portal or the app store.',
    ),
    { categories: ['app-install', 'request-app'] },
  ),
  item(
    'choice',
    'mail-app',
    text('Welke mailapp?', 'Which mail app?'),
    text('Sommige organisaties staan alleen Outlook toe.', 'Some organisations allow Outlook only.'),
    {
      categories: ['email-profile'],
      options: [
        ['outlook', text('Outlook', 'Outlook')],
        ['native', text('De mailapp van het toestel', 'The mail app of the device')],
        ['other', text('Een andere app', 'Another app')],
      ],
    },
  ),
  item(
    'text',
    'connection-name',
    text('Naam van het netwerk of de VPN', 'Name of the network or VPN'),
    text('Precies zoals die op het apparaat staat.', 'Exactly as it is shown on the device.'),
    { categories: ['wifi-vpn-certificate'] },
  ),
  item(
    'text',
    'devices-in-use',
    text('Apparaten die nog in gebruik zijn', 'Devices still in use'),
    text(
      'Kijk in Bedrijfsportal onder Apparaten. Welke mogen weg?',
      'Look in Company Portal under Devices. Which ones may go?',
    ),
    { categories: ['device-limit'] },
  ),
  item(
    'text',
    'lock-screen-text',
    text('Wat staat er op het vergrendelscherm?', 'What does the lock screen say?'),
    text(
      'Bij BitLocker: neem de eerste acht tekens van de sleutel-id over. Noteer nooit een pincode of wachtwoord.',
      'For BitLocker: copy the first eight characters of the key ID. Never write down a passcode or password.',
    ),
    { categories: ['passcode-encryption'] },
  ),
  item(
    'text',
    'last-seen',
    text('Waar en wanneer voor het laatst gebruikt?', 'Where and when was it last used?'),
    text('Zo precies als je weet, met dag en tijd.', 'As exactly as you know, with day and time.'),
    { categories: ['lost-device', 'wiped-device'] },
  ),
  item(
    'choice',
    'caller-verified',
    text('Is nagegaan wie er belt?', 'Was the caller verified?'),
    text(
      'Verplicht voordat een apparaat wordt vergrendeld of gewist, of een sleutel wordt gegeven.',
      'Needed before a device is locked or wiped, or a key is given.',
    ),
    {
      categories: ['lost-device', 'passcode-encryption', 'wiped-device'],
      options: [
        ['called-back', text('Ja, teruggebeld op een bekend nummer', 'Yes, called back on a known number')],
        ['manager', text('Ja, via de leidinggevende', 'Yes, through the manager')],
        ['in-person', text('Ja, in persoon', 'Yes, in person')],
      ],
    },
  ),
  item(
    'choice',
    'wanted-action',
    text('Wat moet er met het apparaat gebeuren?', 'What should happen to the device?'),
    text('Wissen kan niet ongedaan worden gemaakt.', 'A wipe cannot be undone.'),
    {
      categories: ['lost-device'],
      options: [
        ['lock', text('Op afstand vergrendelen', 'Lock it remotely')],
        ['retire', text('Alleen werkgegevens verwijderen', 'Remove work data only')],
        ['wipe', text('Helemaal wissen', 'Wipe it completely')],
      ],
    },
  ),
  item(
    'text',
    'needed-for',
    text('Waar is het voor nodig?', 'What is it needed for?'),
    text('Voor welk werk, voor wie en vanaf wanneer?', 'For what work, for whom, and from when?'),
    { categories: ['request-device', 'request-app'] },
  ),
  item(
    'device-snapshot',
    'device-snapshot',
    text('Apparaatgegevens uit Intune', 'Device details from Intune'),
    text(
      'Toestand op dit moment: inschrijving, compliance, laatste contact.',
      'State right now: enrollment, compliance, last check-in.',
    ),
    { categories: [...deviceTrouble, 'device-limit'], optional: true, filledBy: 'device-snapshot' },
  ),
  item(
    'steps-tried',
    'steps-tried',
    text('Wat is al geprobeerd?', 'What has been tried?'),
    text(
      'Elke stap met wat er gebeurde, ook wat de gebruiker zelf probeerde.',
      'Each step with what happened, including what the user tried.',
    ),
  ),
]
