import { textsOf } from '../../plan-lists.ts'
import { type Rule, spot } from '../../rule.ts'

/** One language is filled in, so the other was forgotten: a person who reads it would see nothing. */
export const rule: Rule = {
  code: 'translation-missing',
  severity: 'error',
  find: (plan) =>
    textsOf(plan).flatMap(({ place, text }) => {
      const [nl, en] = [text.nl.trim(), text.en.trim()]
      if ((nl === '') === (en === '')) return []
      return [spot([...place, nl === '' ? 'nl' : 'en'], { other: nl === '' ? en : nl })]
    }),
}
