import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Text } from '#features/plan/domain/document/text.ts'
import { asksFor, hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import { type WeekPart, weekParts } from '#features/plan/domain/weekly.ts'

export type ContactFacts = {
  /** Who helps: the tier that talks to requesters. */
  readonly name: Text
  readonly hours: readonly WeekPart[]
  /** What somebody is asked for when they report a problem, by the plan. */
  readonly atHand: readonly Text[]
}

/** Whom people turn to and what they have at hand, as the plan says it. */
export function contactFacts(plan: SupportPlan): ContactFacts | null {
  const { process } = plan
  const tier = tierOf(plan, process.contactTier)
  if (!tier) return null
  const asking = process.categories.find(({ asks }) => asks.length > 0)
  return {
    name: tier.name,
    hours: weekParts(hoursOf(plan, tier.supportHours).weekly),
    atHand: asksFor(plan, asking?.key ?? null, null).map(({ name }) => name),
  }
}
