import type { Platform, Text } from '#features/plan/domain/document/text.ts'

export type PlatformSteps = { readonly name: Text; readonly steps: readonly Text[] }

const both = (nl: string, en: string): Text => ({ nl, en })

/** What somebody does to enroll a device, per platform, as Intune and its Company Portal app ask it. */
export const enrollmentSteps: Readonly<Record<Platform, PlatformSteps>> = {
  ios: {
    name: both('iPhone en iPad', 'iPhone and iPad'),
    steps: [
      both(
        'Installeer de app Intune-bedrijfsportal (Intune Company Portal) uit de App Store.',
        'Install the Intune Company Portal app from the App Store.',
      ),
      both('Open de app en meld je aan met je werkaccount.', 'Open the app and sign in with your work account.'),
      both(
        'Volg de stappen en download het beheerprofiel. Installeer het in Instellingen, onder Profiel gedownload.',
        'Follow the steps and download the management profile. Install it in Settings, under Profile Downloaded.',
      ),
      both(
        'Ga terug naar de app en wacht tot elke stap een vinkje heeft.',
        'Go back to the app and wait until every step has a tick.',
      ),
    ],
  },
  android: {
    name: both('Android', 'Android'),
    steps: [
      both(
        'Installeer de app Intune-bedrijfsportal (Intune Company Portal) uit Google Play.',
        'Install the Intune Company Portal app from Google Play.',
      ),
      both('Open de app en meld je aan met je werkaccount.', 'Open the app and sign in with your work account.'),
      both(
        'Volg de stappen: er komt een werkprofiel op je apparaat, apart van wat van jou is.',
        'Follow the steps: a work profile comes onto your device, apart from what is yours.',
      ),
      both(
        'Klaar? Apps van je werk herken je aan een koffertje.',
        'Done? You recognise the apps of your work by a briefcase.',
      ),
    ],
  },
  windows: {
    name: both('Windows', 'Windows'),
    steps: [
      both(
        'Open Instellingen, kies Accounts en dan Toegang tot werk of school.',
        'Open Settings, choose Accounts and then Access work or school.',
      ),
      both(
        'Kies Verbinding maken en meld je aan met je werkaccount.',
        'Choose Connect and sign in with your work account.',
      ),
      both(
        'Installeer daarna Bedrijfsportal (Company Portal) uit de Microsoft Store en meld je aan.',
        'Then install Company Portal from the Microsoft Store and sign in.',
      ),
      both(
        'Laat je laptop aan tot Bedrijfsportal zegt dat alles in orde is. Dat kan even duren.',
        'Leave your laptop on until Company Portal says that all is well. That can take a while.',
      ),
    ],
  },
  macos: {
    name: both('Mac', 'Mac'),
    steps: [
      both(
        'Ga naar https://aka.ms/EnrollMyMac en installeer Bedrijfsportal (Company Portal).',
        'Go to https://aka.ms/EnrollMyMac and install Company Portal.',
      ),
      both(
        'Open Bedrijfsportal, meld je aan met je werkaccount en kies Beginnen.',
        'Open Company Portal, sign in with your work account and choose Begin.',
      ),
      both(
        'Download het beheerprofiel en installeer het in Systeeminstellingen, met het wachtwoord van je Mac.',
        'Download the management profile and install it in System Settings, with the password of your Mac.',
      ),
      both(
        'Ga terug naar Bedrijfsportal en wacht tot elke stap een vinkje heeft.',
        'Go back to Company Portal and wait until every step has a tick.',
      ),
    ],
  },
  linux: {
    name: both('Linux', 'Linux'),
    steps: [
      both(
        'Installeer Microsoft Edge en de app Microsoft Intune (het pakket intune-portal).',
        'Install Microsoft Edge and the Microsoft Intune app (the package intune-portal).',
      ),
      both(
        'Open Microsoft Intune, meld je aan met je werkaccount en kies Registreren.',
        'Open Microsoft Intune, sign in with your work account and choose Register.',
      ),
      both(
        'Voer uit wat de app nog van je apparaat vraagt, zoals een wachtwoord of versleuteling.',
        'Do what the app still asks of your device, such as a password or encryption.',
      ),
    ],
  },
}
