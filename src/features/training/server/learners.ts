import type { PersonActor } from '#features/people/domain/actor.ts'
import { membersOf } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type Learner = PersonActor & { readonly name: string }

/** Everybody in a team of the plan: those who work in its tiers, and the team that the lineage begins with. By name. */
export async function learnersOf(tx: Tx, plan: SupportPlan): Promise<readonly Learner[]> {
  const teams = [...new Set([...plan.teams.tiers.map(({ team }) => team), plan.training.lineage.root])]
  const known = new Map<string, Learner>()
  for (const team of teams) {
    for (const member of await membersOf(tx, team)) known.set(member.id, { ...member.actor, name: member.name })
  }
  return [...known.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
}
