import type { Instant } from '#features/people/domain/instant.ts'
import type { TargetRef } from '../ticket.ts'

/** How one running of a target stands at a moment. */
export type DueMoment = TargetRef & {
  /** `met` and `missed` also say how a target that goes on stands; `cancelled` needs no answer any more. */
  readonly state: 'running' | 'paused' | 'met' | 'missed' | 'cancelled'
  /** When it is due, was due, or would have been; null while it stands still. */
  readonly dueAt: Instant | null
  readonly warnAt: Instant | null
  /** When it was reached or fell away; null as long as it has to be. */
  readonly endedAt: Instant | null
  readonly allowedMinutes: number
  /** What has counted, in minutes of the target's support hours. */
  readonly spentMinutes: number
  /** The same until it was due, by the tier that spent it. */
  readonly spent: readonly { readonly tier: number; readonly minutes: number }[]
}
