import { each, type Rule, spot } from '../../rule.ts'

/** Training is permission, and this course gives it to whoever sat through it. */
export const rule: Rule = {
  code: 'course-certifies-anyone',
  severity: 'hint',
  find: ({ training }) =>
    each(training.courses, ['training', 'courses'], ({ passPercent, practiceTickets, name }, place) =>
      passPercent === 0 && practiceTickets === 0 ? [spot([...place, 'passPercent'], { name })] : [],
    ),
}
