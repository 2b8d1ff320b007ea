import type { Model } from '../engine/model.ts'
import { type Tally, type TierFigure, tierFigure, tierFigures } from '../engine/tally.ts'
import { waitClasses } from '../engine/wait-classes.ts'
import { type Band, band, nothingMeasured, within } from './band.ts'
import { controlCount, controlsOf } from './controls.ts'
import { quantileOf, shareUpTo } from './wait-histogram.ts'

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
export type SteadyTier = { readonly tier: number } & Readonly<Record<SteadyFigure, Band>>

/** One replication: for each tier what was measured and its controls, and how many waited how long. */
export type SteadyRow = { readonly figures: Float64Array; readonly waits: readonly Uint32Array[] }

const width = tierFigures.length + controlCount

export function steadyRow(model: Model, measured: Tally): SteadyRow {
  const figures = new Float64Array(model.tiers.length * width)
  for (const tier of model.tiers.keys()) {
    const at = tier * width
    figures.set(
      tierFigures.map((figure) => tierFigure(measured, tier, figure)),
      at,
    )
    figures.set(controlsOf(model, measured, tier), at + tierFigures.length)
  }
  return { figures, waits: measured.waits.map((waits) => waits.slice()) }
}

/** The figures of each tier over all replications. */
export function steadyState({ tiers, window }: Model, rows: readonly SteadyRow[]): readonly SteadyTier[] {
  const minutes = window.to - window.from
  return tiers.map(({ level }, tier) => {
    const column = (index: number) => rows.map(({ figures }) => figures[tier * width + index] as number)
    const of = (figure: TierFigure) => column(tierFigures.indexOf(figure))
    const controls = controlsBelow(rows, tier)
    const fixed = (value: number) => rows.map(() => value)
    const waits = rows.map((row) => row.waits[tier] as Uint32Array)
    const taken = waits.map(countOf)
    return {
      tier: level,
      arrivalsPerHour: ratio(of('visits'), fixed(minutes / 60), controls),
      offeredLoadErlang: ratio(of('arrivedMinutes'), of('openMinutes'), controls),
      agents: ratio(of('agentMinutes'), of('openMinutes'), controls),
      utilisation: ratio(of('busyMinutes'), of('agentMinutes'), controls),
      probabilityOfWaiting: within(ratio(of('waited'), taken, controls), 0, 1),
      meanWaitMinutes: ratio(of('waitMinutes'), taken, controls),
      waitMinutesP50: quantile(waits, taken, 0.5, controls),
      waitMinutesP90: quantile(waits, taken, 0.9, controls),
      meanTimeInTierMinutes: ratio(of('stayMinutes'), of('stays'), controls),
      abandonedShare: within(ratio(of('gaveUp'), of('visits'), controls), 0, 1),
      meanInTier: ratio(of('inTierMinutes'), fixed(minutes), controls),
    }
  })
}

/** A tier's own controls first: what came to the tiers below is told by theirs. */
function controlsBelow(rows: readonly SteadyRow[], tier: number): Controls {
  const own = Array.from({ length: controlCount }, (_, index) =>
    rows.map(({ figures }) => figures[tier * width + tierFigures.length + index] as number),
  )
  return tier === 0 ? own : [...own, ...controlsBelow(rows, tier - 1)]
}

type Controls = readonly (readonly number[])[]

/**
 * A mean per ticket or minute: all replications' parts by all their wholes, which is unbiased where a mean of ratios is not. Each
 * replication counts by how far its part is from what its whole would have given (the linearised ratio).
 */
function ratio(parts: readonly number[], wholes: readonly number[], controls: Controls): Band {
  const whole = sum(wholes)
  if (whole === 0) return nothingMeasured
  const mean = sum(parts) / whole
  const values = parts.map(
    (part, index) => mean + ((part - mean * (wholes[index] as number)) * parts.length) / whole,
  )
  return within(band(values, controls), 0, Infinity)
}

/** A quantile of all replications' waits together; a replication counts by how far its share within that time is from it. */
function quantile(
  waits: readonly Uint32Array[],
  taken: readonly number[],
  share: number,
  controls: Controls,
): Band {
  const all = addedUp(waits)
  const total = sum(taken)
  const found = quantileOf(all, share)
  if (!found) return nothingMeasured
  const { minutes, density } = found
  if (minutes === 0 || density === 0) return { mean: minutes, low: minutes, high: minutes }
  const values = waits.map((counts, index) => {
    const own = (taken[index] as number) * (share - shareUpTo(counts, minutes))
    return minutes + (own * waits.length) / total / density
  })
  return within(band(values, controls), 0, Infinity)
}

function addedUp(waits: readonly Uint32Array[]): Float64Array {
  const all = new Float64Array(waitClasses)
  for (const counts of waits) {
    for (let index = 0; index < waitClasses; index += 1)
      all[index] = (all[index] as number) + (counts[index] as number)
  }
  return all
}

function countOf(counts: Uint32Array): number {
  let total = 0
  for (let index = 0; index < counts.length; index += 1) total += counts[index] as number
  return total
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
