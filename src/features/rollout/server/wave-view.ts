import { assumptionsOf, issuesExpected } from '#features/forecast/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Wave } from '#features/plan/domain/document/involvement.ts'
import type { PlanServices } from '#features/plan/server/actions.ts'
import { waveTickets } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { WaveSummary, WaveView } from '../contract/waves.ts'
import { runFigures } from '../domain/waves/run-figures.ts'
import { waveSummaries } from './overview.ts'
import { planInForce, waveIn } from './plan-in-force.ts'
import { movesOf } from './store/waves.ts'
import { enrollmentsShown } from './wave-enrollments.ts'

/** A wave and how it runs, beside the wave before it and what was expected. */
export async function waveView(tx: Tx, key: string, services: PlanServices): Promise<WaveView> {
  const { document: plan, number, today } = await planInForce(tx)
  const { wave, previous } = waveIn(plan, key)
  const { summaries, enrollments } = await waveSummaries(tx, plan, today)
  const summaryOf = (one: string) => summaries.find((summary) => summary.key === one)
  const summary = summaryOf(key)
  if (!summary) throw new NotFound()
  const tickets = await waveTickets(tx, key, plan.process.contactTier, tx.now)
  const before = previous ? summaryOf(previous.key) : undefined
  const ticketsBefore = before && (await waveTickets(tx, before.key, plan.process.contactTier, tx.now))
  const assumptions = await assumptionsOf(tx, plan, services)
  return {
    wave: summary,
    today,
    planNumber: number,
    previous: previous ? { key: previous.key, name: previous.name } : null,
    run: {
      now: runFigures(tickets, countOf(summary)),
      before: before && ticketsBefore ? runFigures(ticketsBefore, countOf(before)) : null,
      expected: {
        per100: issuesExpected(assumptions, wave),
        enrolled: enrolledByNow(wave, today),
        solvedAtContact: solvedExpected(plan, key),
      },
      causes: [...tickets.causes],
    },
    ...(await enrollmentsShown(tx, wave, summary.people, enrollments)),
    moves: await movesOf(tx, key),
  }
}

const countOf = ({ enrolled }: WaveSummary) => enrolled?.count ?? null

/** The plan's expected users, spread evenly over the days of the wave. */
function enrolledByNow({ starts, ends, expectedUsers }: Wave, today: string): number {
  if (today < starts) return 0
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  const share = today >= ends ? 1 : days(starts, today) / days(starts, ends)
  return Math.round(expectedUsers * share)
}

/** What the plan's readiness asks of waves about the contact tier, if anything. */
function solvedExpected({ involvement }: SupportPlan, key: string): number | null {
  const asked = involvement.readiness.filter(
    ({ figure, comparison }) => figure === 'solved-at-tier-1' && comparison === 'at-least',
  )
  return (asked.find(({ waves }) => waves.includes(key)) ?? asked[0])?.threshold ?? null
}
