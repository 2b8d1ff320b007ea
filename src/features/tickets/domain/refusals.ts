import type { Instant } from '#features/people/domain/instant.ts'
import type { Obstacle } from './obstacle.ts'
import type { Stage } from './ticket.ts'

/** Why a move is not made. The code is what clients, words (i18n `refusal.<code>`) and tests know it by. */
export type Refusal =
  /* Who */
  | { readonly code: 'auditor-reads-only' }
  | { readonly code: 'only-the-clock' }
  | { readonly code: 'not-for-the-system' }
  | { readonly code: 'only-detection' }
  | { readonly code: 'not-in-tier'; readonly tier: number }
  | { readonly code: 'not-certified'; readonly tier: number }
  | { readonly code: 'not-the-holder'; readonly holderId: string | null }
  | { readonly code: 'held-by-another'; readonly holderId: string }
  | { readonly code: 'not-taking-part' }
  | { readonly code: 'only-the-requester' }
  | { readonly code: 'not-for-requesters' }
  | { readonly code: 'tier-does-not-talk-to-requesters' }
  | { readonly code: 'waiver-needs-lead' }
  | { readonly code: 'not-a-case-opener' }
  | { readonly code: 'migration-needs-plan-rights' }
  /* When */
  | { readonly code: 'already-open' }
  | { readonly code: 'no-ticket' }
  | { readonly code: 'closed' }
  | { readonly code: 'wrong-stage'; readonly stage: Stage['name'] }
  | { readonly code: 'handover-offered'; readonly to: number }
  | { readonly code: 'no-handover' }
  | { readonly code: 'waiting-for-vendor' }
  | { readonly code: 'not-waiting' }
  | { readonly code: 'not-waiting-for-vendor' }
  | { readonly code: 'not-yet'; readonly at: Instant }
  | { readonly code: 'quiet-period-runs'; readonly until: Instant }
  | { readonly code: 'reopen-window-over'; readonly since: Instant }
  | { readonly code: 'take-note-first'; readonly tier: number }
  | { readonly code: 'nothing-to-note' }
  | { readonly code: 'other-tier-first'; readonly tier: number }
  | { readonly code: 'no-open-question' }
  | { readonly code: 'already-rated' }
  | { readonly code: 'already-assigned' }
  | { readonly code: 'not-assigned' }
  | { readonly code: 'already-on-bridge' }
  | { readonly code: 'not-brought-to-bridge' }
  | { readonly code: 'already-following' }
  | { readonly code: 'not-following' }
  | { readonly code: 'nothing-to-remind' }
  | { readonly code: 'target-not-due' }
  | { readonly code: 'already-marked' }
  /* The plan */
  | { readonly code: 'no-tier-above'; readonly tier: number }
  | { readonly code: 'lowest-tier' }
  | { readonly code: 'no-fast-lane' }
  | { readonly code: 'no-vendor' }
  | { readonly code: 'not-the-last-tier'; readonly last: number }
  | { readonly code: 'evidence-missing'; readonly missing: readonly string[] }
  | { readonly code: 'known-issue-required' }
  | { readonly code: 'unknown-plan-version' }
  | { readonly code: 'does-not-fit-plan'; readonly obstacles: readonly Obstacle[] }
  /* What was given */
  | { readonly code: 'text-required'; readonly field: string }
  | { readonly code: 'not-in-plan'; readonly field: string; readonly value: string }
  | { readonly code: 'platform-not-in-category'; readonly platform: string }
  | { readonly code: 'moment-not-ahead' }
  | { readonly code: 'unknown-person' }
  | { readonly code: 'assignee-not-in-tier'; readonly tier: number }
  | { readonly code: 'assignee-not-certified'; readonly tier: number }
  | { readonly code: 'unknown-known-issue' }
  | { readonly code: 'unknown-ticket' }
  | { readonly code: 'unknown-question' }
  | { readonly code: 'cannot-link-to-itself' }
  | { readonly code: 'already-linked' }
  | { readonly code: 'not-linked' }
  | { readonly code: 'nothing-to-change' }
  | { readonly code: 'not-on-bridge' }
  | { readonly code: 'rating-is-the-requesters' }
  /* What was seen */
  | { readonly code: 'ticket-moved-on'; readonly version: number }

export type RefusalCode = Refusal['code']
export type Refused = { readonly ok: false; readonly refusal: Refusal }

export const refuse = (refusal: Refusal): Refused => ({ ok: false, refusal })
