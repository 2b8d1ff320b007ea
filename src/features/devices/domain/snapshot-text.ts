import type { Instant } from '#features/people/domain/instant.ts'
import { type Device, type DeviceContext, type EnrollmentFailure, partsOf } from './context.ts'
import { apartBy, makeOf } from './same-device.ts'
import { capital, said, type SaidLanguage, saidUnread } from './said.ts'
import { endingCertificates, isIncident } from './warnings.ts'
import { devicesInOrder, whyNotCompliant } from './worth-showing.ts'

const words = {
  nl: {
    readAt: 'Gelezen',
    account: 'Account',
    on: 'mag aanmelden',
    off: 'geblokkeerd',
    location: 'land',
    licences: 'Licenties',
    groups: 'Groepen',
    device: 'Apparaat',
    noDevices: 'Geen apparaten in Intune',
    serial: 'serienummer',
    enrolled: 'ingeschreven',
    lastSync: 'laatste contact',
    notMet: 'niet voldaan',
    enrollment: 'Inschrijven mislukt',
    apps: 'App mislukt',
    autopilot: 'Autopilot',
    ends: 'verloopt',
    incident: 'Storing bij Microsoft',
    unread: 'Niet gelezen',
    correlation: 'correlatie',
    asOf: 'stand van',
  },
  en: {
    readAt: 'Read',
    account: 'Account',
    on: 'may sign in',
    off: 'blocked',
    location: 'country',
    licences: 'Licences',
    groups: 'Groups',
    device: 'Device',
    noDevices: 'No devices in Intune',
    serial: 'serial',
    enrolled: 'enrolled',
    lastSync: 'last check-in',
    notMet: 'not met',
    enrollment: 'Enrollment failed',
    apps: 'App failed',
    autopilot: 'Autopilot',
    ends: 'ends',
    incident: 'Trouble at Microsoft',
    unread: 'Not read',
    correlation: 'correlation',
    asOf: 'as of',
  },
} as const

const mostGroups = 12
const mostDevices = 6
const mostApps = 3
const mostFailures = 3

/** How a moment is said: to whoever looks at a page in their own zone, to everybody else in UTC. */
export type SayMoment = (at: Instant) => string

/**
 * A context as plain text, for evidence and packets: what a colleague or Microsoft needs to know, and nothing of anybody else. Neither
 * names nor addresses of people.
 */
export function snapshotText(context: DeviceContext, language: SaidLanguage, say: SayMoment = moment): string {
  const t = words[language]
  const { person, licences, groups, devices, enrollmentFailures, appFailures, autopilot, certificates, health } =
    context
  const at = devices.readAt ?? person.readAt
  const now = at ?? devices.failed?.at ?? ''
  const lines = [
    at === null ? null : `${t.readAt} ${say(at)}`,
    person.value &&
      line(t.account, [
        person.value.enabled === null ? null : person.value.enabled ? t.on : t.off,
        person.value.usageLocation && `${t.location} ${person.value.usageLocation}`,
      ]),
    licences.value &&
      list(
        t.licences,
        licences.value.map(
          ({ sku, intunePlan, error }) =>
            `${sku} (${[said(language, 'intunePlan', intunePlan), error && said(language, 'licenceError', error)].filter(Boolean).join(', ')})`,
        ),
      ),
    groups.value &&
      list(
        t.groups,
        cut(
          groups.value.map(({ id, name }) => name ?? id),
          mostGroups,
        ),
      ),
    devices.value?.length === 0 ? t.noDevices : null,
    ...devicesInOrder(context, now)
      .slice(0, mostDevices)
      .flatMap(({ device }) => deviceLines(device, devices.value ?? [], language, say)),
    ...(enrollmentFailures.value ?? [])
      .slice(0, mostFailures)
      .map((failure) => `${t.enrollment}: ${failureLine(failure, language, say)}`),
    ...(appFailures.value ?? [])
      .slice(0, mostApps)
      .map(({ at: when, appName, appId, code, what }) =>
        line(t.apps, [appName ?? appId, code, what, when && say(when)]),
      ),
    ...(autopilot.value ?? []).map(({ serial, groupTag, enrollmentState }) =>
      line(t.autopilot, [serial, groupTag, enrollmentState && said(language, 'autopilot', enrollmentState)]),
    ),
    ...endingCertificates(certificates.value ?? [], now).map(
      ({ kind, expiresAt }) => `${capital(said(language, 'certificate', kind))}: ${t.ends} ${say(expiresAt)}`,
    ),
    ...(health.value ?? []).filter(isIncident).map(({ id, title }) => line(t.incident, [id, title])),
    ...unreadLines(context, language, say),
  ]
  return lines.filter((one) => one !== null && one !== '').join('\n')
}

/** The newest enrollments that failed, as plain text; empty where none is known. */
export function failureText(
  { enrollmentFailures }: Pick<DeviceContext, 'enrollmentFailures'>,
  language: SaidLanguage,
): string {
  return (enrollmentFailures.value ?? [])
    .slice(0, mostFailures)
    .map((failure) => failureLine(failure, language, moment))
    .join('\n')
}

function failureLine(failure: EnrollmentFailure, language: SaidLanguage, say: SayMoment): string {
  const { at, category, reason, os, osVersion, enrollmentType, correlationId } = failure
  const what =
    category === null ? (reason ?? said(language, 'failure', 'unknown')) : said(language, 'failure', category)
  const facts = [
    category !== null && reason ? `${what} (${reason})` : what,
    [os, osVersion].filter(Boolean).join(' '),
    enrollmentType && enrollmentType !== 'unknown' ? said(language, 'enrollment', enrollmentType) : null,
    correlationId && `${words[language].correlation} ${correlationId}`,
  ]
  return `${at === null ? '' : `${say(at)}: `}${joined(facts)}`
}

function deviceLines(
  device: Device,
  all: readonly Device[],
  language: SaidLanguage,
  say: SayMoment,
): readonly (string | null)[] {
  const t = words[language]
  const apart = apartBy(device, all)
  const facts = [
    makeOf(device),
    joined([device.os, device.osVersion], ' '),
    device.serial && `${t.serial} ${device.serial}`,
    device.ownership && said(language, 'ownership', device.ownership),
    device.enrollmentType && device.enrollmentType !== 'unknown'
      ? said(language, 'enrollment', device.enrollmentType)
      : null,
    device.managementState && device.managementState !== 'managed'
      ? said(language, 'management', device.managementState)
      : null,
    device.enrolledAt && `${t.enrolled} ${say(device.enrolledAt)}`,
    device.lastSyncAt && `${t.lastSync} ${say(device.lastSyncAt)}`,
    device.compliance && said(language, 'compliance', device.compliance),
  ]
  return [
    `${t.device} ${device.name}${apart === null ? '' : ` (${apart})`}: ${joined(facts)}`,
    ...whyNotCompliant(device).map(
      ({ setting, policies, code }) =>
        `- ${t.notMet}: ${joined([`${setting || '?'} (${policies.join(', ')})`, code])}`,
    ),
    device.failing.failed && device.failing.failed.code !== 'not-read'
      ? `- ${said(language, 'part', 'failing')}: ${saidUnread(language, device.failing.failed)}`
      : null,
  ]
}

function unreadLines(context: DeviceContext, language: SaidLanguage, say: SayMoment): readonly string[] {
  const t = words[language]
  return partsOf(context).flatMap(({ name, field: { failed, readAt } }) =>
    failed === null
      ? []
      : [
          `${t.unread}: ${said(language, 'part', name)} (${saidUnread(language, failed)}${readAt === null ? '' : `; ${t.asOf} ${say(readAt)}`})`,
        ],
  )
}

/** `2026-03-02 08:14 UTC`: the same to everybody who reads it. */
export function moment(at: Instant): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
}

type Part = string | null | undefined | false

function joined(parts: readonly Part[], between = ', '): string {
  return parts.filter((one) => typeof one === 'string' && one !== '').join(between)
}

function line(label: string, parts: readonly Part[]): string | null {
  const text = joined(parts)
  return text === '' ? null : `${label}: ${text}`
}

function list(label: string, parts: readonly string[]): string | null {
  return parts.length === 0 ? null : `${label}: ${parts.join(', ')}`
}

function cut(all: readonly string[], most: number): readonly string[] {
  return all.length <= most ? all : [...all.slice(0, most), `+${all.length - most}`]
}
