import type { Bridge } from '../document/involvement.ts'

type ExitFigure = Bridge['exitWhen'][number]

/** Figures at which a bridge may stop that are told in per cent. */
export const exitPercentages: ReadonlySet<ExitFigure['figure']> = new Set([
  'solved-at-tier-1',
  'cleared-on-bridge',
  'target-attainment',
])

/** Of hours and open tickets less is better, of shares more. */
export function wantedOfExit(figure: ExitFigure['figure']): ExitFigure['comparison'] {
  return exitPercentages.has(figure) ? 'at-least' : 'at-most'
}
