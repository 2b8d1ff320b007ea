import type { Instant } from '#features/people/domain/instant.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { Certificate, HealthIssue } from './context.ts'
import type { FindingFacts, Seen } from './findings.ts'

/** An enrollment that failed, as Microsoft reports it. */
export type SeenFailure = {
  readonly id: string
  readonly at: Instant | null
  readonly userId: string | null
  readonly platform: Platform | null
  readonly os: string | null
  readonly osVersion: string | null
  readonly category: string | null
  readonly reason: string | null
  readonly correlationId: string | null
  readonly enrollmentType: string | null
}

/** A device that tries all night fails hundreds of times: the latest say it. Fewer than are remembered, or the oldest would count again and again. */
const mostTimes = 100
/** A failure is looked at for so long: what nobody met since is over. */
export const failureDays = 7

/**
 * Enrollments that failed lately: those of one person on one platform for one reason are one finding, with each time in it. A failure
 * without a user is nobody's, and without a moment it may be of last year.
 */
export function seenFailures(failures: readonly SeenFailure[], now: Instant): readonly Seen[] {
  const since = daysBefore(now, failureDays)
  const lately = failures.filter(({ at, userId }) => at !== null && at >= since && userId !== null)
  const groups = Map.groupBy(lately, ({ userId, platform, category, reason }) =>
    [userId?.toLowerCase(), platform ?? '', category ?? '', reason ?? ''].join('|').slice(0, 500),
  )
  return [...groups].map(([about, all]): Seen => {
    const sorted = all.toSorted((one, other) => ((one.at ?? '') < (other.at ?? '') ? -1 : 1))
    const [first, last] = [sorted[0], sorted.at(-1)]
    if (!first || !last) throw new Error('a group has somebody in it')
    return {
      kind: 'enrollment-failure',
      about,
      userId: last.userId,
      platform: last.platform,
      facts: said({
        category: last.category,
        reason: last.reason,
        os: last.os,
        osVersion: last.osVersion,
        enrollmentType: last.enrollmentType,
        correlationId: last.correlationId,
      }),
      ids: sorted.slice(-mostTimes).map(({ id }) => id),
      firstAt: first.at ?? now,
      lastAt: last.at ?? now,
    }
  })
}

/** Certificates and tokens that end within so many days, or have ended. A renewed one has another end: that is another. */
export function seenCertificates(
  certificates: readonly Certificate[],
  expiryDays: number,
  now: Instant,
): readonly Seen[] {
  const until = daysBefore(now, -expiryDays)
  return certificates.flatMap(({ id, kind, name, expiresAt }) => {
    if (expiresAt === null || expiresAt > until) return []
    const about = `${kind}:${id}:${expiresAt}`
    return [
      {
        ...{ kind: 'expiring-certificate' as const, about, userId: null, platform: 'ios' as const },
        ...{ facts: said({ what: kind, name, expiresAt }), ids: [about], firstAt: now, lastAt: now },
      },
    ]
  })
}

export type SeenDevice = {
  readonly id: string
  readonly userId: string | null
  readonly name: string | null
  readonly platform: Platform | null
  readonly model: string | null
  readonly serial: string | null
  readonly lastSyncAt: Instant | null
  readonly managementState: string | null
}

/** Devices that have been silent for longer are forgotten ones: nobody waits for them. */
const forgottenAfterDays = 180
/** What Intune is done with, or about to be: it need not check in. */
export function isLeaving(managementState: string | null): boolean {
  return /retire|wipe|delete/i.test(managementState ?? '')
}

/** Managed devices of somebody that have not checked in for so many days. One that checks in is silent no more. */
export function seenSilent(devices: readonly SeenDevice[], silentDays: number, now: Instant): readonly Seen[] {
  const [since, forgotten] = [daysBefore(now, silentDays), daysBefore(now, silentDays + forgottenAfterDays)]
  return devices.flatMap(({ id, userId, name, platform, model, serial, lastSyncAt, managementState }) => {
    if (lastSyncAt === null || lastSyncAt >= since || lastSyncAt < forgotten) return []
    if (userId === null || isLeaving(managementState)) return []
    return [
      {
        ...{ kind: 'silent-device' as const, about: id, userId, platform },
        facts: said({ device: name, model, serial, lastSyncAt }),
        ...{ ids: [`${id}:${lastSyncAt}`], firstAt: lastSyncAt, lastAt: lastSyncAt },
      },
    ]
  })
}

/** Incidents at Microsoft that are not resolved. */
export function seenIncidents(issues: readonly HealthIssue[], now: Instant): readonly Seen[] {
  return issues.map(({ id, title, service, feature, impact, startedAt }) => ({
    ...{ kind: 'service-incident', about: id, userId: null, platform: null },
    facts: said({ id, title, service, feature, impact, startedAt }),
    ...{ ids: [id], firstAt: startedAt ?? now, lastAt: startedAt ?? now },
  }))
}

/** What was not said is left out. */
function said(facts: Readonly<Record<string, string | null>>): FindingFacts {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]) => (value === null || value === '' ? [] : [[key, value]])),
  )
}

function daysBefore(at: Instant, days: number): Instant {
  return new Date(Date.parse(at) - days * 86_400_000).toISOString()
}
