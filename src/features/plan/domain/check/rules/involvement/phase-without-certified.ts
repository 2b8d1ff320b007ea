import type { Tier } from '../../../document/teams.ts'
import type { SupportPlan } from '../../../document/support-plan.ts'
import type { DeskFacts } from '../../desk-facts.ts'
import { type Rule, spot } from '../../rule.ts'

/** By the time a phase begins, every certification of a tier has ended, and no training comes before it. Known on a running desk only. */
export const rule: Rule = {
  code: 'phase-without-certified',
  severity: 'warning',
  find: (plan, facts) => (facts === null ? [] : plan.teams.tiers.flatMap((tier) => firstPhase(plan, tier, facts))),
}

function firstPhase({ training, involvement }: SupportPlan, { level, name, team }: Tier, facts: DeskFacts) {
  const may = facts.certified.filter((one) => one.tier === level && one.teams.includes(team))
  const courses = new Set(training.courses.filter((course) => course.tier === level).map((course) => course.key))
  const trainings = facts.trainings.filter(({ course }) => courses.has(course))
  // Where nobody was ever trained and no training is planned, another finding says so.
  if (may.length === 0 && trainings.length === 0) return []
  const index = involvement.phases.findIndex(
    ({ starts }) =>
      starts > facts.today &&
      !may.some(({ until }) => until === null || until > starts) &&
      !trainings.some((training) => training.starts.slice(0, 10) < starts),
  )
  const phase = involvement.phases[index]
  if (!phase) return []
  return [
    spot(['involvement', 'phases', index, 'starts'], {
      tier: level,
      name,
      phase: phase.name,
      starts: phase.starts,
    }),
  ]
}
