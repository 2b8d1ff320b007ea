import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { wavesInTurn } from '../mails/waves.ts'

export const waveStates = ['to-come', 'running', 'over'] as const
export type WaveState = (typeof waveStates)[number]

export function waveStateOn(
  { starts, ends }: { readonly starts: string; readonly ends: string },
  today: string,
): WaveState {
  if (today < starts) return 'to-come'
  return today <= ends ? 'running' : 'over'
}

/** The wave that a rollout is busy with: the one that runs and began last, else the next to begin, else none. */
export function waveAtHand(plan: SupportPlan, today: string): string | null {
  const waves = wavesInTurn(plan).map(({ wave }) => wave)
  const running = waves.findLast((wave) => waveStateOn(wave, today) === 'running')
  return running?.key ?? waves.find((wave) => waveStateOn(wave, today) === 'to-come')?.key ?? null
}

/** The next wave on which nobody has decided yet, or not for good. */
export function waveToDecide(
  plan: SupportPlan,
  today: string,
  outcomeOf: (wave: string) => 'go' | 'conditional' | 'no-go' | null,
): string | null {
  const open = wavesInTurn(plan).filter(({ wave }) => today <= wave.ends)
  return open.find(({ wave }) => !['go', 'conditional'].includes(outcomeOf(wave.key) ?? ''))?.wave.key ?? null
}
