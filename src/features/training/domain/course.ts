import type { PersonActor } from '#features/people/domain/actor.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Course } from '#features/plan/domain/document/training.ts'

/** A person as far as training looks at them. */
export type Learner = Pick<PersonActor, 'personId' | 'teams' | 'leads' | 'certifications'>

export function courseOf(plan: SupportPlan, key: string): Course | null {
  return plan.training.courses.find((course) => course.key === key) ?? null
}

export function courseMinutes(course: Course): number {
  return course.agenda.reduce((sum, item) => sum + item.minutes, 0)
}

/** The team whose members work in the tier that a course certifies for; null for a tier that the plan does not have. */
export function teamOfCourse(plan: SupportPlan, course: Course): string | null {
  return plan.teams.tiers.find(({ level }) => level === course.tier)?.team ?? null
}

export function leadsTierOf(plan: SupportPlan, course: Course, { leads }: Pick<Learner, 'leads'>): boolean {
  const team = teamOfCourse(plan, course)
  return team !== null && leads.includes(team)
}

/** Courses that somebody has to take to work in the tiers of their teams. */
export function coursesNeededBy(plan: SupportPlan, person: Learner): readonly Course[] {
  return plan.training.courses.filter((course) => {
    const team = teamOfCourse(plan, course)
    if (team === null || !person.teams.includes(team)) return false
    const isLead = person.leads.includes(team)
    return course.audience === 'everyone' || (course.audience === 'leads') === isLead
  })
}
