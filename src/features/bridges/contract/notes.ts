import { z } from 'zod'
import { Id, staff } from './answers.ts'
import { crowd, workers } from './room.ts'

/** A page sends at most so many updates at once, of so many bytes each. */
export const mostUpdates = 50
export const largestUpdate = 400_000

const one = z.object({ id: Id })
const Number = z.coerce.number().int().min(0).max(2_147_483_647)
const Update = z.base64().max(Math.ceil(largestUpdate / 3) * 4)

/** What a page does not have yet. Applying the state or an update twice does no harm. */
export const NotesSince = z
  .strictObject({
    /** Everything up to this number is in the state and the updates together. */
    last: z.int(),
    /** The document as it was at some moment after what the page asked from; null when the updates are enough. */
    state: z.string().nullable(),
    updates: z.array(z.strictObject({ number: z.int(), update: z.string() })),
    /** The minutes have been sent: nothing is added any more. */
    frozen: z.boolean(),
  })
  .meta({ id: 'BridgeNotes' })
export type NotesSince = z.infer<typeof NotesSince>

export const noteRoutes = {
  'GET /api/v1/bridges/meetings/:id/notes': {
    access: staff,
    summary: 'The notes of a meeting, or what came after a number; updates of Yjs in base64, text under `notes`',
    params: one,
    query: z.object({ after: Number.default(0) }),
    answer: NotesSince,
    rate: crowd,
  },
  'POST /api/v1/bridges/meetings/:id/notes': {
    access: workers,
    summary: 'Adds updates to the notes, each once by its key; answers with what the page does not have yet',
    params: one,
    body: z.strictObject({
      after: z.int().min(0).max(2_147_483_647),
      updates: z.array(z.strictObject({ key: Id, update: Update })).max(mostUpdates),
    }),
    answer: NotesSince,
    bodyLimit: 2_000_000,
    rate: crowd,
    // Each update carries a key of its own.
    unkeyed: true,
  },
} as const
