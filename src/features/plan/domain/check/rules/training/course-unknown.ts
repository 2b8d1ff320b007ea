import { each, type Rule, spot } from '../../rule.ts'

export const rule: Rule = {
  code: 'course-unknown',
  severity: 'error',
  find: ({ training: { courses, lineage } }) => {
    const known = new Set(courses.map((course) => course.key))
    return each(lineage.steps, ['training', 'lineage', 'steps'], ({ course }, place) =>
      known.has(course) ? [] : [spot([...place, 'course'], { value: course })],
    )
  },
}
