import { Temporal } from 'temporal-polyfill'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Assumptions } from '../assumptions/assumptions.ts'
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
          return {
            from,
            to: from + bridge.lengthMinutes,
            minutes: bridge.lengthMinutes,
            quorum: bridge.quorum,
            isOpen: true,
          }
        })
    })
  })
}

/** Bridges that are called between those of the plan, evenly over the phases, at three on a working day. */
export function adHocTimes(
  { teams, involvement: { phases } }: SupportPlan,
  { adHocPerWeek, adHocMinutes }: Assumptions['bridge'],
  horizon: Horizon,
) {
  const starts = phases.map((phase) => phase.starts).toSorted()[0]
  const ends = phases
    .map((phase) => phase.ends)
    .toSorted()
    .at(-1)
  if (adHocPerWeek === 0 || starts === undefined || ends === undefined) return []
  const first = Temporal.PlainDate.from(starts)
  const days = Math.min(first.until(ends).days + 1, horizon.days)
  const quorum = teams.tiers.map(({ level }) => ({ tier: level, people: 1 }))
  return Array.from({ length: Math.floor((days / 7) * adHocPerWeek) }, (_, index) => {
    const date = first.add({ days: Math.floor((index * 7) / adHocPerWeek) })
    const workday = date.add({ days: date.dayOfWeek < 6 ? 0 : 8 - date.dayOfWeek })
    const from = minuteOfDay(horizon, workday.toString()) + 15 * 60
    return { from, to: from + adHocMinutes, minutes: adHocMinutes, quorum, isOpen: false }
  })
}

/**
 * Training costs the time of those who take it: where training sessions have been planned, then and for those. Else by the plan's
 * courses: half of a tier at a time, the first half on the first of the planned days and the second on the last, from 13:00 on. A course
 * without dates is taken before the forecast begins.
 */
export function courseTimes(
  { training }: SupportPlan,
  { planned }: Assumptions['training'],
  horizon: Horizon,
  level: number,
  agents: number,
): Absence[] {
  const own = planned?.filter(({ tier }) => tier === level) ?? []
  if (own.length > 0)
    return own
      .map(({ starts, minutes, people }) => {
        const from = (Date.parse(starts) - horizon.begins) / 60_000
        return { from, to: from + minutes, people }
      })
      .filter(({ from, people }) => from >= 0 && people > 0)
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

/** People train again one after the other, evenly over the working days that they have for it, at eleven. */
export function retrainingTimes(
  { retraining, retrainMinutes }: Assumptions['training'],
  horizon: Horizon,
  level: number,
): Absence[] {
  return retraining
    .filter(({ tier }) => tier === level)
    .flatMap(({ people, from, until }) => {
      const first = Temporal.PlainDate.from(from)
      const length = Math.min(first.until(until).days + 1, 366)
      const days = Array.from({ length: Math.max(0, length) }, (_, day) => first.add({ days: day })).filter(
        (date) => date.dayOfWeek < 6,
      )
      if (days.length === 0) return []
      const perDay = new Map<string, number>()
      for (let person = 0; person < people; person += 1) {
        const day = String(days[Math.floor(((person + 0.5) * days.length) / people)])
        perDay.set(day, (perDay.get(day) ?? 0) + 1)
      }
      return [...perDay].map(([day, count]) => {
        const begins = minuteOfDay(horizon, day) + 11 * 60
        return { from: begins, to: begins + retrainMinutes, people: count }
      })
    })
    .filter(({ from, to }) => from >= 0 && to > from)
}
