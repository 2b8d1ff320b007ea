import type { Instant } from '#features/people/domain/instant.ts'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Text } from '#features/plan/domain/document/text.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { courseMinutes } from '../domain/course.ts'
import { sceneOf } from './scene.ts'
import { sessionViews } from './session-views.ts'
import { sessionsAhead } from './store/sessions.ts'

export type PlannedTraining = {
  readonly id: string
  readonly course: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** Training sessions that are still to come and not called off, the first to begin first. */
export async function plannedTrainings(tx: Tx): Promise<readonly PlannedTraining[]> {
  const ahead = await sessionsAhead(tx)
  return ahead
    .filter(({ cancelledAt }) => cancelledAt === null)
    .map(({ id, courseKey, startsAt, endsAt }) => ({ id, course: courseKey, startsAt, endsAt }))
}

export type Mending = {
  readonly courseKey: string
  readonly name: Text
  readonly minutes: number
  /** Training sessions ahead that this person may sign up for, or has signed up for; the first to begin first. */
  readonly next: readonly { readonly id: string; readonly startsAt: Instant; readonly signedUp: boolean }[]
}

/** Which training mends a missing certification for a tier, and when it is next given. Needs a published plan. */
export async function mendingFor(tx: Tx, actor: PersonActor, tier: number): Promise<readonly Mending[]> {
  const scene = await sceneOf(tx)
  const courses = scene.plan.training.courses.filter((course) => course.tier === tier)
  const ahead = (await sessionsAhead(tx)).filter(
    (one) => one.cancelledAt === null && courses.some(({ key }) => key === one.courseKey),
  )
  const views = await sessionViews(tx, scene, actor, ahead)
  return courses.map((course) => ({
    courseKey: course.key,
    name: course.name,
    minutes: courseMinutes(course),
    next: views
      .filter((one) => one.course.key === course.key && (one.signUpRefusal === null || one.mine !== null))
      .map(({ id, startsAt, mine }) => ({ id, startsAt, signedUp: mine !== null })),
  }))
}
