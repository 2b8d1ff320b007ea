import type { TicketEvent } from '#features/tickets/domain/events.ts'
import { issueOf } from '#features/tickets/domain/known-issue.ts'
import { knownIssue } from '#features/knowledge/server/actions.ts'
import { realOrganisation } from '#features/people/server/actions.ts'
import { planVersion, publishedPlan } from '#features/plan/server/actions.ts'
import { moveTicket, readTicket, type TicketListener } from '#features/tickets/server/actions.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { enqueue, type JobPayload } from '#platform/jobs/enqueue.ts'
import { announce } from '#platform/live/announce.ts'
import type { Platform } from '#platform/platform.ts'
import type { Exercise } from '../../domain/practice/exercise.ts'
import { isPlayedOut, nextAct, type Say } from '../../domain/practice/next-act.ts'
import { type Score, scoreOf } from '../../domain/practice/score.ts'
import { certifyForTier } from '../certify.ts'
import { filesFor } from './files.ts'
import { actorFor } from './partners.ts'
import { changeExercise, exerciseOnTicket, type ExerciseRow, insertResult, lockedExercise } from './store.ts'

/** Something happened on a ticket of an exercise: its partners look whether it is their turn. */
export const practiceListener: TicketListener = async (_, tx, { ticket }) => {
  const exercise = await exerciseOnTicket(tx, ticket.id)
  if (exercise && exercise.finishedAt === null) await letPartnersAct(tx, ticket.id)
}

export async function letPartnersAct(tx: Tx, ticketId: string): Promise<void> {
  await enqueue(tx, 'training.practise', { ticketId }, { key: ticketId })
}

/** Two partners never wait for each other for longer than this. */
const mostActs = 40

/** Plays the partners of one exercise until it is the trainee's turn; a second run finds nothing to do. */
export async function playPartners(
  platform: Platform,
  { orgId, ticketId }: JobPayload & { readonly ticketId: string },
): Promise<void> {
  for (let acts = 0; acts < mostActs; acts += 1) {
    const acted = await inOrganisation(platform, orgId, (tx) => actOnce(platform, tx, ticketId))
    if (!acted) break
  }
  await inOrganisation(platform, orgId, (tx) => finishWhenPlayedOut(tx, ticketId))
}

async function actOnce(platform: Platform, tx: Tx, ticketId: string): Promise<boolean> {
  const row = await lockedExercise(tx, ticketId)
  const exercise = row && exerciseFrom(row)
  if (!row || !exercise || row.finishedAt !== null) return false
  const { ticket } = await readTicket(tx, { kind: 'system', name: 'clock' }, ticketId)
  const { document: plan } = await planVersion(tx, ticket.planVersionId)
  const say: Say = (key, values) => platform.translate(row.language, `training:practice.said.${key}`, values)
  const { language } = row
  const noFiles = { screenshot: null, log: null }
  const act = nextAct({ plan, ticket, exercise, say, language, files: noFiles })
  if (!act) return false
  const actor = await actorFor(tx, plan, act.by, row)
  const owner = actor.kind === 'person' ? actor.personId : null
  const sends = owner !== null && (act.move.move === 'answer' || act.move.move === 'escalate')
  const files = sends ? await filesFor(platform, tx, { exercise, ownerId: owner }) : noFiles
  const shown = nextAct({ plan, ticket, exercise, say, language, files })
  if (!shown) return false
  await moveTicket(tx, actor, { ticketId, move: shown.move, seenVersion: null })
  return true
}

export function exerciseFrom(row: ExerciseRow): Exercise | null {
  const issue = knownIssue(row.issueId)
  if (!issue) return null
  return { tier: row.tier, issue, platform: row.platform, seed: row.seed, namedIssue: row.namedIssue }
}

async function finishWhenPlayedOut(tx: Tx, ticketId: string): Promise<void> {
  const row = await exerciseOnTicket(tx, ticketId)
  const exercise = row && exerciseFrom(row)
  if (!row || !exercise || row.finishedAt !== null) return
  const { ticket, events } = await readTicket(tx, { kind: 'system', name: 'clock' }, ticketId)
  if (!isPlayedOut({ ticket, exercise })) return
  const { document: plan } = await planVersion(tx, ticket.planVersionId)
  const namedId = row.namedIssue ?? linkedBy(events, row.personId)
  const named = namedId === null ? null : knownIssue(namedId)
  const score = scoreOf({ plan, exercise, named, traineeId: row.personId, events })
  const home = await realOrganisation(tx)
  if (!(await changeExercise(tx, row.id, { finished_at: tx.now, score: JSON.stringify(score) }))) return
  if (home !== null) await enqueueResult(tx, { ...row, finishedAt: tx.now }, score, home)
  await tellTrainee(tx, row)
}

/** Whoever links a known issue with their diagnosis has named the cause by it. */
function linkedBy(events: readonly TicketEvent[], personId: string): string | null {
  const own = events.findLast(
    ({ fact, by }) => fact.type === 'diagnosed' && by.kind === 'person' && by.personId === personId,
  )
  return own?.fact.type === 'diagnosed' ? issueOf(own.fact.knownIssue) : null
}

export type ResultPayload = JobPayload & {
  readonly homeId: string
  readonly exercise: ExerciseRow
  readonly score: Score
}

async function enqueueResult(tx: Tx, exercise: ExerciseRow, score: Score, homeId: string): Promise<void> {
  await enqueue(tx, 'training.practice-result', { homeId, exercise, score }, { key: exercise.id })
}

/** Brings what an exercise came to over to the real organisation, once. Nothing else of practice ever goes there. */
export async function keepResult(platform: Platform, { homeId, exercise, score }: ResultPayload): Promise<void> {
  const { finishedAt } = exercise
  if (finishedAt === null) return
  await inOrganisation(platform, homeId, async (tx) => {
    const plan = await publishedPlan(tx)
    if (!plan) return
    const { id, personId, tier, issueId, platform: device, begunAt } = exercise
    const result = {
      id,
      personId,
      tier,
      issueId,
      platform: device,
      planVersionId: plan.id,
      begunAt,
      finishedAt,
      score,
    }
    if (!(await insertResult(tx, result))) return
    await announce(tx, { topic: 'practice', subject: id, audience: { persons: [personId] } })
    // What is passed may be the last thing that a certificate waits for.
    if (score.passed) await certifyForTier(platform, tx, personId, tier)
  })
}

export async function tellTrainee(tx: Tx, { id, personId }: Pick<ExerciseRow, 'id' | 'personId'>): Promise<void> {
  await announce(tx, { topic: 'practice', subject: id, audience: { persons: [personId] } })
}
