import type { Platform, Text } from '#features/plan/domain/document/text.ts'

export type TestCase = {
  readonly key: string
  readonly name: Text
  readonly try: Text
  readonly expect: Text
  readonly platforms: readonly Platform[]
}

const everywhere: readonly Platform[] = ['ios', 'android', 'windows', 'macos', 'linux']
const phones: readonly Platform[] = ['ios', 'android']
const computers: readonly Platform[] = ['windows', 'macos']
const both = (nl: string, en: string): Text => ({ nl, en })

/** What support tries on a device of its own before the people it will help do. */
export const testCases: readonly TestCase[] = [
  {
    key: 'enroll',
    name: both('Inschrijven', 'Enrolling'),
    try: both(
      'Schrijf het apparaat in met de stappen uit de mail aan de mensen van de golf.',
      'Enroll the device by the steps in the mail to the people of the wave.',
    ),
    expect: both(
      'Elke stap klopt met wat je ziet, en het apparaat staat daarna in Intune op jouw naam.',
      'Each step is what you see, and afterwards the device is in Intune under your name.',
    ),
    platforms: everywhere,
  },
  {
    key: 'compliance',
    name: both('Naleving', 'Compliance'),
    try: both(
      'Maak het apparaat met opzet niet in orde (zet de pincode of versleuteling uit) en controleer de status.',
      'Put the device out of order on purpose (switch off the PIN or encryption) and check its status.',
    ),
    expect: both(
      'Bedrijfsportal zegt wat er mis is; na herstellen en opnieuw controleren is het weer in orde.',
      'Company Portal says what is wrong; after mending it and checking again all is well.',
    ),
    platforms: everywhere,
  },
  {
    key: 'mail',
    name: both('Werkmail', 'Work mail'),
    try: both(
      'Open je werkmail in Outlook, en daarna in een app die niet mag.',
      'Open your work mail in Outlook, and then in an app that may not.',
    ),
    expect: both(
      'Outlook werkt; de andere app wordt tegengehouden, met een uitleg die je kunt navertellen.',
      'Outlook works; the other app is stopped, with an explanation that you can pass on.',
    ),
    platforms: [...phones, ...computers],
  },
  {
    key: 'web-access',
    name: both('Werkmail in de browser', 'Work mail in the browser'),
    try: both(
      'Open je werkmail in Microsoft Edge, en daarna in een andere browser.',
      'Open your work mail in Microsoft Edge, and then in another browser.',
    ),
    expect: both(
      'In Edge werkt het; in de andere browser word je tegengehouden.',
      'It works in Edge; in the other browser you are stopped.',
    ),
    platforms: ['linux'],
  },
  {
    key: 'network',
    name: both('Wifi en VPN', 'Wi-Fi and VPN'),
    try: both(
      'Verbind met de wifi van kantoor, en van buiten met de VPN.',
      'Connect to the Wi-Fi of the office, and from outside to the VPN.',
    ),
    expect: both(
      'Beide werken zonder dat je een wachtwoord of certificaat invoert.',
      'Both work without your entering a password or certificate.',
    ),
    platforms: [...phones, ...computers],
  },
  {
    key: 'app',
    name: both('App installeren', 'Installing an app'),
    try: both(
      'Installeer een app uit Bedrijfsportal, en kijk of de verplichte apps er vanzelf komen.',
      'Install an app from Company Portal, and see whether the required apps come by themselves.',
    ),
    expect: both(
      'De app komt er binnen een uur en opent met je werkaccount.',
      'The app arrives within an hour and opens with your work account.',
    ),
    platforms: [...phones, ...computers],
  },
  {
    key: 'lost',
    name: both('Apparaat kwijt', 'Device lost'),
    try: both(
      'Doe alsof je het apparaat kwijt bent: kijk op de website van Bedrijfsportal wat je zelf kunt, en vergrendel het op afstand.',
      'Act as if you lost the device: see on the Company Portal website what you can do yourself, and lock it remotely.',
    ),
    expect: both(
      'Het apparaat vergrendelt, en je weet wat een aanvrager zelf kan en wat de servicedesk doet.',
      'The device locks, and you know what a requester can do themselves and what the help desk does.',
    ),
    platforms: phones,
  },
  {
    key: 'leave',
    name: both('Verwijderen en opnieuw', 'Removing it and starting anew'),
    try: both(
      'Verwijder het apparaat uit Bedrijfsportal en schrijf het opnieuw in.',
      'Remove the device in Company Portal and enroll it anew.',
    ),
    expect: both(
      'Werkgegevens zijn weg en wat van jou is niet; opnieuw inschrijven lukt.',
      'Work data is gone and what is yours is not; enrolling anew works.',
    ),
    platforms: [...phones, ...computers],
  },
]

export function casesFor(platform: Platform): readonly TestCase[] {
  return testCases.filter(({ platforms }) => platforms.includes(platform))
}
