import type { Wave } from '#features/plan/domain/document/involvement.ts'
import { type PlanInForce, type PlanServices, publishedPlan } from '#features/plan/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Assumptions } from '../domain/assumptions/assumptions.ts'
import { expectedTickets } from '../domain/compile/workload.ts'
import { type Light, prepare, type WaveOutcome } from '../domain/forecast.ts'
import { assumptionsOf } from './assumptions.ts'
import { runForecast } from './run/run-forecast.ts'

/** What is assumed for a plan. */
export { assumptionsOf } from './assumptions.ts'

/** What the forecast says of one wave of the plan in force. Shares are from 0 to 1. */
export type WaveOutlook = {
  readonly wave: string
  readonly light: Light
  /** Share of possible years in which every tier, and the ticket as a whole, meets the goal in this wave. */
  readonly holds: number
  /** Expected share of tickets that are resolved in time, and that each tier takes up in time; null where nothing comes. */
  readonly attainment: number | null
  readonly tiers: readonly { readonly tier: number; readonly attainment: number | null }[]
}

export type Outlook = { readonly goal: number; readonly waves: readonly WaveOutlook[] }

/** Enough possible years for a light, and no more tickets than a second or two of one processor. */
const replications = 60
const mostTickets = 3_000_000

type Kept = { readonly key: string; readonly outlook: Promise<Outlook> }
/** Of each organisation the last: figures are looked at more often than anything they rest on changes. */
const kept = new Map<string, Kept>()
const keptAtMost = 200

/**
 * Whether each wave of the plan in force will hold, by what the organisation assumes and its desk knows. Played in one worker thread, once for the
 * same plan, assumptions and day, however many ask. Null where there is no plan, no wave, or too much to play. Opens its own
 * transaction, and holds none while it plays.
 */
export async function waveOutlook(
  platform: Platform,
  orgId: string,
  services: PlanServices,
): Promise<Outlook | null> {
  const read = await inOrganisation(platform, orgId, async (tx) => {
    const plan = await publishedPlan(tx)
    if (!plan) return null
    const assumptions = await assumptionsOf(tx, plan.document, services)
    return { plan, assumptions, today: tx.now.slice(0, 10) }
  })
  if (!read || read.plan.document.involvement.phases.every(({ waves }) => waves.length === 0)) return null
  const key = JSON.stringify([read.plan.id, read.assumptions, read.today])
  const known = kept.get(orgId)
  if (known?.key === key) return known.outlook
  const outlook = played(read.plan, read.assumptions, read.today)
  if (!outlook) return null
  if (kept.size >= keptAtMost) for (const oldest of [...kept.keys()].slice(0, 1)) kept.delete(oldest)
  kept.set(orgId, { key, outlook })
  outlook.catch(() => kept.delete(orgId))
  return outlook
}

function played({ document }: PlanInForce, given: Assumptions, today: string): Promise<Outlook> | null {
  const assumptions = { ...given, replications: Math.min(replications, given.replications) }
  const prepared = prepare(document, assumptions, today)
  if (expectedTickets(prepared.model) * assumptions.replications > mostTickets) return null
  return runForecast(prepared, {
    seed: assumptions.seed,
    replications: assumptions.replications,
    workers: 1,
  }).then(({ goal, waves }) => ({ goal, waves: waves.map(outlookOf) }))
}

function outlookOf({ wave, light, holds, resolve, tiers }: WaveOutcome): WaveOutlook {
  return {
    wave,
    light,
    holds,
    attainment: resolve.middle,
    tiers: tiers.map(({ tier, acknowledge }) => ({ tier, attainment: acknowledge.middle })),
  }
}

/** Issues that a hundred enrollments of a wave are expected to bring, by its platforms; null where it names none. */
export function issuesExpected({ arrivals }: Assumptions, { platforms }: Pick<Wave, 'platforms'>): number | null {
  const whole = platforms.reduce((sum, { percent }) => sum + percent, 0)
  if (whole === 0) return null
  const issues = platforms.reduce(
    (sum, { platform, percent }) => sum + percent * arrivals.issuesPer100Enrollments[platform],
    0,
  )
  return Math.round((10 * issues) / whole) / 10
}
