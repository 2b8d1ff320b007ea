import type { Phase, Wave } from '#features/plan/domain/document/involvement.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'

export type WaveInPlan = { readonly wave: Wave; readonly phase: Phase; readonly previous: Wave | null }

/** Every wave of the plan in the order in which they begin. */
export function wavesInTurn(plan: SupportPlan): readonly WaveInPlan[] {
  const all = plan.involvement.phases
    .flatMap((phase) => phase.waves.map((wave) => ({ wave, phase })))
    .toSorted((one, other) =>
      one.wave.starts < other.wave.starts ? -1 : one.wave.starts > other.wave.starts ? 1 : 0,
    )
  return all.map((one, index) => ({ ...one, previous: all[index - 1]?.wave ?? null }))
}

export function waveOf(plan: SupportPlan, key: string): WaveInPlan | null {
  return wavesInTurn(plan).find(({ wave }) => wave.key === key) ?? null
}

/** Somebody who is in several waves enrolls in the first: the groups that came before this wave, whose people had their mails. */
export function earlierGroups(plan: SupportPlan, key: string): readonly string[] {
  const waves = wavesInTurn(plan)
  const place = waves.findIndex(({ wave }) => wave.key === key)
  return waves.slice(0, Math.max(place, 0)).flatMap(({ wave }) => wave.groups)
}
