import { z } from 'zod'
import { languages } from '#features/people/domain/person.ts'
import { SupportPlan } from './domain/document/support-plan.ts'
import { linkOutcomes } from './domain/check/desk-facts.ts'
import { findingCodes, severities } from './domain/check/finding.ts'
import { documentFailures, documentFormats, documentStates } from './domain/versions/documents.ts'
import { planEditors, planReaders, versionStates } from './domain/versions/version.ts'

const Id = z.uuid()
const Instant = z.iso.datetime({ precision: 3 })
const Person = z.strictObject({ id: Id, name: z.string() })
const Reason = z.string().trim().min(1).max(2000)
const Revision = z.int().min(1).max(2_147_483_647)

export const PlanVersionSummary = z
  .strictObject({
    id: Id,
    number: z.int(),
    state: z.enum(versionStates),
    createdAt: Instant,
    author: Person.nullable(),
    changedAt: Instant,
    changedBy: Person.nullable(),
    /** Who is asked to approve it, or has. */
    approver: Person.nullable(),
    reason: z.string().nullable(),
    reviewAskedAt: Instant.nullable(),
    reviewAskedBy: Person.nullable(),
    publishedAt: Instant.nullable(),
    supersededAt: Instant.nullable(),
  })
  .meta({ id: 'PlanVersionSummary' })
export type PlanVersionSummary = z.infer<typeof PlanVersionSummary>

export const PlanVersion = z
  .strictObject({ ...PlanVersionSummary.shape, document: SupportPlan })
  .meta({ id: 'PlanVersion' })
export type PlanVersion = z.infer<typeof PlanVersion>

export const PlanFinding = z
  .strictObject({
    code: z.enum(findingCodes),
    severity: z.enum(severities),
    place: z.array(z.union([z.string(), z.number()])),
    values: z.record(
      z.string(),
      z.union([z.string(), z.number(), z.strictObject({ nl: z.string(), en: z.string() })]),
    ),
  })
  .meta({ id: 'PlanFinding' })

/** What the check goes by beside the plan: counts, and no names. */
export const PlanFacts = z
  .strictObject({
    teams: z.record(z.string(), z.strictObject({ members: z.int(), leads: z.int() })),
    today: z.iso.date(),
    certified: z.array(
      z.strictObject({
        tier: z.int(),
        teams: z.array(z.string()),
        leads: z.array(z.string()),
        until: z.iso.date().nullable().describe('The day on which it ends.'),
        byOverride: z.boolean().describe('A lead let them in without training.'),
      }),
    ),
    roles: z.record(z.string(), z.int()),
    links: z.record(
      z.string(),
      z.strictObject({ checkedAt: Instant, outcome: z.enum(linkOutcomes), status: z.int().nullable() }),
    ),
    trainings: z
      .array(
        z.strictObject({
          course: z.string(),
          starts: Instant,
          minutes: z.int(),
          seats: z.int(),
          people: z.int().describe('How many have a seat.'),
        }),
      )
      .describe('Training sessions that are still to come or under way.'),
    retraining: z
      .array(z.strictObject({ tier: z.int(), people: z.int(), due: z.iso.date() }))
      .describe('How many people of a tier have to have trained again by which day.'),
    meetings: z
      .record(z.string(), z.strictObject({ held: z.int(), quorate: z.int() }))
      .describe('Per bridge, of its last meetings: how many were held, and had their quorum.'),
    bridges: z
      .strictObject({
        held: z.int(),
        beyondQuorum: z.number().describe('People beyond the quorum who came, on average.'),
        adHocPerWeek: z.number(),
        adHocMinutes: z.int().nullable(),
      })
      .describe('Of all bridges over the last weeks.'),
  })
  .meta({ id: 'PlanFacts' })
export type PlanFacts = z.infer<typeof PlanFacts>

/**
 * The document of a draft may be unfinished (an empty name, a malformed address): its findings say so. It always has the shape of a
 * plan; the schema at /api/plan.schema.json describes a finished one.
 */
export const DraftDocument = z.looseObject({}).meta({
  id: 'PlanDraftDocument',
  description: 'A support plan that may be unfinished; see /api/plan.schema.json',
}) as unknown as z.ZodType<SupportPlan>

export const PlanDraft = z
  .strictObject({
    ...PlanVersionSummary.shape,
    /** Counts the saves; a save names the one it was made on. */
    revision: Revision,
    document: DraftDocument,
    findings: z.array(PlanFinding),
  })
  .meta({ id: 'PlanDraft' })
export type PlanDraft = z.infer<typeof PlanDraft>

const Format = z.enum(['yaml', 'json'])
/** Longer than the largest file by far: how large a file may be is said with its other errors. */
const FileText = z.string().max(12_000_000)

/** What is wrong in a file, in the words of whoever asked. */
const PlanFileError = z.strictObject({
  line: z.int(),
  column: z.int(),
  field: z.string(),
  code: z.string(),
  what: z.string(),
  advice: z.string(),
})

export const PlanFilePreview = z
  .strictObject({
    errors: z.array(PlanFileError),
    /** How many errors there are beside those that are told. */
    more: z.int(),
    /** Null when the file cannot become a draft. With errors all the same: they can be mended in the draft. */
    plan: z
      .strictObject({
        name: z.strictObject({ nl: z.string(), en: z.string() }),
        tiers: z.int(),
        categories: z.int(),
        courses: z.int(),
        phases: z.int(),
        findings: z.strictObject({ error: z.int(), warning: z.int(), hint: z.int() }),
      })
      .nullable(),
    /** What the file is compared with: the draft that it would replace, or else the plan in force. */
    against: z.strictObject({ number: z.int(), state: z.enum(versionStates) }).nullable(),
    /** Of the draft that it would replace; to be given back when the file is brought in. */
    revision: Revision.nullable(),
    changes: z.array(z.strictObject({ part: z.string(), sentence: z.string() })),
    changeCount: z.int(),
  })
  .meta({ id: 'PlanFilePreview' })
export type PlanFilePreview = z.infer<typeof PlanFilePreview>

export const PlanDocumentView = z
  .object({
    id: Id,
    language: z.enum(languages),
    format: z.enum(documentFormats),
    state: z.enum(documentStates),
    /** The moment at which the version became what the document tells. */
    asOf: Instant,
    askedAt: Instant,
    askedBy: Person.nullable(),
    madeAt: Instant.nullable(),
    /** In bytes. */
    size: z.int().nullable(),
    failure: z.enum(documentFailures).nullable(),
  })
  .meta({ id: 'PlanDocument', description: 'A version of the plan as a file to read, print and sign' })
export type PlanDocumentView = z.infer<typeof PlanDocumentView>

const VersionNumber = z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) })

export const planContract = {
  'GET /api/v1/plan': {
    access: planReaders,
    summary: 'The published plan',
    answer: PlanVersion,
  },
  'GET /api/v1/plan/versions': {
    access: planReaders,
    summary: 'All versions, newest first; drafts only for who may edit',
    answer: z.strictObject({ versions: z.array(PlanVersionSummary) }),
  },
  'GET /api/v1/plan/versions/:number': {
    access: planReaders,
    summary: 'One published or superseded version',
    params: z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) }),
    answer: PlanVersion,
  },
  'GET /api/v1/plan/draft': {
    access: planEditors,
    summary: 'The draft being worked on, with what keeps it from being published',
    answer: PlanDraft,
  },
  'POST /api/v1/plan/draft': {
    access: planEditors,
    summary: 'Begin a draft from the published plan, or from an earlier version',
    status: 201,
    body: z.strictObject({ from: z.int().min(1).max(1_000_000).optional() }),
    answer: PlanDraft,
  },
  'PUT /api/v1/plan/draft': {
    access: planEditors,
    summary: 'Save the draft; refused with what changed when someone else saved in between',
    body: z.strictObject({ revision: Revision, document: DraftDocument }),
    answer: PlanDraft,
    readsAnyText: true,
    bodyLimit: 4_194_304,
  },
  'GET /api/v1/plan/versions/:number/file': {
    access: planReaders,
    summary: 'One published or superseded version as a file',
    params: z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) }),
    query: z.strictObject({ format: Format.default('yaml') }),
    form: 'bytes',
  },
  'GET /api/v1/plan/draft/file': {
    access: planEditors,
    summary: 'The draft as a file',
    query: z.strictObject({ format: Format.default('yaml') }),
    form: 'bytes',
  },
  'POST /api/v1/plan/draft/file/preview': {
    access: planEditors,
    summary: 'What a plan file is, what is wrong with it, and what bringing it in would change; changes nothing',
    body: z.strictObject({ text: FileText }),
    answer: PlanFilePreview,
    bodyLimit: 16_777_216,
    readsAnyText: true,
    unkeyed: true,
  },
  'POST /api/v1/plan/draft/file': {
    access: planEditors,
    summary: 'Make a plan file the draft; refused when the draft is another than the one that was seen',
    body: z.strictObject({ text: FileText, revision: Revision.nullable() }),
    answer: PlanDraft,
    bodyLimit: 16_777_216,
    readsAnyText: true,
  },
  'DELETE /api/v1/plan/draft': {
    access: planEditors,
    summary: 'Throw the draft away',
    query: z.strictObject({ revision: z.coerce.number().int().min(1).max(2_147_483_647) }),
  },
  'GET /api/v1/plan/approvers': {
    access: planEditors,
    summary: 'Who may approve a plan',
    answer: z.strictObject({ persons: z.array(Person) }),
  },
  'GET /api/v1/plan/countries': {
    access: planEditors,
    summary: 'Countries whose public holidays are known',
    answer: z.strictObject({ countries: z.array(z.string()) }),
  },
  'POST /api/v1/plan/draft/review': {
    access: planEditors,
    summary: 'Ask someone to approve the draft',
    body: z.strictObject({ revision: Revision, approverId: Id, reason: Reason }),
    answer: PlanDraft,
  },
  'POST /api/v1/plan/draft/return': {
    access: planEditors,
    summary: 'Take the plan out of review, back to being edited',
    body: z.strictObject({ reason: Reason }),
    answer: PlanDraft,
  },
  'POST /api/v1/plan/draft/publish': {
    access: planEditors,
    summary: 'Approve and publish: from now on new tickets run under this plan',
    body: z.strictObject({ revision: Revision, reason: Reason }),
    answer: PlanVersion,
  },
  'GET /api/v1/plan/versions/:number/documents': {
    access: planReaders,
    summary: 'Documents made of a version as it is now; of a draft only for who may edit',
    params: VersionNumber,
    answer: z.strictObject({ documents: z.array(PlanDocumentView) }),
  },
  'POST /api/v1/plan/versions/:number/documents': {
    access: planReaders,
    summary: 'Have a document made, or get the one that there is',
    status: 201,
    params: VersionNumber,
    body: z.strictObject({ language: z.enum(languages), format: z.enum(documentFormats) }),
    answer: PlanDocumentView,
    rate: { max: 60, seconds: 60 },
  },
  'GET /api/v1/plan/documents/:id': {
    access: planReaders,
    summary: 'Download a document; `show` gives the web page form as a page',
    params: z.strictObject({ id: Id }),
    query: z.strictObject({ show: z.stringbool().default(false) }),
    form: 'bytes',
  },
  'GET /api/v1/plan/check': {
    access: planReaders,
    summary: 'What is wrong with the published plan, or could be better',
    answer: z.strictObject({ findings: z.array(PlanFinding) }),
  },
  'GET /api/v1/plan/facts': {
    access: planEditors,
    summary:
      'What the check of a draft goes by beside the draft: who is in the teams, who is trained, which links are dead',
    answer: PlanFacts,
  },
  'POST /api/v1/plan/links/check': {
    access: planEditors,
    summary: 'Have every link of the draft and of the published plan looked at; the facts tell what was found',
  },
  'GET /api/plan.schema.json': {
    access: 'anyone',
    summary: 'The JSON Schema of a support plan',
    form: 'bytes',
  },
} as const
