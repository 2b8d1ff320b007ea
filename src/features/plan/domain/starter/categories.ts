import type { Category, Level } from '../document/process.ts'
import type { Platform } from '../document/text.ts'
import { text } from './text.ts'

type Options = { readonly asks?: readonly string[]; readonly platforms?: readonly Platform[] }

function category(
  kind: Category['kind'],
  key: string,
  [impact, urgency]: readonly [Level, Level],
  name: Category['name'],
  help: Category['help'],
  { asks = [], platforms = [] }: Options = {},
): Category {
  return { key, name, help, kind, impact, urgency, platforms: [...platforms], asks: [...asks] }
}

export const starterCategories: Category[] = [
  category(
    'incident',
    'enrollment-blocked',
    ['medium', 'high'],
    text('Inschrijven lukt niet', 'Enrollment is blocked'),
    text(
      'Je wilt je apparaat aanmelden bij je werk, maar het stopt halverwege of je krijgt een foutmelding.',
      'You want to set your device up for work, but it stops halfway or shows an error.',
    ),
    { asks: ['error-text', 'screenshot', 'ownership'] },
  ),
  category(
    'incident',
    'company-portal-sign-in',
    ['medium', 'high'],
    text('Aanmelden bij Bedrijfsportal lukt niet', 'Cannot sign in to Company Portal'),
    text(
      'De app Bedrijfsportal of Intune opent wel, maar aanmelden met je werkaccount lukt niet.',
      'The Company Portal or Intune app opens, but signing in with your work account fails.',
    ),
    { asks: ['error-text', 'screenshot'] },
  ),
  category(
    'incident',
    'access-blocked',
    ['medium', 'high'],
    text('Geen toegang: apparaat voldoet niet', 'No access: device does not comply'),
    text(
      'Je kunt niet bij je e-mail, Teams of bestanden, omdat je apparaat niet aan de eisen zou voldoen.',
      'You cannot reach your mail, Teams or files because your device is said not to comply.',
    ),
    { asks: ['error-text', 'screenshot'] },
  ),
  category(
    'incident',
    'app-install',
    ['low', 'medium'],
    text('App wordt niet geïnstalleerd', 'App does not install'),
    text(
      'Een app die je voor je werk nodig hebt, ontbreekt, blijft hangen of geeft een fout bij het installeren.',
      'An app that you need for work is missing, hangs, or fails to install.',
    ),
    { asks: ['app-name', 'error-text'] },
  ),
  category(
    'incident',
    'email-profile',
    ['medium', 'medium'],
    text('E-mail of agenda werkt niet', 'Mail or calendar does not work'),
    text(
      'Je apparaat is aangemeld, maar je e-mail of agenda komt niet binnen.',
      'Your device is enrolled, but your mail or calendar does not arrive.',
    ),
    { asks: ['mail-app', 'error-text'] },
  ),
  category(
    'incident',
    'wifi-vpn-certificate',
    ['medium', 'medium'],
    text('Wifi, VPN of certificaat werkt niet', 'Wi-Fi, VPN or certificate does not work'),
    text(
      'Je komt niet op het wifinetwerk of de VPN van je werk, of er wordt om een certificaat gevraagd.',
      'You cannot get on the work Wi-Fi or VPN, or you are asked for a certificate.',
    ),
    { asks: ['connection-name', 'error-text'] },
  ),
  category(
    'incident',
    'device-limit',
    ['low', 'high'],
    text('Maximum aantal apparaten bereikt', 'Device limit reached'),
    text(
      'Je krijgt te zien dat je te veel apparaten hebt aangemeld.',
      'You are told that you have set up too many devices.',
    ),
    { asks: ['devices-in-use'] },
  ),
  category(
    'incident',
    'passcode-encryption',
    ['medium', 'high'],
    text('Pincode, wachtwoord of BitLocker', 'Passcode, password or BitLocker'),
    text(
      'Je bent buitengesloten, of je apparaat vraagt om een herstelsleutel of een nieuwe pincode.',
      'You are locked out, or your device asks for a recovery key or a new passcode.',
    ),
    { asks: ['lock-screen-text'] },
  ),
  category(
    'incident',
    'lost-device',
    ['high', 'high'],
    text('Apparaat kwijt of gestolen', 'Device lost or stolen'),
    text(
      'Je weet niet waar je apparaat is of het is gestolen. Meld dit altijd meteen.',
      'You do not know where your device is, or it was stolen. Always tell us at once.',
    ),
    { asks: ['last-seen'] },
  ),
  category(
    'incident',
    'wiped-device',
    ['medium', 'high'],
    text('Apparaat gewist of teruggezet', 'Device was wiped or reset'),
    text(
      'Je apparaat is leeg of begint opnieuw, zonder dat je erom vroeg.',
      'Your device is empty or starts afresh without you having asked for it.',
    ),
    { asks: ['last-seen'] },
  ),
  category(
    'incident',
    'other',
    ['low', 'medium'],
    text('Iets anders', 'Something else'),
    text(
      'Je probleem staat er niet bij. Beschrijf wat er misgaat.',
      'Your problem is not listed. Describe what goes wrong.',
    ),
  ),
  category(
    'request',
    'request-device',
    ['low', 'low'],
    text('Apparaat aanvragen', 'Request a device'),
    text(
      'Je hebt een telefoon, tablet of laptop voor je werk nodig.',
      'You need a phone, tablet or laptop for work.',
    ),
    { asks: ['needed-for'] },
  ),
  category(
    'request',
    'request-app',
    ['low', 'low'],
    text('App aanvragen', 'Request an app'),
    text(
      'Je hebt een app nodig die nog niet in Bedrijfsportal staat.',
      'You need an app that is not in Company Portal yet.',
    ),
    { asks: ['app-name', 'needed-for'] },
  ),
  category(
    'request',
    'replace-return-device',
    ['low', 'medium'],
    text('Apparaat vervangen of inleveren', 'Replace or return a device'),
    text(
      'Je krijgt een ander apparaat, of je levert er een in omdat je weggaat.',
      'You get another device, or you hand one in because you are leaving.',
    ),
    { asks: ['device-identity'] },
  ),
  category(
    'request',
    'question',
    ['low', 'low'],
    text('Vraag over je apparaat of de uitrol', 'Question about your device or the rollout'),
    text(
      'Je wilt iets weten: wanneer ben jij aan de beurt, wat ziet je werkgever, hoe werkt iets?',
      'You want to know something: when is it your turn, what can your employer see, how does something work?',
    ),
  ),
]
