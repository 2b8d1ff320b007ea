import type { ContentPage } from './page.ts'
import { learn, page, text, words } from './write.ts'

/** How each tier finds a cause; after it come known issues of that tier. */
export const problemsByTier: Readonly<Record<1 | 2 | 3, readonly ContentPage[]>> = {
  1: [
    page(
      text('Vijf vragen vóór elke oplossing', 'Five questions before any solution'),
      8,
      words(
        `1. Wie? De naam waarmee iemand zich aanmeldt, en of dat de eerste keer op dit apparaat is.
        2. Welk apparaat? Model, systeem en versie; van de organisatie of van de persoon zelf.
        3. Waar stopt het? Het laatste scherm dat wel lukte, en het eerste dat niet lukte.
        4. Wat staat er precies? De melding letterlijk, met de code, liefst als foto van het hele scherm.
        5. Sinds wanneer, en wat veranderde er? Nieuw toestel, nieuw wachtwoord, update, ander netwerk.

        Schrijf de antwoorden meteen als bewijs in de melding. Dan is een overdracht later twee klikken in plaats van een nieuw gesprek.`,
        `1. Who? The name somebody signs in with, and whether it is the first time on this device.
        2. Which device? Model, system and version; of the organisation or personal.
        3. Where does it stop? The last screen that worked, and the first that did not.
        4. What does it say exactly? The message word for word, with its code, best as a photo of the whole screen.
        5. Since when, and what changed? A new device, a new password, an update, another network.

        Write the answers into the ticket as evidence right away. Then a handover is two clicks later on, instead of another call.`,
      ),
      words(
        'Speel één gesprek na. De rest luistert en telt welke van de vijf vragen vergeten wordt.',
        'Play one call. The others listen and count which of the five questions is forgotten.',
      ),
      [learn('troubleshoot/mem/intune/device-enrollment/troubleshoot-device-enrollment-in-intune')],
    ),
    page(
      text('Vijf controles die je zelf kunt doen', 'Five checks you can do yourself'),
      8,
      words(
        `- Licentie: heeft deze persoon een licentie voor Intune? Zonder licentie lukt inschrijven niet.
        - Limiet: staan er oude apparaten op naam van deze persoon? Laat ze in Bedrijfsportal weghalen wat niet meer gebruikt wordt.
        - Account: meldt iemand zich aan met het werkaccount, en niet met een persoonlijk of oud account?
        - Datum, tijd en netwerk: staat de klok automatisch ingesteld, en lukt het ook op een ander netwerk?
        - Oud beheer: staat er nog een beheerprofiel of werkprofiel van een vorige werkgever of een eerdere poging?

        Lost dit het niet op binnen de tijd die het plan geeft, draag dan over. Langer zoeken helpt de aanvrager niet.`,
        `- License: does this person have a license for Intune? Without one, enrolling does not work.
        - Limit: are there old devices in this person's name? Let them remove in Company Portal what is no longer used.
        - Account: do they sign in with the work account, and not with a personal or old one?
        - Date, time and network: is the clock set automatically, and does it work on another network?
        - Old management: is there still a management or work profile of a former employer or an earlier try?

        If this does not solve it within the time that the plan gives, hand over. Searching longer does not help the requester.`,
      ),
      words(
        'Laat iedereen de vijf controles één keer op het eigen apparaat doen: waar staat het in Bedrijfsportal en in de instellingen?',
        'Let everybody do the five checks once on their own device: where is it in Company Portal and in the settings?',
      ),
      [learn('troubleshoot/mem/intune/device-enrollment/troubleshoot-device-enrollment-in-intune')],
    ),
  ],
  2: [
    page(
      text('Van klacht naar oorzaak', 'From complaint to cause'),
      8,
      words(
        `1. Lees de overdracht. Mist er bewijs, stuur dan terug en noem precies wat.
        2. Doe het na: zelfde systeem, zelfde groep, eigen testaccount.
        3. Vergelijk met iemand bij wie het wel lukt: groepen, licentie, versie, netwerk.
        4. Verander één ding tegelijk en schrijf op wat je zag. Dat worden de geprobeerde stappen van de overdracht.
        5. Stop als de tijd van je laag om is: wat je uitsloot, is voor de derde lijn de helft van het werk.`,
        `1. Read the handover. If evidence is missing, send it back and name exactly what.
        2. Reproduce it: same system, same group, a test account of your own.
        3. Compare with somebody for whom it works: groups, license, version, network.
        4. Change one thing at a time and write down what you saw. That becomes the steps tried of the handover.
        5. Stop when your tier's time is up: what you ruled out is half the work for tier 3.`,
      ),
      words(
        'Neem een echte melding van vorige week en laat de groep zeggen wat er na stap 3 al uitgesloten was.',
        'Take a real ticket of last week and let the group say what was already ruled out after step 3.',
      ),
      [learn('troubleshoot/mem/intune/device-configuration/troubleshoot-policies-in-microsoft-intune')],
    ),
    page(
      text('Waar de logboeken staan', 'Where the logs are'),
      10,
      words(
        `| Systeem | Waar |
        | Windows | Instellingen > Accounts > Toegang tot werk of school > Info > Rapport maken; logboek DeviceManagement-Enterprise-Diagnostics-Provider > Admin |
        | Windows, apps en scripts | C:\\ProgramData\\Microsoft\\IntuneManagementExtension\\Logs |
        | Windows, aanmelding bij Entra ID | dsregcmd /status: let op AzureAdJoined, AzureAdPrt en MdmUrl |
        | iPhone, iPad | Bedrijfsportal: logboeken verzenden, onder Meer of Help |
        | Android | Bedrijfsportal: menu > Help, logboeken verzenden |
        | Mac | Bedrijfsportal > Help > Diagnostisch rapport verzenden; /Library/Logs/Microsoft/Intune |
        | Aanmelden | Entra-beheercentrum > Aanmeldingslogboeken: welke voorwaarde hield iemand tegen? |

        Noteer altijd het tijdstip van de poging met de tijdzone: zonder tijd is een logboek een hooiberg.`,
        `| System | Where |
        | Windows | Settings > Accounts > Access work or school > Info > Create report; event log DeviceManagement-Enterprise-Diagnostics-Provider > Admin |
        | Windows, apps and scripts | C:\\ProgramData\\Microsoft\\IntuneManagementExtension\\Logs |
        | Windows, sign-in to Entra ID | dsregcmd /status: look at AzureAdJoined, AzureAdPrt and MdmUrl |
        | iPhone, iPad | Company Portal: send logs, under More or Help |
        | Android | Company Portal: menu > Help, send logs |
        | Mac | Company Portal > Help > Send diagnostic report; /Library/Logs/Microsoft/Intune |
        | Signing in | Entra admin center > Sign-in logs: which condition kept somebody out? |

        Always note the moment of the try with its time zone: without a time, a log is a haystack.`,
      ),
      words(
        'Iedereen maakt nu op een eigen Windows-laptop het rapport en zoekt de laatste check-in op.',
        'Everybody now makes the report on a Windows laptop of their own and finds the last check-in.',
      ),
      [
        learn('windows/client-management/mdm-collect-logs'),
        learn('intune/intune-service/apps/intune-management-extension'),
      ],
    ),
  ],
  3: [
    page(
      text('De oorzaak vinden en laten zien', 'Finding the cause and showing it'),
      8,
      words(
        `Een oorzaak is gevonden als je drie vragen kunt beantwoorden: waarom hier, waarom nu, en waarom niet bij de anderen?

        - Wijzigingen: auditlogboeken van Intune en Entra ID, van de dag vóór de eerste melding.
        - Omvang: één persoon, één groep, één systeem of iedereen? Kijk naar meldingen met dezelfde code.
        - Buitenwereld: status van Microsoft 365, berichtencentrum, tokens en certificaten.
        - Bewijs: je kunt het aan- en uitzetten. Tot die tijd heb je een vermoeden.

        Leg vast wat je vond als bekend probleem. Wat je niet vastlegt, zoek je over een maand opnieuw.`,
        `A cause is found when you can answer three questions: why here, why now, and why not with the others?

        - Changes: audit logs of Intune and Entra ID, from the day before the first ticket on.
        - Extent: one person, one group, one system or everybody? Look at tickets with the same code.
        - Outside: Microsoft 365 status, message center, tokens and certificates.
        - Proof: you can switch it on and off. Until then you have a suspicion.

        Record what you found as a known issue. What you do not record, you search for again in a month.`,
      ),
      words(
        'Neem een oorzaak die het team onlangs vond. Laat iemand de drie vragen beantwoorden; de anderen prikken erdoorheen.',
        'Take a cause that the team found lately. Somebody answers the three questions; the others try to poke holes.',
      ),
      [learn('intune/intune-service/fundamentals/monitor-audit-logs')],
    ),
    page(
      text(
        'De oplossing teruggeven, en Microsoft inschakelen',
        'Handing the solution down, and calling Microsoft',
      ),
      8,
      words(
        `De oplossing heeft drie lezers. Schrijf voor elk een eigen stuk:

        - Oorzaak en oplossing voor de lagen eronder: zo dat de servicedesk het de volgende keer zelf kan.
        - Woorden voor de aanvrager: geen vaktaal, wat er was, wat je deed, wat hij nu doet.
        - Bekend probleem: symptoom, codes, controles, oplossing en welk bewijs nodig is.

        Ligt de oorzaak buiten de eigen omgeving, open dan een case bij Microsoft met: tenant-id, getroffen gebruikers en apparaten, tijdstippen met tijdzone, exacte foutcodes, wat veranderde, wat je probeerde, en de gevolgen voor het werk. De ernst bepaalt de reactietijd: overdrijf die niet.`,
        `The solution has three readers. Write a piece of its own for each:

        - Cause and solution for the tiers below: so that the help desk can do it next time.
        - Words for the requester: no jargon, what it was, what you did, what they do now.
        - Known issue: symptom, codes, checks, fix, and the evidence that it needs.

        If the cause lies outside the organisation, open a case with Microsoft with: tenant id, affected users and devices, moments with time zone, exact error codes, what changed, what you tried, and what it does to the work. The severity sets the response time: do not exaggerate it.`,
      ),
      words(
        'Laat iedereen bij dezelfde oorzaak in vijf minuten de woorden voor de aanvrager schrijven. Lees ze voor: wie zou dit begrijpen?',
        'Let everybody write the words for the requester of one and the same cause in five minutes. Read them out: who would understand?',
      ),
      [learn('mem/get-support')],
    ),
  ],
}
