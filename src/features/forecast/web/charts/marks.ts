import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Marks } from './BandChart.tsx'
import { weeksBetween } from './geometry.ts'

type Phases = SupportPlan['involvement']['phases']

/** A phase is marked with a letter, a wave with a number. */
export const phaseLabel = (index: number) => `${String.fromCharCode(65 + (index % 26))}${index < 26 ? '' : '′'}`
export const waveLabel = (index: number) => String(index + 1)

/** Where phases, waves and today lie on an axis of so many weeks that begins on a day. */
export function marksOf(phases: Phases, firstDay: string, today: string, weeks: number): Marks {
  const at = (day: string) => Math.max(0, weeksBetween(firstDay, day))
  const last = weeks - 1
  const now = weeksBetween(firstDay, today)
  return {
    phases: phases
      .map(({ starts, ends }, index) => ({
        from: at(starts),
        // A phase lasts until the end of its last day.
        to: Math.min(at(ends) + 1 / 7, last),
        label: phaseLabel(index),
      }))
      .filter(({ from, to }) => from < to),
    waves: phases
      .flatMap((phase) => phase.waves)
      .map(({ starts }, index) => ({ at: at(starts), label: waveLabel(index) }))
      .filter((wave) => wave.at <= last),
    today: now >= 0 && now <= last ? now : null,
  }
}
