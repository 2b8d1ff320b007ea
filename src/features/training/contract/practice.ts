import { z } from 'zod'
import { Platform, Text } from '#features/plan/domain/document/text.ts'
import { scoreNotes, scoreParts } from '../domain/practice/score.ts'

const Id = z.uuid()
const At = z.iso.datetime({ precision: 3 })
const Tier = z.int().min(1).max(9)
const Lines = z.object({ nl: z.array(z.string()), en: z.array(z.string()) })
const one = z.object({ id: Id })

/** Who can practise: those who work tickets, and those who lead them. */
const workers = ['agent', 'lead'] as const

export const PracticeScore = z
  .object({
    parts: z.record(z.enum(scoreParts), z.number().nullable()),
    points: z.int(),
    passed: z.boolean(),
    expected: z.enum(['solve', 'hand-up']),
    did: z.enum(['solve', 'hand-up', 'neither']),
    steps: z.int(),
    minutes: z.int(),
    notes: z.array(z.enum(scoreNotes)),
  })
  .meta({ id: 'PracticeScore' })

/** What the known issue behind an exercise says: only told when the exercise is over. */
export const PracticeIssue = z
  .object({
    id: z.string(),
    codes: z.array(z.string()),
    symptom: Text,
    cause: Text,
    checks: Lines,
    fix: Lines,
    evidence: z.array(Text),
    typicalTier: z.int(),
    source: z.string().nullable(),
  })
  .meta({ id: 'PracticeIssue' })
export type PracticeIssue = z.infer<typeof PracticeIssue>

const Result = z
  .object({
    id: Id,
    tier: Tier,
    platform: Platform,
    symptom: Text,
    begunAt: At,
    finishedAt: At,
    score: PracticeScore,
  })
  .meta({ id: 'PracticeResult' })

export const PracticeOverview = z
  .object({
    practising: z.boolean(),
    /** The ticket of the exercise that is open. */
    openTicket: z.int().nullable(),
    openTier: Tier.nullable(),
    tiers: z.array(
      z.object({
        tier: Tier,
        name: Text,
        /** One of the tiers that this person works in or trains for. */
        mine: z.boolean(),
        /** Exercises passed, each known issue once. */
        passed: z.int(),
        /** What the course for the tier asks; 0 where it asks none. */
        needed: z.int(),
      }),
    ),
    platforms: z.array(Platform),
    results: z.array(Result),
    passPoints: z.int(),
  })
  .meta({ id: 'PracticeOverview' })
export type PracticeOverview = z.infer<typeof PracticeOverview>

export const PracticeExercise = z
  .object({
    id: Id,
    tier: Tier,
    platform: Platform,
    /** The known issues to choose from, and the one that was chosen. */
    candidates: z.array(z.object({ id: z.string(), cause: Text, symptom: Text })),
    namedIssue: z.string().nullable(),
    finished: z.boolean(),
    givenUp: z.boolean(),
    mine: z.boolean(),
    score: PracticeScore.nullable(),
    issue: PracticeIssue.nullable(),
  })
  .meta({ id: 'PracticeExercise' })
export type PracticeExercise = z.infer<typeof PracticeExercise>

export const practiceContract = {
  'GET /api/v1/training/practice': {
    access: workers,
    summary: 'Your practice: what is open, what you passed, what your course asks',
    answer: PracticeOverview,
  },
  'POST /api/v1/training/practice/enter': {
    access: workers,
    summary: 'From now on this sign-in works in the practice organisation',
  },
  'POST /api/v1/training/practice/leave': {
    access: 'person',
    summary: 'Back to the real desk',
  },
  'POST /api/v1/training/practice/exercises': {
    access: workers,
    status: 201,
    summary: 'Begins an exercise: a simulated requester opens a ticket in the practice organisation',
    body: z.strictObject({ tier: Tier, platform: Platform.nullable().default(null) }),
    answer: z.object({ ticketNumber: z.int() }),
    unkeyed: true,
  },
  'GET /api/v1/training/practice/tickets/:number': {
    access: workers,
    summary: 'The exercise of a practice ticket; what was behind it once it is over',
    params: z.object({ number: z.coerce.number().int().min(1) }),
    answer: PracticeExercise,
  },
  'POST /api/v1/training/practice/exercises/:id/cause': {
    access: workers,
    summary: 'Names the cause: once, and before the exercise is over',
    params: one,
    body: z.strictObject({ issueId: z.string().min(1).max(120) }),
  },
  'POST /api/v1/training/practice/exercises/:id/give-up': {
    access: workers,
    summary: 'Leaves an exercise without a result',
    params: one,
  },
  'GET /api/v1/training/practice/results/:id': {
    access: workers,
    summary: 'One result of yours, with what the known issue says',
    params: one,
    answer: z.object({ result: Result, issue: PracticeIssue.nullable() }),
  },
} as const
