import { availableParallelism } from 'node:os'
import { defaultAssumptions } from '#features/forecast/domain/assumptions/defaults.ts'
import { prepare } from '#features/forecast/domain/forecast.ts'
import { runForecast } from '#features/forecast/server/run/run-forecast.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { round } from './load.ts'

export type ForecastMeasured = {
  readonly users: number
  readonly replications: number
  readonly seconds: number
  readonly ticketsPlayed: number
  readonly memoryMb: number
  readonly processors: number
}

const users = 50_000
const replications = 200

/** A year of a rollout to 50,000 people, three tiers, 200 times: from the plan to the finished forecast, workers started anew. */
export async function measureForecast(): Promise<ForecastMeasured> {
  const plan = largePlan()
  const before = process.memoryUsage().rss
  const began = performance.now()
  let most = before
  const forecast = await runForecast(prepare(plan, defaultAssumptions(plan), '2026-11-22'), {
    seed: 1,
    replications,
    onProgress: () => {
      most = Math.max(most, process.memoryUsage().rss)
    },
  })
  const seconds = (performance.now() - began) / 1000
  const perYear = forecast.weeks.reduce((sum, week) => sum + (week.opened.middle ?? 0), 0)
  return {
    users,
    replications,
    seconds: round(seconds),
    ticketsPlayed: Math.round(perYear * replications),
    memoryMb: Math.round((most - before) / 1_000_000),
    processors: availableParallelism(),
  }
}

/** The starter plan for as many people, with the agents that they take. */
function largePlan() {
  const plan = starterPlan({
    startDay: '2026-12-07',
    owner: 'Bench',
    timeZone: 'Europe/Amsterdam',
    country: 'NL',
    publicDays: [],
  })
  const scale = users / 1200
  const agents = [20, 10, 6]
  const { teams, involvement } = plan
  return {
    ...plan,
    teams: {
      ...teams,
      tiers: teams.tiers.map((tier, index) => ({
        ...tier,
        capacity: { ...tier.capacity, agents: agents[index] ?? 4 },
      })),
    },
    involvement: {
      ...involvement,
      phases: involvement.phases.map((phase) => ({
        ...phase,
        waves: phase.waves.map((wave) => ({ ...wave, expectedUsers: Math.round(wave.expectedUsers * scale) })),
      })),
    },
  }
}
