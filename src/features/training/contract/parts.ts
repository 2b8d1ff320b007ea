import { z } from 'zod'
import { staffRoles } from '#features/people/domain/person.ts'

export const Id = z.uuid()
export const Instant = z.iso.datetime({ precision: 3 })
export const Words = z.strictObject({ nl: z.string(), en: z.string() })
export const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
export const Person = z.strictObject({ id: Id, name: z.string() })

/** Who reads anything of training: everybody who works on support. */
export const staff = staffRoles

/** A no with its reason, so that a page can say why not. */
export const Why = z
  .strictObject({ code: z.string(), data: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
  .meta({ id: 'TrainingRefusal' })
export type Why = z.infer<typeof Why>

export const CourseSummary = z
  .strictObject({
    key: Key,
    name: Words,
    tier: z.int(),
    audience: z.enum(['leads', 'members', 'everyone']),
    minutes: z.int(),
    passPercent: z.int(),
    practiceTickets: z.int(),
    validMonths: z.int(),
  })
  .meta({ id: 'CourseSummary' })
export type CourseSummary = z.infer<typeof CourseSummary>

export const CourseName = z.strictObject({ key: Key, name: Words, tier: z.int() })
