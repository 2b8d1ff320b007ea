import { z } from 'zod'
import { SupportPlan } from './domain/document/support-plan.ts'
import { findingCodes, severities } from './domain/check/finding.ts'
import { planEditors, planReaders, versionStates } from './domain/versions/version.ts'

const Id = z.uuid()
const Instant = z.iso.datetime({ precision: 3 })
const Person = z.strictObject({ id: Id, name: z.string() })
const Reason = z.string().trim().min(1).max(2000)
const Revision = z.int().min(1)

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
    body: z.strictObject({ from: z.int().min(1).optional() }),
    answer: PlanDraft,
  },
  'PUT /api/v1/plan/draft': {
    access: planEditors,
    summary: 'Save the draft; refused with what changed when someone else saved in between',
    body: z.strictObject({ revision: Revision, document: DraftDocument }),
    answer: PlanDraft,
    bodyLimit: 4_194_304,
  },
  'DELETE /api/v1/plan/draft': {
    access: planEditors,
    summary: 'Throw the draft away',
    query: z.strictObject({ revision: z.coerce.number().int().min(1) }),
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
  'GET /api/plan.schema.json': {
    access: 'anyone',
    summary: 'The JSON Schema of a support plan',
    form: 'bytes',
  },
} as const
