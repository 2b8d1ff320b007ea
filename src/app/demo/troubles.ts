import type { Platform } from '#features/plan/domain/document/text.ts'

/** Words in the language of whoever types or reads them. */
export type Said = { readonly nl: string; readonly en: string }

/** How a trouble shows in the tenant. */
export type TenantFact =
  | { readonly kind: 'enrollment'; readonly failure: string; readonly reason?: string }
  | { readonly kind: 'compliance'; readonly failing: readonly string[] }
  | { readonly kind: 'app'; readonly app: string; readonly code: number }
  /** The same device stands twice; one record has been silent for weeks. */
  | { readonly kind: 'twice' }
  | { readonly kind: 'device' }

/** What goes wrong for people in the demo, and what the cause turns out to be. `tier`: the lowest that can find it the first time. */
export type Trouble = {
  readonly category: string
  readonly platform: Platform
  readonly tier: 1 | 2 | 3
  /** How often it comes up, beside the others. */
  readonly weight: number
  readonly subject: Said
  readonly story: Said
  /** What the screen says. */
  readonly shown: string
  readonly code: string
  /** What it is not, as whoever looked before the cause was found wrote it down. */
  readonly ruledOut: string
  /** What is looked up again by everybody is written in one language, so that the same cause is known by the same words. */
  readonly cause: string
  readonly solution: string
  readonly wording: Said
  /** What Microsoft's tenant shows of it. */
  readonly tenant: TenantFact
}

export const troubles: readonly Trouble[] = [
  {
    category: 'device-limit',
    platform: 'ios',
    tier: 1,
    weight: 9,
    subject: {
      nl: 'iPhone inschrijven stopt: apparaatlimiet bereikt',
      en: 'iPhone enrollment stops: device limit reached',
    },
    story: {
      nl: 'Ik heb een nieuwe iPhone gekregen. Bij het inschrijven in de Bedrijfsportal staat er dat de apparaatlimiet is bereikt.',
      en: 'I got a new iPhone. When I enroll it in Company Portal it says that the device limit has been reached.',
    },
    shown: 'Device limit reached. Contact your administrator.',
    code: '0x80180013',
    ruledOut: 'Licence (Intune Plan 1 assigned) and network: sign-in works on Wi-Fi and mobile data.',
    cause: 'Two old phones of this person were still enrolled; the limit is five devices a person.',
    solution: 'Remove the devices that are no longer in use under Devices > All devices, then enroll again.',
    wording: {
      nl: 'We hebben je oude telefoons uit de lijst gehaald. Schrijf je nieuwe iPhone nu opnieuw in met de Bedrijfsportal.',
      en: 'We took your old phones off the list. Please enroll your new iPhone again with Company Portal.',
    },
    tenant: { kind: 'enrollment', failure: 'device-cap' },
  },
  {
    category: 'company-portal-sign-in',
    platform: 'android',
    tier: 1,
    weight: 8,
    subject: { nl: 'Kan niet inloggen in de Bedrijfsportal', en: 'Cannot sign in to Company Portal' },
    story: {
      nl: 'De Bedrijfsportal op mijn Samsung zegt dat mijn account niet gevonden kan worden. Op mijn laptop werkt mijn wachtwoord wel.',
      en: 'Company Portal on my Samsung says that my account cannot be found. My password works on my laptop.',
    },
    shown: 'We could not find an account with that user name.',
    code: 'AADSTS50034',
    ruledOut: 'Password (works on the laptop) and the app: version of this month, installed again.',
    cause: 'The person signed in with a private address instead of the work account.',
    solution: 'Remove the private account in the app, then sign in with the work address.',
    wording: {
      nl: 'Log in met je werkadres in plaats van je privéadres. Verwijder eerst het privéaccount uit de app.',
      en: 'Please sign in with your work address, not your private one. Remove the private account from the app first.',
    },
    tenant: { kind: 'device' },
  },
  {
    category: 'access-blocked',
    platform: 'windows',
    tier: 2,
    weight: 9,
    subject: {
      nl: 'Geen toegang tot Outlook: apparaat voldoet niet',
      en: 'No access to Outlook: device does not comply',
    },
    story: {
      nl: 'Sinds vanmorgen krijg ik geen mail meer op mijn laptop. Er staat dat mijn apparaat niet aan het beleid voldoet.',
      en: 'Since this morning I get no mail on my laptop. It says that my device does not meet the policy.',
    },
    shown: 'You cannot get there from here. This device does not meet your organisation’s security requirements.',
    code: '0x87D1FDE8',
    ruledOut: 'Antivirus and firewall are compliant; the only setting that fails is encryption.',
    cause: 'BitLocker had not finished encrypting because the laptop was never restarted after enrollment.',
    solution: 'Restart, leave the laptop on power until encryption is done, then sync from Company Portal.',
    wording: {
      nl: 'Herstart je laptop en laat hem een uur aan de stroom liggen. Daarna open je de Bedrijfsportal en kies je Synchroniseren.',
      en: 'Restart your laptop and leave it on power for an hour. Then open Company Portal and choose Sync.',
    },
    tenant: { kind: 'compliance', failing: ['Windows10CompliancePolicy.BitLockerEnabled'] },
  },
  {
    category: 'enrollment-blocked',
    platform: 'windows',
    tier: 3,
    weight: 6,
    subject: {
      nl: 'Laptop inschrijven lukt niet, fout 0x80180014',
      en: 'Laptop does not enroll, error 0x80180014',
    },
    story: {
      nl: 'Bij de eerste keer opstarten stopt mijn nieuwe laptop bij het inschrijven. Er staat 0x80180014.',
      en: 'My new laptop stops at enrollment when I start it for the first time. It says 0x80180014.',
    },
    shown: 'Something went wrong. Your organisation does not support this version of Windows. 0x80180014',
    code: '0x80180014',
    ruledOut:
      'Windows edition (Enterprise) and licence: a laptop of an earlier delivery enrolls with the same account.',
    cause:
      'Windows enrollment of personal devices is blocked and the serial numbers of this delivery were never registered.',
    solution:
      'Register the delivery’s serial numbers as corporate devices; the restriction for personal devices stays.',
    wording: {
      nl: 'Je laptop was nog niet bij ons aangemeld. Dat is nu geregeld: zet hem uit en weer aan, dan gaat het inschrijven vanzelf.',
      en: 'Your laptop had not been registered with us. It is now: switch it off and on, and enrollment runs by itself.',
    },
    tenant: { kind: 'enrollment', failure: 'not-supported' },
  },
  {
    category: 'wifi-vpn-certificate',
    platform: 'ios',
    tier: 3,
    weight: 5,
    subject: { nl: 'Wifi op kantoor werkt niet meer', en: 'Office Wi-Fi stopped working' },
    story: {
      nl: 'Mijn telefoon komt niet meer op het wifi-netwerk van kantoor. Thuis werkt wifi gewoon.',
      en: 'My phone no longer joins the office Wi-Fi. At home it works.',
    },
    shown: 'Unable to join the network “CONTOSO-Office”. Wi-Fi: certificate not valid',
    code: 'Wi-Fi: certificate not valid',
    ruledOut: 'Access points (laptops connect) and the account: the same user gets on with an older phone.',
    cause: 'The SCEP profile renewed against the old issuing authority, which the network no longer trusts.',
    solution: 'Point the SCEP profile to the new issuing authority and assign it to the wave’s group again.',
    wording: {
      nl: 'Er stond een verouderd certificaat op je telefoon. Open de Bedrijfsportal en kies Synchroniseren; daarna werkt wifi weer.',
      en: 'An outdated certificate was on your phone. Open Company Portal and choose Sync; Wi-Fi works again after that.',
    },
    tenant: { kind: 'device' },
  },
  {
    category: 'email-profile',
    platform: 'ios',
    tier: 2,
    weight: 6,
    subject: { nl: 'Mail-app vraagt steeds om een wachtwoord', en: 'Mail app keeps asking for a password' },
    story: {
      nl: 'De Mail-app op mijn iPhone vraagt elke paar minuten om mijn wachtwoord en haalt niets op.',
      en: 'The Mail app on my iPhone asks for my password every few minutes and fetches nothing.',
    },
    shown: 'Enter the password for the account “Exchange”.',
    code: '',
    ruledOut: 'Password (works in Outlook on the web) and mailbox: Outlook on the same iPhone fetches mail.',
    cause: 'A mail profile made by hand stood beside the one of Intune; the server refuses the old one.',
    solution: 'Remove the account that was made by hand under Settings > Mail > Accounts.',
    wording: {
      nl: 'Verwijder bij Instellingen > Mail > Accounts het account dat je zelf had gemaakt. Het account van de organisatie blijft staan.',
      en: 'Under Settings > Mail > Accounts, remove the account you made yourself. The organisation’s account stays.',
    },
    tenant: { kind: 'device' },
  },
  {
    category: 'app-install',
    platform: 'windows',
    tier: 2,
    weight: 6,
    subject: { nl: 'App uit de Bedrijfsportal blijft op 0% staan', en: 'App from Company Portal stays at 0%' },
    story: {
      nl: 'Ik wil de tekenapp installeren. De Bedrijfsportal blijft al een dag op 0% staan.',
      en: 'I want to install the drawing app. Company Portal has been at 0% for a day.',
    },
    shown: 'Download pending… 0%',
    code: '0x87D13B9F',
    ruledOut: 'Assignment (the user is in the group) and the proxy: other apps download.',
    cause: 'The app needs 20 GB free; the laptop had 6 GB.',
    solution: 'Free space with Storage Sense, then retry the installation from Company Portal.',
    wording: {
      nl: 'Er was te weinig ruimte op je schijf. We hebben opgeruimd; kies in de Bedrijfsportal opnieuw Installeren.',
      en: 'There was too little room on your disk. We cleaned up; please choose Install again in Company Portal.',
    },
    tenant: { kind: 'app', app: 'Contoso Draw', code: -2_016_330_849 },
  },
  {
    category: 'enrollment-blocked',
    platform: 'android',
    tier: 3,
    weight: 4,
    subject: { nl: 'Werkprofiel wordt niet gemaakt', en: 'Work profile is not created' },
    story: {
      nl: 'Het inschrijven van mijn telefoon stopt bij “Werkprofiel maken”. Ik heb het drie keer geprobeerd.',
      en: 'Enrolling my phone stops at “Create work profile”. I tried three times.',
    },
    shown: 'Something went wrong. Contact your IT administrator. 0x8018002B',
    code: '0x8018002B',
    ruledOut: 'Device limit, licence and Google Play: a phone of the head office creates its work profile.',
    cause: 'The enrollment profile for wave 2 required Android 13, while the branch phones run Android 12.',
    solution: 'Lower the minimum version of the profile to Android 12 until the branch phones are replaced.',
    wording: {
      nl: 'De instelling voor jouw type telefoon is aangepast. Probeer het inschrijven nog een keer.',
      en: 'We changed a setting for your type of phone. Please try enrolling once more.',
    },
    tenant: { kind: 'enrollment', failure: 'os-minimum', reason: 'OsVersionTooLow (0x8018002B)' },
  },
  {
    category: 'passcode-encryption',
    platform: 'ios',
    tier: 1,
    weight: 6,
    subject: { nl: 'Toegangscode vergeten', en: 'Forgot my passcode' },
    story: {
      nl: 'Ik moest een langere toegangscode kiezen en ben hem vergeten. Mijn telefoon is nu vergrendeld.',
      en: 'I had to choose a longer passcode and forgot it. My phone is locked now.',
    },
    shown: 'iPhone unavailable. Try again in 60 minutes.',
    code: '',
    ruledOut: 'A broken screen: the keys answer.',
    cause: 'The passcode was forgotten after the policy asked for six digits.',
    solution: 'Check the caller’s identity, then use Remove passcode in the admin center.',
    wording: {
      nl: 'We hebben je toegangscode gewist. Kies binnen een uur een nieuwe van zes cijfers.',
      en: 'We removed your passcode. Please choose a new one of six digits within the hour.',
    },
    tenant: { kind: 'device' },
  },
  {
    category: 'access-blocked',
    platform: 'macos',
    tier: 3,
    weight: 2,
    subject: { nl: 'Mac krijgt geen toegang tot Teams', en: 'Mac gets no access to Teams' },
    story: {
      nl: 'Teams op mijn MacBook zegt dat ik me eerst moet inschrijven, maar dat heb ik al gedaan.',
      en: 'Teams on my MacBook says that I have to enroll first, but I already did.',
    },
    shown: 'You cannot get there from here. Access has been blocked by Conditional Access policies. AADSTS53003',
    code: 'AADSTS53003',
    ruledOut: 'Compliance: Company Portal calls the Mac compliant. Other accounts on other Macs sign in.',
    cause: 'The device record was made twice; Conditional Access looked at the one that never checks in.',
    solution: 'Delete the stale record in Entra ID and let the Mac register again.',
    wording: {
      nl: 'Je Mac stond dubbel in ons systeem. De oude vermelding is weg; log uit en weer in bij Teams.',
      en: 'Your Mac was in our system twice. The old entry is gone; sign out of Teams and in again.',
    },
    tenant: { kind: 'twice' },
  },
]
