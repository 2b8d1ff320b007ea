import { randomInt } from 'node:crypto'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import type { AttemptView } from '../contract/courses.ts'
import { stepsLeft } from '../domain/certificate.ts'
import { courseOf } from '../domain/course.ts'
import { newestOf } from '../domain/lineage/certificate-line.ts'
import { drawTest } from '../domain/test/draw.ts'
import { type Answers, judgeTest } from '../domain/test/judge.ts'
import { mayTakeTest } from '../domain/test/may-take.ts'
import { asAsked } from '../domain/test/question.ts'
import { announceTraining } from './announce-training.ts'
import { certifyWhenDone } from './certify.ts'
import { courseBank } from './courses.ts'
import { found, must, why } from './must.ts'
import { courseIn, courseNames, planInForce } from './plan.ts'
import { progressIn, recordOf } from './progress.ts'
import { settleRetraining } from './retraining/settle.ts'
import { type AttemptRow, findAttempt, handIn, insertAttempt, lockAttempt, openAttempt } from './store/attempts.ts'
import { allCertificates } from './store/certificates.ts'

/** Begins the test of a course, or goes on with the one that is open. */
export async function beginTest(tx: Tx, actor: PersonActor, key: string): Promise<AttemptView> {
  const inForce = await planInForce(tx)
  const course = courseIn(inForce, key)
  const open = await openAttempt(tx, actor.personId, key, null)
  if (open) return attemptView(tx, open)
  const { attended, attempts } = await recordOf(tx, [actor.personId])
  const own = attended.filter(({ courseKey }) => courseKey === key)
  const past = attempts.filter(({ courseKey }) => courseKey === key)
  const { sessionId } = must(mayTakeTest(own, past, tx.now))
  const id = await drawAttempt(tx, { personId: actor.personId, courseKey: key, item: null, sessionId })
  await announceTraining(tx, sessionId, [actor.personId])
  return attemptView(tx, found(await findAttempt(tx, id)), course.passPercent)
}

/**
 * Draws a test of a course, or of one of its agenda items, from the plan in force, and keeps it for this person. Its id. Whether
 * they may take it is for the caller to judge.
 */
export async function drawAttempt(
  tx: Tx,
  wanted: {
    readonly personId: string
    readonly courseKey: string
    readonly item: string | null
    readonly sessionId: string | null
  },
): Promise<string> {
  const inForce = await planInForce(tx)
  const course = courseIn(inForce, wanted.courseKey)
  const seed = randomInt(2 ** 31 - 1)
  const agenda = course.agenda.filter(({ key }) => wanted.item === null || key === wanted.item)
  const count = wanted.item === null ? undefined : questionsPerItem
  const questions = drawTest(await courseBank(tx, inForce.document, course), agenda, seed, count)
  if (questions.length === 0) throw new Refused({ code: 'test-without-questions' })
  return insertAttempt(tx, {
    personId: wanted.personId,
    courseKey: wanted.courseKey,
    planVersionId: inForce.id,
    itemKey: wanted.item,
    sessionId: wanted.sessionId,
    seed,
    questions,
  })
}

/** Of one agenda item that somebody trains again. */
const questionsPerItem = 5

/** Somebody's own test; another's is not there. */
export async function readTest(tx: Tx, actor: PersonActor, id: string): Promise<AttemptView> {
  const attempt = await findAttempt(tx, id)
  return attemptView(tx, found(attempt?.personId === actor.personId ? attempt : null))
}

/** What a test that was handed in came to, for whoever goes on from there. */
export type HandedIn = { readonly attempt: AttemptRow; readonly passed: boolean }

/** Judges a test of somebody's own, once. */
export async function handInTest(tx: Tx, actor: PersonActor, id: string, answers: Answers): Promise<HandedIn> {
  const attempt = await lockAttempt(tx, id)
  const own = found(attempt?.personId === actor.personId ? attempt : null)
  if (own.handedInAt !== null) throw new Refused({ code: 'test-handed-in' })
  const { document } = await planVersion(tx, own.planVersionId)
  const passPercent = courseOf(document, own.courseKey)?.passPercent ?? 100
  const { percent, passed } = judgeTest(own.questions, answers, passPercent)
  await handIn(tx, id, { answers, percent, passed })
  await announceTraining(tx, own.sessionId ?? own.id, [own.personId])
  return { attempt: own, passed }
}

/** Hands the test of a course in; who has done everything else by then is certified. */
export async function answerTest(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  { id, answers }: { readonly id: string; readonly answers: Answers },
): Promise<AttemptView> {
  const { attempt, passed } = await handInTest(tx, actor, id, answers)
  if (passed) await settleRetraining(platform, tx, attempt)
  if (passed && attempt.itemKey === null) await certifyWhenDone(platform, tx, actor.personId, attempt.courseKey)
  return attemptView(tx, found(await findAttempt(tx, id)))
}

export async function attemptView(tx: Tx, attempt: AttemptRow, given?: number): Promise<AttemptView> {
  const { document } = await planVersion(tx, attempt.planVersionId)
  const course = courseOf(document, attempt.courseKey)
  const names = await courseNames(tx, [attempt])
  const passPercent = given ?? course?.passPercent ?? 100
  return {
    id: attempt.id,
    course: found(names.get(attempt.courseKey)),
    item: attempt.itemKey,
    passPercent,
    begunAt: attempt.begunAt,
    handedInAt: attempt.handedInAt,
    questions: attempt.questions.map((question) => {
      const { options, text, ...asked } = asAsked(question)
      return { ...asked, text: { ...text }, options: options.map((one) => ({ ...one, text: { ...one.text } })) }
    }),
    result: attempt.handedInAt === null ? null : await resultView(tx, attempt, passPercent),
  }
}

async function resultView(
  tx: Tx,
  attempt: AttemptRow,
  passPercent: number,
): Promise<NonNullable<AttemptView['result']>> {
  const { personId, courseKey, questions } = attempt
  const answers = attempt.answers ?? {}
  const judged = judgeTest(questions, answers, passPercent)
  const course = courseOf((await planVersion(tx, attempt.planVersionId)).document, courseKey)
  const certificates = await allCertificates(tx)
  const certificate = [...certificates.values()].find(({ attemptId }) => attemptId === attempt.id)
  const record = await recordOf(tx, [personId])
  const before = certificate ? null : (newestOf(certificates, personId, courseKey)?.issuedAt ?? null)
  const left = course && !certificate ? stepsLeft(course, progressIn(record, personId, course, before)) : []
  const again = mayTakeTest(
    record.attended.filter((one) => one.courseKey === courseKey),
    record.attempts.filter((one) => one.courseKey === courseKey),
    tx.now,
  )
  const rights = new Map(judged.questions.map(({ key, right }) => [key, right]))
  return {
    percent: judged.percent,
    passed: judged.passed,
    items: judged.items.map((one) => {
      const item = course?.agenda.find(({ key }) => key === one.item)
      return { ...one, name: item ? { ...item.name } : { nl: one.item, en: one.item } }
    }),
    questions: questions.map(({ key, options, explanation, source }) => ({
      key,
      right: rights.get(key) ?? false,
      chosen: [...(answers[key] ?? [])],
      rightOptions: options.filter(({ right }) => right).map((option) => option.key),
      explanation: { ...explanation },
      source,
    })),
    left: [...left],
    certificate: certificate?.number ?? null,
    again: why(again),
  }
}
