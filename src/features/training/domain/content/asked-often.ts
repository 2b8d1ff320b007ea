import type { ContentPage } from './page.ts'
import { learn, page, text, words } from './write.ts'

export const askedOften: readonly ContentPage[] = [
  page(
    text('Jullie vragen', 'Your questions'),
    8,
    words(
      `Schrijf je vraag op een briefje of in de chat, één per briefje. We beginnen met wat het vaakst gevraagd is.

      - Wat zou je morgen nog niet durven?
      - Welke stap van het plan lijkt je onhandig? Zeg het: het plan kan veranderen.
      - Wat mist er in de bekende problemen?`,
      `Write your question on a note or in the chat, one on each. We begin with what was asked most.

      - What would you not dare to do tomorrow?
      - Which step of the plan seems awkward? Say so: the plan can change.
      - What is missing from the known issues?`,
    ),
    words(
      'Beantwoord wat je weet; de rest noteer je met een naam en een datum. Stuur binnen twee dagen antwoord aan iedereen die er was.',
      'Answer what you know; note the rest with a name and a date. Answer everybody who was there within two days.',
    ),
  ),
  page(
    text('Wat gebruikers altijd vragen', 'What users always ask'),
    7,
    words(
      `| Vraag | Antwoord |
      | Kunnen jullie mijn foto's of berichten zien? | Nee. Ook je bezochte websites, oproepen en wachtwoorden niet. |
      | Wat gebeurt er als ik uit dienst ga? | De werkgegevens en werkapps gaan van je apparaat; wat van jou is, blijft. |
      | Waarom moet er een toegangscode op? | Omdat werkgegevens anders voor elke vinder te lezen zijn. |
      | Ik heb een nieuwe telefoon. | Schrijf de nieuwe in, en haal de oude in Bedrijfsportal weg. |
      | Hoelang duurt het? | Meestal een kwartier; apps en toegang kunnen daarna nog enkele uren op zich laten wachten. |`,
      `| Question | Answer |
      | Can you see my photos or messages? | No. Nor the websites you visit, your calls or your passwords. |
      | What happens when I leave? | Work data and work apps go from your device; what is yours stays. |
      | Why does it need a passcode? | Because otherwise whoever finds it can read work data. |
      | I have a new phone. | Enroll the new one, and remove the old one in Company Portal. |
      | How long does it take? | Usually a quarter of an hour; apps and access can take some hours more. |`,
    ),
    words(
      'In tweetallen: de een vraagt, de ander antwoordt in één zin. Wissel na vijf vragen.',
      'In pairs: one asks, the other answers in one sentence. Change after five questions.',
    ),
    [
      learn(
        'intune/intune-service/user-help/what-info-can-your-company-see-when-you-enroll-your-device-in-intune',
      ),
      learn('intune/intune-service/remote-actions/devices-wipe'),
    ],
  ),
]
