import type { Instant } from '#features/people/domain/instant.ts'
import type { Level } from '#features/plan/domain/document/process.ts'
import type { Priority } from '#features/plan/domain/document/teams.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'

/** Where a ticket is in the process. `tier` of delivering is the lowest tier that still has to act. */
export type Stage =
  | { readonly name: 'investigating'; readonly tier: number }
  | { readonly name: 'delivering'; readonly tier: number }
  | { readonly name: 'confirming' }
  | { readonly name: 'closed' }

export type Waiting =
  | { readonly for: 'requester' }
  | { readonly for: 'vendor'; readonly severity: string; readonly caseNumber: string | null }
  | { readonly for: 'until'; readonly until: Instant; readonly reason: string }

/** What is known for one evidence item of the plan. */
export type Evidence = {
  readonly key: string
  readonly value: string
  /** Files that belong to it (screenshots, logs). */
  readonly files: readonly string[]
  readonly by: string
  readonly at: Instant
}

/** A step up that waits for the receiving tier to accept; the sender stays responsible until then. */
export type Offer = {
  readonly from: number
  readonly to: number
  readonly by: string
  readonly at: Instant
  /** What the sender asks of the next tier. */
  readonly asked: string
  readonly waiver: null | { readonly by: string; readonly reason: string; readonly missing: readonly string[] }
}

/** A tier that took part. A tier has one entry, however often the ticket comes by. */
export type TrailEntry = {
  readonly tier: number
  readonly enteredAt: Instant
  readonly agentId: string | null
  /** When this tier understood the handed-down solution; cleared by a new diagnosis. */
  readonly tookNoteAt: Instant | null
  readonly tookNoteBy: string | null
}

export type KnownIssueLink =
  | { readonly kind: 'linked'; readonly id: string }
  | {
      readonly kind: 'create'
      readonly title: string
      readonly id?: string
      readonly codes?: readonly string[] | undefined
    }
  | { readonly kind: 'one-off'; readonly reason: string }

export type Diagnosis = {
  readonly rootCause: string
  readonly solution: string
  readonly wordingForRequester: string
  readonly byTier: number
  readonly byAgent: string
  readonly at: Instant
  readonly knownIssue: KnownIssueLink | null
}

/** A question about the handed-down solution, for the person who made the diagnosis. */
export type SolutionQuestion = {
  readonly id: string
  readonly tier: number
  readonly by: string
  readonly at: Instant
  readonly text: string
  readonly answer: null | { readonly by: string; readonly at: Instant; readonly text: string }
}

export type ContactAttempt = {
  readonly by: string
  readonly at: Instant
  readonly channel: 'phone' | 'chat' | 'mail' | 'in-person' | 'portal'
  readonly outcome: 'applied' | 'not-reached' | 'did-not-work'
  readonly retryAt: Instant | null
  /** The clock has said that it is time to try again. */
  readonly reminded: boolean
}

export const targetNames = ['acknowledge', 'work', 'take-note', 'contact', 'resolve'] as const
export type TargetName = (typeof targetNames)[number]

/** One running of a target: `since` is the number of the event that started it; `tier` is null for the overall targets. */
export type TargetRef = { readonly target: TargetName; readonly tier: number | null; readonly since: number }

export type Link = { readonly ticketId: string; readonly kind: 'related' | 'same-cause' }

/** One requester's one issue: what `evolve` makes of its events. */
export type Ticket = {
  readonly id: string
  /** Number of the last event; the version a mover has to have seen. */
  readonly version: number
  /** The published plan version that it runs under: the one it was opened under, until it is moved to another. */
  readonly planVersionId: string
  readonly kind: 'incident' | 'request'
  readonly subject: string
  /** `detection`: Tierwise saw it in Intune before anybody said so. */
  readonly source: 'portal' | 'desk' | 'mail' | 'api' | 'detection'
  readonly requesterId: string
  readonly originatorId: string
  readonly category: string | null
  readonly platform: Platform | null
  readonly impact: Level
  readonly urgency: Level
  readonly priority: Priority
  readonly phase: string | null
  readonly wave: string | null
  /** Mode of the phase it was opened in. */
  readonly mode: 'bridge' | 'tiered'
  readonly stage: Stage
  readonly waiting: Waiting | null
  readonly assigneeId: string | null
  readonly offer: Offer | null
  readonly evidence: readonly Evidence[]
  readonly trail: readonly TrailEntry[]
  /** The diagnosis that is on its way down or was applied; null while the cause is unknown (again). */
  readonly diagnosis: Diagnosis | null
  readonly questions: readonly SolutionQuestion[]
  /** Since the last diagnosis. */
  readonly contactAttempts: readonly ContactAttempt[]
  /** Confirming: since when the requester is silent; an answer starts the quiet period anew. */
  readonly quietSince: Instant | null
  /** Targets of which the clock has recorded that they are at risk, or missed. */
  readonly atRisk: readonly TargetRef[]
  readonly missed: readonly TargetRef[]
  readonly bounces: number
  readonly reopened: number
  readonly onBridge: boolean
  readonly followers: readonly string[]
  readonly tags: readonly string[]
  readonly links: readonly Link[]
  readonly openedAt: Instant
  /** When the requester last said the ticket's solution works, or the quiet period passed. */
  readonly closedAt: Instant | null
  readonly satisfaction: null | { readonly score: 1 | 2 | 3 | 4 | 5; readonly at: Instant }
}
