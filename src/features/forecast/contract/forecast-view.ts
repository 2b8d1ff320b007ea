import { z } from 'zod'
import type { Forecast } from '../domain/forecast.ts'
import { lights } from '../domain/forecast.ts'
import { type SteadyFigure, steadyFigures } from '../domain/estimate/steady.ts'

const Day = z.iso.date()
const figure = z.number().nullable()
const Band = z
  .strictObject({ mean: figure, low: figure, high: figure })
  .meta({ id: 'ForecastBand', description: 'A mean with the band that its true value lies in' })
const Range = z.strictObject({ low: figure, middle: figure, high: figure }).meta({
  id: 'ForecastRange',
  description: 'What nine in ten possible years have between them, and the one in the middle',
})
const Level = z.int().min(1).max(9)

const period = {
  opened: Range,
  resolve: Range,
  contact: Range,
  tiers: z.array(
    z.strictObject({
      tier: Level,
      load: Range,
      waitMinutes: Range,
      timeInTierMinutes: Range,
      waiting: Range,
      solvedShare: Range,
      acknowledge: Range,
      work: Range,
      takeNote: Range,
    }),
  ),
}

const steady = Object.fromEntries(steadyFigures.map((name) => [name, Band])) as Record<SteadyFigure, typeof Band>

/** What `tierwise plan forecast --json` prints, and what the API answers. */
export const ForecastView = z
  .strictObject({
    level: z.number(),
    seed: z.int(),
    replications: z.int(),
    firstDay: Day,
    timeZone: z.string(),
    hours: z.number(),
    warmUpHours: z.number(),
    goal: z.number(),
    tiers: z.array(z.strictObject({ tier: Level, ...steady })),
    attainment: z.strictObject({
      tiers: z.array(z.strictObject({ tier: Level, acknowledge: Band, work: Band, takeNote: Band })),
      contact: Band,
      resolve: Band,
    }),
    weeks: z.array(z.strictObject({ starts: Day, ...period })),
    waves: z.array(
      z.strictObject({ wave: z.string(), light: z.enum(lights), holds: z.number().min(0).max(1), ...period }),
    ),
    breaks: z.array(
      z.strictObject({
        tier: Level,
        share: z.number().min(0).max(1),
        day: z.strictObject({ low: Day.nullable(), middle: Day.nullable(), high: Day.nullable() }),
      }),
    ),
  })
  .meta({ id: 'Forecast' })

type Writable<T> = T extends readonly (infer One)[]
  ? Writable<One>[]
  : T extends object
    ? { -readonly [key in keyof T]: Writable<T[key]> }
    : T
/** The forecast as the contract's schema takes it: the same values, not said to be read-only. */
export const asView = (forecast: Forecast) => forecast as Writable<Forecast>
