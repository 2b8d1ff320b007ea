import { addDays } from '../days.ts'
import type { Place } from '../check/finding.ts'
import type { Phase, Wave } from '../document/involvement.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { valueAt, withValue } from './at-place.ts'

/** Moves the phase or wave at this place by so many days; the waves of a phase go with it. */
export function moved(plan: SupportPlan, at: Place, days: number): SupportPlan {
  const entry = valueAt(plan, at) as Phase | Wave | undefined
  if (!entry || days === 0) return plan
  return withValue(plan, at, later(entry, days))
}

/** Lets the phase or wave at this place begin or end so many days later, but never end before it begins. */
export function stretched(plan: SupportPlan, at: Place, side: 'starts' | 'ends', days: number): SupportPlan {
  const entry = valueAt(plan, at) as Phase | Wave | undefined
  if (!entry) return plan
  const day = addDays(entry[side], days)
  const other = side === 'starts' ? entry.ends : entry.starts
  const bounded = side === 'starts' ? (day > other ? other : day) : day < other ? other : day
  return withValue(plan, [...at, side], bounded)
}

function later(entry: Phase | Wave, days: number): Phase | Wave {
  const shifted = { ...entry, starts: addDays(entry.starts, days), ends: addDays(entry.ends, days) }
  return 'waves' in shifted
    ? { ...shifted, waves: shifted.waves.map((wave) => later(wave, days) as Wave) }
    : shifted
}
