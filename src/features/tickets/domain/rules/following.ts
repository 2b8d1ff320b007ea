import { hasRole } from '#features/people/domain/actor.ts'
import type { Role } from '#features/people/domain/person.ts'
import { happens, type Permit, permitted, type Rule, type Scene } from '../decision.ts'
import { refuse } from '../refusals.ts'

/** Whoever follows a ticket sees it, so a requester cannot follow somebody else's. */
const mayFollow: readonly Role[] = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator']

export const follow: Rule<'follow'> = {
  permit: (scene) => (follows(scene) ? refuse({ code: 'already-following' }) : beStaff(scene)),
  decide: ({ actor }) =>
    actor.kind === 'person'
      ? happens({ type: 'followed', personId: actor.personId })
      : refuse({ code: 'not-for-the-system' }),
}

export const unfollow: Rule<'unfollow'> = {
  permit: (scene) => (follows(scene) ? permitted : refuse({ code: 'not-following' })),
  decide: ({ actor }) =>
    actor.kind === 'person'
      ? happens({ type: 'unfollowed', personId: actor.personId })
      : refuse({ code: 'not-for-the-system' }),
}

function follows({ actor, ticket }: Scene): boolean {
  return actor.kind === 'person' && ticket.followers.includes(actor.personId)
}

function beStaff({ actor }: Scene): Permit {
  if (actor.kind === 'system') return refuse({ code: 'not-for-the-system' })
  return mayFollow.some((role) => hasRole(actor, role)) ? permitted : refuse({ code: 'not-for-requesters' })
}
