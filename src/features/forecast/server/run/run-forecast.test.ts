import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Assumptions } from '../../domain/assumptions/assumptions.ts'
import { defaultAssumptions } from '../../domain/assumptions/defaults.ts'
import { withFile } from '../../domain/assumptions/override.ts'
import { prepare } from '../../domain/forecast.ts'
import { starter } from '../../domain/testing/starter.ts'
import { runForecast } from './run-forecast.ts'
import { steadyRuns } from './testing/steady-runs.ts'

/** The same rollout for thirty times as many people and fifteen times as many agents: busy enough to show what matters. */
const plan = {
  ...starter,
  teams: {
    ...starter.teams,
    tiers: starter.teams.tiers.map((tier) => ({
      ...tier,
      capacity: { ...tier.capacity, agents: tier.level === 1 ? 13 : 4 },
    })),
  },
  involvement: {
    ...starter.involvement,
    phases: starter.involvement.phases.map((phase) => ({
      ...phase,
      waves: phase.waves.map((wave) => ({ ...wave, expectedUsers: wave.expectedUsers * 30 })),
    })),
  },
}
const assumed = defaultAssumptions(plan)
const run = (assumptions: Assumptions = assumed, options: Partial<Parameters<typeof runForecast>[1]> = {}) =>
  runForecast(prepare(plan, assumptions, '2026-11-22'), { seed: 1, replications: 12, ...options })
const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

describe('the same seed gives the same bytes', () => {
  test('with any number of workers', async () => {
    const [one, two, three] = await Promise.all([1, 2, 3].map((workers) => run(assumed, { workers })))
    expect(JSON.stringify(two)).toBe(JSON.stringify(one))
    expect(JSON.stringify(three)).toBe(JSON.stringify(one))
  })

  test('on every machine: as on the one on which this was written', async () => {
    const [found] = await steadyRuns([
      {
        steady: {
          perHour: 30,
          stations: [
            { agents: 4, work: { distribution: 'lognormal', meanMinutes: 7, cv: 1.1 }, passOn: 0.3 },
            { agents: 2, work: { distribution: 'gamma', meanMinutes: 9, cv: 0.7 } },
          ],
          patience: { distribution: 'exponential', meanMinutes: 20 },
          hours: 200,
          warmUpHours: 10,
        },
        replications: 24,
        seeds: [42],
      },
    ])
    expect(hash(found)).toBe('68b2ed0aa411bbe8')
  })

  test('another seed gives other figures', async () => {
    expect(hash(await run(assumed, { seed: 2 }))).not.toBe(hash(await run()))
  })
})

test('a run tells how far it is, and ends when it is called off', async () => {
  const progress: number[] = []
  await run(assumed, { onProgress: (done) => progress.push(done) })
  expect(progress.at(-1)).toBe(12)
  const off = new AbortController()
  const cancelled = run(assumed, {
    replications: 5000,
    signal: off.signal,
    onProgress: () => off.abort(new Error('enough')),
  })
  await expect(cancelled).rejects.toThrow('enough')
})

describe('what a plan is worth shows', () => {
  const shareAtTier1 = (forecast: Awaited<ReturnType<typeof run>>, week: number) =>
    forecast.weeks[week]?.tiers[0]?.solvedShare.middle ?? Number.NaN
  const wait = (forecast: Awaited<ReturnType<typeof run>>, tier: number) =>
    forecast.tiers[tier]?.meanWaitMinutes.mean ?? Number.NaN
  const staffed = (agents: number) => withFile(assumed, { tiers: { '1': { agents } } })

  test('more agents: shorter waits, and a light that turns', async () => {
    const [few, enough] = await Promise.all([run(staffed(5)), run(staffed(14))])
    expect(wait(few, 0)).toBeGreaterThan(5 * wait(enough, 0))
    expect(few.waves.at(-1)?.light).toBe('red')
    expect(enough.waves.at(-1)?.light).toBe('green')
    expect(few.breaks[0]?.share).toBe(1)
    expect(few.breaks[0]?.day.middle).toMatch(/^2027-0[12]-/)
    expect(enough.breaks[0]?.share).toBe(0)
  })

  test('solutions that come down: tier 1 solves ever more, without them ever the same', async () => {
    const ample = withFile(assumed, { tiers: { '1': { agents: 30 }, '2': { agents: 30 }, '3': { agents: 30 } } })
    const [learning, not] = await Promise.all([run(ample), run(withFile(ample, { learning: 'off' }))])
    expect(shareAtTier1(learning, 11)).toBeGreaterThan(shareAtTier1(learning, 0) + 0.1)
    expect(shareAtTier1(not, 11)).toBeCloseTo(shareAtTier1(not, 3), 1)
    expect(shareAtTier1(not, 11)).toBeLessThan(0.6)
  })

  test('the bridge: what waits for the tiers above waits less long', async () => {
    const thin = withFile(assumed, { training: { lessons: 0 }, tiers: { '2': { availability: 0.4 } } })
    const [held, not] = await Promise.all([run(thin), run(withFile(thin, { bridge: { held: false } }))])
    const waiting = ({ weeks }: typeof held) => weeks[4]?.tiers[1]?.waitMinutes.middle ?? Number.NaN
    expect(waiting(held)).toBeLessThan(waiting(not) * 0.8)
    expect(shareAtTier1(held, 5)).toBeGreaterThan(shareAtTier1(not, 5))
  })

  test('practice in training: tier 1 solves more from the first week', async () => {
    const [practised, not] = await Promise.all([run(), run(withFile(assumed, { training: { lessons: 0 } }))])
    expect(shareAtTier1(practised, 0)).toBeGreaterThan(shareAtTier1(not, 0) + 0.05)
  })

  test('the very same tickets come in, whatever the staffing: plans are compared under the same luck', async () => {
    const [few, many] = await Promise.all([run(staffed(8)), run(staffed(20))])
    expect(few.weeks.map((week) => week.opened)).toEqual(many.weeks.map((week) => week.opened))
  })
})
