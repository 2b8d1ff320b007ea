import {
  mirrorStaff,
  organisationOf,
  practiceOrganisationFor,
  practiceOrganisationId,
  staffOf,
} from '#features/people/server/actions.ts'
import type { PlanInForce } from '#features/plan/server/actions.ts'
import { adoptPlan, publishedPlan } from '#features/plan/server/actions.ts'
import { numberAfter } from '#features/tickets/server/actions.ts'
import { inOrganisation, type Transactions } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'

/** Practice tickets have numbers beyond it: nobody takes one for real, and what was typed in one is not found in the other. */
const lastRealNumber = 9_000_000

/** Where an organisation practises, and with which plan. */
export type Ground = {
  readonly orgId: string
  readonly plan: PlanInForce
  /** The version of the real organisation that is practised with. */
  readonly planVersionId: string
}

/** The practice organisation as it should be now: made on first use, with the published plan, the teams and their people. */
export async function practiceGround(platform: Transactions, homeId: string, personId: string): Promise<Ground> {
  const home = await inOrganisation(platform, homeId, async (tx) => ({
    organisation: await organisationOf(tx),
    plan: await publishedPlan(tx),
    staff: await staffOf(tx),
  }))
  const { plan } = home
  if (!plan) throw new Refused({ code: 'no-published-plan' })
  const orgId = await practiceOrganisationFor(platform, home.organisation)
  const { tiers } = plan.document.teams
  const adopted = await inOrganisation(platform, orgId, async (tx) => {
    await mirrorStaff(tx, home.staff, (team) =>
      tiers.filter((tier) => tier.team === team).map(({ level }) => level),
    )
    await numberAfter(tx, lastRealNumber)
    return adoptPlan(tx, plan, personId)
  })
  return { orgId, plan: adopted, planVersionId: plan.id }
}

/** Where this organisation practises; null as long as nobody has. */
export function groundOf(platform: Transactions, homeId: string): Promise<string | null> {
  return inOrganisation(platform, homeId, practiceOrganisationId)
}
