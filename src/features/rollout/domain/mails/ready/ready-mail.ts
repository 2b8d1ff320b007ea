import type { MailKind, MailText } from '../mail.ts'

/** What Tierwise brings for each of the four mails: an organisation can send it as it is, or make it its own. */
export const readyMail: Readonly<Record<MailKind, MailText>> = {
  'kick-off': {
    subject: {
      nl: 'Binnenkort: je apparaten veilig aan het werk met Intune',
      en: 'Coming soon: your devices, safely at work with Intune',
    },
    body: {
      nl: `Hallo {{name}},

{{organisation}} gaat de telefoons, tablets en laptops waarmee we werken beheren met Microsoft Intune. Zo blijven onze gegevens veilig, en staan je werkmail, je apps en de wifi zonder gedoe voor je klaar.

Jij bent aan de beurt van {{starts}} tot en met {{ends}}. Nu hoef je nog niets te doen: een paar dagen van tevoren mailen we wat je klaarlegt, en op de eerste dag krijg je de stappen.

Wat merk je ervan? Je apparaat vraagt om een pincode of wachtwoord, en apps van het werk staan apart van wat van jou is. Raak je het apparaat kwijt, dan kunnen wij de werkgegevens eraf halen.

Wat blijft van jou? We zien je foto's, berichten, contacten, wachtwoorden en de websites die je bezoekt niet. Dat kan Intune ons ook niet laten zien.

{{contact}}

Groet,
Het uitrolteam van {{organisation}}`,
      en: `Hello {{name}},

{{organisation}} is going to manage the phones, tablets and laptops we work with by Microsoft Intune. It keeps our data safe, and brings your work mail, your apps and the Wi-Fi to your device without fuss.

Your turn is from {{starts}} to {{ends}}. There is nothing to do yet: a few days before, we will mail what to have ready, and on the first day you get the steps.

What will you notice? Your device asks for a PIN or a password, and apps for work are kept apart from what is yours. If you lose the device, we can take the work data off it.

What stays yours? We do not see your photos, messages, contacts, passwords or the websites you visit. Intune cannot show them to us either.

{{contact}}

Kind regards,
The rollout team of {{organisation}}`,
    },
  },
  before: {
    subject: {
      nl: 'Op {{starts}} ben je aan de beurt: dit leg je klaar',
      en: 'It is your turn on {{starts}}: what to have ready',
    },
    body: {
      nl: `Hallo {{name}},

Op {{starts}} begin je met Intune. Het kost je ongeveer een halfuur per apparaat. Als je nu dit doet, gaat het straks vlot:

- Zorg dat je je wachtwoord van het werk weet en je kunt aanmelden met je tweede factor.
- Werk je apparaat bij naar de nieuwste versie van het systeem.
- Maak een reservekopie van wat van jou is, zoals foto's.
- Laad het apparaat op en zorg voor goede wifi.

Je hebt tot en met {{ends}} de tijd. Ben je dan weg, of heb je een apparaat dat we niet kennen? Laat het ons nu weten, dan zoeken we samen een moment.

{{contact}}

Groet,
Het uitrolteam van {{organisation}}`,
      en: `Hello {{name}},

On {{starts}} you begin with Intune. It takes about half an hour per device. Doing this now makes it go smoothly:

- Make sure that you know your work password and can sign in with your second factor.
- Update your device to the latest version of its system.
- Back up what is yours, such as photos.
- Charge the device and find good Wi-Fi.

You have until {{ends}}. Are you away then, or do you have a device that we do not know of? Tell us now, and we will find a moment together.

{{contact}}

Kind regards,
The rollout team of {{organisation}}`,
    },
  },
  enrollment: {
    subject: {
      nl: 'Vandaag: zet je apparaat in Intune, in een paar stappen',
      en: 'Today: enroll your device in Intune, in a few steps',
    },
    body: {
      nl: `Hallo {{name}},

Vandaag is het zover: je kunt je apparaten inschrijven bij Intune. Neem er een halfuur voor, bij goede wifi. Dit zijn de stappen voor elk soort apparaat; doe alleen wat bij jouw apparaat hoort.

{{steps}}

Loopt het vast of zie je een foutcode? Stop dan even en meld het, met een schermafdruk. Je hoeft niets opnieuw te proberen.

Rond het uiterlijk op {{ends}} af, dan blijven je mail en apps zonder onderbreking werken.

{{contact}}

Groet,
Het uitrolteam van {{organisation}}`,
      en: `Hello {{name}},

Today is the day: you can enroll your devices in Intune. Take half an hour, with good Wi-Fi. These are the steps for each kind of device; do only what goes with yours.

{{steps}}

Does it get stuck, or do you see an error code? Then stop and tell us, with a screenshot. There is no need to try again.

Please be done by {{ends}} at the latest, so that your mail and apps keep working without a break.

{{contact}}

Kind regards,
The rollout team of {{organisation}}`,
    },
  },
  after: {
    subject: {
      nl: 'Je apparaat staat in Intune: zo haal je er het meeste uit',
      en: 'Your device is in Intune: how to get the most out of it',
    },
    body: {
      nl: `Hallo {{name}},

Dank je wel dat je hebt meegedaan. Staat je apparaat nog niet in Intune? Dat kan nog: volg de stappen uit onze vorige mail, of laat je helpen.

Goed om te weten:

- Apps voor je werk haal je uit Bedrijfsportal.
- Zegt Bedrijfsportal dat je apparaat niet in orde is? Daar staat ook wat je eraan doet. Na een controle kan het tot een uur duren voor alles weer werkt.
- Nieuw toestel, of het oude kwijt? Meld het ons meteen.

Hoe ging het? Vertel ons wat beter kan: de volgende groep heeft er wat aan.

{{contact}}

Groet,
Het uitrolteam van {{organisation}}`,
      en: `Hello {{name}},

Thank you for taking part. Is your device not in Intune yet? There is still time: follow the steps of our last mail, or let us help you.

Good to know:

- You get apps for work from Company Portal.
- Does Company Portal say that your device is not in order? It also says what to do about it. After a check it can take up to an hour until all works again.
- A new device, or lost the old one? Tell us right away.

How did it go? Tell us what could be better: the next group will thank you.

{{contact}}

Kind regards,
The rollout team of {{organisation}}`,
    },
  },
}
