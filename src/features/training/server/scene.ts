import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Course } from '#features/plan/domain/document/training.ts'
import { actorOf, personById } from '#features/people/server/actions.ts'
import type { PlanInForce } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { courseOf } from '../domain/course.ts'
import { mayBeTrainedBy, mayTrain, type TrainerRight } from '../domain/lineage/may-train.ts'
import { no, type Verdict } from '../domain/refusals.ts'
import { type Learner, learnersOf } from './learners.ts'
import { found } from './must.ts'
import { planInForce } from './plan.ts'
import { allCertificates, type CertificateRow } from './store/certificates.ts'
import type { SessionRow } from './store/sessions.ts'

/** What the rules of training look at, read once in a transaction. */
export type Scene = {
  readonly inForce: PlanInForce
  readonly plan: SupportPlan
  /** Everybody in a team of the plan. */
  readonly people: ReadonlyMap<string, Learner>
  readonly certificates: ReadonlyMap<string, CertificateRow>
  readonly at: string
}

export async function sceneOf(tx: Tx): Promise<Scene> {
  const inForce = await planInForce(tx)
  const people = await learnersOf(tx, inForce.document)
  return {
    inForce,
    plan: inForce.document,
    people: new Map(people.map((one) => [one.personId, one])),
    certificates: await allCertificates(tx),
    at: tx.now,
  }
}

/** Somebody as the rules look at them, also when no team of the plan has them. */
export async function learnerIn(tx: Tx, scene: Scene, personId: string): Promise<Learner> {
  const known = scene.people.get(personId)
  if (known) return known
  const person = found(await personById(tx, personId))
  return { ...(await actorOf(tx, personId)), name: person.name }
}

/** The trainer's right to give this course at a moment. */
export function rightOf(
  scene: Scene,
  course: Course,
  trainer: Learner | undefined,
  at: string,
): Verdict<TrainerRight> {
  if (!trainer) return no('trainer-not-in-lineage')
  return mayTrain(scene.plan, course, trainer, scene.certificates, at)
}

/** Whether somebody may be trained in this training session, as far as the lineage goes. */
export function mayLearnIn(scene: Scene, trainingSession: SessionRow, learner: Learner): Verdict {
  const course = courseOf(scene.plan, trainingSession.courseKey)
  if (!course) return no('course-unknown')
  const right = rightOf(scene, course, scene.people.get(trainingSession.trainerId), trainingSession.startsAt)
  if (!right.ok) return learner.personId === trainingSession.trainerId ? no('trainer-cannot-attend') : right
  const trainer = { personId: trainingSession.trainerId, right: right.value }
  return mayBeTrainedBy(scene.plan, course, learner, trainer, scene.certificates)
}
