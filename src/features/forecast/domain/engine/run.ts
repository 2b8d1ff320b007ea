import { type Stream, streamOf } from '../chance/stream.ts'
import { type Heap, heap } from './heap.ts'
import { feedingPace, type Model } from './model.ts'
import { type Tally, seriesFigures, tierFigures, wholeFigures } from './tally.ts'
import { type Tasks, tasks } from './tasks.ts'

/**
 * One replication under way. Numbers that change stand in typed arrays: a property or a captured variable would allocate a number at
 * each change, which costs a third of the time (measured).
 */
export type Run = {
  readonly model: Model
  readonly tally: Tally
  readonly tiers: number
  /** [now, next arrival, pieces of work that came in within the window and are not done, number of the last piece] */
  readonly time: Float64Array
  /** Place in the series. */
  stretch: number
  readonly tasks: Tasks
  readonly queues: readonly Heap[]
  /** When work that is being done will be done. */
  readonly atWork: readonly Heap[]
  /** The first of them for each tier. */
  readonly doneAt: Float64Array
  readonly withVendor: Heap
  readonly givingUp: Heap
  readonly agents: Int32Array
  readonly busy: Int32Array
  /** Waiting or being worked on. */
  readonly present: Int32Array
  /** Up to when the figures of a tier have been added up, and since when nobody of the tier works. */
  readonly countedTo: Float64Array
  readonly stoppedAt: Float64Array
  /** 1: tickets come at the known pace of the agents below who are busy (`estimate/controls.ts`). */
  readonly fed: Uint8Array
  /** Work that is waiting or under way, in minutes. */
  readonly backlog: Float64Array
  /** Clocks of support time: each stood at `clockAt` at the moment `clockSince`. The last one is of the overall targets. */
  readonly clockAt: Float64Array
  readonly clockSince: Float64Array
  readonly clockRuns: Uint8Array
  /** How often each cause has come down. */
  readonly lessons: Int32Array
  readonly chance: Chance
}

type Chance = {
  readonly arrivals: Stream
  readonly marks: Stream
  readonly routes: Stream
  readonly patience: Stream
  readonly vendor: Stream
  readonly work: readonly Stream[]
}

export const places = { now: 0, nextArrival: 1, outstanding: 2, serial: 3 } as const

export function begin(model: Model, tally: Tally, seed: number, replication: number): Run {
  const tiers = model.tiers.length
  const stream = (purpose: number) => streamOf(seed, replication, purpose)
  const run: Run = {
    model,
    tally,
    tiers,
    time: new Float64Array(4),
    stretch: 0,
    tasks: tasks(tiers),
    queues: model.tiers.map(() => heap()),
    atWork: model.tiers.map(() => heap()),
    doneAt: new Float64Array(tiers).fill(Infinity),
    withVendor: heap(),
    givingUp: heap(),
    agents: new Int32Array(tiers + 1),
    busy: new Int32Array(tiers),
    present: new Int32Array(tiers),
    countedTo: new Float64Array(tiers),
    stoppedAt: new Float64Array(tiers),
    fed: Uint8Array.from(model.tiers, (_, tier) => (feedingPace(model, tier) === null ? 0 : 1)),
    backlog: new Float64Array(tiers),
    clockAt: new Float64Array(tiers + 1),
    clockSince: new Float64Array(tiers + 1),
    clockRuns: new Uint8Array(tiers + 1),
    lessons: new Int32Array(model.causes?.lowest.length ?? 0),
    chance: {
      arrivals: stream(1),
      marks: stream(2),
      routes: stream(3),
      patience: stream(4),
      vendor: stream(5),
      work: model.tiers.map((_, index) => stream(16 + index)),
    },
  }
  if (model.causes) run.lessons.fill(model.causes.lessonsFromTraining)
  return run
}

/** How far the clock of a tier's support time stands. */
export function clockOf({ clockAt, clockSince, clockRuns, time }: Run, clock: number): number {
  const at = clockAt[clock] as number
  return clockRuns[clock] === 1 ? at + (time[places.now] as number) - (clockSince[clock] as number) : at
}

export function addToTier({ tally }: Run, tier: number, figure: number, amount: number): void {
  const at = tier * tierFigures.length + figure
  tally.perTier[at] = (tally.perTier[at] as number) + amount
}

export function addToSeries({ tally, stretch, tiers }: Run, tier: number, figure: number, amount: number): void {
  const at = (stretch * tiers + tier) * seriesFigures.length + figure
  tally.series[at] = (tally.series[at] as number) + amount
}

export function addToWhole({ tally, stretch }: Run, figure: number, amount: number): void {
  const at = stretch * wholeFigures.length + figure
  tally.whole[at] = (tally.whole[at] as number) + amount
}
