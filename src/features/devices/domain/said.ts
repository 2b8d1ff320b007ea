/** What Microsoft's values are called by people. A value that nobody knows is said as Microsoft says it. */
export type SaidLanguage = 'nl' | 'en'
type Words = Readonly<Record<string, readonly [nl: string, en: string]>>

const compliance: Words = {
  compliant: ['voldoet', 'compliant'],
  noncompliant: ['voldoet niet', 'not compliant'],
  inGracePeriod: ['voldoet nog niet, in respijtperiode', 'not compliant yet, in its grace period'],
  conflict: ['beleid spreekt elkaar tegen', 'policies contradict each other'],
  error: ['kon niet worden beoordeeld', 'could not be judged'],
  unknown: ['nog niet beoordeeld', 'not judged yet'],
  configManager: ['beoordeeld door Configuration Manager', 'judged by Configuration Manager'],
}

const ownership: Words = {
  company: ['van de organisatie', "the organisation's"],
  personal: ['privé', 'personal'],
  unknown: ['eigenaar onbekend', 'owner unknown'],
}

const enrollment: Words = {
  userEnrollment: ['door de gebruiker ingeschreven', 'enrolled by the user'],
  deviceEnrollmentManager: ['door een inschrijvingsbeheerder', 'by an enrollment manager'],
  appleBulkWithUser: ['automatische inschrijving van Apple', 'Apple automated enrollment'],
  appleBulkWithoutUser: [
    'automatische inschrijving van Apple, zonder gebruiker',
    'Apple automated enrollment, no user',
  ],
  windowsAzureADJoin: ['Entra-koppeling', 'Entra join'],
  windowsBulkUserless: ['in bulk, zonder gebruiker', 'in bulk, no user'],
  windowsAutoEnrollment: ['automatisch ingeschreven', 'enrolled automatically'],
  windowsBulkAzureDomainJoin: ['in bulk met Entra-koppeling', 'in bulk by Entra join'],
  windowsCoManagement: ['gezamenlijk beheer', 'co-management'],
  windowsAzureADJoinUsingDeviceAuth: ['Entra-koppeling door het apparaat zelf', 'Entra join by the device itself'],
  appleUserEnrollment: ['gebruikersinschrijving van Apple', 'Apple user enrollment'],
  appleUserEnrollmentWithServiceAccount: ['gebruikersinschrijving van Apple', 'Apple user enrollment'],
}

const management: Words = {
  managed: ['beheerd', 'managed'],
  retirePending: ['wordt uit beheer genomen', 'being retired'],
  retireIssued: ['wordt uit beheer genomen', 'being retired'],
  retireFailed: ['kon niet uit beheer worden genomen', 'could not be retired'],
  retireCanceled: ['uit beheer nemen is afgebroken', 'retiring was cancelled'],
  wipePending: ['wordt gewist', 'being wiped'],
  wipeIssued: ['wordt gewist', 'being wiped'],
  wipeFailed: ['kon niet worden gewist', 'could not be wiped'],
  wipeCanceled: ['wissen is afgebroken', 'wiping was cancelled'],
  deletePending: ['wordt verwijderd', 'being deleted'],
  unhealthy: ['beheer werkt niet goed', 'management is unhealthy'],
  discovered: ['gezien, niet beheerd', 'seen, not managed'],
}

const intunePlan: Words = {
  enabled: ['Intune aan', 'Intune on'],
  disabled: ['Intune staat uit', 'Intune is off'],
  pending: ['Intune wordt nog aangezet', 'Intune is being turned on'],
  none: ['zonder Intune', 'without Intune'],
}

const licenceError: Words = {
  CountViolation: ['er zijn geen licenties meer over', 'no licences are left'],
  MutuallyExclusiveViolation: ['gaat niet samen met een andere licentie', 'excludes another licence'],
  DependencyViolation: ['een licentie waarop deze rust ontbreekt', 'a licence it rests on is missing'],
  ProhibitedInUsageLocationViolation: ['niet toegestaan in dit land', 'not allowed in this country'],
  UniquenessViolation: ['is al op een andere manier toegekend', 'is assigned in another way already'],
}

const autopilot: Words = {
  enrolled: ['ingeschreven', 'enrolled'],
  pendingReset: ['wacht op een herstart van de inrichting', 'waiting for a reset'],
  failed: ['mislukt', 'failed'],
  notContacted: ['heeft zich nog niet gemeld', 'has not made contact yet'],
  unknown: ['onbekend', 'unknown'],
}

const failure: Words = {
  unknown: ['Reden onbekend', 'Reason unknown'],
  authentication: ['Aanmelden mislukte', 'Signing in failed'],
  authorization: ['De gebruiker mag dit niet', 'The user is not allowed to'],
  accountValidation: [
    'Het account is niet geschikt (licentie of rechten)',
    'The account does not qualify (licence or rights)',
  ],
  userValidation: ['De gebruiker kon niet worden gecontroleerd', 'The user could not be verified'],
  deviceNotSupported: ['Het apparaat wordt niet ondersteund', 'The device is not supported'],
  inMaintenance: ['Intune was in onderhoud', 'Intune was in maintenance'],
  badRequest: [
    'Het apparaat stuurde iets dat Intune niet begreep',
    'The device sent what Intune did not understand',
  ],
  featureNotSupported: ['Dit wordt voor dit account niet ondersteund', 'Not supported for this account'],
  enrollmentRestrictionsEnforced: [
    'Een inschrijvingsbeperking hield het tegen',
    'An enrollment restriction blocked it',
  ],
  clientDisconnected: ['Het apparaat verbrak de verbinding', 'The device disconnected'],
  userAbandonment: ['De gebruiker brak het inschrijven af', 'The user abandoned the enrollment'],
}

const action: Words = {
  syncDevice: ['synchroniseren', 'sync'],
  rebootNow: ['herstarten', 'restart'],
  remoteLock: ['vergrendelen', 'lock'],
  resetPasscode: ['toegangscode wissen', 'reset passcode'],
  retire: ['uit beheer nemen', 'retire'],
  wipe: ['wissen', 'wipe'],
  factoryReset: ['wissen', 'wipe'],
  locateDevice: ['zoeken', 'locate'],
  createDeviceLogCollectionRequest: ['diagnose verzamelen', 'collect diagnostics'],
}

const actionState: Words = {
  none: ['nog niet begonnen', 'not begun'],
  pending: ['wacht op het apparaat', 'waiting for the device'],
  active: ['bezig', 'under way'],
  done: ['gedaan', 'done'],
  failed: ['mislukt', 'failed'],
  canceled: ['afgebroken', 'cancelled'],
  notSupported: ['wordt niet ondersteund', 'not supported'],
}

const unread: Words = {
  'permission-missing': ['een recht ontbreekt', 'a permission is missing'],
  'sign-in-refused': ['de koppeling met Microsoft wordt geweigerd', 'the connection to Microsoft is refused'],
  throttled: ['Microsoft laat ons wachten', 'Microsoft makes us wait'],
  unavailable: ['de dienst van Microsoft heeft een storing', "Microsoft's service has trouble"],
  unreachable: ['Microsoft is niet bereikbaar', 'Microsoft cannot be reached'],
  refused: ['Microsoft weigerde de vraag', 'Microsoft refused to answer'],
  'bad-answer': ['het antwoord was niet te begrijpen', 'the answer could not be understood'],
  'not-found': ['Microsoft kent dit niet', 'Microsoft does not know it'],
  'not-in-tenant': ['niemand in de tenant heeft dit e-mailadres', 'nobody in the tenant has this e-mail address'],
  gone: ['bestaat niet meer', 'it is there no more'],
  'not-read': ['nog niet gelezen', 'not read yet'],
}

const part: Words = {
  person: ['persoon', 'person'],
  licences: ['licenties', 'licences'],
  groups: ['groepen', 'groups'],
  devices: ['apparaten', 'devices'],
  failing: ['waarom niet voldaan wordt', 'why it is not compliant'],
  enrollmentFailures: ['mislukte inschrijvingen', 'failed enrollments'],
  appFailures: ['mislukte apps', 'failed apps'],
  autopilot: ['Autopilot', 'Autopilot'],
  certificates: ['certificaten', 'certificates'],
  health: ['meldingen van Microsoft', 'service health'],
}

const certificate: Words = {
  push: ['pushcertificaat van Apple', 'Apple push certificate'],
  ade: ['token voor automatische inschrijving', 'automated enrollment token'],
  vpp: ['token voor apps (VPP)', 'app token (VPP)'],
}

const vocabulary = {
  compliance,
  ownership,
  enrollment,
  management,
  intunePlan,
  licenceError,
  autopilot,
  failure,
  action,
  actionState,
  unread,
  part,
  certificate,
}

type Vocabulary = keyof typeof vocabulary

export function said(language: SaidLanguage, of: Vocabulary, value: string): string {
  const words: Words = vocabulary[of]
  const pair = Object.hasOwn(words, value) ? words[value] : undefined
  return pair?.[language === 'nl' ? 0 : 1] ?? value
}

/** Why a part could not be read, with the permission that is missing. */
export function saidUnread(
  language: SaidLanguage,
  { code, permission }: { readonly code: string; readonly permission: string | null },
): string {
  const why = said(language, 'unread', code)
  return permission === null ? why : `${why}: ${permission}`
}

/** At the beginning of a sentence. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
