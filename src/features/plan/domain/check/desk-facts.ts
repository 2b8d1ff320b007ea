import type { Instant } from '#features/people/domain/instant.ts'

/** What only a running desk knows about the plan's teams, people and links. */
export type DeskFacts = LearningFacts & {
  /** The day it is on the desk. */
  readonly today: string
  /** Per team key. Disabled people are not counted. */
  readonly teams: Readonly<Record<string, TeamFacts>>
  /** Who may work in a tier now, with the teams they are in. */
  readonly certified: readonly CertifiedPerson[]
  /** How many people who can sign in hold each role. */
  readonly roles: Readonly<Record<string, number>>
  /** What the last look at each link found; links never looked at are absent. */
  readonly links: Readonly<Record<string, LinkFact>>
}

/** What features above the plan know: its bridges and its training as they are lived. */
export type LearningFacts = {
  /** Training sessions that are still to come or under way. */
  readonly trainings: readonly PlannedTraining[]
  /** How many people of a tier have to have trained again on a change of the plan by which day. */
  readonly retraining: readonly RetrainingDue[]
  /** Per key of a bridge, of its last meetings. */
  readonly meetings: Readonly<Record<string, MeetingFacts>>
  readonly bridges: BridgeFacts
}

const noBridges: BridgeFacts = { held: 0, beyondQuorum: 0, adHocPerWeek: 0, adHocMinutes: null }
export const nothingLearnt: LearningFacts = { trainings: [], retraining: [], meetings: {}, bridges: noBridges }

/** Of all bridges over the last weeks. */
export type BridgeFacts = {
  /** Meetings of standing bridges that were held. */
  readonly held: number
  /** People beyond the quorum who came, on average. */
  readonly beyondQuorum: number
  readonly adHocPerWeek: number
  /** How long one of those took on average; null when there were none. */
  readonly adHocMinutes: number | null
}

export type PlannedTraining = {
  /** Key of the plan's course. */
  readonly course: string
  readonly starts: Instant
  readonly minutes: number
  readonly seats: number
  /** How many have a seat. */
  readonly people: number
}

export type RetrainingDue = { readonly tier: number; readonly people: number; readonly due: string }

/** Meetings that were held, and those of them that had their quorum. */
export type MeetingFacts = { readonly held: number; readonly quorate: number }

export type TeamFacts = { readonly members: number; readonly leads: number }

export type CertifiedPerson = {
  readonly tier: number
  readonly teams: readonly string[]
  readonly leads: readonly string[]
  /** The day on which it ends; null when it does not. */
  readonly until: string | null
  /** A lead let them in without training. */
  readonly byOverride: boolean
}

export const linkOutcomes = ['ok', 'gone', 'unreachable', 'unclear'] as const
/** `unclear`: the page lets no machine in, or may not be looked at from here; people may get there all the same. */
export type LinkOutcome = (typeof linkOutcomes)[number]

export type LinkFact = {
  readonly checkedAt: string
  readonly outcome: LinkOutcome
  readonly status: number | null
}
