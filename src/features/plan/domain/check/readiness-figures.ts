import type { Readiness } from '../document/involvement.ts'

/** Figures that are told in per cent. */
export const percentages: ReadonlySet<Readiness['figure']> = new Set([
  'support-cover',
  'commitments-met',
  'solved-at-tier-1',
  'target-attainment',
  'forecast-attainment',
])
