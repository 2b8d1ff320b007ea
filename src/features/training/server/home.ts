import type { PersonActor } from '#features/people/domain/actor.ts'
import { hasRole } from '#features/people/domain/actor.ts'
import { teamNames } from '#features/people/server/actions.ts'
import type { Course } from '#features/plan/domain/document/training.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { MyCourse, TeamStanding, TrainingHome, TrainingSession } from '../contract/sessions.ts'
import { coursesNeededBy } from '../domain/course.ts'
import { newestOf } from '../domain/lineage/certificate-line.ts'
import { keepsCourses, plansTrainingSessions } from '../domain/rights.ts'
import { standingOf } from '../domain/standing.ts'
import { mayTakeTest } from '../domain/test/may-take.ts'
import { certificateView } from './certificates.ts'
import type { Learner } from './learners.ts'
import { why } from './must.ts'
import { courseNames, nameOf, summaryOf } from './plan.ts'
import { progressIn, type Record, recordOf } from './progress.ts'
import { learnerIn, rightOf, type Scene, sceneOf } from './scene.ts'
import { sessionViews } from './session-views.ts'
import { openAttempt } from './store/attempts.ts'
import { sessionsAhead, sessionsById } from './store/sessions.ts'
import { signUpsOf } from './store/sign-ups.ts'

/** Where somebody stands with a course: since their last certificate, once it ends soon. */
export function standingIn(scene: Scene, record: Record, learner: Learner, course: Course) {
  const last = newestOf(scene.certificates, learner.personId, course.key)
  const progress = progressIn(record, learner.personId, course, last?.issuedAt ?? null)
  const hadOne = [...scene.certificates.values()].some(
    (one) => one.personId === learner.personId && one.courseKey === course.key,
  )
  const standing = standingOf(course, learner.certifications, progress, hadOne, scene.at)
  return { ...standing, left: [...standing.left], progress }
}

export async function trainingHome(tx: Tx, actor: PersonActor): Promise<TrainingHome> {
  const scene = await sceneOf(tx)
  const me = await learnerIn(tx, scene, actor.personId)
  const record = await recordOf(tx, [actor.personId])
  const ahead = await sessionViews(
    tx,
    scene,
    actor,
    (await sessionsAhead(tx)).filter(({ cancelledAt }) => cancelledAt === null),
  )
  const trains = scene.plan.training.courses.filter((course) => rightOf(scene, course, me, tx.now).ok)
  const notJudged = record.attended.filter(({ evaluated }) => !evaluated).map(({ sessionId }) => sessionId)
  const mine = [...scene.certificates.values()].filter(({ personId }) => personId === actor.personId).toReversed()
  const names = await courseNames(tx, mine)
  const courses: MyCourse[] = []
  for (const course of coursesNeededBy(scene.plan, me))
    courses.push(await myCourse(tx, scene, record, me, course, ahead))
  return {
    courses,
    trainingSessions: ahead.filter(
      ({ mine: place, trainer }) => (place !== null && place !== 'attended') || trainer.id === actor.personId,
    ),
    toEvaluate: await sessionViews(tx, scene, actor, await sessionsById(tx, notJudged)),
    certificates: mine.map((one) => certificateView(scene, one, names)),
    all: scene.plan.training.courses.map(summaryOf),
    trains: trains.map(({ key }) => key),
    may: {
      plan: trains.length > 0 || plansTrainingSessions(actor),
      edit: keepsCourses(scene.plan, actor),
      lead: seesTeams(actor),
    },
  }
}

async function myCourse(
  tx: Tx,
  scene: Scene,
  record: Record,
  me: Learner,
  course: Course,
  ahead: readonly TrainingSession[],
): Promise<MyCourse> {
  const { progress, ...standing } = standingIn(scene, record, me, course)
  const attended = record.attended.filter(({ courseKey }) => courseKey === course.key)
  const attempts = record.attempts.filter(({ courseKey }) => courseKey === course.key)
  const open = await openAttempt(tx, me.personId, course.key, null)
  return {
    course: summaryOf(course),
    standing: {
      ...standing,
      practised: progress.practised,
      attendedAt: progress.attendedAt,
      passedAt: progress.passedAt,
    },
    testRefusal: open ? null : why(mayTakeTest(attended, attempts, tx.now)),
    openTest: open?.id ?? null,
    next: ahead
      .filter((one) => one.course.key === course.key && (one.signUpRefusal === null || one.mine !== null))
      .slice(0, 3),
  }
}

const seesTeams = (actor: PersonActor) =>
  actor.leads.length > 0 || hasRole(actor, 'plan-owner') || hasRole(actor, 'administrator')

/** Who lacks what: of the teams one leads; the plan's owners and administrators see every team. */
export async function teamStanding(tx: Tx, actor: PersonActor): Promise<TeamStanding> {
  const scene = await sceneOf(tx)
  const seesAll = hasRole(actor, 'plan-owner') || hasRole(actor, 'administrator')
  const teams = [...new Set(scene.plan.teams.tiers.map(({ team }) => team))].filter(
    (team) => seesAll || actor.leads.includes(team),
  )
  const members = [...scene.people.values()].filter((one) => one.teams.some((team) => teams.includes(team)))
  const record = await recordOf(
    tx,
    members.map(({ personId }) => personId),
  )
  const ahead = (await sessionsAhead(tx)).filter(({ cancelledAt }) => cancelledAt === null)
  const signUps = await signUpsOf(
    tx,
    ahead.map(({ id }) => id),
  )
  const names = await teamNames(tx)
  const people = members.flatMap((one) => {
    const team = teams.find((key) => one.teams.includes(key))
    const courses = coursesNeededBy(scene.plan, one)
    if (team === undefined || courses.length === 0) return []
    return [
      {
        person: { id: one.personId, name: one.name },
        isLead: one.leads.includes(team),
        team,
        courses: courses.map((course) => {
          const { state, until, left } = standingIn(scene, record, one, course)
          const trainingSession = ahead.find(
            ({ id, courseKey }) =>
              courseKey === course.key &&
              signUps.some(
                (up) =>
                  up.sessionId === id &&
                  up.personId === one.personId &&
                  up.state !== 'withdrawn' &&
                  up.attendedAt === null,
              ),
          )
          const place = signUps.find((up) => up.sessionId === trainingSession?.id && up.personId === one.personId)
          return {
            course: nameOf(course),
            state,
            until,
            left,
            signedUpFor: trainingSession
              ? { id: trainingSession.id, startsAt: trainingSession.startsAt, waits: place?.state === 'waiting' }
              : null,
          }
        }),
      },
    ]
  })
  return {
    people,
    teams: teams.map((key) => ({ key, name: { ...(names.get(key) ?? { nl: key, en: key }) } })),
  }
}
