import { hasRole } from '#features/people/domain/actor.ts'
import type { Role } from '#features/people/domain/person.ts'
import { happens, permitted, type Rule } from '../decision.ts'
import { requireTexts } from '../given.ts'
import { migratedFact, obstaclesTo } from '../migration.ts'
import { refuse } from '../refusals.ts'
import { whileOpen } from '../when.ts'

export const migrators = ['lead', 'plan-owner', 'administrator'] as const satisfies readonly Role[]

/** Leads, and those who answer for the plan, move open tickets to another version; it needs no part in the ticket. */
export const migrate: Rule<'migrate'> = {
  permit: (scene) => {
    const may = migrators.some((role) => hasRole(scene.actor, role))
    return whileOpen(scene) ?? (may ? permitted : refuse({ code: 'migration-needs-plan-rights' }))
  },
  decide: ({ plan, ticket, at }, { planVersionId, reason }, { events, migration }) => {
    if (planVersionId === ticket.planVersionId) return refuse({ code: 'nothing-to-change' })
    if (migration?.planVersionId !== planVersionId) return refuse({ code: 'unknown-plan-version' })
    const obstacles = obstaclesTo(plan, migration.plan, ticket)
    if (obstacles.length > 0) return refuse({ code: 'does-not-fit-plan', obstacles })
    const { fromNumber, toNumber } = migration
    const versions = { to: planVersionId, fromNumber, toNumber }
    return (
      requireTexts({ reason }) ??
      happens({ ...migratedFact(plan, migration.plan, ticket, events, at, versions), words: { reason } })
    )
  },
}
