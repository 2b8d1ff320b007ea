import type { Actor, PersonActor } from '#features/people/domain/actor.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { EventAuthor } from '#features/tickets/domain/events.ts'

/**
 * Whoever made a move, as the draft would have had to staff it: an agent and lead of every tier (or of the tiers named), certified.
 * Who is in which team is not part of a plan, so a replay never refuses a move for the person who made it.
 */
export function standIn(plan: SupportPlan, by: EventAuthor, levels?: readonly number[]): Actor {
  if (by.kind === 'system') return { kind: 'system', name: by.name }
  return standInFor(plan, by.personId, levels)
}

function standInFor(plan: SupportPlan, personId: string, levels?: readonly number[]): PersonActor {
  const tiers = plan.teams.tiers.filter(({ level }) => levels?.includes(level) ?? true)
  const teams = [...tiers.map(({ team }) => team), ...(plan.teams.vendor?.openers ?? [])]
  return {
    kind: 'person',
    personId,
    roles: ['requester', 'agent', 'lead'],
    teams,
    leads: teams,
    certifications: tiers.map(({ level }) => ({ tier: level, ...always })),
  }
}

const always = { from: '0001-01-01T00:00:00.000Z', until: '9999-12-31T23:59:59.999Z', override: null } as const
