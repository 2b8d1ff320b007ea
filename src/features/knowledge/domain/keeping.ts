import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { type IssueText, isWrittenIn } from './issue-text.ts'
import { mayReview, mayWrite } from './knowledge-rights.ts'
import type { IssueState } from './known-issue.ts'

/** What a decision about an issue looks at and changes. */
export type Standing = {
  readonly supplied: boolean
  readonly state: IssueState
  /** The version that is used, 0 the supplied text; the one that awaits a decision; the last that was written. */
  readonly served: number
  readonly proposed: number | null
  readonly lastVersion: number
  readonly writtenBy: string | null
  readonly confirmedBy: string | null
  readonly confirmedAt: Instant | null
  readonly reviewDue: string | null
}

export const issueMoves = [
  'propose',
  'confirm',
  'decline',
  'publish',
  'withdraw',
  'keep',
  'archive',
  'restore',
] as const
export type IssueMove = (typeof issueMoves)[number]

export type Refusal = { readonly code: KnowledgeRefusal }
export const knowledgeRefusals = [
  'not-yours-to-review',
  'not-yours-to-write',
  'not-in-this-state',
  'issue-moved-on',
  'language-missing',
  'nothing-written',
  'nothing-changed',
  'reason-needed',
] as const
export type KnowledgeRefusal = (typeof knowledgeRefusals)[number]

export type Decision =
  | { readonly ok: true; readonly next: Standing }
  | { readonly ok: false; readonly refusal: Refusal }

const no = (code: KnowledgeRefusal): Decision => ({ ok: false, refusal: { code } })
const yes = (next: Standing): Decision => ({ ok: true, next })

/** After so many days somebody looks again. */
export const reviewDays = 365

/** How a supplied issue stands before the organisation did anything with it. */
export const untouched: Standing = {
  supplied: true,
  state: 'published',
  served: 0,
  proposed: null,
  lastVersion: 0,
  writtenBy: null,
  confirmedBy: null,
  confirmedAt: null,
  reviewDue: null,
}

export type Writing = {
  readonly actor: PersonActor
  readonly at: Instant
  /** The last version that the writer saw. */
  readonly seen: number
  readonly text: IssueText
  /** Whether it is the supplied one again. */
  readonly isSupplied: boolean
  readonly isSame: boolean
}

/**
 * A new text. Who may confirm is believed at once; what others change of something confirmed waits while the confirmed text stays in use;
 * what was never confirmed is simply written on. The supplied text again, from somebody who may confirm, stands as it was supplied.
 */
export function decideWriting(before: Standing, writing: Writing): Decision {
  const { actor, at, seen, text, isSupplied, isSame } = writing
  if (!mayWrite(actor)) return no('not-yours-to-write')
  if (before.state === 'archived') return no('not-in-this-state')
  if (seen !== before.lastVersion) return no('issue-moved-on')
  if (text.symptom.nl.trim() === '' && text.symptom.en.trim() === '') return no('nothing-written')
  if (isSame) return no('nothing-changed')
  const version = before.lastVersion + 1
  const isTrusted = before.state === 'confirmed' || before.state === 'published'
  if (!isTrusted && !(isSupplied && mayReview(actor, at)))
    return yes({ ...before, served: version, lastVersion: version, writtenBy: before.writtenBy ?? actor.personId })
  if (!mayReview(actor, at)) return yes({ ...before, proposed: version, lastVersion: version })
  const state = trustedState(before.state, text, isSupplied)
  return yes(confirmed({ ...before, state, served: version, lastVersion: version, proposed: null }, actor, at))
}

/** How an issue stands whose text somebody vouches for: nothing is published that is not whole, and what was supplied is. */
function trustedState(state: IssueState, text: IssueText, isSupplied: boolean): IssueState {
  if (isSupplied) return 'published'
  const isWhole = isWrittenIn(text, 'nl') && isWrittenIn(text, 'en')
  return state === 'published' && !isWhole ? 'confirmed' : state
}

export type Moving = {
  readonly actor: PersonActor
  readonly at: Instant
  readonly seen: number
  /** The text that the move is about: the proposed one, else the one in use. */
  readonly text: IssueText
  /** Whether that is the supplied one. */
  readonly isSupplied: boolean
  readonly reason: string | null
}

/** Whether a move may be made, and how the issue stands after it. */
export function decideMove(
  before: Standing,
  move: IssueMove,
  { actor, at, seen, text, isSupplied, reason }: Moving,
): Decision {
  if (seen !== before.lastVersion) return no('issue-moved-on')
  const { state } = before
  const isOwnUnfinished = (state === 'unfinished' || state === 'draft') && before.writtenBy === actor.personId
  if (move === 'propose') {
    if (!mayWrite(actor)) return no('not-yours-to-write')
    if (state !== 'unfinished') return no('not-in-this-state')
    return isWrittenIn(text, 'nl') || isWrittenIn(text, 'en')
      ? yes({ ...before, state: 'draft' })
      : no('nothing-written')
  }
  if (!mayReview(actor, at) && !(move === 'archive' && isOwnUnfinished && mayWrite(actor)))
    return no('not-yours-to-review')
  switch (move) {
    case 'confirm':
      return confirm(before, { actor, at, text, isSupplied })
    case 'decline':
      if (reason === null) return no('reason-needed')
      if (before.proposed !== null) return yes({ ...before, proposed: null })
      return state === 'draft' ? yes({ ...before, state: 'unfinished' }) : no('not-in-this-state')
    case 'publish':
      if (state !== 'confirmed') return no('not-in-this-state')
      return isWrittenIn(text, 'nl') && isWrittenIn(text, 'en')
        ? yes({ ...before, state: 'published' })
        : no('language-missing')
    case 'withdraw':
      return state === 'published' ? yes({ ...before, state: 'confirmed' }) : no('not-in-this-state')
    case 'keep':
      return state === 'confirmed' || state === 'published'
        ? yes(confirmed(before, actor, at))
        : no('not-in-this-state')
    case 'archive':
      if (state === 'archived') return no('not-in-this-state')
      return reason === null ? no('reason-needed') : yes({ ...before, state: 'archived', proposed: null })
    case 'restore':
      if (state !== 'archived') return no('not-in-this-state')
      return yes({ ...before, state: isSupplied ? 'published' : 'draft' })
  }
}

type Confirming = Pick<Moving, 'actor' | 'at' | 'text' | 'isSupplied'>

function confirm(before: Standing, { actor, at, text, isSupplied }: Confirming): Decision {
  if (before.proposed !== null) {
    const state = trustedState(before.state, text, isSupplied)
    return yes(confirmed({ ...before, state, served: before.proposed, proposed: null }, actor, at))
  }
  if (before.state !== 'draft' && before.state !== 'unfinished') return no('not-in-this-state')
  if (!isWrittenIn(text, 'nl') && !isWrittenIn(text, 'en')) return no('nothing-written')
  return yes(confirmed({ ...before, state: trustedState('confirmed', text, isSupplied) }, actor, at))
}

function confirmed(standing: Standing, actor: PersonActor, at: Instant): Standing {
  const due = new Date(Date.parse(at) + reviewDays * 86_400_000).toISOString().slice(0, 10)
  return { ...standing, confirmedBy: actor.personId, confirmedAt: at, reviewDue: due }
}

/** The moves that somebody may make now, for the page to offer. */
export function movesFor(before: Standing, moving: Moving): readonly IssueMove[] {
  return issueMoves.filter((move) => decideMove(before, move, { ...moving, reason: 'any' }).ok)
}

/** Why somebody has to look at it. */
export const reviewReasons = [
  'draft',
  'proposed',
  'flagged',
  'overdue',
  'supplied-changed',
  'language-missing',
] as const
export type ReviewReason = (typeof reviewReasons)[number]

export function reviewReasonsOf(
  standing: Standing,
  about: {
    readonly openFlags: number
    readonly suppliedChanged: boolean
    readonly isWhole: boolean
    readonly today: string
  },
): readonly ReviewReason[] {
  if (standing.state === 'archived') return []
  const holds: Readonly<Record<ReviewReason, boolean>> = {
    draft: standing.state === 'draft',
    proposed: standing.proposed !== null,
    flagged: about.openFlags > 0,
    overdue: standing.reviewDue !== null && standing.reviewDue <= about.today,
    'supplied-changed': about.suppliedChanged,
    'language-missing': !about.isWhole && standing.state === 'confirmed',
  }
  return reviewReasons.filter((reason) => holds[reason])
}
