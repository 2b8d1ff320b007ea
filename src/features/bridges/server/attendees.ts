import { certificationFor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { absentAt, leadsOf, membersOf, personsWithRole, type TeamMember } from '#features/people/server/actions.ts'
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

export type TierMember = {
  readonly personId: string
  readonly name: string
  readonly tiers: readonly number[]
  readonly absent: boolean
}

/** Members of the tiers' teams who may work in their tier at a moment, and whether they are away then. */
export async function membersAt(tx: Tx, plan: SupportPlan, at: Instant): Promise<readonly TierMember[]> {
  const found = new Map<string, { member: TeamMember; tiers: number[] }>()
  for (const { level, team } of plan.teams.tiers) {
    for (const member of await membersOf(tx, team)) {
      if (!certificationFor(member.actor, level, at)) continue
      const known = found.get(member.id)
      if (known) known.tiers.push(level)
      else found.set(member.id, { member, tiers: [level] })
    }
  }
  const absent = await absentAt(tx, [...found.keys()], at)
  return [...found.values()].map(({ member: { id, name }, tiers }) => ({
    personId: id,
    name,
    tiers,
    absent: absent.has(id),
  }))
}

/** The first lead of the team, by name; null where it has none, so that whoever begins it hosts it. */
export async function leadToHost(tx: Tx, team: string | null): Promise<string | null> {
  const [lead] = team === null ? [] : await leadsOf(tx, team)
  return lead?.id ?? null
}
