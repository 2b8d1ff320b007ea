import { day, hour, stampOf } from '../clock.ts'

export type HealthStatus =
  | 'serviceOperational'
  | 'investigating'
  | 'restoringService'
  | 'verifyingService'
  | 'serviceRestored'
  | 'postIncidentReviewPublished'
  | 'serviceDegradation'
  | 'serviceInterruption'
  | 'extendedRecovery'
  | 'falsePositive'
  | 'investigationSuspended'

export type HealthIssueRecord = {
  readonly id: string
  title: string
  readonly service: string
  readonly feature: string
  readonly featureGroup: string
  readonly classification: 'advisory' | 'incident'
  status: HealthStatus
  readonly origin: 'microsoft' | 'thirdParty' | 'customer'
  isResolved: boolean
  readonly impactDescription: string
  readonly startDateTime: string
  endDateTime: string | null
  lastModifiedDateTime: string
  readonly details: { readonly name: string; readonly value: string }[]
  readonly posts: HealthPost[]
}

type HealthPost = {
  readonly createdDateTime: string
  readonly postType: 'regular' | 'quick' | 'strategic'
  readonly description: { readonly contentType: 'html'; readonly content: string }
}

export const services = [
  ['Intune', 'Microsoft Intune'],
  ['Exchange', 'Exchange Online'],
  ['microsoftteams', 'Microsoft Teams'],
  ['AzureActiveDirectory', 'Microsoft Entra'],
] as const

export type HealthWish = {
  readonly id: string
  readonly title: string
  readonly service?: string
  readonly feature?: string
  readonly classification?: 'advisory' | 'incident'
  readonly status?: HealthStatus
  readonly impact?: string
  readonly startedAt: number
  readonly resolvedAt?: number | null
}

export function healthIssue(wish: HealthWish, at: number): HealthIssueRecord {
  const resolved = wish.resolvedAt ?? null
  const impact = wish.impact ?? 'Users may see an error when they enroll.'
  return {
    id: wish.id,
    title: wish.title,
    service: wish.service ?? 'Microsoft Intune',
    feature: wish.feature ?? 'Device management',
    featureGroup: wish.service ?? 'Microsoft Intune',
    classification: wish.classification ?? 'incident',
    status: wish.status ?? (resolved === null ? 'serviceDegradation' : 'serviceRestored'),
    origin: 'microsoft',
    isResolved: resolved !== null,
    impactDescription: impact,
    startDateTime: stampOf(wish.startedAt),
    endDateTime: resolved === null ? null : stampOf(resolved),
    lastModifiedDateTime: stampOf(resolved ?? at),
    details: [{ name: 'NotifyInApp', value: 'True' }],
    posts: [post(wish.startedAt, `<p>${impact}</p><p>We are looking into it.</p>`)],
  }
}

export function post(at: number, content: string): HealthPost {
  return { createdDateTime: stampOf(at), postType: 'regular', description: { contentType: 'html', content } }
}

/** One advisory is open; the incidents of the last weeks are over. */
export function makeHealthIssues(at: number): HealthIssueRecord[] {
  const past = (id: string, title: string, days: number, more: Partial<HealthWish> = {}) =>
    healthIssue({ id, title, startedAt: at - days * day, resolvedAt: at - days * day + 9 * hour, ...more }, at)
  return [
    healthIssue(
      {
        id: 'IT1184207',
        title: 'Some compliance reports for Windows devices show data of yesterday',
        classification: 'advisory',
        status: 'serviceDegradation',
        impact: 'Reports in the admin center may lag behind; compliance itself is evaluated as usual.',
        startedAt: at - 30 * hour,
      },
      at,
    ),
    past('IT1179033', "Some users can't enroll Android devices with a work profile", 12),
    past('IT1175510', 'Apps from the Apple store were installed late', 19, { classification: 'advisory' }),
    past('EX1180122', 'Some mails were delivered late', 6, { service: 'Exchange Online', feature: 'Mail flow' }),
    past('TM1177841', 'Some users could not join meetings from a phone', 15, {
      service: 'Microsoft Teams',
      feature: 'Meetings',
    }),
  ]
}
