import { z } from 'zod'
import { findingKinds } from '../domain/findings.ts'
import { contextReaders } from '../domain/readers.ts'

const At = z.iso.datetime()
const Id = z.uuid()

const Finding = z.object({
  id: Id,
  kind: z.enum(findingKinds),
  person: z.object({ id: Id, name: z.string() }).nullable(),
  platform: z.enum(['ios', 'android', 'windows', 'macos', 'linux']).nullable(),
  /** What was seen: `category`, `reason`, `device`, `expiresAt`, `title`, …, as far as it was said. */
  facts: z.record(z.string(), z.string()),
  times: z.int(),
  firstAt: At,
  lastAt: At,
  state: z.enum(['told', 'ticket']),
  /** The ticket it became (`opened`), or stands beside. */
  ticketId: Id.nullable(),
  opened: z.boolean(),
})
export type FindingView = z.infer<typeof Finding>

export const FindingList = z.object({
  findings: z.array(Finding),
  /** How the last look for each kind went; `failed` says why it did not work. */
  looks: z.array(
    z.object({
      kind: z.enum(findingKinds),
      lookedAt: At,
      workedAt: At.nullable(),
      way: z.enum(['tenant', 'people']).nullable(),
      failed: z.string().nullable(),
    }),
  ),
})
export type FindingList = z.infer<typeof FindingList>

export const findingRoutes = {
  'GET /api/v1/devices/findings': {
    access: contextReaders,
    summary: 'What Tierwise found in Intune by itself and goes on, and how looking for it goes',
    answer: FindingList,
  },
  'POST /api/v1/devices/findings/look': {
    access: ['agent', 'lead', 'administrator'],
    summary: 'Looks now for what fails in Intune; what was looked for in the last minute is not asked again',
  },
  'POST /api/v1/devices/findings/:id/dismiss': {
    access: ['agent', 'lead'],
    summary: 'Says why nothing has to be done about a finding; it stays quiet as long as it goes on',
    params: z.object({ id: Id }),
    body: z.strictObject({ reason: z.string().trim().min(3).max(2000) }),
  },
} as const
