import type { Instant } from '#features/people/domain/instant.ts'
import type { Burst } from '#features/triage/domain/burst.ts'

/** An open ticket as far as the agenda of a bridge looks at it. */
export type QueueTicket = {
  readonly id: string
  readonly number: number
  readonly stage: 'investigating' | 'delivering' | 'confirming'
  /** The tier whose turn it is. */
  readonly tier: number
  readonly priority: 1 | 2 | 3 | 4
  readonly category: string | null
  readonly platform: string | null
  readonly wave: string | null
  readonly requesterId: string
  readonly waiting: 'requester' | 'vendor' | 'until' | null
  /** How it came to the bridge, where it still is: somebody brought it, tiers kept returning it, or the phase works by bridge. */
  readonly broughtBy: null | 'person' | 'bounce-cap' | 'phase'
  readonly bounces: number
  readonly openedAt: Instant
  /** When somebody last did something on it. */
  readonly movedAt: Instant
  readonly vendorAnsweredAt: Instant | null
  /** The first target that has yet to be reached, also when it was missed. */
  readonly due: null | { readonly at: Instant; readonly target: string; readonly tier: number | null }
  /** In what was written about it, in one spelling. */
  readonly codes: readonly string[]
}

/** A task or decision of an earlier meeting that is still open. */
export type FollowUp = {
  readonly id: string
  readonly what: string
  readonly who: string
  /** A calendar day; null for a decision. */
  readonly due: string | null
}

/** A burst as triage found it, with its tickets, the oldest first. */
export type QueueBurst = Pick<Burst, 'kind' | 'about' | 'values'> & {
  readonly tickets: readonly { readonly id: string; readonly number: number }[]
}
