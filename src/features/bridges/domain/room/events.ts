import type { Instant } from '#features/people/domain/instant.ts'
import type { QuorumPart } from '../meeting.ts'

export const itemOutcomes = ['done', 'parked', 'moved-on'] as const
export type ItemOutcome = (typeof itemOutcomes)[number]

export const decisionKinds = ['known-issue', 'ticket-move', 'plan-change', 'other'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** What happens in the room of a bridge: codes, ids, tiers and moments. What people typed stands beside it, as words. */
export type RoomFact =
  | { readonly type: 'joined'; readonly tiers: readonly number[] }
  /** `expired`: their page was not heard of any more. */
  | { readonly type: 'left'; readonly expired: boolean }
  | { readonly type: 'begun' }
  | { readonly type: 'host-taken' }
  | { readonly type: 'scribe-taken' }
  | { readonly type: 'quorum'; readonly lacks: readonly QuorumPart[] }
  | { readonly type: 'without-quorum'; readonly lacks: readonly QuorumPart[] }
  | { readonly type: 'item-begun'; readonly itemId: string }
  | {
      readonly type: 'item-ended'
      readonly itemId: string
      readonly outcome: ItemOutcome
      readonly seconds: number
    }
  | { readonly type: 'move-made'; readonly move: string; readonly itemId: string | null }
  | {
      readonly type: 'decided'
      readonly decisionId: string
      readonly kind: DecisionKind
      readonly quorum: boolean
    }
  | { readonly type: 'task-given'; readonly taskId: string; readonly ownerId: string; readonly due: string }
  | { readonly type: 'task-done'; readonly taskId: string; readonly dropped: boolean }
  | { readonly type: 'ended'; readonly quorumSeconds: number }
  | { readonly type: 'minutes-sent'; readonly version: number }

export type RoomEvent = {
  readonly number: number
  readonly at: Instant
  /** Who did it, or came or went; null: nobody in particular. */
  readonly personId: string | null
  readonly ticketId: string | null
  readonly fact: RoomFact
  readonly words: string | null
}
