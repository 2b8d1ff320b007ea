import { z } from 'zod'
import { DraftDocument } from '#features/plan/contract.ts'
import { planEditors, planReaders, versionStates } from '#features/plan/domain/versions/version.ts'
import { AssumptionsFile } from './contract/assumptions-file.ts'
import { ForecastView } from './contract/forecast-view.ts'
import { FitAnswer, FitQuery } from './contract/fit.ts'
import { ReplayPage, ReplayQuery } from './contract/replay.ts'
import { sources } from './domain/assumptions/assumptions.ts'
import { isPlace } from './domain/assumptions/lines.ts'

const Instant = z.iso.datetime({ precision: 3 })
const Person = z.strictObject({ id: z.uuid(), name: z.string() })

/** Which plan: the published one, the draft (for who may edit it), or the version with this number. */
export const WhichPlan = z.union([z.enum(['published', 'draft']), z.coerce.number().int().min(1).max(1_000_000)])
const Place = z.string().max(80).refine(isPlace, 'not-an-assumption')

export const AssumptionView = z
  .strictObject({
    /** As the assumptions file names it: `tiers.1.work`. */
    place: z.string(),
    value: z.unknown(),
    source: z.enum(sources),
    /** Who set it, and when; null for judgement and the plan. */
    by: Person.nullable(),
    at: Instant.nullable(),
  })
  .meta({ id: 'ForecastAssumption' })
export type AssumptionView = z.infer<typeof AssumptionView>

export const ForecastInputs = z
  .strictObject({
    plan: z.strictObject({ number: z.int(), state: z.enum(versionStates) }),
    document: DraftDocument,
    assumptions: z.array(AssumptionView),
    /** The first day that is played where the plan has no phases. */
    today: z.iso.date(),
  })
  .meta({ id: 'ForecastInputs' })
export type ForecastInputs = z.infer<typeof ForecastInputs>

export const forecastContract = {
  'GET /api/v1/forecast/inputs': {
    access: planReaders,
    summary: 'What a forecast of a plan is made from: the plan, and every assumption with its source',
    query: z.strictObject({ plan: WhichPlan.default('published') }),
    answer: ForecastInputs,
  },
  'PUT /api/v1/forecast/assumptions': {
    access: planEditors,
    summary: "Set assumptions for all of the organisation's forecasts, or take settings back",
    body: z.strictObject({
      set: AssumptionsFile.default({}),
      /** `desk`: fitted to the desk's own events. */
      source: z.enum(['desk', 'changed']).default('changed'),
      reset: z.array(Place).max(300).default([]),
    }),
  },
  'POST /api/v1/forecasts': {
    access: planReaders,
    summary: 'Play a plan and say whether it will hold: the same as `tierwise plan forecast --json`',
    body: z.strictObject({ plan: WhichPlan.default('published'), assumptions: AssumptionsFile.default({}) }),
    answer: ForecastView,
    rate: { max: 30, seconds: 60 },
    unkeyed: true,
  },
  'GET /api/v1/forecast/fit': {
    access: planEditors,
    summary: "What the desk's own tickets say of the assumptions, with intervals",
    query: FitQuery,
    answer: FitAnswer,
    rate: { max: 30, seconds: 60 },
  },
  'POST /api/v1/forecast/replays': {
    access: planEditors,
    summary: "A page of the desk's past under the draft or another version: what would have gone otherwise",
    body: ReplayQuery,
    answer: ReplayPage,
    rate: { max: 600, seconds: 60 },
    unkeyed: true,
  },
} as const
