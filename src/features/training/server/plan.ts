import type { Course } from '#features/plan/domain/document/training.ts'
import { type PlanInForce, planVersion, publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import type { CourseSummary } from '../contract/parts.ts'
import { courseMinutes, courseOf } from '../domain/course.ts'
import { found } from './must.ts'

/** The plan whose courses are given; refused while there is none. */
export async function planInForce(tx: Tx): Promise<PlanInForce> {
  const plan = await publishedPlan(tx)
  if (!plan) throw new Refused({ code: 'no-published-plan' })
  return plan
}

export function courseIn({ document }: PlanInForce, key: string): Course {
  return found(courseOf(document, key))
}

export type CourseName = { readonly key: string; readonly name: { nl: string; en: string }; readonly tier: number }

/**
 * The names of courses as the plan in force has them; one that it no longer has keeps the name it had in the version that it was
 * given under.
 */
export async function courseNames(
  tx: Tx,
  rows: readonly { readonly courseKey: string; readonly planVersionId: string }[],
): Promise<ReadonlyMap<string, CourseName>> {
  const published = await publishedPlan(tx)
  const names = new Map<string, CourseName>(
    (published?.document.training.courses ?? []).map((course) => [course.key, nameOf(course)]),
  )
  for (const { courseKey, planVersionId } of rows) {
    if (names.has(courseKey)) continue
    const course = courseOf((await planVersion(tx, planVersionId)).document, courseKey)
    names.set(
      courseKey,
      course ? nameOf(course) : { key: courseKey, name: { nl: courseKey, en: courseKey }, tier: 0 },
    )
  }
  return names
}

export function nameOf({ key, name, tier }: Course): CourseName {
  return { key, name: { ...name }, tier }
}

export function summaryOf(course: Course): CourseSummary {
  return {
    ...nameOf(course),
    audience: course.audience,
    minutes: courseMinutes(course),
    passPercent: course.passPercent,
    practiceTickets: course.practiceTickets,
    validMonths: course.validMonths,
  }
}
