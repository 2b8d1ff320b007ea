import { z } from 'zod'
import { At } from '#features/tickets/contract/answers.ts'

const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor'] as const

const Share = z.object({
  count: z.int(),
  of: z.int(),
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
})
const Side = z.object({ solved: Share, causeMedian: z.number().nullable(), resolveMedian: z.number().nullable() })
const both = {
  before: Side,
  after: Side,
  compared: z.enum(['rose', 'fell', 'no-difference', 'too-few']),
  tickets: z.int(),
}

export const ShiftLeft = z.object({
  contactTier: z.int(),
  /** From when on tickets are looked at. */
  since: At,
  overall: z.object(both),
  causes: z.array(
    z.object({
      ...both,
      /** A known issue, or a cause that several tickets share. */
      kind: z.enum(['issue', 'cause']),
      id: z.string(),
      name: z.object({ nl: z.string(), en: z.string() }),
      turn: z.object({ at: At, by: z.enum(['handed-down', 'confirmed']) }).nullable(),
    }),
  ),
})
export type ShiftLeft = z.infer<typeof ShiftLeft>

export const shiftLeftRoutes = {
  'GET /api/v1/triage/shift-left': {
    access: staff,
    summary:
      'What knowing a cause is worth: solved at the contact tier, time to cause and to solution, before and after it was known there',
    query: z.object({ wave: z.string().min(1).max(80).optional() }),
    answer: ShiftLeft,
  },
} as const
