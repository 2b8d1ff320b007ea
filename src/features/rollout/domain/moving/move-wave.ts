import type { Phase, Wave } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'

export type WaveMove = {
  readonly starts: string
  readonly ends: string
  /** Lets the phase grow where the wave would stick out of it. */
  readonly withPhase: boolean
}

/** The plan with the wave on other days, and nothing else changed. Null where it has no such wave. */
export function movedWave(
  plan: SupportPlan,
  key: string,
  { starts, ends, withPhase }: WaveMove,
): SupportPlan | null {
  const { phases } = plan.involvement
  if (!phases.some((phase) => phase.waves.some((wave) => wave.key === key))) return null
  const withWave = (phase: Phase): Phase => {
    if (!phase.waves.some((wave) => wave.key === key)) return phase
    const waves = phase.waves.map((wave): Wave => (wave.key === key ? { ...wave, starts, ends } : wave))
    return withPhase
      ? { ...phase, waves, starts: earlier(phase.starts, starts), ends: later(phase.ends, ends) }
      : { ...phase, waves }
  }
  return { ...plan, involvement: { ...plan.involvement, phases: phases.map(withWave) } }
}

/** Whether the wave would begin before its phase or end after it. */
export function sticksOut(
  plan: SupportPlan,
  key: string,
  { starts, ends }: Pick<WaveMove, 'starts' | 'ends'>,
): boolean {
  const phase = plan.involvement.phases.find(({ waves }) => waves.some((wave) => wave.key === key))
  return phase !== undefined && (starts < phase.starts || ends > phase.ends)
}

const earlier = (one: string, other: string) => (one < other ? one : other)
const later = (one: string, other: string) => (one > other ? one : other)
