import { z } from 'zod'
import { Platform } from '#features/plan/domain/document/text.ts'
import { fittedNames, fittedParts } from '../domain/fit/fit-assumptions.ts'
import { AssumptionsFile } from './assumptions-file.ts'

const Instant = z.iso.datetime({ precision: 3 })

export const FitQuery = z.strictObject({
  days: z.coerce.number().int().min(7).max(1095).default(180).describe("How far back the desk's tickets are read"),
})

/** What the desk's own tickets say of one assumption. */
export const FittedAssumption = z
  .strictObject({
    what: z.enum(fittedNames),
    tier: z.int().nullable(),
    platform: Platform.nullable(),
    observations: z.int(),
    /** With fewer observations nothing is said. */
    least: z.int(),
    /** Durations too far from the others to count. */
    leftOut: z.int(),
    /** With the interval that holds the true value with 90 % confidence. `of`: the day, hour, tier or priority. */
    parts: z.array(
      z.strictObject({
        part: z.enum(fittedParts),
        of: z.int().nullable(),
        value: z.number(),
        low: z.number(),
        high: z.number(),
      }),
    ),
    /** As `PUT /api/v1/forecast/assumptions` takes it; null with too few observations. */
    set: AssumptionsFile.nullable(),
  })
  .meta({ id: 'ForecastFittedAssumption' })
export type FittedAssumption = z.infer<typeof FittedAssumption>

export const FitAnswer = z
  .strictObject({
    from: Instant,
    to: Instant,
    tickets: z.int(),
    /** The period held more tickets than are read at once: the newest were. */
    partly: z.boolean(),
    fitted: z.array(FittedAssumption),
  })
  .meta({ id: 'ForecastFit' })
export type FitAnswer = z.infer<typeof FitAnswer>
