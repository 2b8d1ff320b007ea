import type { Model, TierModel } from '../engine/model.ts'
import { type Tally, tierFigure } from '../engine/tally.ts'
import { quantile } from '../engine/wait-histogram.ts'
import { type Band, band, nothingMeasured, within } from './band.ts'

/** What is said of each tier over the window. Waiting and time in the tier are minutes of the tier's support hours. */
export const steadyFigures = [
  'arrivalsPerHour',
  'offeredLoadErlang',
  'agents',
  'utilisation',
  'probabilityOfWaiting',
  'meanWaitMinutes',
  'waitMinutesP50',
  'waitMinutesP90',
  'meanTimeInTierMinutes',
  'abandonedShare',
  'meanInTier',
] as const
export type SteadyFigure = (typeof steadyFigures)[number]

/** Measured beside the figures, with a true mean of zero. */
const controls = 2
const width = steadyFigures.length + controls

/** One replication as numbers: for each tier its figures, then its controls. NaN where nothing was measured. */
export function steadyRow(model: Model, measured: Tally): Float64Array {
  const row = new Float64Array(model.tiers.length * width)
  const minutes = model.window.to - model.window.from
  for (const [tier, own] of model.tiers.entries()) {
    const of = (figure: Parameters<typeof tierFigure>[2]) => tierFigure(measured, tier, figure)
    const waits = measured.waits[tier] as Tally['waits'][number]
    const values: Readonly<Record<SteadyFigure, number>> = {
      arrivalsPerHour: of('visits') / (minutes / 60),
      offeredLoadErlang: of('arrivedMinutes') / of('openMinutes'),
      agents: of('agentMinutes') / of('openMinutes'),
      utilisation: of('busyMinutes') / of('agentMinutes'),
      probabilityOfWaiting: of('waited') / waits.total,
      meanWaitMinutes: of('waitMinutes') / waits.total,
      waitMinutesP50: quantile(waits, 0.5) ?? Number.NaN,
      waitMinutesP90: quantile(waits, 0.9) ?? Number.NaN,
      meanTimeInTierMinutes: of('stayMinutes') / of('stays'),
      abandonedShare: of('gaveUp') / of('visits'),
      meanInTier: of('inTierMinutes') / minutes,
    }
    const expected = expectedVisits(model, tier)
    const at = tier * width
    for (const [index, figure] of steadyFigures.entries()) row[at + index] = values[figure]
    row[at + steadyFigures.length] = expected === null ? 0 : of('visits') / expected - 1
    row[at + steadyFigures.length + 1] =
      of('visits') === 0 || model.causes ? 0 : of('arrivedMinutes') / of('visits') - own.work.mean
  }
  return row
}

/** How many come to a tier in the window on average, where that is known beforehand: constant arrivals, passed on by chance. */
function expectedVisits(
  { arrivals, window, causes, patience, tiers, entry, sendBack }: Model,
  tier: number,
): number | null {
  if (causes || arrivals.perMinute.length !== 1 || tier < entry) return null
  if (tier > entry && (patience || sendBack > 0)) return null
  const share = tiers.slice(entry, tier).reduce((product, { passOn }: TierModel) => product * passOn, 1)
  const expected = (arrivals.perMinute[0] as number) * (window.to - window.from) * share
  return expected > 0 ? expected : null
}

export type SteadyTier = { readonly tier: number } & Readonly<Record<SteadyFigure, Band>>

const shares: ReadonlySet<SteadyFigure> = new Set(['probabilityOfWaiting', 'abandonedShare'])

/** The figures of each tier over all replications. */
export function steadyState({ tiers }: Model, rows: readonly Float64Array[]): readonly SteadyTier[] {
  return tiers.map(({ level }, tier) => {
    const column = (index: number) => rows.map((row) => row[tier * width + index] as number)
    const known = [column(steadyFigures.length), column(steadyFigures.length + 1)]
    const figures = steadyFigures.map((figure, index) => [figure, bandOf(figure, column(index), known)] as const)
    return { tier: level, ...(Object.fromEntries(figures) as Record<SteadyFigure, Band>) }
  })
}

function bandOf(figure: SteadyFigure, values: readonly number[], known: readonly (readonly number[])[]): Band {
  const measured = values.flatMap((value, index) => (Number.isFinite(value) ? [index] : []))
  if (measured.length === 0) return nothingMeasured
  const pick = (list: readonly number[]) => measured.map((index) => list[index] as number)
  return within(band(pick(values), known.map(pick)), 0, shares.has(figure) ? 1 : Infinity)
}
