import { each, type Rule, spot } from '../../rule.ts'

/** Train the trainer: no step of the lineage says who gives this course to whom. */
export const rule: Rule = {
  code: 'course-not-given',
  severity: 'warning',
  find: ({ training: { courses, lineage } }) =>
    each(courses, ['training', 'courses'], ({ key, name }, place) =>
      lineage.steps.some((step) => step.course === key) ? [] : [spot(place, { name })],
    ),
}
