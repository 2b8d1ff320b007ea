import { hasRole, type PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'

/** The lowest tier whose people may say that knowledge is right: the ones who find causes. */
const reviewingTier = 3

/** Everybody who works tickets, leads those who do, or owns the plan writes down what they find out. */
export function mayWrite(actor: PersonActor): boolean {
  return ['agent', 'lead', 'plan-owner'].some((role) => hasRole(actor, role as 'agent'))
}

/** Leads, plan owners, and people who may work in tier 3 or above confirm, publish and put away. */
export function mayReview(actor: PersonActor, at: Instant): boolean {
  if (hasRole(actor, 'lead') || hasRole(actor, 'plan-owner')) return true
  return (
    hasRole(actor, 'agent') &&
    actor.certifications.some(
      ({ tier, from, until }) => tier >= reviewingTier && from <= at && (until === null || at < until),
    )
  )
}
