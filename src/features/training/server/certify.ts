import { randomBytes } from 'node:crypto'
import { giveCertification, organisationOf, personById } from '#features/people/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { certificateNumber, stepsLeft, validUntil } from '../domain/certificate.ts'
import { courseOf } from '../domain/course.ts'
import { newestOf } from '../domain/lineage/certificate-line.ts'
import { announceTraining } from './announce-training.ts'
import { mailTo } from './mails.ts'
import { found } from './must.ts'
import { progressIn, recordOf } from './progress.ts'
import { learnerIn, mayLearnIn, rightOf, sceneOf } from './scene.ts'
import { lockAttempt } from './store/attempts.ts'
import { insertCertificate, isCertified } from './store/certificates.ts'
import { findTrainingSession } from './store/sessions.ts'

/**
 * Gives somebody the certificate of a course, and the certification that opens its tier, once everything it needs is there:
 * attendance, the test, the practice tickets, and a trainer with the right. Its number; null where something is still missing.
 * Called after each of the three, so that the last one does it.
 */
export async function certifyWhenDone(
  platform: Platform,
  tx: Tx,
  personId: string,
  courseKey: string,
): Promise<string | null> {
  const scene = await sceneOf(tx)
  const course = courseOf(scene.plan, courseKey)
  if (!course) return null
  const last = newestOf(scene.certificates, personId, courseKey)
  const progress = progressIn(await recordOf(tx, [personId]), personId, course, last?.issuedAt ?? null)
  const { sessionId, attemptId } = progress
  if (stepsLeft(course, progress).length > 0 || sessionId === null || attemptId === null) return null
  // Two doings at once (a test, a practice ticket) give one certificate.
  const attempt = found(await lockAttempt(tx, attemptId))
  if (await isCertified(tx, attemptId)) return null
  const [trainingSession, learner] = [
    found(await findTrainingSession(tx, sessionId)),
    await learnerIn(tx, scene, personId),
  ]
  const right = rightOf(
    scene,
    course,
    await learnerIn(tx, scene, trainingSession.trainerId),
    trainingSession.startsAt,
  )
  if (!right.ok || !mayLearnIn(scene, trainingSession, learner).ok) return null
  const { timeZone } = await organisationOf(tx)
  const until = validUntil(tx.now, course.validMonths, timeZone)
  const certificationId = await giveCertification(tx, 'tierwise', {
    personId,
    tier: course.tier,
    until,
    overrideReason: null,
  })
  const number = certificateNumber([...randomBytes(11)])
  await insertCertificate(tx, {
    id: newId(),
    number,
    personId,
    courseKey,
    tier: course.tier,
    // What they showed that they know is the plan that was asked about.
    planVersionId: attempt.planVersionId,
    sessionId,
    attemptId,
    trainerId: trainingSession.trainerId,
    trainerAs: right.value.as,
    restsOn: right.value.restsOn,
    certificationId,
    validUntil: until,
  })
  const person = found(await personById(tx, personId))
  await mailTo(platform, tx, person, 'certified', {
    course: course.name,
    until,
    path: `/training/certificates/${number}`,
  })
  await announceTraining(tx, sessionId, [personId])
  return number
}

/** The same for every course of a tier, after what counts for the tier: a practice ticket. */
export async function certifyForTier(platform: Platform, tx: Tx, personId: string, tier: number): Promise<void> {
  const { plan } = await sceneOf(tx)
  for (const course of plan.training.courses.filter((one) => one.tier === tier))
    await certifyWhenDone(platform, tx, personId, course.key)
}
