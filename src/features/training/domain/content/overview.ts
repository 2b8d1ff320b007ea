import type { ContentPage } from './page.ts'
import { learn, page, text, words } from './write.ts'

/** What everybody who supports Intune knows about it. */
export const overviewPages: readonly ContentPage[] = [
  page(
    text('Wat Intune doet', 'What Intune does'),
    4,
    words(
      `Microsoft Intune beheert vanuit de cloud de apparaten en apps waarmee mensen bij het werk kunnen. Het werkt samen met Microsoft Entra ID, dat weet wie iemand is.

      - Apparaten beheren (MDM): het apparaat wordt ingeschreven; daarna komen instellingen, certificaten en apps vanzelf, en weet de organisatie of het aan de regels voldoet.
      - Apps beheren (MAM): alleen de werkgegevens in apps zoals Outlook en Teams worden beschermd. Daarvoor hoeft een eigen telefoon niet ingeschreven te zijn.
      - Toegang: voorwaardelijke toegang van Entra ID laat alleen binnen wie aan de voorwaarden voldoet, bijvoorbeeld met een apparaat dat aan de regels voldoet.`,
      `Microsoft Intune manages, from the cloud, the devices and apps with which people reach their work. It works together with Microsoft Entra ID, which knows who somebody is.

      - Managing devices (MDM): the device is enrolled; from then on settings, certificates and apps arrive by themselves, and the organisation knows whether it complies.
      - Managing apps (MAM): only the work data in apps such as Outlook and Teams is protected. A personal phone does not have to be enrolled for that.
      - Access: Conditional Access in Entra ID lets in only who meets the conditions, for example with a device that complies.`,
    ),
    words(
      'Vraag wie er zelf een ingeschreven telefoon of laptop heeft. Laat op één daarvan zien wat er na het inschrijven is bijgekomen.',
      'Ask who has an enrolled phone or laptop. Show on one of them what came with enrolling.',
    ),
    [learn('intune/intune-service/fundamentals/what-is-intune')],
  ),
  page(
    text('Hoe apparaten erin komen', 'How devices get in'),
    6,
    words(
      `Welke weg een apparaat neemt, hangt af van het systeem en van wie het is. Vraag dat dus altijd als eerste.

      | Systeem | Eigen apparaat | Van de organisatie |
      | iPhone, iPad | Bedrijfsportal of inschrijven met een werkaccount | Automatische inschrijving via Apple Business Manager |
      | Android | Werkprofiel, met de app Bedrijfsportal | Volledig beheerd, werkprofiel op apparaat van de organisatie, of vast apparaat; begint met een QR-code, token of zero-touch |
      | Windows | Werk- of schoolaccount toevoegen | Windows Autopilot, of lid maken van Entra ID met automatische inschrijving |
      | Mac | Bedrijfsportal | Automatische inschrijving via Apple Business Manager |
      | Linux | De app Microsoft Intune met Microsoft Edge | Hetzelfde |`,
      `Which way a device takes depends on its system and on whose it is. So that is always the first question.

      | System | Personal device | Owned by the organisation |
      | iPhone, iPad | Company Portal, or enrolling with a work account | Automated Device Enrollment through Apple Business Manager |
      | Android | Work profile, with the Company Portal app | Fully managed, corporate-owned work profile, or dedicated; begins with a QR code, token or zero-touch |
      | Windows | Adding a work or school account | Windows Autopilot, or joining Entra ID with automatic enrollment |
      | Mac | Company Portal | Automated Device Enrollment through Apple Business Manager |
      | Linux | The Microsoft Intune app with Microsoft Edge | The same |`,
    ),
    words(
      'Loop alleen de rijen door die in jullie uitrol voorkomen; het plan zegt welke systemen een golf verwacht.',
      'Go through the rows that your rollout has; the plan says which systems a wave expects.',
    ),
    [
      learn('intune/intune-service/fundamentals/deployment-guide-enrollment'),
      learn('intune/intune-service/user-help/enroll-device-linux'),
    ],
  ),
  page(
    text('Na het inschrijven: inchecken en wachten', 'After enrolling: checking in and waiting'),
    5,
    words(
      `Beleid en apps komen aan als het apparaat incheckt. Dat gebeurt op vier momenten:

      - Vlak na het inschrijven: enkele uren lang heel vaak, omdat alles nog moet komen.
      - Na een wijziging: Intune geeft het apparaat een seintje; meestal is het binnen een uur verwerkt, als het aan staat en verbinding heeft.
      - Op verzoek: in Bedrijfsportal met "Synchroniseren" of "Status controleren", in Windows via Instellingen > Accounts > Toegang tot werk of school > Info, of door de beheerder.
      - Voor onderhoud: ook zonder wijziging ongeveer elke 8 uur.

      "Het is er nog niet" is dus pas een storing als een apparaat dat verbinding heeft na een synchronisatie niets krijgt.`,
      `Policies and apps arrive when the device checks in. That happens at four moments:

      - Right after enrolling: very often for some hours, because everything still has to come.
      - After a change: Intune notifies the device; mostly it is done within an hour, if the device is on and connected.
      - When asked: in Company Portal with "Sync" or "Check status", in Windows through Settings > Accounts > Access work or school > Info, or by the administrator.
      - For maintenance: also without a change, about every 8 hours.

      So "it is not there yet" is a fault only when a connected device gets nothing after a sync.`,
    ),
    words(
      'Veel meldingen van de eerste dag zijn wachttijd. In de melding is dat "wachten tot": de klok staat dan stil en de melding komt vanzelf terug.',
      'Many tickets of the first day are waiting time. In the ticket that is "wait until": the clock stands still and the ticket comes back by itself.',
    ),
    [
      learn('intune/intune-service/configuration/device-profile-troubleshoot'),
      'https://techcommunity.microsoft.com/blog/intunecustomersuccess/speed-where-it-matters-how-microsoft-intune-helps-it-prioritize-time-sensitive-a/4515942',
    ],
  ),
  page(
    text('Voldoen aan de regels, en toegang', 'Compliance, and access'),
    5,
    words(
      `Twee dingen worden vaak door elkaar gehaald:

      - Intune beoordeelt of een apparaat aan de regels voldoet: toegangscode, versleuteling, versie van het systeem, geen jailbreak.
      - Entra ID beslist met voorwaardelijke toegang of iemand erin mag, en kan daarbij eisen dat het apparaat aan de regels voldoet.

      Wie "je kunt hier niet bij" ziet, heeft dus drie mogelijke oorzaken: het apparaat is niet ingeschreven, het voldoet niet, of Entra ID weet het nog niet. Kijk in die volgorde. Na het herstellen is opnieuw inchecken nodig.`,
      `Two things are often mixed up:

      - Intune judges whether a device complies: passcode, encryption, version of the system, no jailbreak.
      - Entra ID decides with Conditional Access whether somebody gets in, and can require a device that complies for it.

      So whoever sees "you can't get there from here" has one of three causes: the device is not enrolled, it does not comply, or Entra ID does not know yet. Look in that order. After mending, the device has to check in again.`,
    ),
    words(
      'Teken de drie vragen als beslisboom op het bord en laat iemand hem met een eigen voorbeeld aflopen.',
      'Draw the three questions as a decision tree and let somebody follow it with an example of their own.',
    ),
    [
      learn('intune/intune-service/protect/device-compliance-get-started'),
      learn('troubleshoot/mem/intune/device-protection/troubleshoot-conditional-access'),
    ],
  ),
  page(
    text('Wat de organisatie ziet, en wat niet', 'What the organisation sees, and what it does not'),
    4,
    words(
      `Mensen vragen dit bij hun eigen telefoon altijd. Het antwoord is vast:

      | Nooit te zien | Wel te zien |
      | oproepen en bezochte websites | model, serienummer, systeem en versie |
      | e-mail, berichten, contacten, agenda | naam van het apparaat en eigenaar |
      | foto's en bestanden | apps die de organisatie beheert |
      | wachtwoorden | of het apparaat aan de regels voldoet |`,
      `People always ask this about their own phone. The answer is fixed:

      | Never seen | Seen |
      | calls and visited websites | model, serial number, system and version |
      | e-mail, messages, contacts, calendar | name and owner of the device |
      | photos and files | apps that the organisation manages |
      | passwords | whether the device complies |`,
    ),
    words(
      'Oefen het hardop: "Kunnen jullie mijn foto’s zien?" Eén zin is genoeg, zonder "eigenlijk" en "in principe".',
      'Practise it aloud: "Can you see my photos?" One sentence is enough, without "actually" and "in principle".',
    ),
    [
      learn(
        'intune/intune-service/user-help/what-info-can-your-company-see-when-you-enroll-your-device-in-intune',
      ),
    ],
  ),
  page(
    text('Op afstand ingrijpen', 'Acting from afar'),
    4,
    words(
      `Deze acties zijn niet terug te draaien, of raken iemands gegevens. Controleer eerst wie je voor je hebt.

      - Buiten gebruik stellen (retire): haalt werkgegevens, werkapps en instellingen weg en laat persoonlijke gegevens staan.
      - Wissen (wipe): zet het apparaat terug naar de fabrieksinstellingen. Alles is weg, ook wat persoonlijk is.
      - Verwijderen (delete): haalt het apparaat uit de lijst; bij het volgende contact wordt het buiten gebruik gesteld of gewist, per systeem verschillend.
      - Synchroniseren, op afstand vergrendelen en toegangscode opnieuw instellen: per systeem verschillend; het beheercentrum toont wat dit apparaat kan.`,
      `These actions cannot be taken back, or touch somebody's data. Check first whom you are talking to.

      - Retire: removes work data, work apps and settings, and leaves personal data alone.
      - Wipe: resets the device to its factory settings. Everything is gone, what is personal too.
      - Delete: takes the device off the list; at its next contact it is retired or wiped, depending on its system.
      - Sync, remote lock and passcode reset: differ by system; the admin center shows what this device can do.`,
    ),
    words(
      'Spreek af wie in jullie organisatie mag wissen. Bij een kwijtgeraakt apparaat telt elke minuut; bij een eigen telefoon is wissen bijna nooit goed.',
      'Agree who may wipe in your organisation. With a lost device every minute counts; on a personal phone wiping is hardly ever right.',
    ),
    [learn('intune/intune-service/remote-actions/devices-wipe')],
  ),
]

/** For those who look into what tier 1 could not find. */
export const overviewForTier2: ContentPage = page(
  text('Hoe een apparaat zijn beleid krijgt', 'How a device gets its policies'),
  5,
  words(
    `Beleid wordt toegewezen aan groepen van gebruikers of apparaten, met insluiten, uitsluiten en filters. Als iets niet aankomt, zoek dan in deze volgorde:

    1. Zit deze persoon of dit apparaat echt in de groep, en niet in een uitgesloten groep of buiten een filter?
    2. Heeft het apparaat daarna nog ingecheckt?
    3. Wat zegt de status van het profiel op dit apparaat: geslaagd, fout, conflict of niet van toepassing?
    4. Conflict: twee profielen zetten dezelfde instelling anders. Bij nalevingsbeleid wint het strengste; bij configuratie zie je een conflict dat je zelf moet oplossen.`,
    `Policies are assigned to groups of users or devices, with include, exclude and filters. When something does not arrive, look in this order:

    1. Is this person or device really in the group, and not in an excluded group or outside a filter?
    2. Has the device checked in since?
    3. What does the status of the profile on this device say: succeeded, error, conflict, or not applicable?
    4. Conflict: two profiles set the same setting differently. Of compliance policies the strictest wins; of configuration you see a conflict that you have to solve.`,
  ),
  words(
    'Laat in het beheercentrum van één apparaat de configuratie en de naleving zien, en zoek samen één conflict of "niet van toepassing".',
    'Show the configuration and compliance of one device in the admin center, and find one conflict or "not applicable" together.',
  ),
  [learn('intune/intune-service/configuration/device-profile-troubleshoot')],
)

/** For the team that is responsible for the deployment. */
export const overviewForTier3: ContentPage = page(
  text('Wat de hele uitrol stil kan leggen', 'What can stop the whole rollout'),
  6,
  words(
    `Vier dingen raken iedereen tegelijk. Zet de datums in een agenda die het team deelt.

    - Het Apple MDM-pushcertificaat is een jaar geldig. Vernieuw het met dezelfde Apple-account waarmee het is gemaakt; een nieuw certificaat betekent dat alle Apple-apparaten opnieuw moeten worden ingeschreven.
    - Ook de tokens voor automatische inschrijving en voor Apple-apps (VPP) verlopen na een jaar.
    - Limieten: Intune laat standaard een beperkt aantal apparaten per gebruiker toe (instelbaar van 1 tot en met 15); Entra ID heeft een eigen limiet.
    - Een wijziging in voorwaardelijke toegang of een inschrijvingsbeperking. Test die eerst op de eigen groep van het team.`,
    `Four things hit everybody at once. Put the dates in a calendar that the team shares.

    - The Apple MDM push certificate is valid for a year. Renew it with the same Apple account that made it; a new certificate means that every Apple device has to be enrolled again.
    - The tokens for Automated Device Enrollment and for Apple apps (VPP) end after a year too.
    - Limits: Intune allows a limited number of devices per user (it can be set from 1 to 15); Entra ID has a limit of its own.
    - A change of Conditional Access or of an enrollment restriction. Try it on the team's own group first.`,
  ),
  words(
    'Zoek tijdens de training de echte vervaldatums op en schrijf ze met een naam erbij op.',
    'Look up the real end dates during the training and write them down with a name.',
  ),
  [
    learn('intune/intune-service/enrollment/apple-mdm-push-certificate-get'),
    learn('intune/intune-service/enrollment/create-device-limit-restrictions'),
  ],
)
