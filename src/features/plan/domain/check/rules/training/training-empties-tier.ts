import type { SupportPlan } from '../../../document/support-plan.ts'
import type { Tier } from '../../../document/teams.ts'
import type { DeskFacts, PlannedTraining } from '../../desk-facts.ts'
import { isOpen } from '../../open-days.ts'
import { each, type Rule, spot } from '../../rule.ts'
import { minuteOf, openMinutes, uncovered, type Week, weekOf } from '../../week.ts'
import { weekdayOf } from '../../../days.ts'

/** More than half of a tier is in training at once while support is open. Known on a running desk only. */
export const rule: Rule = {
  code: 'training-empties-tier',
  severity: 'warning',
  find: (plan, facts) =>
    facts === null
      ? []
      : each(plan.teams.tiers, ['teams', 'tiers'], (tier, place) => {
          const found = emptiest(plan, tier, facts)
          return found ? [spot([...place, 'team'], { tier: tier.level, name: tier.name, ...found })] : []
        }),
}

function emptiest(plan: SupportPlan, tier: Tier, facts: DeskFacts) {
  const members = facts.teams[tier.team]?.members ?? 0
  const courses = new Set(plan.training.courses.filter((one) => one.tier === tier.level).map((one) => one.key))
  const trainings = facts.trainings.filter((one) => courses.has(one.course) && isInHours(plan, tier, one))
  const [most] = trainings
    .map(({ starts }) => {
      const at = Date.parse(starts)
      const people = trainings.filter((one) => isRunning(one, at)).reduce((sum, one) => sum + one.people, 0)
      return { day: starts.slice(0, 10), people }
    })
    .toSorted((one, other) => other.people - one.people)
  return most && members > 1 && most.people * 2 > members ? { ...most, members } : null
}

function isRunning({ starts, minutes }: PlannedTraining, at: number): boolean {
  const begins = Date.parse(starts)
  return begins <= at && at < begins + minutes * 60_000
}

function isInHours(plan: SupportPlan, tier: Tier, { starts, minutes }: PlannedTraining): boolean {
  const hours = plan.teams.supportHours.find((one) => one.key === tier.supportHours)
  const day = starts.slice(0, 10)
  if (!hours || !isOpen(hours, day)) return false
  const from = (weekdayOf(day) - 1) * 1440 + minuteOf(starts.slice(11, 16))
  const held: Week = { timeZone: 'UTC', spans: [{ from, to: from + minutes }] }
  return openMinutes(uncovered(held, [weekOf(hours)])) < minutes
}
