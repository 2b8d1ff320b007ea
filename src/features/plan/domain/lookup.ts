import type { EvidenceItem, Edge, FastLane, Level } from './document/process.ts'
import type { Phase, Wave } from './document/involvement.ts'
import type { SupportPlan } from './document/support-plan.ts'
import type { Priority, SupportHours, Tier } from './document/teams.ts'
import type { Platform } from './document/text.ts'

/** The organisation's own tier of this level; null for the vendor's tier and for levels the plan does not have. */
export function tierOf(plan: SupportPlan, level: number): Tier | null {
  return plan.teams.tiers.find((tier) => tier.level === level) ?? null
}

/** The highest tier inside the organisation: only the vendor can stand above it. */
export function highestTier(plan: SupportPlan): Tier {
  return plan.teams.tiers.reduce((highest, tier) => (tier.level > highest.level ? tier : highest))
}

/** The way up from one tier to another, or null when the plan has none. */
export function edgeBetween(plan: SupportPlan, from: number, to: number): Edge | null {
  return plan.process.edges.find((edge) => edge.from === from && edge.to === to) ?? null
}

/**
 * The evidence an edge asks for. What is not known yet asks for nothing extra: an item for one platform is not asked of a ticket
 * whose platform is unknown.
 */
export function evidenceFor(
  edge: Edge,
  category: string | null,
  platform: Platform | null,
): readonly EvidenceItem[] {
  return edge.evidence.filter((item) => appliesTo(item, category, platform))
}

function appliesTo(item: EvidenceItem, category: string | null, platform: Platform | null): boolean {
  const { categories, platforms } = item.appliesTo
  return (
    (categories.length === 0 || (category !== null && categories.includes(category))) &&
    (platforms.length === 0 || (platform !== null && platforms.includes(platform)))
  )
}

/** The evidence items a requester is asked for when opening a ticket of this category, in the category's order. */
export function asksFor(
  plan: SupportPlan,
  category: string | null,
  platform: Platform | null,
): readonly EvidenceItem[] {
  const asks = plan.process.categories.find((one) => one.key === category)?.asks ?? []
  const items = plan.process.edges.flatMap((edge) => edge.evidence)
  return asks.flatMap((key) => {
    const item = items.find((one) => one.key === key && appliesTo(one, category, platform))
    return item ? [item] : []
  })
}

export function priorityOf(plan: SupportPlan, impact: Level, urgency: Level): Priority {
  return plan.process.priorityMatrix[impact][urgency]
}

/** The support hours with this key; a published plan has every key it refers to. */
export function hoursOf(plan: SupportPlan, key: string): SupportHours {
  const hours = plan.teams.supportHours.find((one) => one.key === key)
  if (!hours) throw new Error(`The plan has no support hours "${key}"`)
  return hours
}

/**
 * The wave a person of these groups is in: the latest that has begun on `day` (a calendar day), else the first that is still to
 * come. Null when no wave has any of the groups.
 */
export function waveFor(plan: SupportPlan, groups: readonly string[], day: string): Wave | null {
  const own = plan.involvement.phases
    .flatMap((phase) => phase.waves)
    .filter((wave) => wave.groups.some((group) => groups.includes(group)))
    .toSorted((one, other) => (one.starts < other.starts ? -1 : one.starts > other.starts ? 1 : 0))
  return own.findLast((wave) => wave.starts <= day) ?? own[0] ?? null
}

/** The phase that `day` (a calendar day) falls in: of phases that overlap, the one that began last. Null outside the rollout. */
export function phaseAt(plan: SupportPlan, day: string): Phase | null {
  return plan.involvement.phases
    .filter((phase) => phase.starts <= day && day <= phase.ends)
    .reduce<Phase | null>((latest, phase) => (latest && latest.starts >= phase.starts ? latest : phase), null)
}

/** The fast lane that a ticket of this priority may take out of `from`, or null. */
export function fastLaneFor(plan: SupportPlan, priority: Priority, from: number): FastLane | null {
  return plan.process.fastLanes.find((lane) => lane.priority === priority && lane.from === from) ?? null
}
