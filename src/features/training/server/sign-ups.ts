import { randomBytes } from 'node:crypto'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { personById } from '#features/people/server/actions.ts'
import { inOrganisation, onItsOwn, type Tx } from '#platform/database/transaction.ts'
import { Declined } from '#platform/http/problems.ts'
import type { Platform } from '#platform/platform.ts'
import type { SessionView } from '../contract/sessions.ts'
import { no } from '../domain/refusals.ts'
import { runsTrainingSession, signsUp } from '../domain/rights.ts'
import {
  codeFrom,
  codeMinutes,
  codeUntil,
  mayNoteAttendance,
  mayUseCode,
  mostCodeTries,
} from '../domain/sessions/attendance.ts'
import { signUp, withdraw } from '../domain/sessions/sign-up.ts'
import { announceTraining } from './announce-training.ts'
import { certifyWhenDone } from './certify.ts'
import { keepCalendars } from './invite.ts'
import { mailTo } from './mails.ts'
import { allowed, found, must } from './must.ts'
import { courseNames } from './plan.ts'
import { learnerIn, mayLearnIn, sceneOf } from './scene.ts'
import { sessionView } from './session-views.ts'
import { findTrainingSession, lockTrainingSession, putCode, sessionsWithCode } from './store/sessions.ts'
import {
  countCodeTry,
  type Evaluation,
  forgetCodeTries,
  putEvaluation,
  putSignUp,
  setAttended,
  setState,
  signUpsOf,
} from './store/sign-ups.ts'

async function viewOf(tx: Tx, actor: PersonActor, id: string): Promise<SessionView> {
  return sessionView(tx, await sceneOf(tx), actor, found(await findTrainingSession(tx, id)))
}

/** Signs oneself up, or a member of a team one leads: a seat, or a place on the waiting list. */
export async function signUpFor(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  id: string,
  personId: string,
): Promise<SessionView> {
  await seat(platform, tx, actor, id, personId)
  await keepCalendars(platform, tx, id)
  await announceTraining(tx, id, [personId])
  return viewOf(tx, actor, id)
}

/** The same without telling calendars, for several at once. */
export async function seat(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  id: string,
  personId: string,
): Promise<void> {
  const trainingSession = found(await lockTrainingSession(tx, id))
  const scene = await sceneOf(tx)
  const learner = await learnerIn(tx, scene, personId)
  allowed(signsUp(actor, learner))
  must(mayLearnIn(scene, trainingSession, learner))
  const place = must(signUp(trainingSession, await signUpsOf(tx, [id]), personId, tx.now))
  await putSignUp(tx, actor.personId, id, { personId, ...place })
  if (place.state === 'waiting' && personId !== actor.personId) await tell(platform, tx, id, personId, 'waiting')
}

export async function withdrawFrom(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  id: string,
  personId: string,
): Promise<SessionView> {
  const trainingSession = found(await lockTrainingSession(tx, id))
  const learner = await learnerIn(tx, await sceneOf(tx), personId)
  allowed(signsUp(actor, learner) || runsTrainingSession(actor, trainingSession))
  const movedUp = must(withdraw(trainingSession, await signUpsOf(tx, [id]), personId, tx.now))
  await setState(tx, id, personId, 'withdrawn')
  if (personId !== actor.personId) await tell(platform, tx, id, personId, 'seat-lost')
  await moveUp(platform, tx, id, movedUp)
  await keepCalendars(platform, tx, id)
  await announceTraining(tx, id, [personId])
  return viewOf(tx, actor, id)
}

/** Gives the next on the waiting list their seat, and tells them. */
export async function moveUp(platform: Platform, tx: Tx, id: string, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds) {
    await setState(tx, id, personId, 'seated')
    await tell(platform, tx, id, personId, 'moved-up')
  }
}

async function tell(
  platform: Platform,
  tx: Tx,
  id: string,
  personId: string,
  kind: 'moved-up' | 'waiting' | 'seat-lost',
): Promise<void> {
  const [trainingSession, person] = [
    found(await findTrainingSession(tx, id)),
    found(await personById(tx, personId)),
  ]
  const { name } = found((await courseNames(tx, [trainingSession])).get(trainingSession.courseKey))
  const { startsAt: starts, timeZone } = trainingSession
  await mailTo(platform, tx, person, kind, { course: name, starts, timeZone, path: `/training/sessions/${id}` })
}

/** The trainer's list: who was there. */
export async function noteAttendance(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  { id, personId, attended }: { readonly id: string; readonly personId: string; readonly attended: boolean },
): Promise<SessionView> {
  const trainingSession = found(await lockTrainingSession(tx, id))
  allowed(runsTrainingSession(actor, trainingSession))
  must(mayNoteAttendance(trainingSession, tx.now))
  await attend(platform, tx, trainingSession, personId, attended ? 'trainer' : null)
  return viewOf(tx, actor, id)
}

type Held = NonNullable<Awaited<ReturnType<typeof findTrainingSession>>>

async function attend(
  platform: Platform,
  tx: Tx,
  trainingSession: Held,
  personId: string,
  by: 'trainer' | 'code' | null,
): Promise<void> {
  const own = (await signUpsOf(tx, [trainingSession.id])).find((one) => one.personId === personId)
  if (own?.state !== 'seated') return must(no('not-seated'))
  if ((own.attendedAt === null) === (by === null)) return
  await setAttended(tx, trainingSession.id, personId, by)
  if (by !== null) await certifyWhenDone(platform, tx, personId, trainingSession.courseKey)
  await announceTraining(tx, trainingSession.id, [personId])
}

/** A new code for the room; an earlier one no longer works. */
export async function newCode(
  tx: Tx,
  actor: PersonActor,
  id: string,
): Promise<{ readonly code: string; readonly until: string }> {
  const trainingSession = found(await lockTrainingSession(tx, id))
  allowed(runsTrainingSession(actor, trainingSession))
  must(mayUseCode(trainingSession, tx.now))
  const [code, until] = [codeFrom([...randomBytes(4)]), codeUntil(tx.now)]
  await putCode(tx, id, code, until)
  await announceTraining(tx, id)
  return { code, until }
}

/**
 * Somebody says that they are there. Each try is counted before the code is looked at and in a transaction of its own, so that
 * guesses in parallel and guesses that fail count too.
 */
export async function attendByCode(
  platform: Platform,
  who: { readonly orgId: string; readonly actor: PersonActor },
  typed: string,
) {
  const { personId } = who.actor
  const tries = await onItsOwn(() =>
    inOrganisation(platform, who.orgId, (tx) => countCodeTry(tx, personId, codeMinutes)),
  )
  if (tries > mostCodeTries) {
    const headers = { 'retry-after': String(codeMinutes * 60) }
    throw new Declined(429, 'too-many-attempts', { values: { count: codeMinutes }, headers })
  }
  return inOrganisation(platform, who.orgId, async (tx) => {
    const code = typed.replaceAll(/\D/g, '')
    const trainingSessions = await sessionsWithCode(tx, code)
    const signedUp = await signUpsOf(
      tx,
      trainingSessions.map(({ id }) => id),
    )
    const own = trainingSessions.find(({ id }) =>
      signedUp.some((one) => one.sessionId === id && one.personId === personId && one.state === 'seated'),
    )
    // Whoever has no seat hears the same as whoever guessed.
    const trainingSession = own ?? must(no('room-code-not-right'))
    must(mayUseCode(trainingSession, tx.now))
    await lockTrainingSession(tx, trainingSession.id)
    await attend(platform, tx, trainingSession, personId, 'code')
    await forgetCodeTries(tx, personId)
    const course = found((await courseNames(tx, [trainingSession])).get(trainingSession.courseKey))
    return { sessionId: trainingSession.id, course }
  })
}

export async function evaluate(tx: Tx, actor: PersonActor, id: string, evaluation: Evaluation): Promise<void> {
  found(await lockTrainingSession(tx, id))
  const own = (await signUpsOf(tx, [id])).find(({ personId }) => personId === actor.personId)
  if (!own || own.attendedAt === null) must(no('evaluation-needs-attendance'))
  if (own?.evaluated) must(no('already-evaluated'))
  await putEvaluation(tx, id, actor.personId, evaluation)
  await announceTraining(tx, id)
}
