import { hasRole } from '#features/people/domain/actor.ts'
import { happens, permitted, type Rule } from '../decision.ts'
import { requireTexts } from '../given.ts'
import { migratedFact, obstaclesTo } from '../migration.ts'
import { migrators } from '../migrators.ts'
import { refuse } from '../refusals.ts'
import { whileOpen } from '../when.ts'

/** It needs no part in the ticket: it is the plan that changes. */
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
