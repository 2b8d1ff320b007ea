import type { PersonActor } from '#features/people/domain/actor.ts'
import { repliesOf } from '#features/invitations/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { SessionView, TrainingSession } from '../contract/sessions.ts'
import { courseMinutes, courseOf } from '../domain/course.ts'
import { changesTrainingSession, plansTrainingSessions, runsTrainingSession, signsUp } from '../domain/rights.ts'
import { mayNoteAttendance } from '../domain/sessions/attendance.ts'
import { signUp } from '../domain/sessions/sign-up.ts'
import { found, why } from './must.ts'
import { courseNames } from './plan.ts'
import { learnerIn, mayLearnIn, type Scene } from './scene.ts'
import { attemptsOf } from './store/attempts.ts'
import type { SessionRow } from './store/sessions.ts'
import { evaluationsOf, type SignUpRow, signUpsOf } from './store/sign-ups.ts'

/** Training sessions as this person sees them, with where they stand in each. */
export async function sessionViews(
  tx: Tx,
  scene: Scene,
  actor: PersonActor,
  rows: readonly SessionRow[],
): Promise<TrainingSession[]> {
  const all = await signUpsOf(
    tx,
    rows.map(({ id }) => id),
  )
  const names = await courseNames(tx, rows)
  const learner = await learnerIn(tx, scene, actor.personId)
  return rows.map((row): TrainingSession => {
    const own = all.filter(({ sessionId }) => sessionId === row.id)
    const mine = own.find(({ personId, state }) => personId === actor.personId && state !== 'withdrawn')
    const lineage = mayLearnIn(scene, row, learner)
    return {
      id: row.id,
      course: found(names.get(row.courseKey)),
      trainer: { id: row.trainerId, name: row.trainerName },
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      timeZone: row.timeZone,
      place: row.place,
      link: row.link,
      seats: row.seats,
      language: row.language,
      seated: own.filter(({ state }) => state === 'seated').length,
      waiting: own.filter(({ state }) => state === 'waiting').length,
      cancelledAt: row.cancelledAt,
      cancelReason: row.cancelReason,
      mine: mine ? stateOf(mine) : null,
      signUpRefusal: why(lineage.ok ? signUp(row, own, actor.personId, tx.now) : lineage),
    }
  })
}

function stateOf({ state, attendedAt }: SignUpRow): NonNullable<TrainingSession['mine']> {
  if (attendedAt !== null) return 'attended'
  return state === 'waiting' ? 'waiting' : 'seated'
}

/** Fewer answers than this would tell who said what. */
const fewestEvaluations = 3

export async function sessionView(
  tx: Tx,
  scene: Scene,
  actor: PersonActor,
  row: SessionRow,
): Promise<SessionView> {
  const [trainingSession] = await sessionViews(tx, scene, actor, [row])
  const present = (await signUpsOf(tx, [row.id])).filter(({ state }) => state !== 'withdrawn')
  const [replies, attempts] = [
    await repliesOf(tx, 'training-session', row.id),
    (
      await attemptsOf(
        tx,
        present.map(({ personId }) => personId),
      )
    ).filter(({ sessionId }) => sessionId === row.id),
  ]
  const runs = runsTrainingSession(actor, row)
  const seesResults = runs || plansTrainingSessions(actor)
  const course = courseOf(scene.plan, row.courseKey)
  const mine = present.find(({ personId }) => personId === actor.personId)
  const candidates = await candidatesFor(tx, scene, actor, row, present)
  return {
    trainingSession: found(trainingSession),
    minutes: course ? courseMinutes(course) : 0,
    people: present.map((one) => {
      const taken = attempts.filter(({ personId, handedInAt }) => personId === one.personId && handedInAt !== null)
      const best = taken.toSorted((a, b) => (b.percent ?? 0) - (a.percent ?? 0))[0]
      const certificate = [...scene.certificates.values()].find(
        ({ personId, sessionId }) => personId === one.personId && sessionId === row.id,
      )
      const isShown = seesResults || one.personId === actor.personId
      return {
        person: { id: one.personId, name: one.personName },
        state: one.state === 'waiting' ? 'waiting' : 'seated',
        turn: one.turn,
        attendedAt: one.attendedAt,
        attendedBy: one.attendedBy,
        reply: replies.find(({ personId }) => personId === one.personId)?.answer ?? null,
        test:
          best && isShown
            ? { percent: best.percent ?? 0, passed: best.passed ?? false, tries: taken.length }
            : null,
        certificate: isShown ? (certificate?.number ?? null) : null,
      }
    }),
    evaluation: runs ? await evaluationView(tx, row.id) : null,
    code: runs && row.code !== null && row.codeUntil !== null && row.codeUntil > tx.now ? codeOf(row) : null,
    may: {
      change: changesTrainingSession(actor, row) && row.cancelledAt === null && row.endsAt > tx.now,
      run: runs,
      signOthersUp: candidates.length > 0,
      evaluate: mine !== undefined && mine.attendedAt !== null && !mine.evaluated && row.startsAt <= tx.now,
      attendance: why(mayNoteAttendance(row, tx.now)),
    },
    candidates,
  }
}

const codeOf = ({ code, codeUntil }: SessionRow) => ({ code: code ?? '', until: codeUntil ?? '' })

async function candidatesFor(
  tx: Tx,
  scene: Scene,
  actor: PersonActor,
  row: SessionRow,
  present: readonly SignUpRow[],
): Promise<{ id: string; name: string }[]> {
  if (row.cancelledAt !== null || row.endsAt <= tx.now) return []
  const there = new Set(present.map(({ personId }) => personId))
  return [...scene.people.values()]
    .filter((one) => one.personId !== actor.personId && !there.has(one.personId) && signsUp(actor, one))
    .filter((one) => mayLearnIn(scene, row, one).ok)
    .map(({ personId, name }) => ({ id: personId, name }))
}

async function evaluationView(tx: Tx, sessionId: string): Promise<NonNullable<SessionView['evaluation']>> {
  const all = await evaluationsOf(tx, sessionId)
  if (all.length < fewestEvaluations)
    return { answers: all.length, useful: null, pace: null, trainer: null, remarks: [] }
  const mean = (part: 'useful' | 'pace' | 'trainer') =>
    Math.round((10 * all.reduce((sum, one) => sum + one[part], 0)) / all.length) / 10
  return {
    answers: all.length,
    useful: mean('useful'),
    pace: mean('pace'),
    trainer: mean('trainer'),
    remarks: all.flatMap(({ remark }) => (remark === null ? [] : [remark])),
  }
}
