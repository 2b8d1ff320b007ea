import type { Language } from '#features/people/domain/person.ts'
import { beginPractising } from '#features/people/server/actions.ts'
import { knownIssues } from '#features/knowledge/server/actions.ts'
import type { Platform as DevicePlatform } from '#features/plan/domain/document/text.ts'
import { tierOf } from '#features/plan/domain/lookup.ts'
import { openTicket, reserveNumber } from '#features/tickets/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { candidatesFor, drawExercise, type Exercise } from '../../domain/practice/exercise.ts'
import { materialOf } from '../../domain/practice/material.ts'
import { groundOf, practiceGround } from './ground.ts'
import { requesterOf, traineeIn } from './partners.ts'
import { exerciseFrom, letPartnersAct, playPartners, tellTrainee } from './play.ts'
import { changeExercise, exerciseById, exercisesOf, insertExercise, openExercise, resultsOf } from './store.ts'

/** From now on everything this sign-in does is practice. Not for a program, and not for who works in no tier. */
export async function enterPractice(platform: Platform, signedIn: SignedIn): Promise<void> {
  if (signedIn.by === 'api-token') throw new Refused({ code: 'practice-not-for-programs' })
  await practiceGround(platform, signedIn.orgId, signedIn.personId)
  await inOrganisation(platform, signedIn.orgId, (tx) => beginPractising(tx, signedIn))
}

export type Wanted = { readonly tier: number; readonly platform: DevicePlatform | null }

/** Draws an exercise, lets a requester open its ticket, and goes there. Gives the number of the ticket. */
export async function beginExercise(platform: Platform, signedIn: SignedIn, wanted: Wanted): Promise<number> {
  if (signedIn.by === 'api-token') throw new Refused({ code: 'practice-not-for-programs' })
  const { personId, language } = signedIn
  const ground = await practiceGround(platform, signedIn.orgId, personId)
  const plan = ground.plan.document
  if (!tierOf(plan, wanted.tier)) throw new Refused({ code: 'practice-tier-unknown' })
  const results = await inOrganisation(platform, signedIn.orgId, (tx) => resultsOf(tx, personId))
  const number = await reserveNumber(platform, ground.orgId)
  const ticketId = await inOrganisation(platform, ground.orgId, async (tx) => {
    if (await openExercise(tx, personId)) throw new Refused({ code: 'practice-already-open' })
    const before = await exercisesOf(tx, personId)
    const seen = [...before, ...results].map(({ issueId }) => issueId)
    const seed = seedOf(`${personId} ${wanted.tier} ${seen.length}`)
    const drawn = drawExercise(knownIssues(), { plan, ...wanted, seen, seed })
    if (!drawn) throw new Refused({ code: 'practice-nothing-to-draw' })
    await traineeIn(tx, plan, personId, wanted.tier)
    const requester = await requesterOf(tx, seed, language)
    const { ticket } = await openTicket(tx, requester, number, {
      ...said(platform, language, drawn),
      requesterId: requester.personId,
      source: 'portal',
      category: null,
      platform: null,
      impact: null,
      urgency: null,
      evidence: [],
      files: [],
    })
    await insertExercise(tx, {
      id: newId(),
      personId,
      tier: wanted.tier,
      issueId: drawn.issue.id,
      platform: drawn.platform,
      language,
      seed,
      ticketId: ticket.id,
    })
    // In case the node stops before the next line.
    await letPartnersAct(tx, ticket.id)
    return ticket.id
  })
  // The ticket opens where it is the trainee's turn.
  await playPartners(platform, { orgId: ground.orgId, ticketId })
  await inOrganisation(platform, signedIn.orgId, (tx) => beginPractising(tx, signedIn))
  return number
}

/** What the trainee takes the cause to be. It can be said once, and not after the exercise. */
export async function nameCause(
  platform: Platform,
  signedIn: SignedIn,
  id: string,
  issueId: string,
): Promise<void> {
  await inExercise(platform, signedIn, id, async (tx, row) => {
    const exercise = exerciseFrom(row)
    const among = exercise ? candidatesFor(knownIssues(), exercise) : []
    if (!among.some((issue) => issue.id === issueId)) throw new Refused({ code: 'practice-issue-not-offered' })
    if (row.namedIssue !== null) throw new Refused({ code: 'practice-cause-named' })
    const named = await changeExercise(tx, id, { named_issue: issueId, named_at: tx.now })
    if (!named) throw new Refused({ code: 'practice-over' })
    await tellTrainee(tx, row)
  })
}

/** Leaves an exercise without a result. Its issue comes up again another time. */
export async function giveUp(platform: Platform, signedIn: SignedIn, id: string): Promise<void> {
  await inExercise(platform, signedIn, id, async (tx, row) => {
    if (!(await changeExercise(tx, id, { finished_at: tx.now, given_up: true })))
      throw new Refused({ code: 'practice-over' })
    await tellTrainee(tx, row)
  })
}

async function inExercise(
  platform: Platform,
  { orgId, personId }: SignedIn,
  id: string,
  work: (
    tx: Parameters<typeof exerciseById>[0],
    row: NonNullable<Awaited<ReturnType<typeof exerciseById>>>,
  ) => Promise<void>,
): Promise<void> {
  const ground = await groundOf(platform, orgId)
  if (ground === null) throw new NotFound('exercise')
  await inOrganisation(platform, ground, async (tx) => {
    const row = await exerciseById(tx, personId, id)
    if (!row) throw new NotFound('exercise')
    await work(tx, row)
  })
}

/** The requester's own words: what they see on the screen, not what it means. */
function said(platform: Platform, language: Language, exercise: Omit<Exercise, 'namedIssue'>) {
  const { code, device } = materialOf(exercise)
  const symptom = exercise.issue.symptom[language]
  const words = (key: string, values: Readonly<Record<string, string>>) =>
    platform.translate(language, `training:practice.said.${key}`, values)
  return {
    subject: symptom.length > 150 ? `${symptom.slice(0, 149)}…` : symptom,
    description: [
      words('opening', { device, symptom }),
      code === null ? words('openingNoCode', {}) : words('openingCode', { code }),
    ].join('\n\n'),
  }
}

/** The same for the same person, tier and number of exercises. */
function seedOf(text: string): number {
  let hash = 2_166_136_261
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619)
  return hash >>> 1
}
