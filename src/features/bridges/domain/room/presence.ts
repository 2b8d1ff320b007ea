import { certificationFor, hasRole, type PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'

/** Somebody who came to the room. */
export type Presence = {
  readonly personId: string
  /** Tiers that they may work in, as it was when they joined. */
  readonly tiers: readonly number[]
  readonly joinedAt: Instant
  /** When their page last said that it is still there. */
  readonly seenAt: Instant
  readonly leftAt: Instant | null
}

/** How often a page says that it is there, and how long it is believed. */
export const heartbeatSeconds = 20
export const absentAfterSeconds = 60

/** The tiers that somebody counts for on a bridge: those whose team they are in and for which they are certified. */
export function tiersFor(plan: SupportPlan, actor: PersonActor, at: Instant): readonly number[] {
  if (!hasRole(actor, 'agent') || hasRole(actor, 'auditor')) return []
  return plan.teams.tiers
    .filter((tier) => actor.teams.includes(tier.team) && certificationFor(actor, tier.level, at))
    .map((tier) => tier.level)
}

/** When a page that is not heard of any more is taken to have gone. */
export function goneAt({ seenAt }: Presence): Instant {
  return later(seenAt, absentAfterSeconds)
}

export function isPresent(presence: Presence, at: Instant): boolean {
  return presence.leftAt === null && at < goneAt(presence)
}

export function presentAt(all: readonly Presence[], at: Instant): readonly Presence[] {
  return all.filter((one) => isPresent(one, at))
}

/** Every tier that somebody who is there works in: all of them hear what is found. */
export function tiersPresent(present: readonly Pick<Presence, 'tiers'>[]): readonly number[] {
  return [...new Set(present.flatMap(({ tiers }) => tiers))].toSorted((one, other) => one - other)
}

function later(at: Instant, seconds: number): Instant {
  return new Date(Date.parse(at) + seconds * 1000).toISOString()
}
