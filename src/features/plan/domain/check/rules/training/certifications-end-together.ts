import type { Tier } from '../../../document/teams.ts'
import type { SupportPlan } from '../../../document/support-plan.ts'
import type { DeskFacts } from '../../desk-facts.ts'
import { each, type Rule, spot } from '../../rule.ts'

/** In one phase the certification of everybody in a tier ends, and no training is planned that renews them. Known on a running desk only. */
export const rule: Rule = {
  code: 'certifications-end-together',
  severity: 'warning',
  find: (plan, facts) =>
    facts === null
      ? []
      : each(plan.teams.tiers, ['teams', 'tiers'], (tier, place) => {
          const found = endingTogether(plan, tier, facts)
          return found ? [spot([...place, 'team'], { tier: tier.level, name: tier.name, ...found })] : []
        }),
}

function endingTogether({ training, involvement }: SupportPlan, { level, team }: Tier, facts: DeskFacts) {
  const may = facts.certified.filter((one) => one.tier === level && one.teams.includes(team))
  const ends = may.flatMap(({ until }) => (until === null ? [] : [until])).toSorted()
  const [first, last] = [ends[0], ends.at(-1)]
  if (first === undefined || last === undefined || ends.length < 2 || ends.length < may.length) return null
  const phase = involvement.phases.find((one) => first > one.starts && first >= facts.today && last <= one.ends)
  if (!phase) return null
  const courses = new Set(training.courses.filter((course) => course.tier === level).map((course) => course.key))
  const renewed = facts.trainings
    .filter(({ course, starts }) => courses.has(course) && starts.slice(0, 10) <= first)
    .reduce((sum, { people }) => sum + people, 0)
  return renewed >= ends.length ? null : { people: ends.length, first, last, phase: phase.name }
}
