import { z } from 'zod'
import { planEditors } from '#features/plan/domain/versions/version.ts'
import { planChangeKinds } from '#features/plan/domain/values.ts'
import { ContentPage, AttemptView } from './courses.ts'
import { CourseName, Id, Instant, Key, Person, staff, Why, Words } from './parts.ts'

const Kinds = z.array(z.enum(planChangeKinds))
const one = z.object({ id: Id })

export const RetrainingDuty = z
  .strictObject({
    id: Id,
    person: Person,
    tier: z.int(),
    course: CourseName,
    item: z.strictObject({ key: Key, name: Words }),
    /** What changed in the plan, by kind. */
    kinds: Kinds,
    planVersion: z.int(),
    dueAt: Instant,
    doneAt: Instant.nullable(),
    /** Since when they may not work in the tier because of it. */
    suspendedAt: Instant.nullable(),
  })
  .meta({ id: 'RetrainingDuty' })
export type RetrainingDuty = z.infer<typeof RetrainingDuty>

export const RetrainingOverview = z
  .strictObject({
    mine: z.array(RetrainingDuty),
    done: z.array(RetrainingDuty),
    /** Of the teams one leads; for those who keep the plan, of every team. */
    team: z.array(RetrainingDuty),
    /** Who works in a tier without training, by whom, why and until when. */
    overrides: z.array(
      z.strictObject({
        person: Person,
        tier: z.int(),
        by: Person,
        reason: z.string(),
        until: Instant.nullable(),
      }),
    ),
    leads: z.boolean(),
  })
  .meta({ id: 'RetrainingOverview' })
export type RetrainingOverview = z.infer<typeof RetrainingOverview>

export const RetrainingPreview = z
  .strictObject({
    people: z.int(),
    withinDays: z.int(),
    items: z.array(z.strictObject({ tier: z.int(), item: Words, kinds: Kinds, people: z.array(Person) })),
  })
  .meta({ id: 'RetrainingPreview' })
export type RetrainingPreview = z.infer<typeof RetrainingPreview>

export const retrainingContract = {
  'GET /api/v1/training/retraining': {
    access: staff,
    summary: 'What you have to train again, and what the people you lead have',
    answer: RetrainingOverview,
  },
  'GET /api/v1/training/retraining/preview': {
    access: planEditors,
    summary: 'Whom publishing the draft of the plan would ask to train again, on what',
    answer: RetrainingPreview,
  },
  'GET /api/v1/training/retraining/:id': {
    access: staff,
    summary: 'One thing to train again: what changed in the plan, and the pages that treat it',
    params: one,
    answer: z.strictObject({
      duty: RetrainingDuty,
      /** Sentences in both languages. */
      changes: z.array(Words),
      pages: z.array(ContentPage.extend({ minutes: z.int() })),
      passPercent: z.int(),
      openTest: Id.nullable(),
      testRefusal: Why.nullable(),
      mine: z.boolean(),
    }),
  },
  'POST /api/v1/training/retraining/:id/test': {
    access: staff,
    summary: 'Begin the questions of what you train again, or go on with them',
    params: one,
    answer: AttemptView,
  },
  'GET /api/v1/training/mending/:tier': {
    access: staff,
    summary:
      'What mends a missing certification for a tier: retraining that is open, courses, and when they are next given',
    params: z.object({ tier: z.coerce.number().int().min(1).max(9) }),
    answer: z.strictObject({
      retraining: z.array(RetrainingDuty),
      courses: z.array(
        z.strictObject({
          key: Key,
          name: Words,
          minutes: z.int(),
          next: z.array(z.strictObject({ id: Id, startsAt: Instant, signedUp: z.boolean() })),
        }),
      ),
    }),
  },
} as const
