import { addDays } from '#features/plan/domain/days.ts'
import type { Phase } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Text } from '#features/plan/domain/document/text.ts'
import { type CommitmentKind, type CommitmentState, kindOf } from './kinds.ts'

/** How far somebody has come with a commitment. */
export type Progress = {
  readonly state: CommitmentState
  readonly ownerId: string | null
  readonly shown: string
  readonly link: string | null
  readonly fileIds: readonly string[]
  /** Why it was waived. */
  readonly reason: string | null
  /** Counts the moves; 0 while nobody has touched it. */
  readonly version: number
}

/** One that was added beside the plan has its own words and days. */
export type Added = {
  readonly what: Text
  readonly evidence: Text
  readonly team: string
  readonly beforePhase: string
  readonly due: string
}

export type Kept = Progress & {
  readonly key: string
  readonly kind: CommitmentKind
  /** Null: the plan names it. */
  readonly added: Added | null
}

export type Commitment = Progress &
  Added & {
    readonly key: string
    readonly kind: CommitmentKind
    readonly inPlan: boolean
    /** Null where the plan no longer has the phase. */
    readonly phase: Phase | null
  }

const untouched: Progress = {
  state: 'open',
  ownerId: null,
  shown: '',
  link: null,
  fileIds: [],
  reason: null,
  version: 0,
}

/** Every commitment of the plan and every one added beside it, in the order in which they are due. */
export function commitmentsOf(plan: SupportPlan, kept: readonly Kept[]): readonly Commitment[] {
  const { commitments, phases } = plan.involvement
  const phaseOf = (key: string) => phases.find((phase) => phase.key === key) ?? null
  const planned = commitments.map((one): Commitment => {
    const phase = phaseOf(one.beforePhase)
    const row = kept.find(({ key, added }) => key === one.key && added === null)
    const due = one.due ?? (phase ? addDays(phase.starts, -1) : '')
    return { ...progressOf(row ?? untouched), ...one, due, kind: kindOf(one.key), inPlan: true, phase }
  })
  const added = kept.flatMap((row): Commitment[] =>
    row.added === null
      ? []
      : [
          {
            ...progressOf(row),
            ...row.added,
            key: row.key,
            kind: row.kind,
            inPlan: false,
            phase: phaseOf(row.added.beforePhase),
          },
        ],
  )
  return [...planned, ...added].toSorted(
    (one, other) => compare(one.due, other.due) || compare(one.key, other.key),
  )
}

function progressOf({ state, ownerId, shown, link, fileIds, reason, version }: Progress): Progress {
  return { state, ownerId, shown, link, fileIds, reason, version }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

export const standings = ['met', 'waived', 'overdue', 'in-progress', 'open'] as const
export type Standing = (typeof standings)[number]

/** How it stands on a day: what is not done after the day it was due is overdue. */
export function standingOf({ state, due }: Pick<Commitment, 'state' | 'due'>, today: string): Standing {
  const isDone = state === 'met' || state === 'waived'
  return !isDone && due !== '' && due < today ? 'overdue' : state
}

export type Met = {
  readonly met: number
  /** Without those that were waived. */
  readonly of: number
  /** Null where nothing was promised. */
  readonly percent: number | null
  readonly lacking: readonly Commitment[]
}

/** What has been met of everything that was to be done before this phase: its own commitments and those of the phases before it. */
export function metBefore(plan: SupportPlan, commitments: readonly Commitment[], phaseKey: string): Met {
  const phase = plan.involvement.phases.find(({ key }) => key === phaseKey)
  const counted = commitments.filter(
    (one) =>
      one.state !== 'waived' &&
      (one.beforePhase === phaseKey || (phase && one.phase && one.phase.starts < phase.starts)),
  )
  const lacking = counted.filter(({ state }) => state !== 'met')
  const of = counted.length
  const met = of - lacking.length
  return { met, of, percent: of === 0 ? null : Math.floor((met / of) * 100), lacking }
}
