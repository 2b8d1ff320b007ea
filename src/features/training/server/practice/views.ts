import type { z } from 'zod'
import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import { knownIssue, knownIssues } from '#features/knowledge/server/actions.ts'
import { platforms } from '#features/plan/domain/values.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { idOfNumber, readTicket } from '#features/tickets/server/actions.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { PracticeExercise, PracticeIssue, PracticeOverview } from '../../contract/practice.ts'
import { coursesNeededBy } from '../../domain/course.ts'
import { candidatesFor } from '../../domain/practice/exercise.ts'
import { passPoints } from '../../domain/practice/score.ts'
import { groundOf } from './ground.ts'
import { exerciseFrom } from './play.ts'
import { exerciseOnTicket, openExercise, practisedBy, type ResultRow, resultsOf } from './store.ts'

type In<Schema extends z.ZodType> = z.input<Schema>

export async function practiceOverview(
  platform: Platform,
  signedIn: SignedIn,
): Promise<In<typeof PracticeOverview>> {
  const { orgId, personId, actor } = signedIn
  const home = await inOrganisation(platform, orgId, async (tx) => {
    const plan = (await publishedPlan(tx))?.document ?? null
    const tiers = plan?.teams.tiers ?? []
    const needed = plan ? coursesNeededBy(plan, actor) : []
    return {
      results: await resultsOf(tx, personId),
      tiers: await Promise.all(
        tiers.map(async ({ level, name, team }) => ({
          tier: level,
          name,
          mine: actor.teams.includes(team),
          passed: await practisedBy(tx, personId, level),
          needed: Math.max(0, ...needed.filter(({ tier }) => tier === level).map((one) => one.practiceTickets)),
        })),
      ),
    }
  })
  const ground = await groundOf(platform, orgId)
  const open =
    ground === null
      ? null
      : await inOrganisation(platform, ground, async (tx) => {
          const row = await openExercise(tx, personId)
          if (!row) return null
          const { number } = await readTicket(tx, { kind: 'system', name: 'clock' }, row.ticketId)
          return { tier: row.tier, number }
        })
  return {
    practising: signedIn.practising,
    openTicket: open?.number ?? null,
    openTier: open?.tier ?? null,
    tiers: home.tiers,
    platforms: [...platforms],
    results: home.results.map(resultView),
    passPoints,
  }
}

export async function practiceExercise(
  platform: Platform,
  { orgId, personId }: SignedIn,
  number: number,
): Promise<In<typeof PracticeExercise>> {
  const ground = await groundOf(platform, orgId)
  if (ground === null) throw new NotFound('exercise')
  const row = await inOrganisation(platform, ground, async (tx) => {
    const ticketId = await idOfNumber(tx, number)
    return ticketId === null ? null : exerciseOnTicket(tx, ticketId)
  })
  const exercise = row && exerciseFrom(row)
  if (!row || !exercise) throw new NotFound('exercise')
  const mine = row.personId === personId
  const finished = row.finishedAt !== null
  return {
    id: row.id,
    tier: row.tier,
    platform: row.platform,
    candidates: candidatesFor(knownIssues(), exercise).map(({ id, cause, symptom }) => ({ id, cause, symptom })),
    namedIssue: mine || finished ? row.namedIssue : null,
    finished,
    givenUp: row.givenUp,
    mine,
    score: mine && row.score ? scoreView(row.score) : null,
    issue: finished && mine ? issueView(exercise.issue) : null,
  }
}

export async function practiceResult(platform: Platform, { orgId, personId }: SignedIn, id: string) {
  const results = await inOrganisation(platform, orgId, (tx) => resultsOf(tx, personId))
  const result = results.find((one) => one.id === id)
  if (!result) throw new NotFound('result')
  const issue = knownIssue(result.issueId)
  return { result: resultView(result), issue: issue && issueView(issue) }
}

function resultView(row: ResultRow) {
  const { id, tier, platform, issueId, begunAt, finishedAt, score } = row
  const symptom = knownIssue(issueId)?.symptom ?? { nl: issueId, en: issueId }
  return { id, tier, platform, symptom, begunAt, finishedAt, score: scoreView(score) }
}

const scoreView = (score: ResultRow['score']) => ({ ...score, parts: { ...score.parts }, notes: [...score.notes] })

function issueView(issue: KnownIssue): In<typeof PracticeIssue> {
  const { id, codes, symptom, cause, checks, fix, evidence, typicalTier, source } = issue
  return {
    id,
    codes: [...codes],
    symptom,
    cause,
    checks: { nl: [...checks.nl], en: [...checks.en] },
    fix: { nl: [...fix.nl], en: [...fix.en] },
    evidence: [...evidence],
    typicalTier,
    source,
  }
}
