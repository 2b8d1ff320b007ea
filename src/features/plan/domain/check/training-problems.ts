import type { SupportPlan } from '../document/support-plan.ts'
import { keysTwice, type Finding, problem, unknowns } from './finding.ts'

export function trainingProblems({ teams, training, involvement }: SupportPlan): Finding[] {
  const levels = new Set(teams.tiers.map((tier) => tier.level))
  const materials = new Set(involvement.resources.map((resource) => resource.key))
  const courses = new Set(training.courses.map((course) => course.key))
  const rooted = teams.tiers.some((tier) => tier.team === training.lineage.root)
  return [
    ...keysTwice(training.courses, ['training', 'courses']),
    ...training.courses.flatMap((course, index) => {
      const place = ['training', 'courses', index]
      return [
        ...(levels.has(course.tier) ? [] : [problem('tier-unknown', [...place, 'tier'], { value: course.tier })]),
        ...keysTwice(course.agenda, [...place, 'agenda']),
        ...course.agenda.flatMap((item, at) =>
          unknowns('material-unknown', item.material, materials, [...place, 'agenda', at, 'material']),
        ),
      ]
    }),
    ...(rooted
      ? []
      : [problem('team-unknown', ['training', 'lineage', 'root'], { value: training.lineage.root })]),
    ...training.lineage.steps.flatMap((step, index) =>
      courses.has(step.course)
        ? []
        : [problem('course-unknown', ['training', 'lineage', 'steps', index, 'course'], { value: step.course })],
    ),
  ]
}
