import { z } from 'zod'
import { staffRoles } from '#features/people/domain/person.ts'
import { comparisons, readinessFigures } from '#features/plan/domain/values.ts'
import { decisionOutcomes, signers } from '../domain/readiness/decide.ts'
import { alwaysFigures, figureStates, remarkCodes, unknownReasons } from '../domain/readiness/figure.ts'

const Id = z.uuid()
const Instant = z.iso.datetime({ precision: 3 })
const Day = z.iso.date()
const Key = z.string().min(1).max(60)
const Text = z.strictObject({ nl: z.string(), en: z.string() })
const Count = z.int().min(0)
const Person = z.strictObject({ id: Id, name: z.string() })

export const FigureView = z
  .strictObject({
    figure: z.enum([...readinessFigures, ...alwaysFigures]),
    tier: z.int().nullable(),
    value: z.number().nullable(),
    comparison: z.enum(comparisons),
    needed: z.number(),
    askedBy: z.enum(['plan', 'always']),
    state: z.enum(figureStates),
    why: z.enum(unknownReasons).nullable(),
    remarks: z.array(
      z.strictObject({
        code: z.enum(remarkCodes),
        values: z.record(z.string(), z.union([z.string(), z.number(), Text])),
      }),
    ),
    /** Where it is mended: a path of the application. */
    mend: z.string().nullable(),
  })
  .meta({ id: 'ReadinessFigure' })
export type FigureView = z.infer<typeof FigureView>

export const ReadinessFigures = z
  .strictObject({ figures: z.array(FigureView), holds: Count, fails: Count, unknown: Count })
  .meta({ id: 'ReadinessFigures' })

export const ConditionView = z
  .strictObject({
    id: Id,
    text: z.string(),
    owner: Person,
    due: Day,
    met: z.strictObject({ at: Instant, by: Person }).nullable(),
    /** Whether the one who looks may say that it is met. */
    mayMeet: z.boolean(),
  })
  .meta({ id: 'WaveCondition' })

export const DecisionView = z
  .strictObject({
    id: Id,
    wave: Key,
    planNumber: Count,
    outcome: z.enum(decisionOutcomes),
    reason: z.string(),
    /** The name as it was signed. */
    by: Person,
    at: Instant,
    conditions: z.array(ConditionView),
    /** As they were when it was signed. */
    readiness: ReadinessFigures,
    /** SHA-256 of the figures, wave, outcome, reason, conditions, who and when. */
    hash: z.string(),
  })
  .meta({ id: 'WaveDecision' })
export type DecisionView = z.infer<typeof DecisionView>

export const ReadinessView = z
  .strictObject({
    wave: Key,
    planNumber: Count,
    readiness: ReadinessFigures,
    /** To be given back with a signature: what was read is what is signed. */
    seen: z.string(),
    may: z.strictObject({ sign: z.boolean() }),
    /** The newest first. */
    decisions: z.array(DecisionView),
  })
  .meta({ id: 'WaveReadiness' })
export type ReadinessView = z.infer<typeof ReadinessView>

export const readinessRoutes = {
  'GET /api/v1/rollout/waves/:key/readiness': {
    access: staffRoles,
    summary: 'Whether support is ready for a wave: figures with what is needed, and what was decided on them',
    params: z.strictObject({ key: Key }),
    answer: ReadinessView,
    rate: { max: 120, seconds: 60 },
  },
  'POST /api/v1/rollout/waves/:key/decisions': {
    access: signers,
    summary: 'Sign go, conditional go or no-go for a wave in your own name; the figures are kept with it',
    status: 201,
    params: z.strictObject({ key: Key }),
    body: z.strictObject({
      outcome: z.enum(decisionOutcomes),
      reason: z.string().trim().min(3).max(2000),
      conditions: z
        .array(z.strictObject({ text: z.string().trim().min(3).max(500), owner: Id, due: Day }))
        .max(20)
        .default([]),
      seen: z.string().length(64),
    }),
    answer: DecisionView,
  },
  'POST /api/v1/rollout/conditions/:id/met': {
    access: staffRoles,
    summary: 'Say that a condition of a go is met: by its owner, or by who may sign',
    params: z.strictObject({ id: Id }),
  },
  'GET /api/v1/rollout/decisions/:id/pdf': {
    access: staffRoles,
    summary: 'A decision with its figures as PDF, to print and to keep',
    params: z.strictObject({ id: Id }),
    form: 'bytes',
    rate: { max: 20, seconds: 60 },
  },
} as const
