import type { Model } from '../engine/model.ts'
import { replicate } from '../engine/replicate.ts'
import {
  type SeriesFigure,
  type Tally,
  seriesFigure,
  seriesFigures,
  tally,
  wholeFigures,
} from '../engine/tally.ts'
import { type SteadyRow, steadyRow } from './steady.ts'

/** Days of the horizon, counted from 0; `to` is not in it. */
export type Period = { readonly from: number; readonly to: number }

export type Score = {
  readonly periods: readonly Period[]
  /** Share of tickets that a tier has to take up in time. */
  readonly goal: number
}

/** What some replications showed, as plain numbers that cost nothing to hand from a worker to the page. */
export type Played = {
  /** For each replication the figures of the whole window. */
  readonly steady: readonly SteadyRow[]
  /** For each replication, for each period: the series of each tier, then those of the ticket as a whole. */
  readonly periods: readonly Float64Array[]
  /** For each replication, for each tier: the day on which it broke, or -1. */
  readonly broken: readonly Int32Array[]
}

/** Plays the replications from `first` up to `end`. Whoever plays which part, all parts together are the same. */
export function play(model: Model, score: Score, seed: number, first: number, end: number): Played {
  const measured = tally(model.tiers.length, stretches(model))
  const played = { steady: [] as SteadyRow[], periods: [] as Float64Array[], broken: [] as Int32Array[] }
  for (let replication = first; replication < end; replication += 1) {
    replicate(model, seed, replication, measured)
    played.steady.push(steadyRow(model, measured))
    played.periods.push(sums(measured, score.periods))
    played.broken.push(Int32Array.from(model.tiers, (_, tier) => firstBrokenDay(measured, tier, score.goal)))
  }
  return played
}

export function together(parts: readonly Played[]): Played {
  return {
    steady: parts.flatMap((part) => part.steady),
    periods: parts.flatMap((part) => part.periods),
    broken: parts.flatMap((part) => part.broken),
  }
}

function stretches({ window }: Model): number {
  return Math.ceil(window.to / window.stretch)
}

/** Width of one period in `Played.periods`. */
export function periodWidth(tiers: number): number {
  return tiers * seriesFigures.length + wholeFigures.length
}

function sums({ series, whole, tiers, stretches }: Tally, periods: readonly Period[]): Float64Array {
  const own = tiers * seriesFigures.length
  const width = periodWidth(tiers)
  const row = new Float64Array(periods.length * width)
  for (const [index, { from, to }] of periods.entries()) {
    const at = index * width
    for (let day = from; day < Math.min(to, stretches); day += 1) {
      for (let place = 0; place < own; place += 1)
        row[at + place] = (row[at + place] as number) + (series[day * own + place] as number)
      for (let place = 0; place < wholeFigures.length; place += 1)
        row[at + own + place] =
          (row[at + own + place] as number) + (whole[day * wholeFigures.length + place] as number)
    }
  }
  return row
}

/** Days looked back over, and the fewest tickets that say something. */
const lookBack = 7
const fewest = 5

/** The first day on which, over the week up to it, a tier took up fewer of its tickets in time than the goal; -1 for never. */
function firstBrokenDay(measured: Tally, tier: number, goal: number): number {
  const of = (day: number, figure: SeriesFigure) => seriesFigure(measured, day, tier, figure)
  let came = 0
  let begun = 0
  let taken = 0
  let inTime = 0
  for (let day = 0; day < measured.stretches; day += 1) {
    came += of(day, 'visits')
    begun += of(day, 'begun')
    taken += of(day, 'acknowledged')
    inTime += of(day, 'acknowledgedInTime')
    if (day >= lookBack) {
      came -= of(day - lookBack, 'visits')
      begun -= of(day - lookBack, 'begun')
      taken -= of(day - lookBack, 'acknowledged')
      inTime -= of(day - lookBack, 'acknowledgedInTime')
    }
    if (isIdle(came, begun)) return day
    if (taken >= fewest && inTime < goal * taken) return day
  }
  return -1
}

/** What nobody takes up is never late: a tier in which people wait and nobody begins anything does not hold either. */
export function isIdle(came: number, begun: number): boolean {
  return came >= fewest && begun === 0
}
