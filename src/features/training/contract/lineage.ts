import { z } from 'zod'
import { gapKinds } from '../domain/lineage/gaps.ts'
import { CourseSummary, Id, Instant, Key, Person, staff, Words } from './parts.ts'
import { Certificate } from './sessions.ts'

export const LineageView = z
  .strictObject({
    root: z.string(),
    courses: z.array(CourseSummary),
    teams: z.array(z.strictObject({ key: z.string(), name: Words, tier: z.int().nullable() })),
    people: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        teams: z.array(z.string()),
        /** Where they stand in the drawing. */
        place: z.enum(['root', 'lead', 'member', 'elsewhere']),
      }),
    ),
    /** Who was trained by whom: the newest certificate of each person and course. */
    links: z.array(
      z.strictObject({
        number: z.string(),
        courseKey: Key,
        personId: Id,
        trainerId: Id,
        trainerAs: z.enum(['root', 'lead']),
        issuedAt: Instant,
        validUntil: Instant,
        state: z.enum(['valid', 'ending', 'ended', 'line-broken']),
      }),
    ),
    gaps: z.array(z.strictObject({ kind: z.enum(gapKinds), person: Person, courseKey: Key })),
  })
  .meta({ id: 'TrainingLineage' })
export type LineageView = z.infer<typeof LineageView>

const byNumber = z.strictObject({ number: z.string().min(1).max(20) })

export const lineageRoutes = {
  'GET /api/v1/training/lineage': {
    access: staff,
    summary: 'Who was trained by whom, and where the gaps are',
    answer: LineageView,
  },
  'GET /api/v1/training/certificates/:number': {
    access: staff,
    summary: 'Whether a certificate is real, and still holds',
    params: byNumber,
    answer: z.strictObject({
      certificate: Certificate,
      /** From its holder up to where the lineage begins. */
      line: z.array(Person),
      may: z.strictObject({ revoke: z.boolean() }),
    }),
  },
  'GET /api/v1/training/certificates/:number/pdf': {
    access: staff,
    summary: 'A certificate to keep or hang up, in your language',
    params: byNumber,
    // Each takes a process of its own for a second or more.
    rate: { max: 20, seconds: 60 },
    form: 'bytes',
  },
  'POST /api/v1/training/certificates/:number/revoke': {
    access: staff,
    summary: 'Revoke a certificate, and end the certification that it gave',
    params: byNumber,
    body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
    answer: Certificate,
  },
} as const
