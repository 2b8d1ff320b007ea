import type { Instant } from '#features/people/domain/instant.ts'
import type { Level } from '#features/plan/domain/document/process.ts'
import type { Priority } from '#features/plan/domain/document/teams.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { DueMoment } from './clocks/due-moment.ts'
import type { TierMinutes } from './clocks/tier-spent.ts'
import type { MoveName } from './moves.ts'
import type { ContactAttempt, TargetRef, Ticket } from './ticket.ts'

/**
 * What happened to a ticket. Appended, never changed.
 * Everything a person typed stands under `words`: it can be erased (with its key) while the hash chain over the rest still
 * verifies, so facts never repeat words. Erased words read as empty text.
 * A fact holds what the plan decided (which tier is next, which priority): `evolve` needs no plan.
 */
export type TicketFact =
  | {
      readonly type: 'opened'
      readonly ticketId: string
      readonly planVersionId: string
      readonly kind: Ticket['kind']
      readonly source: Ticket['source']
      readonly requesterId: string
      readonly category: string | null
      readonly platform: Platform | null
      readonly impact: Level
      readonly urgency: Level
      readonly priority: Priority
      readonly phase: string | null
      readonly wave: string | null
      readonly mode: Ticket['mode']
      /** The contact tier, where it begins. */
      readonly tier: number
      readonly files: readonly string[]
      readonly words: { readonly subject: string; readonly description: string }
    }
  | { readonly type: 'assigned'; readonly tier: number; readonly agentId: string }
  | { readonly type: 'released' }
  | { readonly type: 'replied'; readonly files: readonly string[]; readonly words: { readonly text: string } }
  | { readonly type: 'noted'; readonly files: readonly string[]; readonly words: { readonly text: string } }
  | { readonly type: 'asked'; readonly files: readonly string[]; readonly words: { readonly text: string } }
  | {
      readonly type: 'answered'
      readonly source: 'portal' | 'mail' | 'api'
      readonly files: readonly string[]
      readonly words: { readonly text: string }
    }
  | { readonly type: 'waiting'; readonly until: Instant; readonly words: { readonly reason: string } }
  | { readonly type: 'resumed' }
  | {
      readonly type: 'evidence-added'
      readonly items: readonly { readonly key: string; readonly files: readonly string[] }[]
      /** Value by evidence key. */
      readonly words: Readonly<Record<string, string>>
    }
  | {
      readonly type: 'handover-offered'
      readonly from: number
      readonly to: number
      readonly waived: readonly string[]
      readonly fastLane: boolean
      readonly words: { readonly asked: string; readonly waiverReason: string }
    }
  | { readonly type: 'handover-withdrawn' }
  | { readonly type: 'handover-accepted'; readonly tier: number }
  | {
      readonly type: 'sent-back'
      readonly from: number
      readonly to: number
      readonly missing: readonly string[]
      readonly words: { readonly reason: string }
    }
  | { readonly type: 'lead-warned'; readonly tier: number; readonly words: { readonly reason: string } }
  | {
      readonly type: 'diagnosed'
      readonly tier: number
      /** The lowest tier that has to act first. */
      readonly delivering: number
      readonly knownIssue:
        | null
        | { readonly kind: 'linked'; readonly id: string }
        /** `id`: of the known issue that was written down then; absent where nobody could. */
        | { readonly kind: 'create'; readonly id?: string }
        | { readonly kind: 'one-off' }
      readonly words: {
        readonly rootCause: string
        readonly solution: string
        readonly wordingForRequester: string
        /** Title of a known issue to create, or why it is a one-off. */
        readonly knownIssue: string
      }
    }
  | { readonly type: 'note-taken'; readonly tier: number; readonly onBridge: boolean; readonly delivering: number }
  | {
      readonly type: 'question-asked'
      readonly questionId: string
      readonly tier: number
      readonly words: { readonly text: string }
    }
  | { readonly type: 'question-answered'; readonly questionId: string; readonly words: { readonly text: string } }
  | {
      readonly type: 'contacted'
      readonly channel: ContactAttempt['channel']
      readonly outcome: ContactAttempt['outcome']
      readonly retryAt: Instant | null
      readonly words: { readonly text: string }
    }
  | { readonly type: 'contact-reminded' }
  | { readonly type: 'confirmed' }
  | { readonly type: 'rated'; readonly satisfaction: 1 | 2 | 3 | 4 | 5 }
  | { readonly type: 'closed' }
  | { readonly type: 'reopened'; readonly tier: number; readonly words: { readonly reason: string } }
  | {
      readonly type: 'vendor-case-opened'
      readonly severity: string
      readonly caseNumber: string | null
      readonly words: { readonly text: string }
    }
  | { readonly type: 'vendor-answered'; readonly words: { readonly text: string } }
  | {
      readonly type: 'reprioritised'
      readonly impact: Level
      readonly urgency: Level
      readonly priority: Priority
      readonly words: { readonly reason: string }
    }
  | {
      readonly type: 'categorised'
      readonly category: string
      readonly platform: Platform | null
      readonly kind: Ticket['kind']
    }
  | { readonly type: 'linked'; readonly ticketId: string; readonly kind: 'related' | 'same-cause' }
  | { readonly type: 'unlinked'; readonly ticketId: string }
  | { readonly type: 'tagged'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly type: 'followed'; readonly personId: string }
  | { readonly type: 'unfollowed'; readonly personId: string }
  | { readonly type: 'brought-to-bridge'; readonly words: { readonly reason: string } }
  | { readonly type: 'taken-off-bridge'; readonly words: { readonly reason: string } }
  | {
      readonly type: 'migrated'
      readonly from: string
      readonly to: string
      /** The versions' numbers, by which people know them. */
      readonly fromNumber: number
      readonly toNumber: number
      /** What the new plan makes of the same impact and urgency, and of the same category. */
      readonly priority: Priority
      readonly kind: Ticket['kind']
      /** How every target stood under the plan before: what has counted goes on counting, what was missed stays missed. */
      readonly targets: readonly DueMoment[]
      /** What the tiers had spent, in the support hours of the plan before. */
      readonly spent: readonly TierMinutes[]
      readonly words: { readonly reason: string }
    }
  /** A lead made the move that follows without being certified for the tier, or without holding the ticket. */
  | {
      readonly type: 'overridden'
      readonly move: MoveName
      readonly tier: number
      readonly lacked: 'certification' | 'holding'
    }
  | ({ readonly type: 'target-at-risk'; readonly dueAt: Instant } & TargetRef)
  | ({
      readonly type: 'target-missed'
      readonly dueAt: Instant
      /** Minutes that counted towards the target until it was due, by the tier that spent them. */
      readonly spent: readonly { readonly tier: number; readonly minutes: number }[]
    } & TargetRef)

export type FactType = TicketFact['type']
export type FactOf<Type extends FactType> = Extract<TicketFact, { type: Type }>

export type EventAuthor =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'system'; readonly name: 'clock' | 'mail' | 'detection' }

/** A fact in its place: the nth event of its ticket, at a moment, by somebody. */
export type TicketEvent = {
  readonly number: number
  readonly at: Instant
  readonly by: EventAuthor
  readonly fact: TicketFact
}
