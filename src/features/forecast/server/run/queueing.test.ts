import { beforeAll, describe, expect, test } from 'vitest'
import type { Duration } from '../../domain/chance/duration.ts'
import type { Band } from '../../domain/estimate/band.ts'
import type { SteadyTier } from '../../domain/estimate/steady.ts'
import { erlangA, erlangC, pollaczekKhinchine } from '../../domain/testing/queueing-theory.ts'
import type { Station, Steady } from '../../domain/testing/steady-model.ts'
import { steadyRuns } from './testing/steady-runs.ts'

const exponential = (meanMinutes: number): Duration => ({ distribution: 'exponential', meanMinutes })
const percentOff = (found: Band | undefined, truth: number) =>
  Math.abs((found?.mean ?? Number.NaN) / truth - 1) * 100
/** Long enough for the queue to forget that it began empty. */
const warmUp = (mean: number, agents: number, load: number) =>
  ((mean / 60) * 8) / (1 - load) ** 2 / Math.sqrt(agents)

/** What each of these models showed, in their order. */
function played(
  models: readonly Steady[],
  replications: number,
  seed: number,
): readonly (readonly SteadyTier[])[] {
  const found: (readonly SteadyTier[])[] = []
  beforeAll(async () => {
    const runs = await steadyRuns(models.map((steady) => ({ steady, replications, seeds: [seed] })))
    found.push(...runs.map(([tiers]) => tiers ?? []))
  }, 240_000)
  return found
}

describe('one tier, exponential times, endless hours, no learning: Erlang C within 1 %', () => {
  /** Agents, and how busy they are. */
  const grid: readonly (readonly [number, readonly number[]])[] = [
    [1, [0.3, 0.5, 0.7, 0.8, 0.9]],
    [2, [0.4, 0.6, 0.75, 0.85, 0.92]],
    [3, [0.5, 0.7, 0.8, 0.9]],
    [5, [0.6, 0.75, 0.85, 0.92]],
    [8, [0.7, 0.8, 0.88, 0.94]],
    [12, [0.75, 0.85, 0.92]],
    [18, [0.82, 0.9, 0.94]],
    [30, [0.88, 0.93]],
    [50, [0.92, 0.95]],
  ]
  const mean = 10
  const cases = grid.flatMap(([agents, loads]) =>
    loads.map((load) => ({ agents, load, rate: (load * agents) / mean })),
  )
  const found = played(
    cases.map(({ agents, load, rate }) => ({
      perHour: rate * 60,
      stations: [{ agents, work: exponential(mean) }],
      hours: (agents < 8 ? 15_000 : 45_000) / (rate * 60),
      warmUpHours: warmUp(mean, agents, load),
    })),
    40,
    5,
  )

  test('thirty-two combinations of load and agents', () => expect(cases).toHaveLength(32))

  test.each(cases)('$agents agents, $load of their time', ({ agents, load, rate }) => {
    const truth = erlangC(agents, rate, mean)
    const tier = found[cases.findIndex((one) => one.agents === agents && one.load === load)]?.[0]
    expect(percentOff(tier?.probabilityOfWaiting, truth.waits)).toBeLessThan(1)
    expect(percentOff(tier?.meanWaitMinutes, truth.meanWait)).toBeLessThan(1)
    expect(percentOff(tier?.offeredLoadErlang, truth.load)).toBeLessThan(1)
    expect(percentOff(tier?.utilisation, load)).toBeLessThan(1)
    expect(percentOff(tier?.meanTimeInTierMinutes, truth.meanWait + mean)).toBeLessThan(1)
    expect(percentOff(tier?.meanInTier, truth.load + rate * truth.meanWait)).toBeLessThan(1)
    const p90 = truth.within(0.9)
    if (p90 > 1) expect(percentOff(tier?.waitMinutesP90, p90)).toBeLessThan(2.5)
  })
})

describe('with impatience: Erlang A within 1 %', () => {
  const cases = [
    { agents: 1, perHour: 5, patience: 20 },
    { agents: 5, perHour: 36, patience: 5 },
    { agents: 18, perHour: 98, patience: 3 },
    { agents: 10, perHour: 80, patience: 8 },
  ]
  const found = played(
    cases.map(({ agents, perHour, patience }) => ({
      perHour,
      stations: [{ agents, work: exponential(10) }],
      patience: exponential(patience),
      hours: 60_000 / perHour,
      warmUpHours: 20,
    })),
    40,
    3,
  )
  test.each(cases)('$agents agents, $perHour an hour, patience $patience minutes', (one) => {
    const truth = erlangA(one.agents, one.perHour / 60, 10, one.patience)
    const tier = found[cases.indexOf(one)]?.[0]
    expect(percentOff(tier?.abandonedShare, truth.abandoned)).toBeLessThan(1)
    expect(percentOff(tier?.meanWaitMinutes, truth.meanWait)).toBeLessThan(1)
    expect(percentOff(tier?.probabilityOfWaiting, truth.waits)).toBeLessThan(1)
  })
})

describe('one agent, work of any form: Pollaczek and Khinchine within 1 %', () => {
  const cases: readonly (Duration & { readonly load: number })[] = [
    { distribution: 'lognormal', meanMinutes: 30, cv: 0.5, load: 0.7 },
    { distribution: 'lognormal', meanMinutes: 30, cv: 1.2, load: 0.6 },
    { distribution: 'lognormal', meanMinutes: 12, cv: 2, load: 0.8 },
    { distribution: 'gamma', meanMinutes: 12, cv: 0.6, load: 0.85 },
    { distribution: 'gamma', meanMinutes: 12, cv: 1.5, load: 0.7 },
    { distribution: 'constant', meanMinutes: 12, cv: 0, load: 0.8 },
  ]
  const found = played(
    cases.map(({ load, ...work }) => ({
      perHour: (load / work.meanMinutes) * 60,
      stations: [{ agents: 1, work }],
      hours: (30_000 * work.meanMinutes) / (load * 60),
      warmUpHours: 100,
    })),
    40,
    2,
  )
  test.each(cases)('$distribution, cv $cv, load $load', (one) => {
    const truth = pollaczekKhinchine(one.load / one.meanMinutes, one.meanMinutes, one.cv ?? 1)
    const tier = found[cases.indexOf(one)]?.[0]
    expect(percentOff(tier?.meanWaitMinutes, truth.meanWait)).toBeLessThan(1)
    expect(percentOff(tier?.probabilityOfWaiting, truth.waits)).toBeLessThan(1)
  })
})

describe('tier to tier without learning: a Jackson network within 1 %', () => {
  const stations: readonly Station[] = [
    { agents: 6, work: exponential(10), passOn: 0.4 },
    { agents: 5, work: exponential(20), passOn: 0.3 },
    { agents: 2, work: exponential(25) },
  ]
  const perHour = 29
  const found = played([{ perHour, stations, hours: 6000, warmUpHours: 200 }], 60, 4)
  const comes = stations.map((_, index) =>
    stations.slice(0, index).reduce((rate, { passOn = 0 }) => rate * passOn, perHour / 60),
  )
  test.each(stations.map((station, index) => ({ tier: index + 1, ...station })))(
    'tier $tier is a queue of its own, with the share that the tiers below pass on',
    ({ tier, agents, work }) => {
      const rate = comes[tier - 1] ?? 0
      const truth = erlangC(agents, rate, work.meanMinutes)
      const own = found[0]?.[tier - 1]
      expect(percentOff(own?.arrivalsPerHour, rate * 60)).toBeLessThan(1)
      expect(percentOff(own?.probabilityOfWaiting, truth.waits)).toBeLessThan(1)
      expect(percentOff(own?.meanWaitMinutes, truth.meanWait)).toBeLessThan(1)
    },
  )
})

describe('Little: the mean number in a tier is what comes in times how long it stays, in every run', () => {
  const runs = Array.from({ length: 24 }, (_, index) => {
    const cv = [0.3, 1, 1.7][index % 3] ?? 1
    const station = (agents: number, meanMinutes: number, passOn: number): Station => ({
      agents,
      passOn,
      work: { distribution: 'lognormal', meanMinutes, cv },
    })
    const agents = 1 + (index % 5)
    return {
      perHour: (0.75 * agents * 60) / 12,
      stations: [station(agents, 12, 0.3), station(1 + Math.ceil(agents / 2), 20, 0.2), station(2, 20, 0)],
      hours: 3000,
      warmUpHours: 20,
    }
  })
  const found = played(runs, 1, 9)
  test('in each of twenty-four networks', () => {
    for (const tiers of found) {
      for (const { arrivalsPerHour, meanTimeInTierMinutes, meanInTier, utilisation } of tiers) {
        expect(utilisation.mean).toBeLessThan(0.95)
        const expected = ((arrivalsPerHour.mean ?? 0) * (meanTimeInTierMinutes.mean ?? 0)) / 60
        expect(percentOff(meanInTier, expected)).toBeLessThan(1)
      }
    }
    expect(found).toHaveLength(24)
  })
})

describe('nine bands in ten hold the truth, over 500 seeds', () => {
  const cases = [
    { name: 'few replications, plain', replications: 12, hours: 60 },
    { name: 'with controls', replications: 40, hours: 40 },
  ]
  const covered: { waits: number; means: number }[] = []
  beforeAll(async () => {
    const truth = erlangC(3, 0.21, 10)
    const seeds = Array.from({ length: 500 }, (_, index) => index + 1)
    const runs = await steadyRuns(
      cases.map(({ replications, hours }) => ({
        steady: { perHour: 12.6, stations: [{ agents: 3, work: exponential(10) }], hours, warmUpHours: 15 },
        replications,
        seeds,
      })),
    )
    for (const run of runs) {
      const share = (holds: (tier: SteadyTier) => boolean) =>
        run.filter(([tier]) => tier !== undefined && holds(tier)).length / seeds.length
      covered.push({
        waits: share(({ probabilityOfWaiting }) => holds(probabilityOfWaiting, truth.waits)),
        means: share(({ meanWaitMinutes }) => holds(meanWaitMinutes, truth.meanWait)),
      })
    }
  }, 240_000)
  test.each(cases)('$name', (one) => {
    const found = covered[cases.indexOf(one)]
    expect(Math.abs((found?.waits ?? 0) - 0.9)).toBeLessThanOrEqual(0.03)
    expect(Math.abs((found?.means ?? 0) - 0.9)).toBeLessThanOrEqual(0.03)
  })
})

function holds({ low, high }: Band, truth: number): boolean {
  return (low ?? Infinity) <= truth && truth <= (high ?? -Infinity)
}
