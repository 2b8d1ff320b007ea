import { textsOf } from '../../plan-lists.ts'
import { type Rule, spot } from '../../rule.ts'

/**
 * A sentence that reads the same in Dutch and English was copied, not translated. Names may be the same, and public holidays
 * have the names that their list gives them.
 */
export const rule: Rule = {
  code: 'translation-same',
  severity: 'hint',
  find: (plan) =>
    plan.languages.length < 2
      ? []
      : textsOf(plan).flatMap(({ place, text }) =>
          text.nl.trim() === text.en.trim() &&
          text.nl.trim().split(/\s+/).length >= 4 &&
          !place.includes('publicDays')
            ? [spot(place)]
            : [],
        ),
}
