import { z } from 'zod'

export const liveContract = {
  'GET /api/v1/live': {
    access: 'person',
    summary: 'What changes, as server-sent events; resumable by Last-Event-ID or `after`',
    query: z.object({ after: z.string().max(40).optional() }),
    form: 'events',
  },
} as const
