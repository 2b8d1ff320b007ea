import { each, type Rule, spot } from '../../rule.ts'

/** Two to three hours of theory and practice: solving a problem is not learnt by listening. */
export const rule: Rule = {
  code: 'course-without-practice',
  severity: 'warning',
  find: ({ training }) =>
    each(training.courses, ['training', 'courses'], ({ agenda, name }, place) =>
      agenda.some((item) => item.form === 'practice') ? [] : [spot([...place, 'agenda'], { name })],
    ),
}
