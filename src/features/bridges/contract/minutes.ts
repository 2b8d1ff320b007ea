import { z } from 'zod'
import { decisionKinds, itemOutcomes } from '../domain/room/events.ts'
import { At, Day, Id, PersonName, staff, Text } from './answers.ts'
import { workers } from './room.ts'

const one = z.object({ id: Id })

/** The minutes of a meeting: facts by themselves, the summary by the scribe. */
export const MinutesContent = z
  .strictObject({
    meeting: z.strictObject({
      name: Text,
      startsAt: At,
      beganAt: At,
      endedAt: At.nullable(),
      timeZone: z.string(),
      host: PersonName.nullable(),
      scribe: PersonName.nullable(),
    }),
    summary: z.string(),
    tiers: z.array(
      z.strictObject({
        tier: z.int(),
        name: Text.nullable(),
        needed: z.int(),
        came: z.array(z.strictObject({ ...PersonName.shape, minutes: z.int() })),
        enoughMinutes: z.int(),
      }),
    ),
    /** Who came and counts for no tier. */
    others: z.array(z.strictObject({ ...PersonName.shape, minutes: z.int() })),
    minutes: z.int(),
    quorumMinutes: z.int(),
    withoutQuorum: z.strictObject({ by: PersonName, at: At, reason: z.string() }).nullable(),
    items: z.array(
      z.strictObject({
        title: z.string(),
        ticket: z.int().nullable(),
        kind: z.string(),
        outcome: z.enum(itemOutcomes).nullable(),
        spentMinutes: z.int(),
        boxMinutes: z.int(),
        diagnosed: z.boolean(),
      }),
    ),
    decisions: z.array(
      z.strictObject({
        kind: z.enum(decisionKinds),
        what: z.string(),
        ticket: z.int().nullable(),
        by: z.string(),
        quorum: z.boolean(),
      }),
    ),
    tasks: z.array(z.strictObject({ what: z.string(), ticket: z.int().nullable(), owner: z.string(), due: Day })),
    notes: z.string(),
  })
  .meta({ id: 'BridgeMinutesContent' })
export type MinutesContent = z.infer<typeof MinutesContent>

export const MinutesView = z
  .strictObject({
    meetingId: Id,
    version: z.int(),
    /** What the next saving has to name. */
    revision: z.int(),
    content: MinutesContent,
    sent: z.strictObject({ at: At, by: PersonName }).nullable(),
    /** Printed once they are sent; the mails go out when it is made, or without it. */
    pdf: z.enum(['none', 'making', 'made', 'failed']),
    /** Versions that were sent, the first one first. */
    versions: z.array(z.strictObject({ version: z.int(), sentAt: At.nullable() })),
    /** Whether the one who asks may write, send and correct them. */
    mayWrite: z.boolean(),
    /** How many people they go to. */
    readers: z.int(),
  })
  .meta({ id: 'BridgeMinutes' })
export type MinutesView = z.infer<typeof MinutesView>

const Summary = z.string().trim().max(20_000)

export const minutesRoutes = {
  'GET /api/v1/bridges/meetings/:id/minutes': {
    access: staff,
    summary: 'The minutes of a meeting: the last version, or the one asked for',
    params: one,
    query: z.object({ version: z.coerce.number().int().min(1).optional() }),
    answer: MinutesView,
  },
  'PUT /api/v1/bridges/meetings/:id/minutes': {
    access: workers,
    summary: 'Keeps the summary of minutes that have not been sent',
    params: one,
    body: z.strictObject({ revision: z.int().min(0), summary: Summary }),
    answer: MinutesView,
  },
  'POST /api/v1/bridges/meetings/:id/minutes/send': {
    access: workers,
    summary: 'Freezes the minutes and mails them to everybody who was invited or came, each in their language',
    params: one,
    body: z.strictObject({ revision: z.int().min(0) }),
    answer: MinutesView,
  },
  'POST /api/v1/bridges/meetings/:id/minutes/correct': {
    access: workers,
    summary: 'Begins a next version of minutes that were sent',
    params: one,
    answer: MinutesView,
  },
  'GET /api/v1/bridges/meetings/:id/minutes/pdf': {
    access: staff,
    summary: 'Minutes that were sent, as PDF',
    params: one,
    query: z.object({
      version: z.coerce.number().int().min(1).optional(),
      language: z.enum(['nl', 'en']).optional(),
    }),
    form: 'bytes',
  },
} as const
