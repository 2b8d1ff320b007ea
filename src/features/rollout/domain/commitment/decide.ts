import type { Role } from '#features/people/domain/person.ts'
import { planEditors } from '#features/plan/domain/versions/version.ts'
import { rolloutManagers } from '../rollout-managers.ts'
import type { Commitment, Progress } from './commitment.ts'

/** What can be done with a commitment. */
export type CommitmentMove =
  | { readonly move: 'own'; readonly ownerId: string | null }
  | { readonly move: 'begin' }
  | {
      readonly move: 'show'
      readonly shown: string
      readonly link: string | null
      readonly files: readonly string[]
    }
  | {
      readonly move: 'meet'
      readonly shown: string
      readonly link: string | null
      readonly files: readonly string[]
    }
  | { readonly move: 'waive'; readonly reason: string }
  | { readonly move: 'reopen'; readonly reason: string }
  | { readonly move: 'due'; readonly due: string }

export const commitmentMoves = ['own', 'begin', 'show', 'meet', 'waive', 'reopen', 'due'] as const

export type Mover = {
  readonly personId: string
  readonly roles: readonly Role[]
  readonly leads: readonly string[]
}

export type CommitmentRefusal =
  | 'not-your-commitment'
  | 'waived-by-plan-owner'
  | 'owner-not-in-team'
  | 'commitment-evidence-missing'
  | 'commitment-done'
  | 'commitment-not-done'
  | 'already-begun'
  | 'due-is-in-the-plan'

/** What else has to be known to judge a move. */
export type Around = {
  /** Members of the commitment's team who can sign in. */
  readonly members: readonly string[]
  /** The desk's own figures show it: every device enrolled, every test case executed. */
  readonly provenByDesk: boolean
}

export type Decided =
  | { readonly ok: true; readonly value: Partial<Progress> & { readonly due?: string } }
  | { readonly ok: false; readonly refusal: { readonly code: CommitmentRefusal } }

const no = (code: CommitmentRefusal): Decided => ({ ok: false, refusal: { code } })
const yes = (value: Partial<Progress> & { readonly due?: string }): Decided => ({ ok: true, value })

/** The owner, the leads of the team and whoever looks after the rollout keep a commitment up to date. */
function mayKeep({ ownerId, team }: Commitment, mover: Mover): boolean {
  return ownerId === mover.personId || mayGive(team, mover)
}

function mayGive(team: string, { roles, leads }: Mover): boolean {
  return has(roles, rolloutManagers) || leads.includes(team)
}

function has(roles: readonly Role[], wanted: readonly Role[]): boolean {
  return wanted.some((role) => roles.includes(role))
}

export function decideCommitment(one: Commitment, mover: Mover, move: CommitmentMove, around: Around): Decided {
  const isDone = one.state === 'met' || one.state === 'waived'
  switch (move.move) {
    case 'own':
      if (!mayGive(one.team, mover)) return no('not-your-commitment')
      if (isDone) return no('commitment-done')
      if (move.ownerId !== null && !around.members.includes(move.ownerId)) return no('owner-not-in-team')
      return yes({ ownerId: move.ownerId })
    case 'begin':
      if (!mayKeep(one, mover)) return no('not-your-commitment')
      if (isDone) return no('commitment-done')
      return one.state === 'in-progress' ? no('already-begun') : yes({ state: 'in-progress' })
    case 'show':
    case 'meet': {
      if (!mayKeep(one, mover)) return no('not-your-commitment')
      if (isDone) return no('commitment-done')
      const given = { shown: move.shown.trim(), link: move.link, fileIds: move.files }
      if (move.move === 'show') return yes({ ...given, state: 'in-progress' })
      const hasEvidence = given.shown !== '' || given.link !== null || given.fileIds.length > 0
      return hasEvidence || around.provenByDesk
        ? yes({ ...given, state: 'met' })
        : no('commitment-evidence-missing')
    }
    case 'waive':
      if (!has(mover.roles, planEditors)) return no('waived-by-plan-owner')
      return isDone ? no('commitment-done') : yes({ state: 'waived', reason: move.reason })
    case 'reopen':
      if (!isDone) return no('commitment-not-done')
      if (one.state === 'waived' && !has(mover.roles, planEditors)) return no('waived-by-plan-owner')
      return mayKeep(one, mover) || one.state === 'waived'
        ? yes({ state: 'in-progress', reason: null })
        : no('not-your-commitment')
    case 'due':
      if (!has(mover.roles, rolloutManagers)) return no('not-your-commitment')
      if (one.inPlan) return no('due-is-in-the-plan')
      return isDone ? no('commitment-done') : yes({ due: move.due })
  }
}
