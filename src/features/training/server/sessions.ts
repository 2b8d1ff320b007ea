import type { PersonActor } from '#features/people/domain/actor.ts'
import { isTimeZone, personsByIds } from '#features/people/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { InvalidInput } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import type { SessionView, TrainingSession } from '../contract/sessions.ts'
import { changesTrainingSession, plansTrainingSessions } from '../domain/rights.ts'
import { no } from '../domain/refusals.ts'
import { mayHaveSeats, mayPlan } from '../domain/sessions/session.ts'
import { movingUp } from '../domain/sessions/sign-up.ts'
import { announceTraining } from './announce-training.ts'
import { keepCalendars } from './invite.ts'
import { mailTo } from './mails.ts'
import { allowed, found, must, why } from './must.ts'
import { courseIn, courseNames } from './plan.ts'
import { learnerIn, rightOf, sceneOf } from './scene.ts'
import { sessionView, sessionViews } from './session-views.ts'
import { moveUp, seat } from './sign-ups.ts'
import {
  cancelRow,
  findTrainingSession,
  insertTrainingSession,
  lockTrainingSession,
  type NewTrainingSession,
  sessionsAhead,
  sessionsOver,
  updateTrainingSession,
} from './store/sessions.ts'
import { signUpsOf } from './store/sign-ups.ts'

export async function listTrainingSessions(
  tx: Tx,
  actor: PersonActor,
  { course, when }: { readonly course?: string | undefined; readonly when: 'ahead' | 'over' },
): Promise<TrainingSession[]> {
  const scene = await sceneOf(tx)
  const rows = when === 'ahead' ? await sessionsAhead(tx, course) : await sessionsOver(tx, course)
  return sessionViews(tx, scene, actor, rows)
}

export async function readTrainingSession(tx: Tx, actor: PersonActor, id: string): Promise<SessionView> {
  return sessionView(tx, await sceneOf(tx), actor, found(await findTrainingSession(tx, id)))
}

export type GivenTrainingSession = NewTrainingSession & {
  readonly courseKey: string
  readonly personIds: readonly string[]
}

/** Plans a training session, with the people that are signed up for it right away. */
export async function planTrainingSession(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  given: GivenTrainingSession,
): Promise<SessionView> {
  const scene = await sceneOf(tx)
  const course = courseIn(scene.inForce, given.courseKey)
  allowed(plansTrainingSessions(actor) || (given.trainerId === actor.personId && isTrainer(scene, given, course)))
  await mustBeGood(tx, given)
  must(mayPlan(given, tx.now))
  must(rightOf(scene, course, await learnerIn(tx, scene, given.trainerId), given.startsAt))
  const id = await insertTrainingSession(tx, actor.personId, { ...given, planVersionId: scene.inForce.id })
  for (const personId of given.personIds) await seat(platform, tx, actor, id, personId)
  await keepCalendars(platform, tx, id)
  await announceTraining(tx, id)
  return readTrainingSession(tx, actor, id)
}

type Scene = Awaited<ReturnType<typeof sceneOf>>

const isTrainer = (scene: Scene, given: GivenTrainingSession, course: ReturnType<typeof courseIn>) =>
  rightOf(scene, course, scene.people.get(given.trainerId), given.startsAt).ok

/** Changes it; everybody invited hears of another time or place, and a larger room lets people move up. */
export async function changeTrainingSession(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  id: string,
  given: NewTrainingSession,
): Promise<SessionView> {
  const before = found(await lockTrainingSession(tx, id))
  allowed(changesTrainingSession(actor, before))
  if (before.cancelledAt !== null) must(no('session-cancelled'))
  if (before.endsAt <= tx.now) must(no('session-over'))
  await mustBeGood(tx, given)
  must(mayPlan(given, tx.now))
  const scene = await sceneOf(tx)
  const course = courseIn(scene.inForce, before.courseKey)
  const signUps = await signUpsOf(tx, [id])
  if (signUps.some(({ personId, state }) => personId === given.trainerId && state !== 'withdrawn'))
    must(no('trainer-cannot-attend'))
  must(rightOf(scene, course, await learnerIn(tx, scene, given.trainerId), given.startsAt))
  must(mayHaveSeats(given.seats, signUps.filter(({ state }) => state === 'seated').length))
  await updateTrainingSession(tx, id, given)
  await moveUp(platform, tx, id, movingUp(given, signUps))
  await keepCalendars(platform, tx, id)
  await announceTraining(tx, id)
  return readTrainingSession(tx, actor, id)
}

export async function cancelTrainingSession(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  id: string,
  reason: string,
): Promise<SessionView> {
  const trainingSession = found(await lockTrainingSession(tx, id))
  allowed(changesTrainingSession(actor, trainingSession))
  if (trainingSession.cancelledAt !== null) must(no('session-cancelled'))
  if (trainingSession.endsAt <= tx.now) must(no('session-over'))
  await cancelRow(tx, id, reason)
  await keepCalendars(platform, tx, id)
  const { name } = found((await courseNames(tx, [trainingSession])).get(trainingSession.courseKey))
  const told = (await signUpsOf(tx, [id])).filter(({ state }) => state !== 'withdrawn')
  const people = await personsByIds(tx, [trainingSession.trainerId, ...told.map(({ personId }) => personId)])
  for (const person of people.values()) {
    if (person.id === actor.personId) continue
    const { startsAt, timeZone } = trainingSession
    await mailTo(platform, tx, person, 'cancelled', {
      course: name,
      starts: startsAt,
      timeZone,
      reason,
      path: '/training',
    })
  }
  await announceTraining(tx, id)
  return readTrainingSession(tx, actor, id)
}

/** Who may train a course now; of those who have something to do with it, also why not. */
export async function trainersOf(tx: Tx, key: string) {
  const scene = await sceneOf(tx)
  const course = courseIn(scene.inForce, key)
  return [...scene.people.values()].flatMap((one) => {
    const right = rightOf(scene, course, one, tx.now)
    if (!right.ok && right.refusal.code === 'trainer-not-in-lineage') return []
    return [
      {
        person: { id: one.personId, name: one.name },
        as: right.ok ? right.value.as : null,
        refusal: why(right),
      },
    ]
  })
}

async function mustBeGood(tx: Tx, { timeZone, trainerId }: NewTrainingSession): Promise<void> {
  if (!isTimeZone(timeZone)) throw new InvalidInput([{ path: 'timeZone', code: 'time-zone-unknown' }])
  if ((await personsByIds(tx, [trainerId])).size === 0)
    throw new InvalidInput([{ path: 'trainerId', code: 'unknown-person' }])
}
