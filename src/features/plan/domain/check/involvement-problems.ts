import type { Phase } from '../document/involvement.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { keysTwice, type Finding, problem, unknowns } from './finding.ts'
import { isTimeZone } from './teams-problems.ts'

export function involvementProblems({ teams, involvement }: SupportPlan): Finding[] {
  const { phases, bridges, commitments, readiness, resources } = involvement
  const levels = new Set(teams.tiers.map((tier) => tier.level))
  const phaseKeys = new Set(phases.map((phase) => phase.key))
  const waves = phases.flatMap((phase) => phase.waves)
  const waveKeys = new Set(waves.map((wave) => wave.key))
  return [
    ...keysTwice(phases, ['involvement', 'phases']),
    ...phases.flatMap((phase, index) => phaseProblems(phase, index, phases)),
    ...keysTwice(bridges, ['involvement', 'bridges']),
    ...bridges.flatMap((bridge, index) => {
      const place = ['involvement', 'bridges', index]
      return [
        ...unknowns('phase-unknown', bridge.phases, phaseKeys, [...place, 'phases']),
        ...(isTimeZone(bridge.timeZone)
          ? []
          : [problem('time-zone-unknown', [...place, 'timeZone'], { value: bridge.timeZone })]),
        ...bridge.quorum.flatMap(({ tier }, at) =>
          levels.has(tier) ? [] : [problem('tier-unknown', [...place, 'quorum', at, 'tier'], { value: tier })],
        ),
      ]
    }),
    ...keysTwice(commitments, ['involvement', 'commitments']),
    ...commitments.flatMap(({ beforePhase }, index) =>
      phaseKeys.has(beforePhase)
        ? []
        : [problem('phase-unknown', ['involvement', 'commitments', index, 'beforePhase'], { value: beforePhase })],
    ),
    ...readiness.flatMap(({ tier, waves: named }, index) => {
      const place = ['involvement', 'readiness', index]
      return [
        ...(tier === null || levels.has(tier)
          ? []
          : [problem('tier-unknown', [...place, 'tier'], { value: tier })]),
        ...unknowns('wave-unknown', named, waveKeys, [...place, 'waves']),
      ]
    }),
    ...keysTwice(resources, ['involvement', 'resources']),
    ...resources.flatMap((resource, index) =>
      unknowns('tier-unknown', resource.tiers, levels, ['involvement', 'resources', index, 'tiers']),
    ),
  ]
}

function phaseProblems(phase: Phase, index: number, phases: readonly Phase[]): Finding[] {
  const place = ['involvement', 'phases', index]
  const earlier = new Set(phases.slice(0, index).flatMap((other) => other.waves.map((wave) => wave.key)))
  return [
    ...(phase.starts > phase.ends
      ? [problem('phase-backwards', place, { starts: phase.starts, ends: phase.ends })]
      : []),
    ...keysTwice(phase.waves, [...place, 'waves']),
    ...phase.waves.flatMap((wave, at) => {
      const here = [...place, 'waves', at]
      const shares = wave.platforms.reduce((sum, one) => sum + one.percent, 0)
      return [
        ...(earlier.has(wave.key) ? [problem('key-twice', [...here, 'key'], { key: wave.key })] : []),
        ...(wave.starts > wave.ends
          ? [problem('wave-backwards', here, { starts: wave.starts, ends: wave.ends })]
          : wave.starts < phase.starts || wave.ends > phase.ends
            ? [problem('wave-outside-phase', here, { starts: phase.starts, ends: phase.ends })]
            : []),
        ...(wave.platforms.length > 0 && Math.abs(shares - 100) > 0.01
          ? [problem('shares-not-hundred', [...here, 'platforms'], { sum: Math.round(shares * 100) / 100 })]
          : []),
      ]
    }),
  ]
}
