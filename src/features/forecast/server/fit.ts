import type { z } from 'zod'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { startOfLast } from '#features/tickets/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { FitAnswer } from '../contract/fit.ts'
import { AssumptionsFile } from '../contract/assumptions-file.ts'
import { defaultAssumptions } from '../domain/assumptions/defaults.ts'
import { withFile } from '../domain/assumptions/override.ts'
import type { FittedValue } from '../domain/fit/fit-assumptions.ts'
import { observe, type Observation } from '../domain/fit/observe.ts'
import { keptFile } from './assumptions.ts'
import { runFit } from './run/run-fit.ts'
import { inSlices, type PastPage, readPastPage } from './past.ts'

/** Tickets that are read for one fit: the newest of the period. */
const mostTickets = 20_000

type Call = {
  readonly platform: Platform
  readonly signedIn: SignedIn
  readonly query: { readonly days: number }
}

/** Reads the desk's past a page at a time, keeps the little that each ticket says, and fits when it has them all. */
export async function fitFromDesk({
  platform,
  signedIn: { orgId },
  query,
}: Call): Promise<z.input<typeof FitAnswer>> {
  const begun = await inOrganisation(platform, orgId, async (tx) => {
    const plan = await publishedPlan(tx)
    if (!plan) throw new NotFound('There is no published plan')
    const from = new Date(Date.parse(tx.now) - query.days * 86_400_000).toISOString()
    const period = { from, to: tx.now }
    return {
      period,
      plan: plan.document,
      assumptions: withFile(defaultAssumptions(plan.document), await keptFile(tx)),
      start: await startOfLast(tx, period, mostTickets),
    }
  })
  const { plan, assumptions, start } = begun
  const observations: Observation[] = []
  for (let after: number | null = start.after; after !== null; ) {
    const begins: number = after
    const page: PastPage = await inOrganisation(platform, orgId, (tx) => readPastPage(tx, begun.period, begins))
    observations.push(...(await inSlices(page.tickets, observe)))
    after = page.next
  }
  const from = start.openedAt ?? begun.period.from
  const period = { from, to: begun.period.to }
  const { tickets, values } = await runFit({ observations, plan, assumptions, period })
  return { from, to: begun.period.to, tickets, partly: start.openedAt !== null, fitted: values.map(viewOf) }
}

function viewOf({ override, parts, ...value }: FittedValue): z.input<typeof FitAnswer>['fitted'][number] {
  return { ...value, parts: [...parts], set: override === null ? null : AssumptionsFile.parse(override) }
}
