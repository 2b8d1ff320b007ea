import { z } from 'zod'
import { isCode } from '../domain/codes.ts'
import { textParts } from '../domain/issue-text.ts'
import { issueMoves, reviewReasons } from '../domain/keeping.ts'
import { areas, devicePlatforms, issueStates } from '../domain/known-issue.ts'

export const IssueId = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
export const At = z.iso.datetime()
const Words = z.object({ nl: z.string(), en: z.string() })
const Lines = z.object({ nl: z.array(z.string()), en: z.array(z.string()) })
const Person = z.object({ id: z.uuid(), name: z.string() })

const Line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)
const InWords = z.strictObject({ nl: Line(600), en: Line(600) })
const InText = z.strictObject({ nl: z.string().trim().max(4000), en: z.string().trim().max(4000) })
const Steps = z.array(z.string().trim().min(1).max(1000)).max(30)
const InSteps = z.strictObject({ nl: Steps, en: Steps })
const Url = z.url({ protocol: /^https?$/ }).max(2000)

/** A text as it is given; a language that is not written yet is empty. */
export const IssueTextInput = z
  .strictObject({
    codes: z.array(Line(60).min(1).refine(isCode)).max(60),
    platforms: z.array(z.enum(devicePlatforms)).min(1).max(devicePlatforms.length),
    area: z.enum(areas),
    graphFailureCategory: Line(100).nullable(),
    symptom: InWords,
    cause: InText,
    checks: InSteps,
    fix: InSteps,
    typicalTier: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    evidence: z.array(InWords).max(20),
    source: Url.nullable(),
  })
  .meta({ id: 'KnownIssueText' })

/** The same as it is shown: also what was kept under other limits. */
export const IssueText = z
  .object({
    codes: z.array(z.string()),
    platforms: z.array(z.enum(devicePlatforms)),
    area: z.enum(areas),
    graphFailureCategory: z.string().nullable(),
    symptom: Words,
    cause: Words,
    checks: Lines,
    fix: Lines,
    typicalTier: z.int(),
    evidence: z.array(Words),
    source: z.string().nullable(),
  })
  .meta({ id: 'KnownIssueWords' })

export const Why = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code'), code: z.string() }),
  z.object({ kind: z.literal('words'), words: z.array(z.string()) }),
  z.object({ kind: z.literal('platform'), platform: z.enum(devicePlatforms) }),
])

export const Reuse = z.object({
  linked: z.int(),
  helped: z.int(),
  notHelped: z.int(),
  firstAid: z.int(),
  lastAt: At.nullable(),
})

/** One line of a list, and what a picker and a card show. */
export const IssueSummary = z
  .object({
    id: IssueId,
    number: z.int().nullable(),
    supplied: z.boolean(),
    state: z.enum(issueStates),
    version: z.int(),
    missing: z.enum(['nl', 'en']).nullable(),
    codes: z.array(z.string()),
    platforms: z.array(z.enum(devicePlatforms)),
    area: z.enum(areas),
    typicalTier: z.int(),
    symptom: Words,
    review: z.array(z.enum(reviewReasons)),
    reuse: Reuse,
    changedAt: At.nullable(),
  })
  .meta({ id: 'KnownIssueSummary' })
export type IssueSummary = z.infer<typeof IssueSummary>

export const FoundIssue = IssueSummary.extend({ why: z.array(Why) }).meta({ id: 'FoundKnownIssue' })
export type FoundIssue = z.infer<typeof FoundIssue>

export const resourceKinds = ['documentation', 'forum', 'tool', 'own'] as const
export const Resource = z
  .object({
    id: z.uuid(),
    issueId: IssueId.nullable(),
    tier: z.int().nullable(),
    kind: z.enum(resourceKinds),
    title: z.string(),
    url: z.string(),
    by: Person.nullable(),
    at: At,
  })
  .meta({ id: 'KnowledgeResource' })
export type Resource = z.infer<typeof Resource>

export const Flag = z
  .object({
    id: z.uuid(),
    issueId: IssueId,
    version: z.int(),
    comment: z.string(),
    by: Person.nullable(),
    at: At,
    settled: z.object({ by: Person.nullable(), at: At, answer: z.string() }).nullable(),
  })
  .meta({ id: 'KnowledgeFlag' })

export const Version = z
  .object({
    version: z.int(),
    /** null: the supplied text again. */
    text: IssueText.nullable(),
    /** The text that was in use when it was written; null: there was none. */
    before: IssueText.nullable(),
    /** Parts in which it differs from that. */
    changed: z.array(z.enum(textParts)),
    reason: z.string(),
    by: Person.nullable(),
    at: At,
  })
  .meta({ id: 'KnownIssueVersion' })
export type Version = z.infer<typeof Version>

export const Act = z.object({
  act: z.string(),
  version: z.int(),
  reason: z.string().nullable(),
  by: Person.nullable(),
  at: At,
})

export const IssueDetail = IssueSummary.extend({
  /** What is used, each language with the other's words where it has none of its own. */
  text: IssueText,
  /** The text to write on: the proposed one where one waits, without borrowed words. */
  latest: IssueText,
  lastVersion: z.int(),
  proposed: z.int().nullable(),
  spellings: z.array(z.object({ code: z.string(), spellings: z.array(z.string()) })),
  /** Of the text in use; null: it is as it was supplied. */
  writtenBy: Person.nullable(),
  writtenAt: At.nullable(),
  confirmedBy: Person.nullable(),
  confirmedAt: At.nullable(),
  reviewDue: z.string().nullable(),
  ticketId: z.uuid().nullable(),
  /** The supplied text of today, where there is an own one on top of it, and what is new in it. */
  suppliedText: IssueText.nullable(),
  suppliedNews: z.array(z.object({ part: z.enum(textParts), conflicts: z.boolean() })),
  flags: z.array(Flag),
  resources: z.array(Resource),
  /** Tickets in which it was of use, the latest first. */
  uses: z.array(z.object({ ticketId: z.uuid(), kind: z.string(), at: At })),
  /** Issues that are easily taken for it. */
  alike: z.array(z.object({ id: IssueId, symptom: Words })),
  moves: z.array(z.enum(issueMoves)),
  mayWrite: z.boolean(),
  mayReview: z.boolean(),
}).meta({ id: 'KnownIssueDetail' })
export type IssueDetail = z.infer<typeof IssueDetail>

export const NewResource = z.strictObject({
  issueId: IssueId.nullable().default(null),
  tier: z.int().min(1).max(4).nullable().default(null),
  kind: z.enum(resourceKinds),
  title: Line(200).min(1),
  url: Url,
})
