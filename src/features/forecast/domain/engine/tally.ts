import { waitClasses } from './wait-classes.ts'

/**
 * What one replication measures of one tier within the window. Times are minutes. The surpluses say how much more work came upon how
 * much backlog than on average: see `estimate/controls.ts`.
 */
export const tierFigures = [
  'visits',
  'waited',
  'waitMinutes',
  'stays',
  'stayMinutes',
  'gaveUp',
  'arrivedMinutes',
  'busyMinutes',
  'agentMinutes',
  'inTierMinutes',
  'openMinutes',
  'backlogMinutes',
  'fedBacklogMinutes',
  'surplusOfWork',
  'surplusOfComing',
  'surplusOfPassing',
] as const
export type TierFigure = (typeof tierFigures)[number]

/** What is kept for each stretch of the series, for each tier. */
export const seriesFigures = [
  'visits',
  'arrivedMinutes',
  'begun',
  'waitMinutes',
  'stays',
  'stayMinutes',
  'solved',
  'acknowledged',
  'acknowledgedInTime',
  'worked',
  'workedInTime',
  'noted',
  'notedInTime',
  'waitingAtEnd',
] as const
export type SeriesFigure = (typeof seriesFigures)[number]

/** The same for the ticket as a whole. */
export const wholeFigures = ['opened', 'resolved', 'resolvedInTime', 'contacted', 'contactedInTime'] as const

export type Tally = {
  readonly tiers: number
  readonly stretches: number
  readonly perTier: Float64Array
  readonly series: Float64Array
  readonly whole: Float64Array
  /** For each tier, how many waited how long: by class. */
  readonly waits: readonly Uint32Array[]
}

export function tally(tiers: number, stretches: number): Tally {
  return {
    tiers,
    stretches,
    perTier: new Float64Array(tiers * tierFigures.length),
    series: new Float64Array(stretches * tiers * seriesFigures.length),
    whole: new Float64Array(stretches * wholeFigures.length),
    waits: Array.from({ length: tiers }, () => new Uint32Array(waitClasses)),
  }
}

export function clearTally(into: Tally): void {
  into.perTier.fill(0)
  into.series.fill(0)
  into.whole.fill(0)
  for (const waits of into.waits) waits.fill(0)
}

/** Places of the figures in the arrays. */
export const inTier = positions(tierFigures)
export const inSeries = positions(seriesFigures)
export const inWhole = positions(wholeFigures)

export function tierFigure({ perTier }: Tally, tier: number, figure: TierFigure): number {
  return perTier[tier * tierFigures.length + inTier[figure]] as number
}

export function seriesFigure(
  { series, tiers }: Tally,
  stretch: number,
  tier: number,
  figure: SeriesFigure,
): number {
  return series[(stretch * tiers + tier) * seriesFigures.length + inSeries[figure]] as number
}

function positions<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>
}
