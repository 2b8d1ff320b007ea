import { z } from 'zod'
import { targetNames } from '#features/tickets/domain/ticket.ts'
import { differenceKinds } from '../domain/replay/difference.ts'

const Instant = z.iso.datetime({ precision: 3 })
const Level = z.int().nullable()
const Target = z.enum(targetNames)

export const ReplayQuery = z.strictObject({
  plan: z
    .union([z.literal('draft'), z.coerce.number().int().min(1).max(1_000_000)])
    .describe('The draft, or the number of a published or superseded version'),
  from: z.iso.date().describe('Tickets opened from this day on'),
  to: z.iso.date().describe('Tickets opened up to and including this day'),
  after: z.coerce.number().int().min(0).default(0).describe('The `next` of the page before'),
})

export const ReplayDifference = z
  .strictObject({
    kind: z.enum(differenceKinds),
    at: Instant,
    tier: Level,
    to: Level,
    target: Target.nullable(),
    keys: z.array(z.string()),
    was: z.union([z.string(), z.number()]).nullable(),
    now: z.union([z.string(), z.number()]).nullable(),
  })
  .meta({ id: 'ReplayDifference' })
export type ReplayDifference = z.infer<typeof ReplayDifference>

const Attained = z.strictObject({ met: z.int(), missed: z.int() })

/** Totals of pages add up to those of the whole. */
export const ReplayTotals = z
  .strictObject({
    tickets: z.int(),
    otherwise: z.int(),
    kinds: z.array(z.strictObject({ kind: z.enum(differenceKinds), tickets: z.int() })),
    targets: z.array(z.strictObject({ target: Target, tier: Level, was: Attained, now: Attained })),
    evidence: z.array(z.strictObject({ from: Level, to: Level, key: z.string(), handovers: z.int() })),
  })
  .meta({ id: 'ReplayTotals' })

export const ReplayedTicket = z
  .strictObject({
    ticketId: z.uuid(),
    number: z.int(),
    subject: z.string(),
    openedAt: Instant,
    differences: z.array(ReplayDifference),
  })
  .meta({ id: 'ReplayedTicket' })
export type ReplayedTicket = z.infer<typeof ReplayedTicket>

export const ReplayPage = z
  .strictObject({
    /** Changes when the draft does: pages with another mark do not belong together. */
    mark: z.string(),
    /** Tickets in the whole period. */
    total: z.int(),
    /** Of this page. */
    totals: ReplayTotals,
    /** Only tickets that would have gone otherwise. */
    tickets: z.array(ReplayedTicket),
    /** For `after` of the next page; null at the end. */
    next: z.int().nullable(),
  })
  .meta({ id: 'ReplayPage' })
export type ReplayPage = z.infer<typeof ReplayPage>
