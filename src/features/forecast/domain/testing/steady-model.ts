import { type Duration, nothing, sampler } from '../chance/duration.ts'
import type { Model } from '../engine/model.ts'
import { type SteadyTier, steadyRow, steadyState } from '../estimate/steady.ts'
import { replicate } from '../engine/replicate.ts'
import { tally } from '../engine/tally.ts'

export type Station = { readonly agents: number; readonly work: Duration; readonly passOn?: number }

export type Steady = {
  readonly perHour: number
  readonly stations: readonly Station[]
  readonly patience?: Duration
  readonly hours: number
  readonly warmUpHours: number
}

const never = [1e9, 1e9, 1e9, 1e9] as const

/** Constant arrivals, endless hours, no learning: what queueing theory has formulas for. */
export function steadyModel({ perHour, stations, patience, hours, warmUpHours }: Steady): Model {
  const clocks = stations.length + 1
  return {
    tiers: stations.map(({ work, passOn = 0 }, index) => ({
      level: index + 1,
      work: sampler(work),
      look: nothing,
      mend: nothing,
      takeNote: nothing,
      contact: nothing,
      passOn,
      targets: { acknowledge: never, work: never, takeNote: never },
    })),
    entry: 0,
    calendar: {
      at: new Float64Array(clocks),
      clock: Uint8Array.from({ length: clocks }, (_, index) => index),
      agents: Int32Array.from({ length: clocks }, (_, index) => stations[index]?.agents ?? 0),
      open: new Uint8Array(clocks).fill(1),
      bridgeEnds: new Float64Array(0),
      bridgeMinutes: new Float64Array(0),
    },
    arrivals: { until: Float64Array.of(Infinity), perMinute: Float64Array.of(perHour / 60) },
    patience: patience ? sampler(patience) : null,
    priorities: [1, 1, 1, 1],
    causes: null,
    sendBack: 0,
    vendor: nothing,
    stepByStep: false,
    bridge: { minutesPerItem: 10, lessons: 0 },
    overall: { contact: never, resolve: never },
    queue: 'first-come',
    window: { from: warmUpHours * 60, to: (warmUpHours + hours) * 60, drain: true, stretch: 1e12 },
  }
}

export function simulate(model: Model, replications: number, seed: number): readonly SteadyTier[] {
  const measured = tally(model.tiers.length, 1)
  const rows = Array.from({ length: replications }, (_, replication) => {
    replicate(model, seed, replication, measured)
    return steadyRow(model, measured)
  })
  return steadyState(model, rows)
}
