import { z } from 'zod'
import { snapshotReasons } from '../domain/context.ts'
import { contextReaders } from '../domain/readers.ts'
import { At, ContextView } from './context-view.ts'
import { DifferenceView } from './difference-view.ts'

const differences = z.array(DifferenceView).readonly()

export const SnapshotLine = z.strictObject({
  id: z.uuid(),
  reason: z.enum(snapshotReasons),
  at: At,
  /** Against the snapshot before; null for the first. */
  sinceBefore: differences.nullable(),
  /** What is otherwise now. */
  untilNow: differences,
})
export type SnapshotLine = z.infer<typeof SnapshotLine>

export const ShownContext = z
  .strictObject({
    /** Whether the organisation has connected its tenant; without it there is nothing to know. */
    connected: z.boolean(),
    /** A read is under way: listening pages hear when it is there. */
    reading: z.boolean(),
    context: ContextView.nullable(),
    /** When it was last tried to read this person. */
    triedAt: At.nullable(),
    /** The wave of the plan in force that their groups put them in. */
    wave: z.strictObject({ key: z.string(), name: z.strictObject({ nl: z.string(), en: z.string() }) }).nullable(),
    /** From when on the plan calls a device silent, and an end near. */
    limits: z.strictObject({ silentDays: z.int(), expiryDays: z.int() }),
    /** What was frozen with the ticket, newest first. */
    snapshots: z.array(SnapshotLine).readonly(),
  })
  .meta({ id: 'ShownDeviceContext' })
export type ShownContext = z.infer<typeof ShownContext>

const OfPerson = z.strictObject({ personId: z.uuid() })

export const contextRoutes = {
  'GET /api/v1/devices/people/:personId': {
    access: contextReaders,
    summary:
      'What Intune and Entra ID say of a person, from the cache, with what was frozen with a ticket of theirs',
    params: OfPerson,
    query: z.strictObject({ ticketId: z.uuid().optional() }),
    answer: ShownContext,
  },
  'POST /api/v1/devices/people/:personId/read': {
    access: contextReaders,
    summary: 'Ask Microsoft anew about a person; the answer comes live',
    params: OfPerson,
    rate: { max: 30, seconds: 60 },
  },
  'GET /api/v1/devices/snapshots/:id': {
    access: contextReaders,
    summary: 'What was known when something happened to a ticket',
    params: z.strictObject({ id: z.uuid() }),
    answer: z
      .strictObject({ id: z.uuid(), reason: z.enum(snapshotReasons), at: At, context: ContextView })
      .meta({ id: 'DeviceSnapshot' }),
  },
} as const
