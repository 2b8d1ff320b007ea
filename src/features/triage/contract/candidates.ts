import { z } from 'zod'
import { devicePlatforms, issueStates } from '#features/knowledge/domain/known-issue.ts'
import { At, Id, PersonRef } from '#features/tickets/contract/answers.ts'
import { codePlaces } from '../domain/candidates.ts'
import { checkStates, outcomeSayers } from '../domain/checks.ts'

const both = <Shape extends z.ZodType>(shape: Shape) => z.object({ nl: shape, en: shape })
const IssueId = z.string().min(1).max(100)

const Reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code'), code: z.string(), place: z.enum(codePlaces) }),
  z.object({ kind: z.literal('failure'), category: z.string(), reason: z.string().nullable() }),
  z.object({ kind: z.literal('words'), found: z.array(z.string()) }),
  z.object({ kind: z.literal('platform'), platform: z.enum(devicePlatforms), by: z.enum(['ticket', 'device']) }),
  z.object({ kind: z.literal('other-platform'), platform: z.enum(devicePlatforms) }),
  z.object({ kind: z.literal('area'), area: z.string() }),
  z.object({ kind: z.literal('record'), helped: z.int(), tried: z.int(), inWave: z.int() }),
  z.object({ kind: z.literal('not-helped-here') }),
])

const Tick = z.object({ state: z.enum(checkStates), note: z.string(), by: Id, at: At })

const Candidate = z.object({
  issue: z.object({
    id: IssueId,
    codes: z.array(z.string()),
    platforms: z.array(z.enum(devicePlatforms)),
    typicalTier: z.literal([1, 2, 3, 4]),
    symptom: both(z.string()),
    cause: both(z.string()),
    fix: both(z.array(z.string())),
    source: z.string().nullable(),
    supplied: z.boolean(),
    state: z.enum(issueStates),
    /** The language that it is not written in yet: its words in that language are those of the other. */
    missing: z.enum(['nl', 'en']).nullable(),
  }),
  reasons: z.array(Reason),
  /** Each check with what was made of it on this ticket. */
  checks: z.array(z.object({ words: both(z.string()), tick: Tick.nullable() })),
  /** What was said of it on this ticket; how a contact with the requester ended stands above what an agent says. */
  outcome: z.object({ helped: z.boolean(), saidBy: z.enum(outcomeSayers), by: Id.nullable(), at: At }).nullable(),
})

/** What a ticket may be, and what was tried of it. For those who work on tickets alone. */
export const TriageView = z.object({
  codes: z.array(
    z.object({
      code: z.string(),
      written: z.string(),
      places: z.array(z.enum(codePlaces)),
      issues: z.array(IssueId),
    }),
  ),
  candidates: z.array(Candidate),
  /** The words of the ticket by which known issues were searched: what people said of it. */
  searched: z.string(),
  people: z.record(z.string(), PersonRef),
})
export type TriageView = z.infer<typeof TriageView>

const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor'] as const
const workers = ['agent', 'lead'] as const
const one = z.object({ id: Id })

export const candidateRoutes = {
  'GET /api/v1/triage/tickets/:id': {
    access: staff,
    summary: 'The known issues that a ticket may be, each with its reasons, and the checks made',
    params: one,
    answer: TriageView,
  },
  'POST /api/v1/triage/tickets/:id/checks': {
    access: workers,
    practice: 'open',
    summary: 'Says what became of a check of a known issue on a ticket; `open` takes that back',
    params: one,
    body: z.strictObject({
      issueId: IssueId,
      /** Its place in the list of the issue, from 0, and how it reads in English: it may have been edited meanwhile. */
      check: z.int().min(0).max(100),
      words: z.string().max(2000),
      state: z.enum([...checkStates, 'open']),
      note: z.string().trim().max(2000).default(''),
    }),
  },
  'POST /api/v1/triage/tickets/:id/outcomes': {
    access: workers,
    practice: 'open',
    summary: 'Says whether a known issue helped on a ticket; null takes that back',
    params: one,
    body: z.strictObject({ issueId: IssueId, helped: z.boolean().nullable() }),
  },
} as const
