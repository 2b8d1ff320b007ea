import { z } from 'zod'
import { platforms } from '#features/plan/domain/values.ts'
import { staffRoles } from '#features/people/domain/person.ts'
import { fileColumns } from '../domain/people-file/columns.ts'
import { fileErrorCodes } from '../domain/people-file/file-error.ts'
import { rolloutManagers } from '../domain/rollout-managers.ts'

const Id = z.uuid()
const Instant = z.iso.datetime({ precision: 3 })
const Day = z.iso.date()
const Key = z.string().min(1).max(60)
const Count = z.int().min(0)
const Person = z.strictObject({ id: Id, name: z.string() })

export const outcomes = ['added', 'changed', 'unchanged', 'left'] as const
const Counts = z.strictObject({ added: Count, changed: Count, unchanged: Count, left: Count })

const Facts = z.strictObject({
  platforms: z.array(z.enum(platforms)),
  department: z.string().nullable(),
  manager: z.string().nullable(),
  enrolledOn: Day.nullable(),
})

export const PeopleFilePreview = z
  .strictObject({
    file: z.strictObject({
      name: z.string(),
      rows: Count,
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).nullable(),
      delimiter: z.enum([';', ',', '\t']).nullable(),
      columns: z.array(z.strictObject({ heading: z.string(), column: z.enum(fileColumns).nullable() })),
    }),
    /** What importing it would do. */
    counts: Counts,
    waves: z.array(z.strictObject({ wave: Key, ...Counts.shape, already: Count })),
    /** People who would be in more than one wave of the plan. */
    inSeveralWaves: Count,
    first: z.array(
      z.strictObject({
        row: Count,
        what: z.enum(outcomes),
        name: z.string(),
        email: z.string(),
        wave: Key,
        groups: z.array(z.string()),
      }),
    ),
    errors: z.array(
      z.strictObject({
        code: z.enum(fileErrorCodes),
        /** As a spreadsheet counts: 1 is the row of headings. */
        row: Count,
        column: z.string().nullable(),
        /** The same in words of the reader: where, what, and what to do. */
        message: z.string(),
      }),
    ),
    errorCount: Count,
    /** To be given back with the import: what was looked at is what is done. Null while there are errors. */
    seen: z.string().nullable(),
  })
  .meta({ id: 'PeopleFilePreview' })
export type PeopleFilePreview = z.infer<typeof PeopleFilePreview>

export const PeopleImport = z
  .strictObject({
    id: Id,
    fileName: z.string(),
    at: Instant,
    by: Person,
    added: Count,
    changed: Count,
    unchanged: Count,
    undone: z.strictObject({ at: Instant, by: Person }).nullable(),
  })
  .meta({ id: 'PeopleImport' })
export type PeopleImport = z.infer<typeof PeopleImport>

export const WavePerson = z
  .strictObject({
    id: Id,
    name: z.string(),
    email: z.string(),
    language: z.enum(['nl', 'en']),
    /** Keys of the plan's waves. */
    waves: z.array(Key),
    groups: z.array(z.string()),
    disabled: z.boolean(),
    ...Facts.shape,
    /** By Intune: `has` a device, and the day on which they last enrolled one, where it says. Null: Intune was not read. */
    intune: z.strictObject({ has: z.boolean(), day: Day.nullable() }).nullable(),
  })
  .meta({ id: 'WavePerson' })
export type WavePerson = z.infer<typeof WavePerson>

const OfFile = {
  fileId: Id,
  /** The wave of whoever the file gives none. */
  wave: Key.nullable().default(null),
}

export const peopleRoutes = {
  'POST /api/v1/rollout/imports/preview': {
    access: rolloutManagers,
    summary:
      'What a CSV file of people says, what is wrong with it, and what importing it would do; nothing is changed',
    body: z.strictObject(OfFile),
    answer: PeopleFilePreview,
    rate: { max: 120, seconds: 60 },
    unkeyed: true,
  },
  'POST /api/v1/rollout/imports': {
    access: rolloutManagers,
    summary: 'Import a CSV file of people into waves, as it was looked at: all of it or nothing',
    status: 201,
    body: z.strictObject({ ...OfFile, seen: z.string().length(64) }),
    answer: PeopleImport,
    rate: { max: 120, seconds: 60 },
  },
  'GET /api/v1/rollout/imports': {
    access: staffRoles,
    summary: 'Files of people that were imported, the newest first',
    answer: z.strictObject({ imports: z.array(PeopleImport) }),
  },
  'POST /api/v1/rollout/imports/:id/undo': {
    access: rolloutManagers,
    summary:
      'Undo an import: who it brought goes where nothing has happened to them since, groups it gave are taken back',
    params: z.strictObject({ id: Id }),
    answer: z.strictObject({
      import: PeopleImport,
      removed: Count,
      /** Brought by it and kept: they asked for help, signed in, or something else refers to them by now. */
      kept: Count,
      takenOut: Count,
    }),
    rate: { max: 120, seconds: 60 },
  },
  'GET /api/v1/rollout/people': {
    access: staffRoles,
    summary: 'People in waves, by name',
    query: z.strictObject({
      wave: Key.optional(),
      search: z.string().max(120).optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.strictObject({
      people: z.array(WavePerson),
      total: Count,
      next: z.string().nullable(),
      followed: z
        .array(z.strictObject({ key: z.string(), name: z.string(), readAt: Instant.nullable() }))
        .describe('Which of these groups follow a group of Entra ID, so that changes made here do not last'),
    }),
  },
  'GET /api/v1/rollout/people.csv': {
    access: rolloutManagers,
    summary: 'The same as CSV, as the import reads it; cells that a spreadsheet would calculate are made harmless',
    query: z.strictObject({ wave: Key.optional() }),
    form: 'bytes',
    rate: { max: 120, seconds: 60 },
  },
  'POST /api/v1/rollout/people/assign': {
    access: rolloutManagers,
    summary: 'Put people in a wave and take them out of the others, or out of all',
    body: z.strictObject({ personIds: z.array(Id).min(1).max(500), wave: Key.nullable() }),
    answer: z.strictObject({ changed: Count }),
  },
} as const
