import type { Instant } from './instant.ts'
import type { Role } from './person.ts'

/** Permission to work in a tier. `override` marks one that a lead gave without training. */
export type Certification = {
  readonly tier: number
  readonly from: Instant
  readonly until: Instant | null
  readonly override: null | { readonly by: string; readonly reason: string }
}

/** A person who acts, with everything the rules need to judge what they may do. */
export type PersonActor = {
  readonly kind: 'person'
  readonly personId: string
  readonly roles: readonly Role[]
  /** Keys of the teams this person belongs to; a plan's tier names a team by its key. */
  readonly teams: readonly string[]
  readonly leads: readonly string[]
  readonly certifications: readonly Certification[]
}

/** Tierwise itself: a due moment, an incoming vendor mail, what was found in Intune. It never works tickets in a tier. */
export type SystemActor = { readonly kind: 'system'; readonly name: 'clock' | 'mail' | 'detection' }

export type Actor = PersonActor | SystemActor

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.kind === 'person' && actor.roles.includes(role)
}

/** The certification that lets this person work in `tier` at `at`, or null. */
export function certificationFor(actor: PersonActor, tier: number, at: Instant): Certification | null {
  return (
    actor.certifications.find(
      (one) => one.tier === tier && one.from <= at && (one.until === null || at < one.until),
    ) ?? null
  )
}
