import { each, type Rule, spot } from '../../rule.ts'

const [atLeastMinutes, atMostMinutes] = [120, 180]

/** The guide's two to three hours: shorter leaves practice out, longer takes people off the desk for half a day. */
export const rule: Rule = {
  code: 'course-length',
  severity: 'warning',
  find: ({ training }) =>
    each(training.courses, ['training', 'courses'], ({ agenda, name }, place) => {
      const totalMinutes = agenda.reduce((sum, item) => sum + item.minutes, 0)
      return totalMinutes < atLeastMinutes || totalMinutes > atMostMinutes
        ? [spot([...place, 'agenda'], { name, totalMinutes })]
        : []
    }),
}
