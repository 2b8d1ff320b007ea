import type { PeriodOutcome } from '../../domain/estimate/outcome.ts'
import type { Range } from '../../domain/estimate/ranges.ts'
import type { Forecast } from '../../domain/forecast.ts'

export type Unit = 'share' | 'minutes' | 'count'

export const figureKeys = [
  'load',
  'waiting',
  'waitMinutes',
  'timeInTierMinutes',
  'solvedShare',
  'acknowledge',
  'whole',
] as const
export type FigureKey = (typeof figureKeys)[number]

/** One panel of a figure: a tier's, or one of the ticket as a whole. */
export type Panel = {
  readonly key: string
  /** Null: not of one tier. */
  readonly tier: number | null
  readonly unit: Unit
  readonly goal: number | null
  readonly of: (week: PeriodOutcome) => Range
}

const units: Readonly<Record<Exclude<FigureKey, 'whole'>, Unit>> = {
  load: 'share',
  waiting: 'count',
  waitMinutes: 'minutes',
  timeInTierMinutes: 'minutes',
  solvedShare: 'share',
  acknowledge: 'share',
}

const nothing: Range = { low: null, middle: null, high: null }

export function panelsOf(figure: FigureKey, { tiers, goal }: Pick<Forecast, 'tiers' | 'goal'>): readonly Panel[] {
  if (figure === 'whole')
    return [
      { key: 'opened', tier: null, unit: 'count', goal: null, of: (week) => week.opened },
      { key: 'contact', tier: null, unit: 'share', goal, of: (week) => week.contact },
      { key: 'resolve', tier: null, unit: 'share', goal, of: (week) => week.resolve },
    ]
  return tiers.map(({ tier }, index) => ({
    key: `tier-${tier}`,
    tier,
    unit: units[figure],
    // A load of one is as much as the agents can do.
    goal: figure === 'acknowledge' ? goal : figure === 'load' ? 1 : null,
    of: (week) => week.tiers[index]?.[figure] ?? nothing,
  }))
}

/** What a table and a file say of a figure: for each week, each panel. */
export function rowsOf(
  panels: readonly Panel[],
  weeks: Forecast['weeks'],
): readonly { readonly week: string; readonly values: readonly Range[] }[] {
  return weeks.map((week) => ({ week: week.starts, values: panels.map(({ of }) => of(week)) }))
}

/** How many weeks to show: the rollout and what follows at once, or all. */
export function weeksShown({ weeks, waves }: Forecast, ends: string | null, whole: boolean): number {
  if (whole || ends === null || waves.length === 0) return weeks.length
  const rollout = weeks.filter(({ starts }) => starts <= ends).length
  return Math.min(weeks.length, rollout + 4)
}
