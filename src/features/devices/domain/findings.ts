import type { Instant } from '#features/people/domain/instant.ts'
import type { Detection } from '#features/plan/domain/document/process.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'

export const findingKinds = [
  'enrollment-failure',
  'expiring-certificate',
  'silent-device',
  'service-incident',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Whose trouble it is: that of people, or of what the organisation has. */
export const findingSides = ['people', 'organisation'] as const
export type FindingSide = (typeof findingSides)[number]

export function sideOf(kind: FindingKind): FindingSide {
  return kind === 'enrollment-failure' || kind === 'silent-device' ? 'people' : 'organisation'
}

export const findingStates = ['new', 'told', 'ticket', 'dismissed', 'gone'] as const
export type FindingState = (typeof findingStates)[number]

/** What was seen, of what is needed to help. Text only: it is shown, searched and written into evidence as it is. */
export type FindingFacts = Readonly<Record<string, string>>

/** Something that Intune shows now. */
export type Seen = {
  readonly kind: FindingKind
  /** What makes it this one, however often it is seen. */
  readonly about: string
  /** Whose it is in the tenant; null: the organisation's. */
  readonly userId: string | null
  readonly platform: Platform | null
  readonly facts: FindingFacts
  /** What Microsoft calls each time that it happened: each counts once. */
  readonly ids: readonly string[]
  readonly firstAt: Instant
  readonly lastAt: Instant
}

/** What is kept of it. */
export type Finding = {
  readonly id: string
  readonly kind: FindingKind
  readonly about: string
  readonly personId: string | null
  readonly platform: Platform | null
  readonly facts: FindingFacts
  readonly seen: readonly string[]
  readonly times: number
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly foundAt: Instant
  readonly state: FindingState
  readonly wanted: 'ticket' | 'hint'
  /** The ticket that it became (`opened`), or that it stands beside. */
  readonly ticketId: string | null
  readonly opened: boolean
  readonly toldTimes: number
}

/** So many ids are remembered; Microsoft shows a failure for a month at most. */
const rememberedIds = 200

/**
 * What a finding is after it is seen, however often and in whatever order that is told: each occurrence counts once. Null where nothing
 * is new.
 */
export function seenAgain(
  finding: Pick<Finding, 'seen' | 'times' | 'firstAt' | 'lastAt'>,
  seen: Pick<Seen, 'ids' | 'firstAt' | 'lastAt'>,
): Pick<Finding, 'seen' | 'times' | 'firstAt' | 'lastAt'> | null {
  const fresh = [...new Set(seen.ids)].filter((id) => !finding.seen.includes(id))
  if (fresh.length === 0) return null
  return {
    seen: [...finding.seen, ...fresh].slice(-rememberedIds),
    times: finding.times + fresh.length,
    firstAt: seen.firstAt < finding.firstAt ? seen.firstAt : finding.firstAt,
    lastAt: seen.lastAt > finding.lastAt ? seen.lastAt : finding.lastAt,
  }
}

/** What the plan makes of a kind. */
export function answerOf(detection: Detection, kind: FindingKind): 'ticket' | 'hint' | 'off' {
  switch (kind) {
    case 'enrollment-failure':
      return detection.enrollmentFailures
    case 'expiring-certificate':
      return detection.expiringCertificates
    case 'silent-device':
      return detection.silentDevices
    case 'service-incident':
      return detection.serviceIncidents
  }
}

/** So many proactive tickets are opened in an hour. When more fails than that, it is one cause: the rest are hints, and the tickets a burst. */
export const ticketsPerHour = 10
