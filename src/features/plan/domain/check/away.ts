import { addDays, dayNumber, lastDay, weekdayOf } from '../days.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import type { Tier } from '../document/teams.ts'
import type { Course } from '../document/training.ts'
import { openMinutesOf } from '../workload.ts'
import type { DeskFacts } from './desk-facts.ts'

/** A week of a tier: what it has in time, and what of that goes to bridges and training, in minutes of its people together. */
export type AwayWeek = {
  readonly from: string
  readonly openMinutes: number
  readonly bridgeMinutes: number
  readonly awayMinutes: number
}

/** No rollout is longer than ten years. */
const mostWeeks = 520

/** The week in which bridges and training take most of a tier; null where nothing is planned or the tier is never open. */
export function mostAway(plan: SupportPlan, tier: Tier, facts: DeskFacts | null): AwayWeek | null {
  // A desk trains whom it has, which may be more than the plan counts on.
  const people = Math.max(tier.capacity.agents, facts?.teams[tier.team]?.members ?? 0)
  const openMinutes = openMinutesOf(plan, tier) * people
  const days = daysAway(plan, tier, facts)
  const [first] = [...days.keys()].toSorted()
  if (first === undefined || !(openMinutes > 0)) return null
  const monday = addDays(first, 1 - weekdayOf(first))
  const weeks = Math.floor((dayNumber(lastDay([...days.keys()])) - dayNumber(monday)) / 7) + 1
  let most: AwayWeek | null = null
  for (let week = 0; week < Math.min(weeks, mostWeeks); week += 1) {
    const from = addDays(monday, 7 * week)
    const own = [0, 1, 2, 3, 4, 5, 6].map((day) => days.get(addDays(from, day)) ?? nothing)
    const bridgeMinutes = own.reduce((sum, day) => sum + day.bridge, 0)
    const awayMinutes = own.reduce((sum, day) => sum + day.training, bridgeMinutes)
    if (!most || awayMinutes > most.awayMinutes) most = { from, openMinutes, bridgeMinutes, awayMinutes }
  }
  return most
}

type Day = { readonly bridge: number; readonly training: number }
const nothing: Day = { bridge: 0, training: 0 }

function daysAway(plan: SupportPlan, tier: Tier, facts: DeskFacts | null): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>()
  const add = (day: string, { bridge, training }: Partial<Day>) => {
    const own = days.get(day) ?? nothing
    days.set(day, { bridge: own.bridge + (bridge ?? 0), training: own.training + (training ?? 0) })
  }
  for (const bridge of plan.involvement.bridges) {
    const people = bridge.quorum.find((one) => one.tier === tier.level)?.people ?? 0
    for (const phase of plan.involvement.phases.filter(({ key }) => people > 0 && bridge.phases.includes(key))) {
      for (const day of daysBetween(phase.starts, phase.ends)) {
        const meetings = bridge.weekly.filter((one) => one.day === weekdayOf(day)).length
        if (meetings > 0) add(day, { bridge: meetings * bridge.lengthMinutes * people })
      }
    }
  }
  for (const course of plan.training.courses.filter((one) => one.tier === tier.level)) {
    const real = facts?.trainings.filter((one) => one.course === course.key) ?? []
    for (const { starts, minutes, people } of real) add(starts.slice(0, 10), { training: minutes * people })
    // Until the desk has planned a course, the plan's own dates count, spread over them.
    if (real.length > 0 || !course.planned || (facts && course.planned.ends < facts.today)) continue
    const window = daysBetween(course.planned.starts, course.planned.ends)
    const minutes = course.agenda.reduce((sum, item) => sum + item.minutes, 0) * taught(course, tier)
    for (const day of window) add(day, { training: minutes / window.length })
  }
  return days
}

function taught({ audience }: Course, { capacity }: Tier): number {
  return { leads: 1, members: Math.max(0, capacity.agents - 1), everyone: capacity.agents }[audience]
}

function daysBetween(starts: string, ends: string): readonly string[] {
  const count = dayNumber(ends) - dayNumber(starts) + 1
  return count >= 1 && count <= mostWeeks * 7
    ? Array.from({ length: count }, (_, day) => addDays(starts, day))
    : []
}
