import { absencesBetween, membersOf } from '#features/people/server/actions.ts'
import { waveOutlook } from '#features/forecast/server/actions.ts'
import { mailHealth } from '#features/mailboxes/server/actions.ts'
import type { Wave } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { PlanServices } from '#features/plan/server/actions.ts'
import { tenantHealth } from '#features/tenant/server/actions.ts'
import { waveTickets } from '#features/tickets/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { waveOf } from '../domain/mails/waves.ts'
import { coverPeriod, tierCover } from '../domain/readiness/cover.ts'
import type { Readiness } from '../domain/readiness/figure.ts'
import { type PreviousWave, type ReadinessFacts, readinessOf } from '../domain/readiness/readiness-of.ts'
import { commitmentsMet } from './commitments-met.ts'
import { planInForce, waveIn } from './plan-in-force.ts'

export type Gathered = {
  readonly planVersionId: string
  readonly planNumber: number
  readonly plan: SupportPlan
  readonly wave: Wave
  readonly today: string
  readonly readiness: Readiness
}

/**
 * A wave's readiness as it is now. The forecast is played outside the transaction that reads the rest, and kept: asked again for the same
 * plan it costs nothing.
 */
export async function gatherReadiness(
  platform: Platform,
  orgId: string,
  key: string,
  services: PlanServices,
): Promise<Gathered> {
  const outlook = await waveOutlook(platform, orgId, services)
  return inOrganisation(platform, orgId, async (tx) => {
    const inForce = await planInForce(tx)
    const plan = inForce.document
    const { wave, phase } = waveIn(plan, key)
    const own = outlook?.waves.find((one) => one.wave === key)
    const facts: ReadinessFacts = {
      previous: await previousWave(tx, plan, key),
      tiers: await tiersOf(tx, plan, wave),
      commitments: await commitmentsMet(tx, plan, phase.key),
      forecast:
        own && outlook && own.attainment !== null
          ? { attainment: own.attainment, holds: own.holds, goal: outlook.goal }
          : null,
      mail: await mailHealth(tx),
      connector: await tenantHealth(tx),
    }
    const readiness = readinessOf(plan, wave, facts)
    return { planVersionId: inForce.id, planNumber: inForce.number, plan, wave, today: inForce.today, readiness }
  })
}

async function previousWave(tx: Tx, plan: SupportPlan, key: string): Promise<PreviousWave | null> {
  const previous = waveOf(plan, key)?.previous
  if (!previous) return null
  return { key: previous.key, ...(await waveTickets(tx, previous.key, plan.process.contactTier, tx.now)) }
}

/** Who is certified in each tier when the wave begins, and who of them is there in its first weeks. */
async function tiersOf(tx: Tx, plan: SupportPlan, wave: Wave): Promise<ReadinessFacts['tiers']> {
  const period = coverPeriod(plan, wave)
  const tiers: [number, { certified: number; cover: ReturnType<typeof tierCover>; team: string }][] = []
  for (const { level, team } of plan.teams.tiers.toSorted((one, other) => one.level - other.level)) {
    const members = await membersOf(tx, team)
    const away = await absencesBetween(
      tx,
      members.map(({ id }) => id),
      period.from,
      period.until,
    )
    const certified = members.flatMap(({ id, actor }) =>
      actor.certifications
        .filter((one) => one.tier === level)
        .map(({ from, until }) => ({ id, from, until, away: away.filter(({ personId }) => personId === id) })),
    )
    const at = period.from > tx.now ? period.from : tx.now
    const then = certified.filter(({ from, until }) => from <= at && (until === null || until > at))
    const people = new Set(then.map(({ id }) => id)).size
    tiers.push([level, { certified: people, cover: tierCover(plan, level, certified, period), team }])
  }
  return new Map(tiers)
}
