import { z } from 'zod'
import {
  Act,
  FoundIssue,
  IssueDetail,
  IssueId,
  IssueSummary,
  IssueTextInput,
  NewResource,
  Resource,
  Version,
} from './contract/issue-view.ts'
import { issueMoves, reviewReasons } from './domain/keeping.ts'
import { areas, devicePlatforms, issueStates } from './domain/known-issue.ts'
import { staffRoles } from '#features/people/domain/person.ts'

const writers = ['agent', 'lead', 'plan-owner'] as const
const one = z.object({ id: IssueId })
const Seen = z.int().min(0).describe('The last version that was seen; refused where there is a later one.')
const Reason = z.string().trim().min(1).max(500)

/** The routes of this feature. Whoever only asks for help reads nothing here: their first aid comes by the portal. */
export const knowledgeContract = {
  'GET /api/v1/knowledge/issues': {
    access: staffRoles,
    summary: 'Known issues, supplied and own: by what somebody asks, with why each was found, or by filters',
    query: z.object({
      q: z.string().max(4000).optional(),
      platform: z.enum(devicePlatforms).optional(),
      area: z.enum(areas).optional(),
      tier: z.coerce.number().int().min(1).max(4).optional(),
      state: z.enum(issueStates).optional(),
      from: z.enum(['own', 'supplied', 'changed']).optional(),
      review: z.enum(reviewReasons).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    answer: z.object({ issues: z.array(FoundIssue), total: z.int() }),
  },
  'GET /api/v1/knowledge/issues/:id': {
    access: staffRoles,
    summary:
      'One known issue, with who wrote and confirmed it, what it was used for, and what may be done with it',
    params: one,
    answer: IssueDetail,
  },
  'GET /api/v1/knowledge/issues/:id/first-aid': {
    access: staffRoles,
    summary: 'What a requester may read of a known issue, by language; empty where it is nothing for them',
    params: one,
    answer: z.object({ steps: z.object({ nl: z.array(z.string()), en: z.array(z.string()) }) }),
  },
  'POST /api/v1/knowledge/issues': {
    access: writers,
    status: 201,
    summary: 'Writes down a known issue of the organisation itself; one language is enough to begin with',
    body: z.strictObject({ text: IssueTextInput, finished: z.boolean().default(true) }),
    answer: IssueDetail,
  },
  'POST /api/v1/knowledge/issues/:id/versions': {
    access: writers,
    summary:
      'Writes a new text; of a supplied issue it becomes an own text on top. Waits for review where the writer may not confirm it',
    params: one,
    body: z.strictObject({ seen: Seen, text: IssueTextInput.nullable(), reason: Reason }),
    answer: IssueDetail,
  },
  'GET /api/v1/knowledge/issues/:id/history': {
    access: staffRoles,
    summary: 'Every text of a known issue and everything that was done with it, the latest first',
    params: one,
    answer: z.object({ versions: z.array(Version), acts: z.array(Act) }),
  },
  'POST /api/v1/knowledge/issues/:id/moves': {
    access: writers,
    summary: 'Proposes, confirms, declines, publishes, withdraws, keeps, puts away or restores a known issue',
    params: one,
    body: z.strictObject({ move: z.enum(issueMoves), seen: Seen, reason: Reason.optional() }),
    answer: IssueDetail,
  },
  'POST /api/v1/knowledge/issues/:id/flags': {
    access: writers,
    summary: 'Says that something in a known issue is not right',
    params: one,
    body: z.strictObject({ comment: z.string().trim().min(1).max(1000) }),
    answer: IssueDetail,
  },
  'POST /api/v1/knowledge/issues/:id/flags/:flagId/settle': {
    access: writers,
    summary: 'Answers a flag: what was done about it, or why it is right after all',
    params: one.extend({ flagId: z.uuid() }),
    body: z.strictObject({ answer: z.string().trim().min(1).max(1000) }),
    answer: IssueDetail,
  },
  'GET /api/v1/knowledge/review': {
    access: staffRoles,
    summary:
      'What awaits somebody who may confirm: drafts, changes, flags, what is due, what the supplied text changed',
    answer: z.object({
      issues: z.array(IssueSummary),
      counts: z.record(z.enum(reviewReasons), z.int()),
      mayReview: z.boolean(),
    }),
  },
  'GET /api/v1/knowledge/resources': {
    access: staffRoles,
    summary: 'Documentation, forums and tools, for everybody or for a tier',
    answer: z.object({ resources: z.array(Resource), mayReview: z.boolean() }),
  },
  'POST /api/v1/knowledge/resources': {
    access: writers,
    status: 201,
    summary: 'Adds a resource, to a known issue, to a tier, or for everybody',
    body: NewResource,
    answer: Resource,
  },
  'DELETE /api/v1/knowledge/resources/:id': {
    access: writers,
    summary: 'Takes a resource away: whoever added it, or somebody who may confirm',
    params: z.object({ id: z.uuid() }),
  },
} as const
