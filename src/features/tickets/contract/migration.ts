import { z } from 'zod'
import { Priority } from '#features/plan/domain/document/teams.ts'
import { targetNames } from '../domain/ticket.ts'
import { At, Id } from './answers.ts'

/** One transaction holds so many tickets at most: more of them are moved in parts. */
export const migratedAtOnce = 100

export const OpenPerVersion = z.object({
  versions: z.array(z.object({ planVersionId: Id, open: z.int() })),
})

export const MigrationQuery = z.strictObject({
  from: Id,
  /** The version in force. */
  to: Id,
  /** The number of the last ticket of the page before. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(migratedAtOnce).default(50),
})

const Standing = z.object({
  state: z.enum(['running', 'paused', 'met', 'missed', 'cancelled']),
  dueAt: At.nullable(),
})

const Obstacle = z.discriminatedUnion('what', [
  z.object({ what: z.literal('tier'), tier: z.int() }),
  z.object({ what: z.literal('category'), category: z.string() }),
  z.object({ what: z.literal('platform'), platform: z.string() }),
  z.object({ what: z.literal('vendor') }),
  z.object({ what: z.literal('contact-tier'), tier: z.int() }),
])

/** What moving a ticket would change; with obstacles it cannot be moved. */
export const TicketPreview = z.object({
  id: Id,
  number: z.int(),
  version: z.int(),
  subject: z.string(),
  obstacles: z.array(Obstacle),
  priority: z.object({ before: Priority, after: Priority }),
  targets: z.array(
    z.object({
      target: z.enum(targetNames),
      tier: z.int().nullable(),
      before: Standing.nullable(),
      after: Standing.nullable(),
    }),
  ),
  /** When it closes by itself without an answer. */
  closes: z.object({ before: At.nullable(), after: At.nullable() }),
  /** Keys of evidence, in the version it would go to. */
  lacking: z.array(z.string()),
})
export type TicketPreview = z.infer<typeof TicketPreview>

export const MigrationPage = z.object({
  fromNumber: z.int(),
  toNumber: z.int(),
  tickets: z.array(TicketPreview),
  /** Pass as `after` for the next page; null at the end. */
  next: z.int().nullable(),
})
export type MigrationPage = z.infer<typeof MigrationPage>

export const Migrate = z.strictObject({
  from: Id,
  to: Id,
  reason: z.string().trim().min(1).max(2000),
  /** As they were previewed: one that has moved on since stops all of them. */
  tickets: z
    .array(z.strictObject({ id: Id, version: z.int().min(1) }))
    .min(1)
    .max(migratedAtOnce),
})
export type Migrate = z.infer<typeof Migrate>
