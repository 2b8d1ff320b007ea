import { z } from 'zod'
import { agendaForms, audiences, planChangeKinds } from '../values.ts'
import { Day, Key, Text } from './text.ts'

export const Course = z.strictObject({
  key: Key,
  name: Text,
  tier: z.int().min(1).max(9).describe('The tier it certifies for.'),
  audience: z.enum(audiences),
  agenda: z
    .array(
      z.strictObject({
        key: Key,
        name: Text,
        minutes: z.int().min(1).max(600),
        form: z.enum(agendaForms),
        material: z.array(Key).max(20),
      }),
    )
    .min(1)
    .max(30),
  passPercent: z.int().min(0).max(100),
  practiceTickets: z.int().min(0).max(50),
  validMonths: z.int().min(1).max(120),
  planned: z
    .strictObject({ starts: Day, ends: Day, beforePhase: Key })
    .nullable()
    .default(null)
    .describe(
      'When it is given for the first time, and the phase for which everyone has to have taken it; null while no date is set.',
    ),
})
export type Course = z.infer<typeof Course>

/** Train the trainer: who may train whom. */
export const Lineage = z.strictObject({
  root: Key.describe('The team that starts: the MDM team, responsible for the deployment.'),
  steps: z
    .array(z.strictObject({ from: z.enum(['root', 'lead']), to: z.enum(['lead', 'member']), course: Key }))
    .max(30),
  trainerNeedsCertification: z.boolean(),
  retrainOn: z
    .array(z.enum(planChangeKinds))
    .max(5)
    .describe('Kinds of plan change after which people train again on what changed.'),
  retrainWithinDays: z
    .int()
    .min(1)
    .max(365)
    .default(30)
    .describe('Days after a publication in which they do so; until then their certification holds.'),
})

export const Training = z.strictObject({ courses: z.array(Course).max(50), lineage: Lineage })
export type Training = z.infer<typeof Training>
