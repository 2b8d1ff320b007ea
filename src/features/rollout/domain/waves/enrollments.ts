import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Wave } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { zoneOf } from '#features/plan/domain/rollout-day.ts'

/**
 * Where the number of enrollments comes from: Intune; somebody who says that Intune's is wrong; somebody who counted, where there is no
 * connection; the days that a file gave per person.
 */
export const enrollmentSources = ['intune', 'corrected', 'counted', 'people'] as const
export type Enrollments = {
  readonly count: number
  readonly source: (typeof enrollmentSources)[number]
  /** By the end of which day somebody counted. */
  readonly day: string | null
  /** When Intune was read. */
  readonly at: Instant | null
}

/** What the figure by hand is: `count` where Intune could not tell, `correction` where it told something else. */
export const countKinds = ['count', 'correction'] as const
export type CountKind = (typeof countKinds)[number]

export type Counted = { readonly enrolled: number; readonly day: string }

export type Known = {
  /** What Intune told last; null: it is not connected, or was never read. */
  readonly intune: { readonly enrolled: number; readonly at: Instant } | null
  /** The latest day that somebody counted. */
  readonly counted: Counted | null
  /** What somebody put in place of Intune's figure, and nobody took back. */
  readonly correction: Counted | null
  /** Of how many people a file said that they enrolled. */
  readonly people: number
}

/**
 * Intune goes before everything but a correction of it, which stands until somebody goes back to Intune's. Without Intune what somebody
 * counted goes before the days that a file gave per person, unless those are more. Null: nobody has told.
 */
export function enrollmentsOf({ intune, counted, correction, people }: Known): Enrollments | null {
  const byHand = (given: Counted, source: 'corrected' | 'counted'): Enrollments => ({
    ...{ count: given.enrolled, source, day: given.day, at: null },
  })
  if (intune && correction) return byHand(correction, 'corrected')
  if (intune) return { count: intune.enrolled, source: 'intune', day: null, at: intune.at }
  if (counted && counted.enrolled >= people) return byHand(counted, 'counted')
  if (people > 0) return { count: people, source: 'people', day: null, at: null }
  return counted && byHand(counted, 'counted')
}

/**
 * Since when a device counts as enrolled in the wave: from the beginning of its first day. Who had one before is in Intune already, which
 * says nothing of the wave.
 */
export function countsSince(plan: SupportPlan, { starts }: Pick<Wave, 'starts'>): Instant {
  const midnight = Temporal.PlainDate.from(starts).toZonedDateTime(zoneOf(plan)).toInstant()
  return midnight.toString({ fractionalSecondDigits: 3 })
}

/** The platforms that a wave is about; none: it says nothing of them, and every device counts. */
export function platformsOf({ platforms }: Pick<Wave, 'platforms'>): Wave['platforms'][number]['platform'][] {
  return platforms.flatMap(({ platform, percent }) => (percent > 0 ? platform : []))
}
