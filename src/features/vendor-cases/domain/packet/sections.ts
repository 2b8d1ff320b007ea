/** The order in which Microsoft asks. */
export const sections = [
  'error',
  'where',
  'since',
  'ever-worked',
  'platform',
  'affected',
  'ids',
  'versions',
  'enrollment',
  'tried',
  'logs',
  'impact',
] as const
export type Section = (typeof sections)[number]

/** Who can say what is missing. */
export const suppliers = ['requester', 'agent', 'administrator', 'lead', 'intune'] as const
export type Supplier = (typeof suppliers)[number]

/** Whom to ask where a section is empty: who knows it best first. */
export const suppliersOf: Readonly<Record<Section, readonly Supplier[]>> = {
  error: ['requester'],
  where: ['requester', 'agent'],
  since: ['requester'],
  'ever-worked': ['requester'],
  platform: ['intune', 'requester'],
  affected: ['lead', 'agent'],
  ids: ['administrator', 'intune'],
  versions: ['requester'],
  enrollment: ['intune', 'administrator'],
  tried: ['agent'],
  logs: ['agent', 'requester'],
  impact: ['lead', 'requester'],
}

/** Evidence of the plan as it is known by key; what is not here goes by its kind. */
export const sectionOfEvidence: Readonly<Record<string, Section>> = {
  'error-text': 'error',
  'error-code': 'error',
  'summary-for-vendor': 'error',
  reproduction: 'where',
  network: 'where',
  'app-name': 'where',
  'mail-app': 'where',
  'connection-name': 'where',
  'moment-and-account': 'since',
  'since-when': 'since',
  timeline: 'since',
  'os-version': 'platform',
  'device-identity': 'platform',
  'device-snapshot': 'platform',
  'who-else': 'affected',
  'affected-devices': 'affected',
  'devices-in-use': 'affected',
  'tenant-id': 'ids',
  'correlation-ids': 'ids',
  'sign-in-log': 'ids',
  'app-version': 'versions',
  'company-portal-version': 'versions',
  ownership: 'enrollment',
  'android-enrollment': 'enrollment',
  'windows-join': 'enrollment',
  'management-profile': 'enrollment',
  'enrollment-restrictions': 'enrollment',
  'licence-and-groups': 'enrollment',
  'steps-tried': 'tried',
  'ruled-out': 'tried',
  'policy-state': 'tried',
  'app-state': 'tried',
  'earlier-tickets': 'tried',
  'business-impact': 'impact',
  'contact-and-hours': 'impact',
}

/** Said among ourselves before a case is opened, and nothing for the vendor. */
export const evidenceNotSent: ReadonlySet<string> = new Set(['permission-to-share', 'caller-verified'])

/**
 * What stands in a section and does not answer its question: a subject says that something is wrong, not what; a category what about, not
 * where; a priority how soon we look, not what it does to the work; a wave whose turn it is, not how many have it. The vendor asks again.
 */
export const answersNothing: ReadonlySet<string> = new Set([
  'subject',
  'description',
  'category',
  'reported',
  'moment-and-account',
  'wave',
  'ownership',
  'enrollment-restrictions',
  'licence-and-groups',
  'management-profile',
  'policy-state',
  'app-state',
  'earlier-tickets',
  'priority',
  'contact-and-hours',
])
