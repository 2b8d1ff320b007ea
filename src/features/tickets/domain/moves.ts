import type { Instant } from '#features/people/domain/instant.ts'
import type { Level } from '#features/plan/domain/document/process.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { ContactAttempt, KnownIssueLink, TargetRef } from './ticket.ts'

export type GivenEvidence = { readonly key: string; readonly value: string; readonly files: readonly string[] }

/** What somebody wants to do with a ticket. Every door (page, mail, API, job) makes one of these. */
export type Move =
  | {
      readonly move: 'open'
      readonly ticketId: string
      readonly planVersionId: string
      readonly requesterId: string
      readonly source: 'portal' | 'desk' | 'mail' | 'api' | 'detection'
      readonly subject: string
      readonly description: string
      readonly files: readonly string[]
      readonly category: string | null
      readonly platform: Platform | null
      readonly impact: Level | null
      readonly urgency: Level | null
      readonly phase: string | null
      readonly wave: string | null
      readonly evidence: readonly GivenEvidence[]
    }
  | { readonly move: 'claim' }
  | { readonly move: 'assign'; readonly agentId: string }
  | { readonly move: 'release' }
  | { readonly move: 'reply'; readonly text: string; readonly files: readonly string[] }
  | { readonly move: 'note'; readonly text: string; readonly files: readonly string[] }
  | { readonly move: 'ask'; readonly text: string; readonly files: readonly string[] }
  /** The requester writes; it ends waiting for them. */
  | {
      readonly move: 'answer'
      readonly text: string
      readonly files: readonly string[]
      readonly source: 'portal' | 'mail' | 'api'
    }
  | { readonly move: 'wait-until'; readonly until: Instant; readonly reason: string }
  | { readonly move: 'resume' }
  | { readonly move: 'add-evidence'; readonly evidence: readonly GivenEvidence[] }
  | {
      readonly move: 'escalate'
      readonly asked: string
      readonly evidence: readonly GivenEvidence[]
      /** A lead lets it go up although evidence is missing. */
      readonly waiver: null | { readonly reason: string }
      readonly fastLane: boolean
    }
  | { readonly move: 'withdraw' }
  | { readonly move: 'accept' }
  | {
      readonly move: 'send-back'
      readonly missing: readonly string[]
      readonly reason: string
    }
  | { readonly move: 'warn-lead'; readonly reason: string }
  | {
      readonly move: 'diagnose'
      readonly rootCause: string
      readonly solution: string
      readonly wordingForRequester: string
      readonly knownIssue: KnownIssueLink | null
      /** Tiers whose people were present when a bridge found it: they have taken note. Empty outside a bridge. */
      readonly presentTiers: readonly number[]
    }
  | { readonly move: 'take-note' }
  | { readonly move: 'ask-diagnoser'; readonly text: string }
  | { readonly move: 'answer-question'; readonly questionId: string; readonly text: string }
  | {
      readonly move: 'contact'
      readonly channel: ContactAttempt['channel']
      readonly outcome: ContactAttempt['outcome']
      /** What was told (applied), or what was found (did not work); goes into the handover back. */
      readonly text: string
      readonly retryAt: Instant | null
    }
  | { readonly move: 'confirm'; readonly satisfaction: 1 | 2 | 3 | 4 | 5 | null }
  | { readonly move: 'rate'; readonly satisfaction: 1 | 2 | 3 | 4 | 5 }
  | { readonly move: 'reopen'; readonly reason: string }
  | {
      readonly move: 'open-vendor-case'
      readonly severity: string
      readonly caseNumber: string | null
      readonly text: string
      readonly evidence: readonly GivenEvidence[]
    }
  | { readonly move: 'vendor-answered'; readonly text: string }
  | {
      readonly move: 'reprioritise'
      readonly impact: Level
      readonly urgency: Level
      readonly reason: string
    }
  | { readonly move: 'categorise'; readonly category: string; readonly platform: Platform | null }
  | { readonly move: 'link'; readonly ticketId: string; readonly kind: 'related' | 'same-cause' }
  | { readonly move: 'unlink'; readonly ticketId: string }
  | { readonly move: 'tag'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly move: 'follow' }
  | { readonly move: 'unfollow' }
  | { readonly move: 'bring-to-bridge'; readonly reason: string }
  | { readonly move: 'take-off-bridge'; readonly reason: string }
  /** Goes on under another version of the plan. Made from the plan's pages, of many tickets at once. */
  | { readonly move: 'migrate'; readonly planVersionId: string; readonly reason: string }
  | ClockMove

/** What only the clock does, each when its moment has come and once. It also makes `resume`. */
export type ClockMove =
  | { readonly move: 'close' }
  | { readonly move: 'remind-contact' }
  | ({ readonly move: 'mark-target-at-risk' } & TargetRef)
  | ({ readonly move: 'mark-target-missed' } & TargetRef)

export type MoveName = Move['move']
/** Moves that a person can make on a ticket that exists, from its page. */
export type PersonMoveName = Exclude<MoveName, 'open' | 'migrate' | ClockMove['move']>
export type MoveOf<Name extends MoveName> = Extract<Move, { move: Name }>
