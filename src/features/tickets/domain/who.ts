import { type Actor, certificationFor, hasRole } from '#features/people/domain/actor.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tier } from '#features/plan/domain/document/teams.ts'
import { tierOf } from '#features/plan/domain/lookup.ts'
import { type Override, type Permit, permitted, type Scene } from './decision.ts'
import { type Refused, refuse } from './refusals.ts'
import { type Ticket } from './ticket.ts'

/** May this person work in the tier now: an agent of its team who is certified for it, or a lead of the team by override. */
export function workIn(scene: Pick<Scene, 'plan' | 'actor' | 'at'>, level: number): Permit {
  const { plan, actor, at } = scene
  if (actor.kind === 'system') return refuse({ code: 'not-for-the-system' })
  if (hasRole(actor, 'auditor')) return refuse({ code: 'auditor-reads-only' })
  const tier = tierOf(plan, level)
  if (!tier) return refuse({ code: 'not-in-tier', tier: level })
  const member = hasRole(actor, 'agent') && actor.teams.includes(tier.team)
  if (member && certificationFor(actor, level, at)) return permitted
  if (leads(actor, tier)) return overriding({ tier: level, lacked: 'certification' })
  return refuse({ code: member ? 'not-certified' : 'not-in-tier', tier: level })
}

/** `workIn` for whichever of the tiers fits, rather without an override than with one. */
export function workInAny(scene: Scene, levels: readonly number[]): Permit {
  const permits = levels.map((level) => workIn(scene, level))
  return (
    permits.find((permit) => permit.ok && permit.override === null) ??
    permits.find((permit) => permit.ok) ??
    permits.find((permit) => !permit.ok && permit.refusal.code !== 'not-in-tier') ??
    refuse({ code: 'not-taking-part' })
  )
}

/** Which of the tiers this person works in: by training if there are any, else by override. */
export function tiersWorked(scene: Scene, levels: readonly number[]): readonly number[] {
  const worked = levels.flatMap((level) => {
    const permit = workIn(scene, level)
    return permit.ok ? [{ level, trained: permit.override === null }] : []
  })
  const trained = worked.some((one) => one.trained)
  return worked.filter((one) => one.trained === trained).map((one) => one.level)
}

/** The person who has the ticket in its tier; a lead of the tier's team may step in. */
export function hold(scene: Scene, level: number): Permit {
  const work = workIn(scene, level)
  if (!work.ok || holds(scene)) return work
  if (leadsTier(scene, level)) return work.override ? work : overriding({ tier: level, lacked: 'holding' })
  return refuse({ code: 'not-the-holder', holderId: scene.ticket.assigneeId })
}

/** Somebody of a tier that the ticket came by or is offered to; of any tier when it is on the bridge. */
export function takePart(scene: Scene): Permit {
  return workInAny(scene, tiersTakingPart(scene.plan, scene.ticket))
}

/** Somebody taking part whose tier talks to requesters. */
export function talk(scene: Scene): Permit {
  const { plan, ticket } = scene
  const talking = tiersTakingPart(plan, ticket).filter(
    (level) => level === plan.process.contactTier || tierOf(plan, level)?.talksToRequesters,
  )
  const permit = workInAny(scene, talking)
  if (permit.ok || permit.refusal.code !== 'not-taking-part') return permit
  return takePart(scene).ok ? refuse({ code: 'tier-does-not-talk-to-requesters' }) : permit
}

export function beRequester({ actor, ticket }: Scene): Permit {
  return isRequester(actor, ticket) ? permitted : refuse({ code: 'only-the-requester' })
}

/** The requester, or else an agent who speaks for them. */
export function beRequesterOr(scene: Scene, otherwise: Permit): Permit {
  return isRequester(scene.actor, scene.ticket) ? permitted : otherwise
}

export function onlyTheClock({ actor }: Scene): Refused | null {
  return isClock(actor) ? null : refuse({ code: 'only-the-clock' })
}

export function isClock(actor: Actor): boolean {
  return actor.kind === 'system' && actor.name === 'clock'
}

export function isDetection({ actor }: Pick<Scene, 'actor'>): boolean {
  return actor.kind === 'system' && actor.name === 'detection'
}

export function isRequester(actor: Actor, ticket: Ticket): boolean {
  return actor.kind === 'person' && actor.personId === ticket.requesterId
}

export function leadsTier({ plan, actor }: Pick<Scene, 'plan' | 'actor'>, level: number): boolean {
  const tier = tierOf(plan, level)
  return tier !== null && leads(actor, tier)
}

function leads(actor: Actor, tier: Tier): boolean {
  return actor.kind === 'person' && hasRole(actor, 'lead') && actor.leads.includes(tier.team)
}

function holds({ actor, ticket }: Scene): boolean {
  return actor.kind === 'person' && actor.personId === ticket.assigneeId
}

function overriding(override: Override): Permit {
  return { ok: true, override }
}

function tiersTakingPart(plan: SupportPlan, ticket: Ticket): readonly number[] {
  if (ticket.onBridge) return plan.teams.tiers.map((tier) => tier.level)
  const trail = ticket.trail.map((entry) => entry.tier)
  return ticket.offer ? [...trail, ticket.offer.to] : trail
}
