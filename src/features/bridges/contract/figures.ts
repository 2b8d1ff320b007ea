import { z } from 'zod'
import { bridgeExitFigures, comparisons } from '#features/plan/domain/values.ts'
import { At, MeetingView, staff, Text } from './answers.ts'

const Judgement = z.strictObject({
  figure: z.enum(bridgeExitFigures),
  comparison: z.enum(comparisons),
  threshold: z.number(),
  days: z.int(),
  /** Null: nothing to measure it by yet. */
  value: z.number().nullable(),
  holds: z.boolean(),
})
export type Judgement = z.infer<typeof Judgement>

const Figure = z.strictObject({ value: z.number().nullable(), before: z.number().nullable() })

export const BridgeFigures = z
  .strictObject({
    /** Over the last so many days, beside as many days before. */
    days: z.int(),
    hoursToCause: Figure,
    clearedOnBridge: Figure,
    solvedAtTier1: Figure,
    openOnBridge: z.int(),
    bridges: z.array(
      z.strictObject({
        key: z.string(),
        name: Text,
        /** When it may stop, in the plan's words. */
        exit: Text,
        criteria: z.array(Judgement),
        /** All hold; null: the plan leaves it to people. */
        mayStop: z.boolean().nullable(),
        /** How the figures stood when it was stopped. */
        stopped: z
          .strictObject({ at: At, reason: z.string(), by: z.string().nullable(), criteria: z.array(Judgement) })
          .nullable(),
      }),
    ),
    /** The last meetings that were held, the latest first. */
    attendance: z.array(
      z.strictObject({
        meeting: MeetingView,
        tiers: z.array(
          z.strictObject({ tier: z.int(), needed: z.int(), came: z.int(), atOnce: z.int(), enough: z.number() }),
        ),
        /** Share of the meeting that it had its quorum, in percent. */
        quorum: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'BridgeFigures' })
export type BridgeFigures = z.infer<typeof BridgeFigures>

export const figureRoutes = {
  'GET /api/v1/bridges/figures': {
    access: staff,
    summary: 'What bridges are worth, who came, and whether they may stop',
    answer: BridgeFigures,
  },
} as const
