import { Temporal } from 'temporal-polyfill'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Horizon } from './horizon.ts'
import { minuteOfDay } from './horizon.ts'

/** Time in which some agents of a tier are not at the desk. Minutes of the horizon. */
export type Absence = { readonly from: number; readonly to: number; readonly people: number }

/** When the plan's bridges are held: each day of its week within the phases that have it. */
export function bridgeTimes({ involvement }: SupportPlan, { begins, days, firstDay }: Horizon) {
  const first = Temporal.PlainDate.from(firstDay)
  return involvement.bridges.flatMap((bridge) => {
    const phases = involvement.phases.filter((phase) => bridge.phases.includes(phase.key))
    return Array.from({ length: days }, (_, index) => first.add({ days: index })).flatMap((date) => {
      const day = date.toString()
      if (!phases.some((phase) => phase.starts <= day && day <= phase.ends)) return []
      return bridge.weekly
        .filter((one) => one.day === date.dayOfWeek && one.at !== '24:00')
        .map(({ at }) => {
          const start = date.toZonedDateTime({ timeZone: bridge.timeZone, plainTime: at })
          const from = (start.epochMilliseconds - begins) / 60_000
          return { from, to: from + bridge.lengthMinutes, minutes: bridge.lengthMinutes, quorum: bridge.quorum }
        })
    })
  })
}

/**
 * Courses cost the time of those who take them: half of a tier at a time, the first half on the first of the planned days and the
 * second on the last, from 13:00 on. A course without dates is taken before the forecast begins.
 */
export function courseTimes(
  { training }: SupportPlan,
  horizon: Horizon,
  level: number,
  agents: number,
): Absence[] {
  return training.courses
    .filter((course) => course.tier === level && course.audience !== 'leads')
    .flatMap(({ planned, agenda }) => {
      if (!planned) return []
      const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0)
      const half = Math.ceil(agents / 2)
      return [
        { day: planned.starts, people: half },
        { day: planned.ends, people: agents - half },
      ].map(({ day, people }) => {
        const from = minuteOfDay(horizon, day) + 13 * 60
        return { from, to: from + minutes, people }
      })
    })
    .filter(({ from, people }) => from >= 0 && people > 0)
}
