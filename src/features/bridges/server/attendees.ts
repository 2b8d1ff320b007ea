import { leadsOf, membersOf, personsWithRole } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { QuorumPart } from '../domain/meeting.ts'

export type Attendee = { readonly personId: string; readonly required: boolean }

/** Everybody of the tiers that the bridge needs has to come; other tiers and whoever owns the plan may. */
export async function attendeesOf(
  tx: Tx,
  plan: SupportPlan,
  quorum: readonly QuorumPart[],
): Promise<readonly Attendee[]> {
  const needed = new Set(quorum.filter(({ people }) => people > 0).map(({ tier }) => tier))
  const [owners, ...teams] = await Promise.all([
    personsWithRole(tx, 'plan-owner'),
    ...plan.teams.tiers.map(async ({ level, team }) => {
      const required = needed.size === 0 || needed.has(level)
      return (await membersOf(tx, team)).map(({ id }) => ({ personId: id, required }))
    }),
  ])
  const all = [...teams.flat(), ...owners.map(({ id }) => ({ personId: id, required: false }))]
  const required = new Set(all.filter((one) => one.required).map(({ personId }) => personId))
  return [...new Set(all.map(({ personId }) => personId))].map((personId) => ({
    personId,
    required: required.has(personId),
  }))
}

/** The first lead of the team, by name; null where it has none, so that whoever begins it hosts it. */
export async function leadToHost(tx: Tx, team: string | null): Promise<string | null> {
  const [lead] = team === null ? [] : await leadsOf(tx, team)
  return lead?.id ?? null
}
