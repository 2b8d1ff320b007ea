import type { Instant } from '#features/people/domain/instant.ts'
import type { Text } from '#features/plan/domain/document/text.ts'

export const meetingStates = ['planned', 'running', 'ended', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

export const adHocReasons = ['person', 'bounce-cap', 'burst'] as const
export type AdHocReason = (typeof adHocReasons)[number]

/** `dropped`: the plan has it no more. `stopped`: the bridge as a whole was. `not-held`: its time passed and nobody began it. */
export const cancelledWhys = ['by-person', 'dropped', 'stopped', 'not-held'] as const
export type CancelledWhy = (typeof cancelledWhys)[number]

export type QuorumPart = { readonly tier: number; readonly people: number }

/** A meeting of all tiers, standing (of a bridge in the plan) or ad hoc. */
export type Meeting = {
  readonly id: string
  readonly version: number
  /** The bridge of the plan, and which of its meetings; null: ad hoc. */
  readonly standing: null | { readonly bridge: string; readonly day: string; readonly number: number }
  readonly planVersionId: string
  readonly name: Text
  /** Why an ad hoc one is held; null for a standing one. */
  readonly called: null | { readonly reason: AdHocReason; readonly words: string; readonly by: string | null }
  readonly startsAt: Instant
  /** When the plan has it; differs once somebody moved it. */
  readonly plannedFor: Instant
  readonly plannedMinutes: number
  readonly timeZone: string
  readonly quorum: readonly QuorumPart[]
  /** Team whose lead hosts it, team that writes the minutes; null: whoever begins it, whoever takes it up. */
  readonly hostTeam: string | null
  readonly scribeTeam: string | null
  readonly hostId: string | null
  readonly scribeId: string | null
  readonly meetingLink: string | null
  /** Somebody put the link there: it stays, whatever the plan or Teams gives. */
  readonly linkByHand: boolean
  readonly state: MeetingState
  readonly beganAt: Instant | null
  readonly endedAt: Instant | null
  readonly cancelled: null | { readonly why: CancelledWhy; readonly by: string | null }
}

export const itemKinds = [
  'brought',
  'burst',
  'due-soon',
  'bounced',
  'stuck',
  'vendor-answer',
  'new-code',
  'follow-up',
  'own',
] as const
export type ItemKind = (typeof itemKinds)[number]

export const itemStates = ['waiting', 'on-table', 'done', 'parked', 'moved-on'] as const
export type ItemState = (typeof itemStates)[number]

/** Values for the sentence that says why something is on the agenda. */
export type Why = Readonly<Record<string, string | number | readonly string[]>>

/** Something to talk about: a ticket, a task or decision to follow up, or a text of its own. */
export type AgendaItem = {
  readonly id: string
  readonly ticketId: string | null
  readonly followsId: string | null
  readonly text: string | null
  readonly kind: ItemKind
  readonly why: Why
  readonly position: number
  /** People gave it its place or its time: a refresh leaves it there. */
  readonly arranged: boolean
  /** Its time box. */
  readonly minutes: number
  readonly state: ItemState
  /** Since when it is on the table. */
  readonly startedAt: Instant | null
  readonly spentSeconds: number
  readonly outcome: string | null
  /** Null: from the queue. */
  readonly addedBy: string | null
}
