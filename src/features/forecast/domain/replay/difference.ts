import type { Instant } from '#features/people/domain/instant.ts'
import type { TargetName } from '#features/tickets/domain/ticket.ts'

/** In which ways a ticket would have gone otherwise. */
export const differenceKinds = [
  'priority',
  'category-gone',
  'platform-not-in-category',
  'mode',
  'contact-tier',
  'tier-gone',
  'evidence-asked',
  'waiver-spared',
  'evidence-dropped',
  'handover-elsewhere',
  'handover-refused',
  'lane-closed',
  'lane-open',
  'bridge-then',
  'bridge-not',
  'known-issue-asked',
  'note-first',
  'contact-sooner',
  'vendor-refused',
  'severity-gone',
  'may-not-talk',
  'closed-sooner',
  'closed-later',
  'reopen-refused',
  'retry-moved',
  'target-met',
  'target-missed',
  'warned',
  'not-warned',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** One thing that the draft would have decided otherwise, at the event where it shows. */
export type Difference = {
  readonly kind: DifferenceKind
  readonly at: Instant
  /** The tier that it is about; of a handover, the one that hands over. */
  readonly tier: number | null
  /** Of a handover: the tier that it was offered to. */
  readonly to: number | null
  readonly target: TargetName | null
  /** Of the plan: evidence, category and platform, severity. */
  readonly keys: readonly string[]
  readonly was: string | number | null
  readonly now: string | number | null
}

export function difference(
  kind: DifferenceKind,
  at: Instant,
  about: Partial<Omit<Difference, 'kind' | 'at'>> = {},
): Difference {
  return { kind, at, tier: null, to: null, target: null, keys: [], was: null, now: null, ...about }
}
